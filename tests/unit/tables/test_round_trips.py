"""Any text in a file is read as Python's own reader reads it, and written so that it comes back."""

import csv
import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from desktop_app.errors import FileError
from desktop_app.records.tables import Wishes
from desktop_app.tables.books.workbooks import read_workbook
from desktop_app.tables.duck import connect
from desktop_app.tables.out.writing import write_answers
from desktop_app.tables.raw import Source
from desktop_app.tables.text.delimited import read_delimited
from tests.unit.tables.opening import Opener

LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
CELLS = st.one_of(
    st.text(alphabet=LETTERS, max_size=12),
    st.text(alphabet=",;\t\n\r\"'=+-@ 0.5aé＝", max_size=8),
    st.sampled_from(
        ["", "1", "-2.5", "007", "1,5", "NA", "2024-01-31", "yes", "=1+1", "'=1", "'", '"', "\\"]
    ),
)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8)
)
Rows = list[list[str]]


def few(examples: int) -> settings:
    """The machine that runs these has little time; each example is a file."""
    return settings(
        max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
    )


@contextmanager
def scratch() -> Iterator[Path]:
    folder = Path(mkdtemp(prefix="hunch-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def as_csv(rows: Rows, delimiter: str = ",", line_end: str = "\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue()


def read_raw(path: Path) -> Rows:
    """Return headings and cells of a file, without types or profile."""
    folder = path.parent / "reading"
    folder.mkdir()
    source = Source(path=path, name=path.name, scratch=folder, wishes=Wishes(header=1, keep_all=True))
    raw = read_workbook(source, "xlsx") if path.suffix == ".xlsx" else read_delimited(source)
    with connect(folder=folder) as duck:
        rows = duck.execute("FROM read_parquet(?)", [str(raw.path)]).fetchall()
    shutil.rmtree(folder)
    width = len(raw.headings)  # behind the cells may stand the row of the sheet
    return [list(raw.headings), *([cell or "" for cell in row[:width]] for row in rows)]


def without_blank_edges(rows: Rows) -> Rows:
    """Return the rows up to the last that holds more than blanks, from the first one on; or all above it.

    In the only column, an empty cell above others is a value that is missing.
    """
    filled = [number for number, row in enumerate(rows) if any(cell.strip() for cell in row)]
    first = filled[0] if filled and len(rows[0]) > 1 else 0
    return rows[first : filled[-1] + 1] if filled else []


def without_our_mark(cell: str) -> str:
    is_marked = cell.startswith("'") and cell.lstrip("'")[:1] in set("=+-@\t\r＝＋－＠")
    return cell[1:] if is_marked else cell


@few(12)
@example(rows=[[""]], delimiter=",", line_end="\n")
@given(rows=TABLES, delimiter=st.sampled_from([",", ";", "\t"]), line_end=st.sampled_from(["\n", "\r\n"]))
def test_quoted_text_is_read_as_pythons_reader_reads_it(rows: Rows, delimiter: str, line_end: str) -> None:
    headings = [f"column {place}" for place in range(len(rows[0]))]
    kept = without_blank_edges(rows)

    with scratch() as folder:
        path = folder / "table.csv"
        path.write_bytes(as_csv([headings, *rows], delimiter, line_end).encode())
        if not kept:  # empty cells below names, quoted or not, are no rows
            with pytest.raises(FileError, check=lambda error: error.code == "refuse.header_only"):
                read_raw(path)
            return
        read = read_raw(path)

    assert read == [headings, *([without_our_mark(cell) for cell in row] for row in kept)]


@few(12)
@given(text=st.text(alphabet="ab,\n\"'1 ", min_size=1, max_size=60))
def test_whatever_stands_in_a_file_no_letter_of_a_cell_is_lost(text: str) -> None:
    content = f"first,second\n1,2\n{text}"

    with scratch() as folder:
        path = folder / "table.csv"
        path.write_text(content, encoding="utf-8")
        try:
            kept = "".join(cell for row in read_raw(path) for cell in row)
        except FileError as refused:
            pytest.fail(refused.message)

    assert sorted(filter("ab1".__contains__, kept)) == sorted(filter("ab1".__contains__, content))


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@few(5)
@given(rows=TABLES)
def test_what_is_written_comes_back(ending: str, rows: Rows) -> None:
    assume(all(any(row) for row in rows))  # Excel has no empty rows
    headings = [f"column {place}" for place in range(len(rows[0]))]

    with scratch() as folder:
        opened = Opener(folder)(as_csv([headings, *rows]))
        out = folder / f"out{ending}"
        write_answers(opened.folder, opened.table, None, (), out)
        back = read_raw(out)
        expected = [opened.names, *([cell or "" for cell in row] for row in opened.rows)]

    assert [[plain(cell) for cell in row] for row in back] == [
        [plain(cell) for cell in row] for row in expected
    ]


def plain(cell: str) -> str:
    """Return a cell so that the same number, day or text is the same: "-2.50" went into Excel as -2.5."""
    try:
        return str(float(cell))
    except ValueError:
        return cell.replace("\r\n", "\n").replace("\r", "\n")
