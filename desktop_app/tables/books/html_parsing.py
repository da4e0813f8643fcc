"""The tables of a web page, by Python's own parser; a table within a cell is a table of its own."""

from collections.abc import Iterator
from html.parser import HTMLParser

from desktop_app.records.tables import MOST_COLUMNS
from desktop_app.tables.books.sheet_cells import Cell

_MOST_CELLS = 5_000_000
_MOST_TABLES = 10_000
_DEEPEST = 50  # tables within tables
_LONGEST_SPAN = 5  # digits
_LONGEST_TAG = 4 * 1024**2  # letters that wait for the end of a tag or a comment
_UNSEEN = frozenset(("script", "style", "title", "noscript", "template"))
_BLOCKS = frozenset(("p", "div", "li"))
_BREAK = "\x1e"  # where a page begins a new line; its own line ends are blanks
_LEAST_COLUMNS = _LEAST_ROWS = 2


class TooManyCellsError(Exception):
    """A page has more cells than a table can have."""

    def __init__(self, cells: int) -> None:
        super().__init__(cells)
        self.cells = cells


class EndlessTagError(Exception):
    """A tag goes on and on."""


class HtmlTable:
    """The rows of one table, as `Grid` takes those of a sheet."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.merged_cell_ranges: list[tuple[tuple[int, int], tuple[int, int]]] = []
        self._held: dict[int, int] = {}  # column -> rows below in which a merged cell still holds it

    @property
    def height(self) -> int:
        """Return how many rows hold something."""
        return sum(map(any, self.rows))

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return max(map(len, self.rows), default=0)

    @property
    def cells(self) -> int:
        """Return how many cells hold something."""
        return sum(cell != "" for row in self.rows for cell in row)

    @property
    def is_data(self) -> bool:
        """Whether it is more than a frame around other things."""
        filled = sum(sum(map(bool, row)) >= _LEAST_COLUMNS for row in self.rows)
        return filled >= _LEAST_ROWS

    @property
    def start(self) -> tuple[int, int]:
        """Return its first cell."""
        return 0, 0

    @property
    def end(self) -> tuple[int, int]:
        """Return its last cell."""
        return len(self.rows) - 1, self.width - 1

    def iter_rows(self) -> Iterator[list[Cell]]:
        """Yield its rows, each as wide as the widest."""
        width = self.width
        for row in self.rows:
            yield [*row, *[""] * (width - len(row))]

    def begin_row(self) -> int:
        """Begin a row; return how many cells of it are held by those above."""
        self._held = {column: rows - 1 for column, rows in self._held.items() if rows > 1}
        self.rows.append([])
        self._skip_held()
        return len(self._held) + 1

    def add(self, text: str, columns: int, rows: int) -> int:
        """Add a cell that is merged over so many columns and rows; return how many cells that are."""
        if not self.rows:
            self.begin_row()
        row = self.rows[-1]
        left, top = len(row), len(self.rows) - 1
        columns = max(1, min(columns, MOST_COLUMNS + 1 - left))
        row += [text, *[""] * (columns - 1)]
        if columns > 1 or rows > 1:
            self.merged_cell_ranges.append(((top, left), (top + rows - 1, left + columns - 1)))
        if rows > 1:
            self._held |= dict.fromkeys(range(left, left + columns), rows)
        self._skip_held()
        return columns

    def _skip_held(self) -> None:
        """Leave out the places of this row that a cell above it holds."""
        row = self.rows[-1]
        while len(row) in self._held and len(row) <= MOST_COLUMNS:
            row.append("")


class TableParser(HTMLParser):
    """Collects the tables of a page that is fed piece by piece."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._tables: list[HtmlTable] = []
        self._open: list[_OpenTable] = []  # the innermost last
        self._unseen = ""  # the tag whose text is not shown
        self._cells = 0

    def take(self, piece: str) -> None:
        """Take a piece; raises TooManyCellsError, EndlessTagError."""
        self.feed(piece)
        if len(self.rawdata) > _LONGEST_TAG:
            raise EndlessTagError

    def end(self) -> list[HtmlTable]:
        """Return the tables, in the order they begin."""
        self.close()
        while self._open:
            self._close_cell()
            self._open.pop()
        return self._tables

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        if tag in _UNSEEN:
            self._unseen = tag
        elif tag == "table":
            self._begin_table()
        elif self._open and tag == "tr":
            self._close_cell()
            self._count(self._open[-1].table.begin_row())
        elif self._open and tag in ("td", "th"):
            self._close_cell()
            self._open[-1].begin_cell(dict(attrs))
        elif self._open and (tag == "br" or tag in _BLOCKS):
            self._open[-1].text.append(_BREAK)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag that ends itself, such as <td/>; as browsers do, it stays open."""
        self.handle_starttag(tag, attrs)
        if tag in _UNSEEN:
            self._unseen = ""

    def handle_endtag(self, tag: str) -> None:
        """End a table, a row or a cell."""
        if tag == self._unseen:
            self._unseen = ""
        elif self._open and tag in ("td", "th", "tr", "table"):
            self._close_cell()
            if tag == "table":
                self._open.pop()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._open and not self._unseen:
            self._open[-1].text.append(data)

    def _begin_table(self) -> None:
        if len(self._tables) >= _MOST_TABLES or len(self._open) >= _DEEPEST:
            raise EndlessTagError
        self._tables.append(HtmlTable())
        self._open.append(_OpenTable(self._tables[-1]))

    def _close_cell(self) -> None:
        self._count(self._open[-1].close_cell())

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > _MOST_CELLS:
            raise TooManyCellsError(self._cells)


class _OpenTable:
    """A table that has not ended, and the text of its cell so far."""

    def __init__(self, table: HtmlTable) -> None:
        self.table = table
        self.text: list[str] = []
        self._span: tuple[int, int] | None = None  # of the open cell: columns, rows

    def begin_cell(self, attributes: dict[str, str | None]) -> None:
        """Begin a cell."""
        self._span = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))
        self.text.clear()

    def close_cell(self) -> int:
        """End the cell that is open, if one is; return how many cells it takes."""
        span, self._span = self._span, None
        text = "".join(self.text)
        self.text.clear()
        return self.table.add(_shown(text), *span) if span else 0


def _span(written: str | None) -> int:
    number = (written or "").strip()
    return max(1, int(number)) if number.isdecimal() and len(number) <= _LONGEST_SPAN else 1


def _shown(text: str) -> str:
    """Return a text as a browser shows it: blanks are one, with line ends where the page has them."""
    return "\n".join(line for part in text.split(_BREAK) if (line := " ".join(part.split())))
