"""A table with the answers to its rows as several files: each a part of the rows, all in their order."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import UsageError
from desktop_app.records.written import Parts, Written, WrittenPart
from desktop_app.tables.out.outgoing import outgoing
from desktop_app.tables.out.placing import placed
from desktop_app.tables.out.workbook.new_columns import Answered
from desktop_app.tables.out.writing import write_going, writing

MOST_PARTS = 10_000  # to look one up takes longer, the more there are
_DIGITS = 5  # of the number of a part, so that their names have the order of the rows


def check_parts(parts: Parts, rows: int) -> None:
    """Raise UsageError where so many rows would be too many parts."""
    if (count := parts_in(parts, rows)) > MOST_PARTS:
        raise UsageError("parts.many", rows=parts.rows, count=count, most=MOST_PARTS)


def parts_in(parts: Parts, rows: int) -> int:
    """Return how many parts so many rows are."""
    return max(1, -(-rows // parts.rows))


def write_parts(answered: Answered, out: Path, parts: Parts) -> Written:
    """Write a table and the answers to its rows into the folder *out*, as part-00001 and so on.

    Each has the same columns, under the same headings. Raises as `write_answers` does.
    """
    rows = answered.table.rows
    return in_parts(write_some(answered, out, parts, range(parts_in(parts, rows))), out, parts, rows)


def write_some(answered: Answered, out: Path, parts: Parts, numbers: range) -> list[Written]:
    """Write some of the parts, of which the first has the number 0; raises the same."""
    folder, table, answers = answered.folder, answered.table, answered.answers
    written = []
    with writing(folder, table) as duck:
        for number in numbers:
            rows = _rows_of(number, parts, table.rows)
            going = outgoing(duck, folder, table, answers, answered.headings, rows)
            going = replace(going, is_headed=parts.are_headed or number == 0)
            file = out / f"part-{number + 1:0{_DIGITS}}{parts.ending}"
            with placed(file) as goal:
                written.append(write_going(duck, going, table, goal, file))
    return written


def in_parts(written: Sequence[Written], out: Path, parts: Parts, rows: int) -> Written:
    """Return what is told of all parts together, which lie in the folder *out*."""
    told = (
        WrittenPart(name=Path(one.path).name, rows=len(_rows_of(number, parts, rows)))
        for number, one in enumerate(written)
    )
    return replace(_together(written, out), parts=tuple(told))


def put_end_to_end(written: Sequence[Written], out: Path) -> Written:
    """Make one file of parts of which the first alone has headings; raises SaveError."""
    with placed(out) as goal, goal.open("wb") as whole:
        for one in written:
            with Path(one.path).open("rb") as part:
                shutil.copyfileobj(part, whole, 1024**2)
    return _together(written, out)


def _together(written: Sequence[Written], out: Path) -> Written:
    return replace(
        written[0],
        path=str(out),
        size=sum(one.size for one in written),
        marked_cells=sum(one.marked_cells for one in written),
    )


def _rows_of(number: int, parts: Parts, rows: int) -> range:
    return range(rows)[number * parts.rows : (number + 1) * parts.rows]
