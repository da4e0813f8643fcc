"""The answers as cells of a sheet: numbers as numbers, and every text as text, whatever it begins with."""

import math
import re
from collections.abc import Mapping, Sequence

from desktop_app.errors import SaveError
from desktop_app.language import _
from desktop_app.tables.books.ranges import letters_of

Answer = str | float | bool | None

_LONGEST_CELL = 32_767  # letters
_MOST_KEPT = 10_000  # texts that are met again and again
# What XML has no letters for is written as Excel does it, and so is what would be read as if it were.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKS = re.compile("[&<>]")


class NewCells:
    """Writes the cells of the added columns; *first* is the first of them, counted from 0."""

    def __init__(self, first: int, prefix: str, encoding: str, name: str) -> None:
        self._prefix, self._encoding, self._name = prefix, encoding, name
        self._first = first
        self._kept: dict[str, bytes] = {}
        self._starts: dict[int, bytes] = {}

    def write(self, row: int, answers: Sequence[Answer], styles: Mapping[int, bytes]) -> list[bytes]:
        """Return a cell for each answer, nothing where there is none; *row* counts from 1.

        *styles* are those of some columns. Raises SaveError where a text is too long for a cell.
        """
        number = b"%d" % row
        return [
            self._cell(column, number, answer, styles.get(column))
            for column, answer in enumerate(answers, start=self._first)
        ]

    def _cell(self, column: int, number: bytes, answer: Answer, style: bytes | None) -> bytes:
        content = self._content(answer)
        if not content and style is None:
            return b""
        start = self._start(column) + number + b'"'
        if style is not None:
            start += b' s="%b"' % style
        return start + (content or b"/>")

    def _start(self, column: int) -> bytes:
        if column not in self._starts:
            self._starts[column] = f'<{self._prefix}c r="{letters_of(column)}'.encode()
        return self._starts[column]

    def _content(self, answer: Answer) -> bytes:
        """Return what follows the place and the style of a cell."""
        if isinstance(answer, bool):
            return b' t="b"' + self._number(str(int(answer)))
        if isinstance(answer, float | int):
            return self._number(repr(answer).removesuffix(".0")) if math.isfinite(answer) else b""
        text = "" if answer is None else str(answer)
        if text not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[text] = self._text(text) if text else b""
        return self._kept[text]

    def _number(self, written: str) -> bytes:
        return f"><{self._prefix}v>{written}</{self._prefix}v></{self._prefix}c>".encode()

    def _text(self, text: str) -> bytes:
        if len(text) > _LONGEST_CELL:
            reason = _("an Excel cell holds 32,767 letters, and one of these has more; save it as CSV")
            raise SaveError("save.failed", file=self._name, reason=reason)
        kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
        p = self._prefix
        written = f"<{p}is><{p}t{kept}>{in_xml(text)}</{p}t></{p}is></{p}c>"
        return b' t="inlineStr">' + written.encode(self._encoding, "xmlcharrefreplace")


def in_xml(text: str) -> str:
    """Return a text as it stands in XML, by the rules that Excel adds."""
    text = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return _MARKS.sub(lambda found: _MARKUP[found[0]], text)
