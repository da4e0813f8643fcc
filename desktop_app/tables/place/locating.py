"""Where the table is among the rows of a file: its names, its rows, and what stands above and below it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Wishes
from desktop_app.tables.place.endings import Ending, find_ending
from desktop_app.tables.place.name_rows import Names, find_names
from desktop_app.tables.place.second_tables import second_table

Row = Sequence[str]

_MOST_CELLS = 60_000  # that are looked at: of a wide table, fewer rows
_LEAST_ROWS = 12
_LEAST_NAMED = 3  # rows that begin with a name
_TAIL = 50
_LONGEST_SHOWN = 60  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the table is. Rows are counted from 0, among those of the file that are not empty."""

    header: int  # the last line of names; -1: there are none
    header_rows: int  # lines of names
    names: tuple[str, ...]  # one for each kept column, empty where the file has none
    columns: tuple[int, ...]  # positions of the kept columns
    first: int  # row of the table
    left_below: int  # rows at the end that do not belong to the table
    totals: tuple[int, ...]  # rows that are totals of the others
    titles: tuple[str, ...]  # the text above the names
    notices: tuple[Notice, ...]


def locate(head: Sequence[Row], tail: Sequence[Row], rows: int, wishes: Wishes) -> Place:
    """Return where the table is in a file of *rows* rows that are not empty, by its first and last ones.

    *head* and *tail* may overlap. `wishes.header` counts the rows of *head* (from 1): who leaves out empty
    rows translates it. Only where something is certain does a row leave the table, and that is said.
    """
    head, tail = _cleaned(head), _cleaned(tail)
    width = max(map(len, [*head, *tail]), default=0)
    seen = head[: max(_LEAST_ROWS, _MOST_CELLS // max(1, width))]
    names = find_names(seen, width, wishes.header)
    is_free = wishes.header is None and not wishes.keep_all
    if is_free and rows <= len(seen) and (start := second_table(seen, names.first_row)):
        return _larger(seen, start, names, wishes)
    ending = Ending()
    if not wishes.keep_all:
        body = head[names.first_row :]
        ending = find_ending(body, tail, rows - names.first_row, lines=_lines(head, names))
        ending = ending.moved_by(names.first_row)
    headings = _joined(_lines(head, names), width)
    are_shifted = names.lines == 1 and _lack_one(head[names.last], head[names.first_row :])
    headings = ["", *headings[:-1]] if are_shifted else headings
    is_whole = rows <= len(head)
    kept = _columns(headings, head[names.first_row :], width) if is_whole else tuple(range(width))
    titles = tuple(_text(row) for row in head[: names.titles])
    said = _said_of_names(names, titles, is_wished=wishes.header is not None)
    return Place(
        header=names.last,
        header_rows=names.lines,
        names=tuple(headings[place] for place in kept),
        columns=kept,
        first=names.first_row,
        left_below=ending.left_below,
        totals=ending.totals,
        titles=titles,
        notices=(*said, *[Notice(code="import.row_names")] * are_shifted, *ending.notices),
    )


def _larger(rows: list[list[str]], start: int, names: Names, wishes: Wishes) -> Place:
    """Return where the larger of two tables is, the second of which begins with this row."""
    is_second = len(rows) - start > start - names.first_row
    kept, other = (rows[start:], rows[:start]) if is_second else (rows[:start], rows[start:])
    place = locate(kept, kept[-_TAIL:], len(kept), wishes)
    shift = start if is_second else 0
    notice = Notice(
        code="import.other_table", values={"count": len(other), "text": _text(other[0])[:_LONGEST_SHOWN]}
    )
    return replace(
        place,
        header=place.header + shift if place.header_rows else -1,
        first=place.first + shift,
        totals=tuple(total + shift for total in place.totals),
        left_below=place.left_below + (0 if is_second else len(other)),
        notices=(*place.notices, notice),
    )


def numbered(place: Place, row: int) -> tuple[Notice, ...]:
    """Return what is said of a place, where its last line of names is this row (from 1) of the file."""
    rows: dict[str, Value] = {"row": row}
    code = "import.header"
    if place.header_rows > 1:
        rows["first"], code = row - place.header_rows + 1, "import.header_rows"
    said = [
        replace(notice, code=code, values={**notice.values, **rows})
        if notice.code == "import.header"
        else notice
        for notice in place.notices
    ]
    if place.header_rows > 1 and code not in [notice.code for notice in said]:
        said.insert(0, Notice(code="import.name_rows", values=rows))
    return tuple(said)


def _cleaned(rows: Sequence[Row]) -> list[list[str]]:
    return [[cell.strip() for cell in row] for row in rows]


def _lines(head: list[list[str]], names: Names) -> list[list[str]]:
    return head[names.last + 1 - names.lines : names.last + 1] if names.lines else []


def _joined(lines: list[list[str]], width: int) -> list[str]:
    """Return one name for each column: its cells from the top, merged ones for all that they stand above."""
    padded = [line + [""] * (width - len(line)) for line in lines]
    for upper, lower in pairwise(padded):
        for place in range(1, width):
            if not upper[place] and lower[place] and lower[place - 1]:
                upper[place] = upper[place - 1]
    return [
        " ".join(dict.fromkeys(cell for cell in cells if cell)) for cells in zip(*padded, strict=True)
    ] or [""] * width


def _lack_one(names: Row, body: Sequence[Row]) -> bool:
    """Whether the names stand one column too far left: each row begins with a name of its own."""
    width = len(names) + 1
    if len(body) < _LEAST_NAMED or not all(names) or any(len(row) != width for row in body):
        return False
    firsts = [row[0] for row in body]
    return all(row[-1] for row in body[:_LEAST_NAMED]) and all(firsts) and len(set(firsts)) == len(firsts)


def _columns(headings: Sequence[str], rows: Sequence[Row], width: int) -> tuple[int, ...]:
    """Return the columns that have a name or a cell."""
    filled = {place for row in rows for place, cell in enumerate(row) if cell}
    return tuple(place for place in range(width) if headings[place] or place in filled)


def _text(row: Row) -> str:
    return " ".join(cell for cell in row if cell)


def _said_of_names(names: Names, titles: tuple[str, ...], *, is_wished: bool) -> list[Notice]:
    said = []
    if titles:
        values: dict[str, Value] = {"row": names.last + 1, "count": len(titles), "titles": list(titles[:5])}
        said.append(Notice(code="import.header" if names.lines else "import.titles", values=values))
    if not names.lines and not is_wished:
        said.append(Notice(code="import.no_header", level="caution"))
    return said
