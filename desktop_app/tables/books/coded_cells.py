"""Which cells of a sheet are shown as codes, kept as runs of rows: a column is mostly formatted as one."""

from collections.abc import Iterator

from desktop_app.tables.books.number_formats import CodeFormat


class CodedCells:
    """The cells of a sheet that have a code format; rows and columns count from 0."""

    def __init__(self) -> None:
        self._runs: dict[int, list[tuple[int, int, CodeFormat]]] = {}  # first row, last row
        self._cursors: dict[int, int] = {}

    def __bool__(self) -> bool:
        return bool(self._runs)

    def add(self, row: int, column: int, written: CodeFormat) -> None:
        """Take note of a cell; those of a column come from top to bottom."""
        runs = self._runs.setdefault(column, [])
        if runs and runs[-1][1] == row - 1 and runs[-1][2] == written:
            runs[-1] = (runs[-1][0], row, written)
        else:
            runs.append((row, row, written))

    def rewind(self) -> None:
        """Begin to ask from the top again."""
        self._cursors = dict.fromkeys(self._runs, 0)

    def among(self, row: int) -> Iterator[tuple[int, CodeFormat]]:
        """Yield the columns that are coded in a row; rows are asked for from top to bottom."""
        for column, cursor in self._cursors.items():
            runs = self._runs[column]
            place = cursor
            while place < len(runs) and runs[place][1] < row:
                place += 1
            self._cursors[column] = place
            if place < len(runs) and runs[place][0] <= row:
                yield column, runs[place][2]
