"""What an OLE file is, by the streams that its directory names: Excel and Word share that container."""

from collections.abc import Iterable
from pathlib import Path

_PIECE = 1024 * 1024
_ENTRY = 128  # bytes of the directory for each stream; the entries begin at multiples of it
_NAME = 64  # bytes of them


def first_stream(path: Path, names: Iterable[str]) -> str:
    """Return the first of *names* that is a stream of the OLE file; nothing where none is.

    The whole file is looked through for entries of a directory: following the chain of its parts would find
    nothing in a file that is cut off, and the same in all others.
    """
    entries = {name: _entry(name) for name in names}
    found: set[str] = set()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            plain = piece.lower()  # some write WORKBOOK
            found |= {name for name, entry in entries.items() if _holds(plain, entry)}
    return next((name for name in entries if name in found), "")


def _entry(name: str) -> bytes:
    letters = name.lower().encode("utf-16-le")
    return letters.ljust(_NAME, b"\0") + (len(letters) + 2).to_bytes(2, "little")


def _holds(piece: bytes, entry: bytes) -> bool:
    place = piece.find(entry)
    while place >= 0 and place % _ENTRY:
        place = piece.find(entry, place + 1)
    return place >= 0
