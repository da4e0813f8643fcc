"""JSON files: records, lines of records, columns, or a table within a document."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.language import _, size
from desktop_app.records.notices import Notice
from desktop_app.records.notices import Value as Shown
from desktop_app.records.tables import Recipe
from desktop_app.tables.raw import Raw, Source, Text, check_width, load
from desktop_app.tables.text.letters import in_utf8
from desktop_app.tables.typed.json_rows import Columns, Rows
from desktop_app.tables.typed.json_tables import Found, Record, features_of, find_table
from desktop_app.tables.typed.json_values import (
    LARGEST_VALUE,
    JsonError,
    Number,
    TooLargeError,
    Value,
    elements,
)
from desktop_app.tables.typed.parquet_files import said_of_nested

_SPARSE = 20_000_000  # cells, where hardly one is filled
_HARDLY = 0.02


@dataclass(slots=True)
class _Table:
    """The rows of a file on their way."""

    rows: Iterator[Value]
    names: tuple[str, ...] | None = None  # where rows are lists
    header: int = 1
    notices: list[Notice] = field(default_factory=list)
    others: int = 0  # values that are no rows


def read_json(source: Source) -> Raw:
    """Return the records of a JSON file as rows, every cell as text and each number as it is written.

    What stands in an object of a record becomes a column of its own; what stands deeper is one cell of JSON,
    which is said. Raises FileError where there is no table or no JSON.
    """
    plain = in_utf8(source)
    narrow, goal = source.scratch / "records.csv", source.scratch / "raw.parquet"
    columns = Columns()
    with _refusals(source.name), plain.path.open(encoding="utf-8-sig", newline="") as file:
        table = _find(elements(file), source)
        with narrow.open("wb") as copy:
            rows = Rows(copy)
            _write(table, columns, rows, source.name)
    if not columns.width or not len(rows):
        raise FileError("refuse.header_only" if table.names else "refuse.empty", file=source.name)
    _load(rows, narrow, columns.width, goal)
    headings = columns.names
    headings[: len(table.names or ())] = table.names or ()
    return Raw(
        path=goal,
        headings=tuple(headings),
        rows=len(rows),
        recipe=Recipe(format="json", encoding=plain.encoding, header=table.header),
        notices=(*plain.notices, *table.notices, *_said(columns, table.others, headings)),
        sha256=plain.sha256,
        given=columns.given,
    )


@contextmanager
def _refusals(name: str) -> Iterator[None]:
    """Say why a text is no table in JSON."""
    try:
        yield
    except JsonError as error:
        what = _("line {line} is not JSON").format(line=error.line)
        raise FileError("refuse.damaged", file=name, what=what) from error
    except RecursionError as error:
        raise FileError("refuse.damaged", file=name, what=_("it is nested too deeply")) from error
    except TooLargeError as error:
        more = _("more than {size}").format(size=size(LARGEST_VALUE))
        raise FileError("refuse.too_big", file=name, size=more, limit=size(LARGEST_VALUE)) from error


def _find(values: Iterator[tuple[Value, bool]], source: Source) -> _Table:
    """Return the rows among the values of a file."""
    first = list(islice(values, 2))
    if not first:
        raise FileError("refuse.empty", file=source.name)
    value, is_element = first[0]
    if len(first) > 1 or is_element:
        return _of_lists(
            _Table(rows=features_of(chain((one for one, _is in first), (one for one, _is in values)))), source
        )
    found = find_table(value) if isinstance(value, dict) else None
    if not found:
        raise FileError("refuse.not_table", file=source.name, kind=_("JSON without a list of records"))
    table = _Table(rows=features_of(found.rows), names=found.names, notices=list(_said_of_place(found)))
    return table if found.names else _of_lists(table, source)


def _of_lists(table: _Table, source: Source) -> _Table:
    """Return the table with its names, where the rows are lists and one of them holds the names."""
    first = next(table.rows, None)
    if not isinstance(first, list):
        table.rows = chain([first], table.rows)
        return table
    wish = source.wishes.header
    for _above in range((wish or 1) - 1):
        first = next(table.rows, None)
    if wish or (wish is None and _are_names(first)):
        cells = first if isinstance(first, list) else []
        table.names, table.header = tuple(str(cell or "") for cell in cells), wish or 1
    else:
        table.rows, table.header = chain([first], table.rows), 0
    return table


def _are_names(row: Value) -> bool:
    if not isinstance(row, list):
        return False
    words = {cell for cell in row if isinstance(cell, str) and not isinstance(cell, Number) and cell.strip()}
    return 0 < len(words) == len(row)


def _write(table: _Table, columns: Columns, rows: Rows, name: str) -> None:
    for place in range(len(table.names or ())):
        columns.reserve(place)
    for record in table.rows:
        if not isinstance(record, dict | list):
            table.others += 1
            continue
        known: Record = record
        rows.add(columns.row(known))
        check_width(columns.width, name)
        cells = len(rows) * columns.width
        if cells > _SPARSE and columns.filled < _HARDLY * cells:
            kind = _("JSON whose records have hardly a name in common")
            raise FileError("refuse.not_table", file=name, kind=kind)
    if table.others and not len(rows):
        raise FileError("refuse.not_table", file=name, kind=_("JSON without a list of records"))


def _load(rows: Rows, narrow: Path, width: int, goal: Path) -> None:
    path = narrow
    if not rows.is_even(width):
        path = narrow.with_name("wide.csv")
        rows.widen(narrow, path, width)
        narrow.unlink()
    text = Text(path=path, delimiter=",", width=width, has_headings=False, longest=rows.longest(width))
    load(text, goal, len(rows))
    path.unlink()


def _said_of_place(found: Found) -> Iterator[Notice]:
    """Yield what is said about the rest of a document."""
    if found.lists > 1:
        values: dict[str, Shown] = {"key": found.key, "count": found.lists}
        yield Notice(code="import.longest_list", values=values, level="caution")
    elif found.key:
        yield Notice(code="import.list_within", values={"key": found.key})
    if found.beside:
        values = {"count": len(found.beside), "names": list(found.beside)}
        yield Notice(code="import.beside", values=values)


def _said(columns: Columns, others: int, headings: list[str]) -> Iterator[Notice]:
    """Yield what is said about the cells."""
    if nested := columns.nested():
        yield said_of_nested([headings[place] for place in nested])
    counts = {
        "find.no_records": others,
        "find.twofold_names": columns.twofold,
        "find.endless": columns.endless,
        "find.removed_marks": columns.nuls,
    }
    for code, count in counts.items():
        if count:
            yield Notice(code=code, values={"count": count}, level="caution")
