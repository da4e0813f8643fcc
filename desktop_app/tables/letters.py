"""The letters of a text file as UTF-8, whatever they were."""

import codecs
import re
from pathlib import Path

from desktop_app.tables.scanning import Encoding

_PIECE = 1024 * 1024
_WORDS = 5
_ODD_WORD = re.compile(r"\w*[^\x00-\x7f]\w*")
# As browsers do: the five bytes that Windows-1252 leaves open stand for themselves.
_CP1252 = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256))


def rewrite(path: Path, encoding: Encoding, goal: Path) -> tuple[str, ...]:
    """Write *path* to *goal* in UTF-8, without NUL bytes.

    Returns some words with letters beyond ASCII, by which a person sees whether they were read rightly.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    words: dict[str, None] = {}
    with path.open("rb") as source, goal.open("wb") as file:
        while piece := source.read(_PIECE):
            piece = piece.replace(b"\x00", b"")
            if encoding == "utf-8":
                text = decoder.decode(piece)
            else:
                text = codecs.charmap_decode(piece, "strict", _CP1252)[0]
            if len(words) < _WORDS:
                words |= dict.fromkeys(_ODD_WORD.findall(text))
            file.write(text.encode("utf-8"))
    return tuple(words)[:_WORDS]
