"""A table with the answers to its rows as several files: each a part of the rows, all in their order."""

from dataclasses import replace
from pathlib import Path

from desktop_app.errors import UsageError
from desktop_app.records.written import Parts, Written, WrittenPart
from desktop_app.tables.out.outgoing import only_part, outgoing
from desktop_app.tables.out.placing import placed
from desktop_app.tables.out.workbook.new_columns import Answered
from desktop_app.tables.out.writing import write_going, writing

MOST_PARTS = 10_000  # to look one up takes longer, the more there are
_DIGITS = 5  # of the number of a part, so that their names have the order of the rows


def check_parts(parts: Parts, rows: int) -> None:
    """Raise UsageError where so many rows would be too many parts."""
    if (count := len(_starts(parts, rows))) > MOST_PARTS:
        raise UsageError("parts.many", rows=parts.rows, count=count, most=MOST_PARTS)


def write_parts(answered: Answered, out: Path, parts: Parts) -> Written:
    """Write a table and the answers to its rows into the folder *out*, as part-00001 and so on.

    Each has the same columns, under the same headings. Raises as `write_answers` does.
    """
    folder, table, answers = answered.folder, answered.table, answered.answers
    written: list[Written] = []
    told: list[WrittenPart] = []
    with writing(folder, table) as duck:
        whole = outgoing(duck, folder, table, answers, answered.headings)
        for number, start in enumerate(_starts(parts, table.rows), start=1):
            rows = range(start, min(start + parts.rows, table.rows))
            going = only_part(whole, folder, table, answers, rows)
            file = out / f"part-{number:0{_DIGITS}}{parts.ending}"
            with placed(file) as goal:
                written.append(write_going(duck, going, table, goal, file))
            told.append(WrittenPart(name=file.name, rows=len(rows)))
    return replace(
        written[0],
        path=str(out),
        size=sum(one.size for one in written),
        marked_cells=sum(one.marked_cells for one in written),
        parts=tuple(told),
    )


def _starts(parts: Parts, rows: int) -> range:
    return range(0, max(1, rows), parts.rows)
