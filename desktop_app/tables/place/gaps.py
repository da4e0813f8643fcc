"""Empty rows between the rows of a table: they are left out, and the rows below them move up."""

from collections.abc import Iterator

from desktop_app.records.notices import Notice


class Gaps:
    """Counts empty rows by the numbers of the others; in front of the first and behind the last is none."""

    def __init__(self) -> None:
        self.count = self.first = self._last = 0

    def see(self, number: int) -> None:
        """Take note of a row with something in it; *number* is its place in the file, from 1."""
        missing = number - self._last - 1 if self._last else 0
        if missing and not self.count:
            self.first = self._last + 1
        self.count += missing
        self._last = number

    def pass_over(self, number: int) -> None:
        """Take note of a row that is neither empty nor one of the table."""
        if self._last:
            self.see(number)


def said_of_gaps(count: int, first: int) -> Iterator[Notice]:
    """Yield what is said about this many empty rows; *first* is the number of the first one."""
    if count:
        yield Notice(code="find.empty_rows", values={"count": count, "row": first}, level="caution")
