"""Arrays of numbers and short text as bytes, checked before numpy is let near them."""

import io
import math
from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.models.archive import Limits, read_archive, write_archive

LIMITS = Limits(members=20_000, total=2**30)
_KINDS = frozenset("biufU")  # yes/no, whole numbers, numbers, text of fixed length; never objects
_LONGEST_HEADER = 4096

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

    Raises BadArrayError unless the header's product is what there is and every value is plain.
    """
    buffer = io.BytesIO(data[: _LONGEST_HEADER + 10])
    try:
        version = np.lib.format.read_magic(buffer)
        if version != (1, 0):
            raise BadArrayError(f"format {version}")
        shape, by_column, kind = np.lib.format.read_array_header_1_0(buffer, max_header_size=_LONGEST_HEADER)
    except (ValueError, TypeError, KeyError, SyntaxError, RecursionError, OverflowError) as error:
        raise BadArrayError("the header cannot be read") from error
    if kind.kind not in _KINDS and kind not in records:
        raise BadArrayError(f"values of type {kind}")
    if any(length < 0 for length in shape) or len(shape) > 3:
        raise BadArrayError(f"shape {shape}")
    content = data[buffer.tell() :]
    if math.prod(shape) * kind.itemsize != len(content) or kind.itemsize == 0:
        raise BadArrayError("more or fewer values than the header says")
    flat = np.frombuffer(content, dtype=kind)
    return flat.reshape(shape, order="F" if by_column else "C")
