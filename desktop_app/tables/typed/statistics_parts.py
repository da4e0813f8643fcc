"""Files of SPSS, Stata and SAS taken apart by pyreadstat, some rows at a time, into typed Parquet files."""

import codecs
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from desktop_app.errors import FileError
from desktop_app.language import _
from desktop_app.tables.raw import Source, check_width
from desktop_app.tables.text.alphabets import words_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Program = Literal["sav", "por", "dta", "sas7bdat", "xpt"]
Code = float | str

_CELLS = 4_000_000  # that are read at a time
_LEAST_ROWS = 1_000
_COLUMNS = 200
_UTF8, _ANSI = "utf-8", "cp1252"
_KNOWN = (ArithmeticError, LookupError, TypeError, ValueError)  # of pyreadstat, for a file that is broken
_READERS = {
    "sav": "read_sav",
    "por": "read_por",
    "dta": "read_dta",
    "sas7bdat": "read_sas7bdat",
    "xpt": "read_xport",
}
_KNOWS_MISSING = ("sav", "dta", "sas7bdat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A column as the file describes it."""

    name: str
    text: str  # what it means, in the file's words
    is_words: bool
    is_short: bool  # a number of 7 digits at most
    format: str  # in which its program shows it
    labels: Mapping[Code, str]  # what its codes stand for
    missing: tuple[tuple[Code, Code], ...]  # from and to: codes that stand for no value


@dataclass(slots=True)
class Parts:
    """A file taken apart: `c0`, `c1`, ... of the Parquet files *paths* are DOUBLE or VARCHAR."""

    variables: list[Variable] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    rows: int = 0
    encoding: str = ""  # where the file does not say it
    words: list[str] | None = None  # that show how it is read, where that had to be guessed
    marks: dict[int, Counter[str]] = field(default_factory=dict)  # kinds of "no value" (.a, .b) by column


def take_apart(source: Source, kind: Program, duck: "DuckDBPyConnection") -> Parts:
    """Return the parts of a file, which are then in its scratch folder; raises FileError."""
    reader = _Reader(source, kind)
    about = reader.read(metadataonly=True)[1]
    check_width(len(about.column_names), source.name)
    if not about.column_names:
        raise FileError("refuse.empty", file=source.name)
    parts = Parts(variables=list(_variables(about)))
    step = max(_LEAST_ROWS, _CELLS // len(parts.variables))
    while (about.number_rows or parts.rows + 1) > parts.rows:
        columns = reader.columns(about, parts.rows, step)
        if columns[0]:
            _write(duck, parts, columns, source.scratch)
        if len(columns[0]) < step:
            break
    parts.encoding = reader.encoding
    if reader.encoding == _ANSI and not source.wishes.encoding:
        parts.words = reader.words
    return parts


class _Reader:
    """Reads some rows of a file; where its text is not in the letters it says, in Windows-1252."""

    def __init__(self, source: Source, kind: Program) -> None:
        self._source, self._kind = source, kind
        self._always: dict[str, Any] = {"output_format": "dict", "disable_datetime_conversion": True}
        if kind in _KNOWS_MISSING:
            self._always["user_missing"] = True
        wished = source.wishes.encoding
        is_unsaid = kind == "dta" and not source.wishes.encoding
        self._letters = [_of_iconv(wished)] if wished else [_UTF8 if is_unsaid else "", _ANSI]
        self.words: list[str] = []  # that show whether the letters are right

    @property
    def encoding(self) -> str:
        """In which letters the text is read, where the file does not say it."""
        return self._letters[0]

    def columns(self, about: Any, offset: int, rows: int) -> list[list[Any]]:
        """Return the cells of some rows, column by column."""
        names = about.column_names
        # Where a file does not say how many rows it has, room is made for 100,000 of each column.
        step = len(names) if about.number_rows else _COLUMNS
        columns: list[list[Any]] = []
        for start in range(0, len(names), step):
            which = {"usecols": names[start : start + step]} if step < len(names) else {}
            columns += self.read(row_offset=offset, row_limit=rows, **which)[0].values()
        if len(columns) != len(names) or len({len(cells) for cells in columns}) != 1:
            raise self._damaged()
        if self.encoding == _ANSI:
            for cells in columns:
                self.words = words_of(" ".join(cell for cell in cells if isinstance(cell, str)), self.words)
        return columns

    def read(self, **which: Any) -> tuple[dict[str, list[Any]], Any]:
        """Return what pyreadstat makes of the file; raises FileError."""
        import pyreadstat

        known = (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, *_KNOWN)
        function = getattr(pyreadstat, _READERS[self._kind])
        letters = {"encoding": self.encoding} if self.encoding and self._kind != "por" else {}
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found: tuple[dict[str, list[Any]], Any] = function(
                    str(self._source.path), **self._always, **letters, **which
                )
                return found
        except known as error:
            if len(self._letters) == 1 or self._kind == "por" or not _is_of_letters(error):
                raise self._damaged() from error
            del self._letters[0]
            return self.read(**which)

    def _damaged(self) -> FileError:
        return FileError("refuse.damaged", file=self._source.name, what=_("its cells cannot be read"))


def _of_iconv(encoding: str) -> str:
    """Return the name by which pyreadstat knows an encoding."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return encoding
    return {"mac-roman": "MACINTOSH"}.get(name, name)


def _is_of_letters(error: Exception) -> bool:
    return isinstance(error, UnicodeError) or "encoding" in str(error) or "character set" in str(error)


def _variables(about: Any) -> Iterator[Variable]:
    for name in about.column_names:
        kind = about.readstat_variable_types.get(name, "")
        ranges = about.missing_ranges.get(name, ())
        yield Variable(
            name=name,
            text=(about.column_names_to_labels.get(name) or "").strip(),
            is_words=kind.startswith("string"),
            is_short=kind == "float",
            format=about.original_variable_types.get(name) or "",
            labels={
                code: text for code, text in about.variable_value_labels.get(name, {}).items() if text.strip()
            },
            missing=tuple((one["lo"], one["hi"]) for one in ranges),
        )


def _write(duck: "DuckDBPyConnection", parts: Parts, columns: Sequence[list[Any]], folder: Path) -> None:
    """Write some rows into a Parquet file of their own."""
    import numpy as np
    import pandas as pd

    frame: dict[str, Any] = {}
    for place, (variable, cells) in enumerate(zip(parts.variables, columns, strict=True)):
        if variable.is_words:
            frame[f"c{place}"] = pd.Series(
                [cell if isinstance(cell, str) else None for cell in cells], dtype="str"
            )
        else:
            frame[f"c{place}"] = np.array(_numbers(parts, place, cells), dtype="float64")
    path = folder / f"part {len(parts.paths)}.parquet"
    duck.register("rows_read", pd.DataFrame(frame))
    duck.execute("COPY rows_read TO ? (FORMAT parquet)", [str(path)])
    duck.unregister("rows_read")
    parts.paths.append(path)
    parts.rows += len(columns[0])


def _numbers(parts: Parts, place: int, cells: list[Any]) -> list[Any]:
    """Return numbers; a letter among them is a kind of "no value", and counted."""
    marks = Counter(cell for cell in cells if isinstance(cell, str))
    if not marks:
        return cells
    parts.marks[place] = parts.marks.get(place, Counter()) + marks
    return [None if isinstance(cell, str) else cell for cell in cells]
