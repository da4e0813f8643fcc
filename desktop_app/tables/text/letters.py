"""The letters of a text file as UTF-8, whatever they were."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.records.notices import Notice, Value
from desktop_app.tables.kinds.text_kinds import encoding_of
from desktop_app.tables.raw import Source
from desktop_app.tables.text.alphabets import alphabet_of, guess_encoding, title_of, words_of
from desktop_app.tables.text.scanning import ODD_BYTE, Scan, fingerprint, scan

_PIECE = 1024 * 1024
_HEAD = 64 * 1024
_LEAST_NULS = 0.4  # of the bytes, where letters of ASCII are written in two or four of them
_ASCII = bytes([0, 9, 10, 13, *range(32, 127)])
_LOST = "\ufffd"
_ODD = "\udc80-\udcff"
_WORD_WITH_ODD_BYTE = re.compile(rf"[\w{_ODD}]{{0,40}}[{_ODD}][\w{_ODD}]{{0,40}}")
# In Japan and Korea, the sign of the currency has the place of the backslash.
_CURRENCIES = {"cp932": "¥", "shift_jis": "¥", "shift_jis_2004": "¥", "cp949": "₩", "euc_kr": "₩"}
_BACKSLASH_OF_AMOUNT = re.compile(r"(?<![\w:.\\/])\\(?=[-−]?[0-9])")
# As browsers do: the five bytes that Windows-1252 leaves open stand for themselves.
_CP1252 = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256))
_AS_CP1252 = {0xDC00 + byte: _CP1252[byte] for byte in range(128, 256)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A text file in UTF-8, without NUL bytes."""

    path: Path
    encoding: str  # of the file that was opened, by its Python name
    scan: Scan  # of the text in UTF-8
    sha256: str  # of the file that was opened
    notices: tuple[Notice, ...]


@dataclass(slots=True)
class _Seen:
    """What was met while a text was written again."""

    words: list[str] = field(default_factory=list)  # that show whether the letters are right
    lost: int = 0  # letters that could not be read
    nuls: int = 0
    currencies: int = 0  # signs of one, where a backslash stood


def in_utf8(source: Source) -> Plain:
    """Return the text of a file in UTF-8, in its scratch folder where it was not, and what is said about it.

    An encoding that is wished is taken; otherwise a mark at the beginning decides, then the bytes. Raises
    FileError where the wish names no encoding of text.
    """
    wished = _known(source.wishes.encoding, source.name)
    encoding, is_sure = wished or _unicode(source.path), True
    if encoding == "utf-8":
        found = scan(source.path)
        if found.encoding == "utf-8":
            return _patched(source, found)
        if not wished:
            guess = guess_encoding(source.path)
            encoding, is_sure = guess.encoding, guess.is_sure
    goal, seen = source.scratch / "letters.csv", _Seen()
    try:
        texts = _decoded(source.path, encoding, seen)
        if sign := _CURRENCIES.get(encoding):
            texts = _with_currency(texts, sign, seen)
        _write(texts, goal)
    except UnicodeError as error:  # UTF-16 without a mark, say: some encodings refuse bytes, asked to or not
        raise FileError("refuse.no_letters", file=source.name, encoding=encoding) from error
    return Plain(
        path=goal,
        encoding=encoding,
        scan=scan(goal),
        sha256=fingerprint(source.path),
        notices=tuple(_said(encoding, seen, is_sure=is_sure)),
    )


def _patched(source: Source, found: Scan) -> Plain:
    """Return a text that is UTF-8 but for a few bytes: those are read as Windows-1252, and said."""
    plain = Plain(path=source.path, encoding="utf-8", scan=found, sha256=found.sha256, notices=())
    if not found.nuls and not found.odd_letters:
        return plain
    goal, seen = source.scratch / "letters.csv", _Seen(nuls=found.nuls)
    _write(_repaired(source.path, seen), goal)
    notices = []
    if found.odd_letters:
        odd: dict[str, Value] = {"count": found.odd_letters, "line": found.odd_line, "words": seen.words}
        notices.append(Notice(code="find.odd_letters", values=odd, level="caution"))
    notices.extend(_said_of_losses(seen))
    return Plain(path=goal, encoding="utf-8", scan=scan(goal), sha256=found.sha256, notices=tuple(notices))


