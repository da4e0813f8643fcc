"""A cabinet, Windows' own archive, packed by LZX; the same bytes for the same files."""

import datetime
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from packing import lzx

KIND = 3 | lzx.WINDOW_BITS << 8
HEADER, FOLDER = "<4s5I2B5H", "<I2H"


def write(goal: Path, files: Sequence[tuple[str, Path]], date: int, level: int) -> None:
    """Write the files under their names, in that order; *date* (seconds) is that of all, *level* zstd's."""
    data = b"".join(path.read_bytes() for _, path in files)
    blocks = list(_blocks(data, level))
    listed = b"".join(_listed(files, date))
    first = struct.calcsize(HEADER) + struct.calcsize(FOLDER)
    start = first + len(listed)
    whole = start + sum(map(len, blocks))
    with goal.open("wb") as out:
        out.write(struct.pack(HEADER, b"MSCF", 0, whole, 0, first, 0, 3, 1, 1, len(files), 0, 0, 0))
        out.write(struct.pack(FOLDER, start, len(blocks), KIND))
        out.write(listed)
        out.writelines(blocks)


def _blocks(data: bytes, level: int) -> Iterator[bytes]:
    for number, frame in enumerate(lzx.packed(data, level)):
        plain = min(lzx.FRAME, len(data) - number * lzx.FRAME)
        sizes = struct.pack("<2H", len(frame), plain)
        yield struct.pack("<I", _checksum(sizes + frame)) + sizes + frame


def _checksum(data: bytes) -> int:
    """Return all words of 32 bits, put together by XOR; two bytes left over count the other way round."""
    whole = len(data) // 4 * 4
    found = int(np.bitwise_xor.reduce(np.frombuffer(data[:whole], dtype="<u4")))
    return found ^ int.from_bytes(data[whole:], "big")


def _listed(files: Sequence[tuple[str, Path]], date: int) -> Iterator[bytes]:
    moment = datetime.datetime.fromtimestamp(date, datetime.UTC)
    day = (moment.year - 1980) << 9 | moment.month << 5 | moment.day
    time = moment.hour << 11 | moment.minute << 5 | moment.second // 2
    begin = 0
    for name, path in files:
        size = path.stat().st_size
        yield struct.pack("<2I4H", size, begin, 0, day, time, 0x20) + name.encode("ascii") + b"\0"
        begin += size
