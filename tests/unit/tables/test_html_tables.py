from pathlib import Path

import duckdb
import pytest

from desktop_app.errors import FileError
from desktop_app.records.tables import Wishes
from desktop_app.tables.books.html_parsing import EndlessTagError, TableParser, TooManyCellsError
from desktop_app.tables.books.html_tables import read_html
from desktop_app.tables.raw import Raw, Source

DATA = "<table><tr><th>id<th>name<tr><td>1<td>A<tr><td>2<td>B</table>"


def tables_in(*pieces: str) -> list[list[list[str]]]:
    """Return the rows of the tables of a page that comes in pieces."""
    parser = TableParser()
    for piece in pieces:
        parser.take(piece)
    return [table.rows for table in parser.end()]


def read(folder: Path, page: str | bytes) -> tuple[Raw, list[tuple[str | None, ...]]]:
    path = folder / "page.xls"
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    raw = read_html(Source(path=path, name=path.name, scratch=folder, wishes=Wishes()))
    return raw, duckdb.execute("SELECT * FROM read_parquet(?)", [str(raw.path)]).fetchall()


def test_cells_are_read_as_a_browser_shows_them() -> None:
    first = " a\n b&nbsp;<br>c &amp; d<p>e</p>"
    page = f"<table><tr><td>{first}<td><b>f</b>g<script>no()</script><tr><td/><td>h</table>"

    assert tables_in(page) == [[["a b\nc & d\ne", "fg"], ["", "h"]]]
    assert tables_in(*page) == tables_in(page)


def test_merged_cells_keep_the_columns_below_and_beside_them_in_place() -> None:
    page = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g</table>"

    assert tables_in(page) == [[["a", "b", ""], ["", "c", "d"], ["e", "f", "g"]]]


def test_a_table_within_a_table_is_a_table_of_its_own() -> None:
    assert tables_in(f"<table><tr><td>menu<td>{DATA}</table>")[1] == [["id", "name"], ["1", "A"], ["2", "B"]]


def test_the_one_table_of_a_page_is_read_in_the_letters_that_it_names(tmp_path: Path) -> None:
    head = b'<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head>'
    title = b"<table><tr><th colspan=3>Report<tr><th>id<th>2023<th>nazwa"
    body = b"<tr><td>1<td>5,5<td>\xb3<tr><td>2<td>6<td>b"

    raw, cells = read(tmp_path, head + title + body)

    assert raw.headings == ("id", "2023", "nazwa")
    assert cells == [("1", "5,5", "ł"), ("2", "6", "b")]
    assert (raw.recipe.format, raw.recipe.header, raw.recipe.range) == ("html", 2, "A2:C4")


def test_small_tables_beside_the_one_are_said(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{row}<td>x" for row in range(9))

    raw, cells = read(tmp_path, f"<table>{rows}</table><table><tr><td>a<td>b<tr><td>c<td>d</table>")

    assert len(cells) == 9
    assert [notice.values for notice in raw.notices if notice.code == "import.html_tables"] == [{"count": 1}]


@pytest.mark.parametrize("page", [DATA + DATA, "<p>Sign in</p>", "<table></table>", "<table><td>one</table>"])
def test_a_page_without_one_table_is_refused(tmp_path: Path, page: str) -> None:
    with pytest.raises(FileError) as refused:
        read(tmp_path, page)

    assert refused.value.code == "refuse.html"


def test_pages_made_to_keep_a_reader_busy_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.tables.books.html_parsing._MOST_CELLS", 50_000)
    held = "<table><tr>" + "<td rowspan=99999>a" * 1_000 + "<tr>" * 100
    for page in ("<table>" + "<tr><td colspan=99999>a" * 10, held):
        with pytest.raises(TooManyCellsError):
            tables_in(page)
    for page in ("<table>" * 60, "<!-- " + "x" * 5_000_000):
        with pytest.raises(EndlessTagError):
            tables_in(page)
