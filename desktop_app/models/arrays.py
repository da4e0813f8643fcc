"""Arrays of numbers and short text as bytes, checked before numpy is let near them."""

import io
import math
import re
from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.models.archive import Limits, read_archive, write_archive

LIMITS = Limits(members=20_000, total=2**30)
_MAGIC = b"\x93NUMPY\x01\x00"
_HEADER = re.compile(
    rb"\{'descr': ([ -~]{1,4000}), 'fortran_order': (True|False), "
    rb"'shape': \(((?:[0-9]{1,18},? ?){0,3})\), \} *\n"
)
_PLAIN = re.compile(r"'[<|][biufU][0-9]{1,6}'")  # yes/no, whole numbers, numbers, fixed text; never objects

Array = npt.NDArray[np.generic]


class BadArrayError(ValueError):
    """These bytes are not an array that we take."""


def write_arrays(arrays: Mapping[str, Array]) -> bytes:
    """Return named arrays as one archive in which numpy's own reader finds them too."""
    members = {f"{name}.npy": array_bytes(arrays[name]) for name in sorted(arrays)}
    return write_archive(members, deflate=True)


def unpack_arrays(data: memoryview) -> dict[str, memoryview]:
    """Return the bytes of each array by its name. Raises BadArchiveError."""
    members = read_archive(data, LIMITS, deflate=True)
    return {name.removesuffix(".npy"): content for name, content in members.items()}


def array_bytes(array: Array) -> bytes:
    """Return one array in numpy's format; the same values give the same bytes."""
    plain: Any = np.asarray(array, order="C")
    if plain.dtype.names:
        plain = np.zeros(plain.shape, plain.dtype)  # between the fields lies whatever was in memory
        for name in plain.dtype.names:
            plain[name] = np.asarray(array)[name]
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, plain, version=(1, 0), allow_pickle=False)
    return buffer.getvalue()


def read_array(data: memoryview, records: Collection[np.dtype[np.void]] = ()) -> Array:
    """Return the array that looks into *data*; of records only those types that are in *records*.

    Raises BadArrayError unless the header's product is what there is and every value is plain. The header is
    read by a pattern: numpy's own reader would evaluate it as Python.
    """
    start = len(_MAGIC) + 2
    length = int.from_bytes(data[len(_MAGIC) : start], "little")
    header = _HEADER.fullmatch(bytes(data[start : start + length]))
    if data[: len(_MAGIC)] != _MAGIC or header is None:
        raise BadArrayError("the header is not in our form")
    kind = _kind(header[1].decode("ascii"), records)
    shape = tuple(int(digits) for digits in header[3].split(b",") if digits.strip())
    content = data[start + length :]
    if math.prod(shape) * kind.itemsize != len(content) or kind.itemsize == 0:
        raise BadArrayError("more or fewer values than the header says")
    flat = np.frombuffer(content, dtype=kind)
    return flat.reshape(shape, order="F" if header[2] == b"True" else "C")


def _kind(text: str, records: Collection[np.dtype[np.void]]) -> np.dtype[Any]:
    for record in records:
        if text == repr(np.lib.format.dtype_to_descr(record)):
            return record
    if not _PLAIN.fullmatch(text):
        raise BadArrayError(f"values of type {text}")
    try:
        return np.dtype(text[1:-1])
    except TypeError as error:
        raise BadArrayError(f"values of type {text}") from error
