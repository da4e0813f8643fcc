"""Which records of a text are the rows of its table, and what its columns are called."""

from collections import Counter
from dataclasses import dataclass

from desktop_app.records.notices import Notice
from desktop_app.tables.formulas import without_mark
from desktop_app.tables.place.locating import Place, numbered
from desktop_app.tables.text.edges import Edges
from desktop_app.tables.text.text_records import filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """The rows of a table among the records of a text."""

    place: Place
    header_row: int  # of the file, from 1; 0: none
    first: int  # of the rows, as an index of the records with something in them
    end: int  # behind the last one
    totals: tuple[int, ...]  # between them, and left out
    headings: tuple[str, ...]  # one for each cell of most rows
    width: int  # cells of most rows, and of the names
    marked_headings: int  # from which our mark was taken off

    @property
    def is_empty(self) -> bool:
        """Whether there is not a single row."""
        return self.first >= self.end

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is said about names, titles, footers and totals."""
        return numbered(self.place, self.header_row or 1)


def region_of(edges: Edges, place: Place) -> Region:
    """Return the rows of the table that stands at this place among the records of a text."""
    end = edges.rows - place.left_below
    totals = set(place.totals)
    first = place.first
    while first in totals:
        totals.discard(first)
        first += 1
    while end - 1 in totals:
        end -= 1
        totals.discard(end)
    headings = _headings(edges, place)
    return Region(
        place=place,
        header_row=edges.row(place.header).number if place.header >= 0 else 0,
        first=first,
        end=end,
        totals=tuple(sorted(totals)),
        headings=tuple(map(without_mark, headings)),
        width=len(headings),
        marked_headings=sum(without_mark(heading) != heading for heading in headings),
    )


def _headings(edges: Edges, place: Place) -> list[str]:
    """Return a name for each cell of most rows; empty where there is none."""
    named = dict(zip(place.columns, place.names, strict=True))
    last = max((column for column, name in named.items() if name), default=-1) + 1
    widths = Counter(len(filled([*record.cells], last)) for record in edges.head[place.first :])
    usual = max(widths, key=lambda width: (widths[width], width), default=0)
    if widths[usual] * 2 <= widths.total() and last:
        usual = 0  # hardly two rows are alike: the names say how many columns there are
    return [named.get(column, "") for column in range(max(last, usual, 1))]
