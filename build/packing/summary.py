"""What an MSI says of itself first: its id and two moments, which tools take from chance and the clock."""

import mmap
import struct
import uuid
from pathlib import Path

# The head of a set of properties, and the id of the one set that every package has.
SET = bytes.fromhex("feff0000050002" + "00" * 17 + "01000000" + "e0859ff2f94f6810ab9108002b27b3d9")
PACKAGE, MADE, SAVED = 9, 12, 13
TEXT, MOMENT = 30, 64
SINCE_1601 = 11_644_473_600  # seconds from the first day of Windows to that of Unix


def stamp(package: Path, identity: uuid.UUID, date: int) -> None:
    """Write the id and both moments into a package; raises LookupError where it has none of them."""
    with package.open("r+b") as file, mmap.mmap(file.fileno(), 0) as whole:
        begin = whole.find(SET)
        if begin < 0:
            raise LookupError(f"{package.name} has no summary.")
        begin += struct.unpack_from("<I", whole, begin + len(SET))[0]
        (count,) = struct.unpack_from("<I", whole, begin + 4)
        places = dict(struct.iter_unpack("<2I", whole[begin + 8 : begin + 8 + 8 * count]))
        name = f"{{{identity}}}".upper().encode() + b"\0"
        _put(whole, begin + places[PACKAGE], TEXT, struct.pack("<I", len(name)) + name)
        for moment in (MADE, SAVED):
            _put(whole, begin + places[moment], MOMENT, struct.pack("<Q", (date + SINCE_1601) * 10**7))


def _put(whole: mmap.mmap, at: int, kind: int, value: bytes) -> None:
    if struct.unpack_from("<I", whole, at) != (kind,):
        raise LookupError("The summary of the package is written in another form.")
    whole[at + 4 : at + 4 + len(value)] = value