def _unicode(path: Path) -> str:
    """Return which kind of Unicode a text is in, if it is in any."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    is_narrow = not head.translate(None, _ASCII) and head.count(0) < _LEAST_NULS * len(head)
    return "utf-8" if is_narrow else encoding_of(head)


def _known(encoding: str, name: str) -> str:
    """Return the Python name of an encoding that is wished; raises FileError where it is none of text."""
    if not encoding:
        return ""
    try:
        found = codecs.lookup(encoding)
        b"a".decode(encoding, errors="ignore")
    except (LookupError, ValueError) as error:
        raise FileError("refuse.no_letters", file=name, encoding=encoding) from error
    return "utf-8" if found.name in ("utf-8", "utf-8-sig") else found.name


def _said(encoding: str, seen: _Seen, *, is_sure: bool) -> Iterator[Notice]:
    if not encoding.startswith("utf"):
        values: dict[str, Value] = {
            "encoding": title_of(encoding),
            "alphabet": alphabet_of(encoding),
            "words": seen.words,
        }
        code: str = "import.letters" if seen.words else "import.plain_letters"
        yield Notice(code=code, values=values, level="note" if is_sure else "caution")
    if seen.currencies:
        signs: dict[str, Value] = {"count": seen.currencies, "sign": _CURRENCIES[encoding]}
        yield Notice(code="import.currency_sign", values=signs)
    yield from _said_of_losses(seen)


def _said_of_losses(seen: _Seen) -> Iterator[Notice]:
    for code, count in (("find.lost_letters", seen.lost), ("find.removed_marks", seen.nuls)):
        if count:
            yield Notice(code=code, values={"count": count}, level="caution")


def _decoded(path: Path, encoding: str, seen: _Seen) -> Iterator[str]:
    """Yield the text of a file in pieces, without marks at its beginning and without NUL letters."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    is_first = True
    for piece, is_last in _pieces(path):
        if encoding == "cp1252":
            text = codecs.charmap_decode(piece, "strict", _CP1252)[0]
        else:
            text = decoder.decode(piece, final=is_last)
        if is_first and text:
            text, is_first = text.removeprefix("\ufeff"), False
        if "\0" in text:
            seen.nuls += text.count("\0")
            text = text.replace("\0", "")
        seen.lost += text.count(_LOST)
        seen.words = words_of(text, seen.words)
        yield text


def _with_currency(texts: Iterator[str], sign: str, seen: _Seen) -> Iterator[str]:
    """Yield a text in pieces with the sign of a currency where a backslash stands for it."""
    held = ""
    for piece in texts:
        text = held + piece
        end = max(0, len(text) - 1)  # what follows a backslash may be in the next piece
        while end and text[end] == "\\":
            end -= 1
        held = text[end:]
        text, count = _BACKSLASH_OF_AMOUNT.subn(sign, text[:end])
        seen.currencies += count
        yield text
    yield held


def _repaired(path: Path, seen: _Seen) -> Iterator[str]:
    """Yield the text of a file in UTF-8 in pieces, what is not UTF-8 in it read as Windows-1252."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    for piece, is_last in _pieces(path):
        text = decoder.decode(piece.replace(b"\0", b""), final=is_last)
        if ODD_BYTE.search(text):
            odd = [word.translate(_AS_CP1252) for word in _WORD_WITH_ODD_BYTE.findall(text)]
            seen.words = list(dict.fromkeys(seen.words + odd))[:5]
            text = text.translate(_AS_CP1252)
        yield text


def _pieces(path: Path) -> Iterator[tuple[bytes, bool]]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece, False
    yield b"", True


def _write(texts: Iterator[str], goal: Path) -> None:
    with goal.open("wb") as file:
        for text in texts:
            file.write(text.encode("utf-8", errors="replace"))
