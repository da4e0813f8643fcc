"""The letters of a text file as UTF-8, whatever they were."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.tables.scanning import ODD_BYTE, Encoding

_PIECE = 1024 * 1024
_WORDS = 5
_ODD = "\udc80-\udcff"
_ODD_WORD = re.compile(r"\w*[^\x00-\x7f]\w*")
_WORD_WITH_ODD_BYTE = re.compile(rf"[\w{_ODD}]*[{_ODD}][\w{_ODD}]*")
# As browsers do: the five bytes that Windows-1252 leaves open stand for themselves.
_CP1252 = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256))
_AS_CP1252 = {0xDC00 + byte: _CP1252[byte] for byte in range(128, 256)}


def rewrite(path: Path, encoding: Encoding, goal: Path) -> tuple[str, ...]:
    """Write *path* to *goal* in UTF-8, without NUL bytes; bytes that are no UTF-8 are read as Windows-1252.

    Returns some words in which there are letters read as Windows-1252, by which a person sees whether that
    was right.
    """
    odd = _WORD_WITH_ODD_BYTE if encoding == "utf-8" else _ODD_WORD
    words: dict[str, None] = {}
    with goal.open("wb") as file:
        for text in _texts(path, encoding):
            if len(words) < _WORDS:
                words |= dict.fromkeys(word.translate(_AS_CP1252) for word in odd.findall(text))
            is_patched = encoding == "utf-8" and ODD_BYTE.search(text)
            file.write((text.translate(_AS_CP1252) if is_patched else text).encode("utf-8"))
    return tuple(words)[:_WORDS]


def _texts(path: Path, encoding: Encoding) -> Iterator[str]:
    """Yield the text of a file in pieces; in UTF-8, odd bytes are in it as Python keeps them."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            kept = piece.replace(b"\x00", b"")
            if encoding == "utf-8":
                yield decoder.decode(kept)
            else:
                yield codecs.charmap_decode(kept, "strict", _CP1252)[0]
    yield decoder.decode(b"", final=True)
