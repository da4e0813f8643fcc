"""Records of JSON as rows of text: names that stand deeper get a point, what stands deeper still one cell."""

import csv
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from desktop_app.records.tables import MOST_COLUMNS
from desktop_app.tables.raw import Given
from desktop_app.tables.typed.json_values import Endless, LongNumber, Number, Twofold, Value, as_json

_NUMBER, _LONG, _TRUTH, _WORDS, _NESTED = 1, 2, 4, 8, 16  # kinds of cells
_KINDS: dict[type, int] = {
    Number: _NUMBER,
    LongNumber: _LONG,
    bool: _TRUTH,
    str: _WORDS,
    Endless: 0,
    **dict.fromkeys((list, dict, Twofold), _NESTED),
}
_GIVEN: dict[int, Given] = {_NUMBER: "number", _TRUTH: "yes/no"}
_NUL = "\0"
_COPIED = 1024**2


class Columns:
    """The columns that the records so far have, and what their cells are."""

    def __init__(self) -> None:
        self.places: dict[str | int, int] = {}
        self.twofold = self.endless = self.nuls = self.filled = 0
        self._kinds: list[int] = []

    @property
    def width(self) -> int:
        """How many columns there are by now."""
        return len(self.places)

    @property
    def names(self) -> list[str]:
        """The names; a point stands between those of an object and of what is in it."""
        return ["" if isinstance(key, int) else key.replace(_NUL, ".") for key in self.places]

    @property
    def given(self) -> tuple[Given, ...]:
        """What JSON says of each column; text may be anything."""
        return tuple("words" if kinds & _NESTED else _GIVEN.get(kinds, "") for kinds in self._kinds)

    def nested(self) -> list[int]:
        """Return the places of the columns that hold lists or objects."""
        return [place for place, kinds in enumerate(self._kinds) if kinds & _NESTED]

    def reserve(self, key: str | int) -> None:
        """Make room for a column, whatever its cells."""
        self._place(key)

    def row(self, record: dict[str, Value] | list[Value]) -> list[str]:
        """Return the cells of a record, as many as there are columns by now."""
        cells = [""] * self.width
        self.twofold += isinstance(record, Twofold)
        for key, value in self._flat(record):
            place = self.places.get(key, -1)
            if place < 0:
                place = self._place(key)
            if place == len(cells):
                cells.append("")
            if value is not None:
                kind = _KINDS[type(value)]
                self._kinds[place] |= kind
                self.filled += 1
                cells[place] = str(value) if 0 < kind <= _LONG else self._text(kind, value)
        return cells

    def _flat(self, record: dict[str, Value] | list[Value]) -> Iterator[tuple[str | int, Value]]:
        if isinstance(record, list):
            yield from enumerate(record)
            return
        for name, value in record.items():
            if isinstance(value, dict):
                self.twofold += isinstance(value, Twofold)
                yield from ((f"{name}{_NUL}{part}", inner) for part, inner in value.items())
            else:
                yield name, value

    def _place(self, key: str | int) -> int:
        place = self.places.get(key)
        if place is None:
            place = self.places[key] = len(self.places)
            self._kinds.append(0)
        return place

    def _text(self, kind: int, value: Value) -> str:
        if kind == _WORDS:
            return self._clean(str(value))
        if kind == _TRUTH:
            return "true" if value else "false"
        if kind == _NESTED:
            return self._clean(as_json(value))
        self.endless += 1
        return ""

    def _clean(self, text: str) -> str:
        """Return the text without NUL letters; half a letter of UTF-16 becomes a question mark."""
        if _NUL in text:
            self.nuls += text.count(_NUL)
            text = text.replace(_NUL, "")
        return text if text.isascii() else text.encode("utf-8", errors="replace").decode("utf-8")


class Rows:
    """Rows in a file, the first ones narrower than those that bring new columns."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._writer = csv.writer(self, quoting=csv.QUOTE_ALL, lineterminator="\n")
        self._sizes, self._widths = array("Q"), array("H")

    def __len__(self) -> int:
        return len(self._sizes)

    def add(self, cells: list[str]) -> None:
        """Write one row of at most `MOST_COLUMNS` cells."""
        self._widths.append(min(len(cells), MOST_COLUMNS))
        self._writer.writerow(cells)

    def write(self, text: str) -> int:
        """Take what the writer makes of a row."""
        line = text.encode("utf-8")
        self._sizes.append(len(line))
        return self._file.write(line)

    def is_even(self, width: int) -> bool:
        """Whether every row has that many cells."""
        return self._widths.count(width) == len(self._widths)

    def longest(self, width: int) -> int:
        """Return the bytes of the longest row, were they all of that width."""
        return max(self._sizes, default=0) + 3 * width

    def widen(self, path: Path, goal: Path, width: int) -> None:
        """Write the rows that are in *path* to *goal*, each with *width* cells."""
        with path.open("rb", buffering=_COPIED) as narrow, goal.open("wb", buffering=_COPIED) as wide:
            for size, cells in zip(self._sizes, self._widths, strict=True):
                more = b",".join([b'""'] * (width - cells))
                wide.write(narrow.read(size)[:-1] + (b"," if cells and more else b"") + more + b"\n")
