"""The first and the last records of a text table, by which its names and its ending are found."""

import io
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.records.tables import Wishes
from desktop_app.tables.place.locating import Place, locate
from desktop_app.tables.text.repairing import Record, read_records
from desktop_app.tables.text.scanning import Scan
from desktop_app.tables.text.text_records import TextTable, is_blank, is_comment, records_of

_HEAD, _TAIL = 200, 50  # records
_LETTERS = 4 * 1024**2  # of the first ones
_LONGEST = 2000  # letters of a cell of the last ones
_TAIL_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """The first and last records with something in them, and how many there are."""

    head: tuple[Record, ...]
    tail: tuple[Record, ...]  # may overlap
    rows: int
    start: int = 0  # the byte of the file from which on the lines of *tail* are counted

    def place(self, wishes: Wishes) -> Place:
        """Return where the table is; a row that is wished is one of the file."""
        if wishes.header:
            above = sum(record.number < wishes.header for record in self.head)
            wishes = replace(wishes, header=min(above + 1, len(self.head)))
        cells = [[record.cells for record in records] for records in (self.head, self.tail)]
        return locate(cells[0], cells[1], self.rows, wishes)

    def row(self, index: int) -> Record:
        """Return the record at *index* of those with something in them; it is one of the first or last."""
        if index < len(self.head):
            return self.head[index]
        return self.tail[index - (self.rows - len(self.tail))]

    def begin_of(self, index: int, path: Path) -> int:
        """Return with which byte of the file one of the first records begins."""
        record = self.head[index]
        return bytes_of_lines(path, 0, record.line - record.lines)

    def end_of(self, index: int, path: Path) -> int:
        """Return the byte of the file behind the record at *index*, which is one of the first or last."""
        start = 0 if index < len(self.head) else self.start
        return bytes_of_lines(path, start, self.row(index).line)


def all_edges(table: TextTable) -> Edges:
    """Return the edges of a text, all of which is read for that; raises EndlessTextError."""
    records = (record for record in records_of(table) if not is_blank(record.cells))
    head = tuple(_first(records))
    tail = deque(head[-_TAIL:], maxlen=_TAIL)
    rows = len(head)
    for record in records:
        tail.append(_shortened(record))
        rows += 1
    return Edges(head=head, tail=tuple(tail), rows=rows)


def quick_edges(table: TextTable, scan: Scan) -> Edges | None:
    """Return the edges of a text, of which its beginning and its end are read; None where that fails."""
    records = records_of(table)
    head = tuple(_first(record for record in records if not is_blank(record.cells)))
    if scan.size <= _TAIL_BYTES or len(head) >= scan.records:
        rest = tuple(record for record in records if not is_blank(record.cells))
        return Edges(head=head, tail=(*head, *rest)[-_TAIL:], rows=len(head) + len(rest))
    found = _end_of(table.path, scan.size, quote=table.dialect.quote)
    if found is None:
        return None
    text, start = found
    last = list(read_records(io.StringIO(text, newline=""), table.dialect))
    kept = [record for record in last if not is_blank(record.cells)]
    kept = [record for record in kept if not is_comment(record.cells, table.width)]
    rows = max(scan.records - (len(last) - len(kept)), len(head) + 1)
    return Edges(head=head, tail=tuple(map(_shortened, kept[-_TAIL:])), rows=rows, start=start)


def _first(records: Iterable[Record]) -> Iterator[Record]:
    letters = 0
    for count, record in enumerate(records, start=1):
        yield record
        letters += sum(map(len, record.cells))
        if count == _HEAD or letters > _LETTERS:
            return


def _shortened(record: Record) -> Record:
    if sum(map(len, record.cells)) > _LONGEST:
        return record._replace(cells=[cell[:_LONGEST] for cell in record.cells])
    return record


def _end_of(path: Path, size: int, *, quote: str) -> tuple[str, int] | None:
    """Return the last records of a text, and the byte they begin with; None where no record begins there.

    The text has an even number of quotes: so the number of those that follow a line end tells whether it is
    between quotes.
    """
    with path.open("rb") as file:
        file.seek(size - _TAIL_BYTES)
        tail = file.read()
    mark = quote.encode()
    left = tail.count(mark)
    position = 0
    while (
        ends := [end for end in (tail.find(b"\n", position), tail.find(b"\r", position)) if end >= 0]
    ) and (position < _TAIL_BYTES // 2):
        end = min(ends) + (2 if tail[min(ends) :].startswith(b"\r\n") else 1)
        left -= tail.count(mark, position, end)
        position = end
        if left % 2 == 0:
            text = tail[position:].decode("utf-8", errors="replace")
            return text, size - _TAIL_BYTES + position
    return None


def bytes_of_lines(path: Path, start: int, lines: int) -> int:
    """Return with which byte of a file the line begins that follows *lines* lines from byte *start* on."""
    with path.open("rb") as file:
        file.seek(start)
        text = io.TextIOWrapper(file, encoding="utf-8", errors="surrogateescape", newline="")
        for _line in range(lines):
            start += len(text.readline().encode("utf-8", errors="surrogateescape"))
        text.detach()
    return start
