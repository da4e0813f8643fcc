"""Which rows of a file hold the names of its columns, and which stand above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.tables.place.cell_kinds import Kind, is_year, kind_of, kinds_below

Row = Sequence[str]

_MOST_TITLES = 40  # rows above the names
_MOST_LINES = 3  # of names
_BODY = 60  # rows by which the kind of a column is found
_LEAST_BODY = 4  # rows
_SEQUENCE = 3  # numbers in a row, one higher than the other, that may be names


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Which rows hold the names."""

    last: int  # -1: none
    lines: int
    first_row: int  # of the table
    titles: int  # rows above the names, or above the table where it has none


def find_names(head: list[list[str]], width: int, wished: int | None) -> Names:
    """Return which rows hold the names."""
    if wished:
        last = min(wished, len(head)) - 1
        lines = 1 + _groups_above(head, last)
        return Names(last=last, lines=lines, first_row=last + 1, titles=last + 1 - lines)
    titles = _titles(head, width)
    if titles >= len(head):
        return Names(last=-1, lines=0, first_row=0, titles=0)
    kinds = kinds_below(head[titles + 1 : titles + 1 + _BODY], width)
    if wished == 0 or not _are_names(head[titles], kinds) or _comes_again(head[titles], head[titles + 1 :]):
        return Names(last=-1, lines=0, first_row=titles, titles=titles)
    last = titles
    while last - titles + 1 < _MOST_LINES and _goes_on(head, last, width):
        last += 1
    lines = last - titles + 1 + _groups_above(head, titles)
    return Names(last=last, lines=lines, first_row=last + 1, titles=last + 1 - lines)


def _titles(head: list[list[str]], width: int) -> int:
    """Return how many rows stand above the names, or above the rows where there are none."""
    usual = _usual_fill(head)
    for number, row in enumerate(head[: _MOST_TITLES + 1]):
        if _fill(row) > usual / 2 and not _is_form(row):
            if number and _is_table_from(head, number, width):
                return number
            return _short_titles(head, width, usual)
    return 0


def _short_titles(head: list[list[str]], width: int, usual: int) -> int:
    """Return how many rows with nearly as many cells as others stand above undoubted names."""
    for number, row in enumerate(head[: _MOST_TITLES + 1]):
        if number and _fill(row) >= usual and _certain_names(row, kinds_below(head[number + 1 :], width)) > 1:
            return number
        if not row[0] or (_fill(row) >= usual and not _is_form(row)):
            return 0
    return 0


def _is_table_from(head: list[list[str]], number: int, width: int) -> bool:
    """Whether a table begins in this row, and what stands above it is no names of it."""
    kinds = kinds_below(head[number + 1 : number + 1 + _BODY], width)
    if _are_names(head[number], kinds):
        return True
    return all(_is_title(row, width) for row in head[:number])


def _is_title(row: Row, width: int) -> bool:
    """Whether a row is a title also where no names follow: one text of several words or in a short row."""
    cells = [cell for cell in row if cell]
    return len(cells) == 1 and kind_of(cells[0]) == "words" and (" " in cells[0] or len(row) < width)


def _usual_fill(head: list[list[str]]) -> int:
    """Return how many cells of a row are filled, in most rows that have many."""
    fills = sorted(map(_fill, head), reverse=True)
    return max(((fill * count, fill) for count, fill in enumerate(fills, start=1)), default=(0, 0))[1]


def _fill(row: Row) -> int:
    return sum(map(bool, row))


def _is_form(row: Row) -> bool:
    """Whether a row holds a word with a colon and what is filled in behind it, as above a report."""
    return any(left.endswith(":") and right for left, right in pairwise(row)) and not row[0].isdigit()


def _are_names(row: Row, below: tuple[Kind, ...]) -> bool:
    """Whether a row names the columns, by the kinds of cells below it; words above words are names."""
    kinds = [kind_of(cell) for cell in row]
    found = set(kinds) - {"", "mark"}
    numbers = [cell for cell, kind in zip(row, kinds, strict=True) if kind == "number"]
    if "words" not in found:
        return found == {"number"} and (_are_years(row, below) or (not row[0] and _are_counted(numbers)))
    if not any(below):  # the only row: names, where it holds nothing but words
        return found == {"words"} or all(map(is_year, numbers))
    are_counted = _are_counted(numbers) or all(map(is_year, numbers))
    names = values = 0
    for kind, under in zip(kinds, below, strict=False):
        if under in ("", "words") or kind in ("", "mark"):
            continue
        is_name = kind != under.replace("year", "number") or (are_counted and under == "number")
        names += is_name
        values += not is_name
    return names >= values


def _comes_again(row: Row, body: Sequence[Row]) -> bool:
    """Whether each cell of a row stands in its column again: no name does."""
    filled = [(place, cell) for place, cell in enumerate(row) if cell]
    return len(body) >= _LEAST_BODY and all(
        any(place < len(below) and below[place] == cell for below in body) for place, cell in filled
    )


def _are_years(row: Row, below: tuple[Kind, ...]) -> bool:
    """Whether a row of numbers alone counts years, above a table of numbers."""
    cells = [cell for cell in row if cell]
    return len(cells) > 1 and all(map(is_year, cells)) and _are_counted(cells, least=2) and "number" in below


def _are_counted(cells: Sequence[str], least: int = _SEQUENCE) -> bool:
    """Whether each of these numbers is the one before and one."""
    if len(cells) < least or not all(cell.isdecimal() for cell in cells):
        return False
    return all(int(right) == int(left) + 1 for left, right in pairwise(cells))


def _certain_names(row: Row, below: tuple[Kind, ...]) -> int:
    """Return above how many columns of values a row has words; 0 where it has a value above one."""
    above = [
        kind_of(cell) for cell, under in zip(row, below, strict=False) if under not in ("", "words") and cell
    ]
    return 0 if set(above) - {"words"} else len(above)


def _goes_on(head: list[list[str]], last: int, width: int) -> bool:
    """Whether the row below the names holds names as well: no value above any column of values."""
    row, body = head[last + 1] if last + 1 < len(head) else [], head[last + 2 : last + 2 + _BODY]
    if len(body) < 2:
        return False
    below = kinds_below(body, width)
    valued = [place for place, kind in enumerate(below) if kind not in ("", "words")]
    above = [row[place] if place < len(row) else "" for place in valued]
    are_named = [kind_of(cell) == "words" for cell in above]
    are_years = [
        is_year(cell) and below[place] == "number" for cell, place in zip(above, valued, strict=True)
    ]
    if not valued or not all(map(max, are_named, are_years)):
        return False
    if any(kind_of(cells[place]) == "words" for cells in body for place in valued if place < len(cells)):
        return False
    has_gaps = _fill(head[last]) < _usual_fill(head) or not row[0]
    return has_gaps or len(valued) > 1 or above[0].startswith(("(", "["))


def _groups_above(head: list[list[str]], names: int) -> int:
    """Return how many rows above the names group them: merged cells, which do not begin at the left."""
    groups = 0
    while names - groups > 0 and groups + 1 < _MOST_LINES:
        above, below = head[names - groups - 1], head[names - groups]
        if not _is_group(above, below):
            break
        groups += 1
    return groups


def _is_group(above: Row, below: Row) -> bool:
    if not any(above) or _is_form(above) or not any(below):
        return False
    if _place(above) > _place(below):
        return True
    filled = [cell for cell in below if cell]
    return _fill(above) > 1 and len(set(filled)) < len(filled)


def _place(row: Row) -> int:
    """Return where the first filled cell is."""
    return next(place for place, cell in enumerate(row) if cell)
