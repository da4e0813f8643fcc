"""Titles, comments, notes and totals leave the rows of a text table, in whichever way it is read."""

import pytest

from desktop_app.errors import FileError
from desktop_app.records.tables import Recipe, Wishes
from desktop_app.tables.text import by_rules, delimited
from tests.unit.tables.opening import Opener

ROWS = "North;5;2,50\nSouth;7;3,10\nEast;9;2,40\n"
REPORT = (
    f"Sales 2024\nby J. Doe;;\n\n;2023;\nRegion;Units;Price\n;;\n{ROWS};;\nTotal;21;8,00\n\n* not yet final\n"
)


@pytest.fixture(params=["by the rules", "patiently"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have a table read in one of the two ways."""
    if request.param == "patiently":
        monkeypatch.setattr(delimited, "read_by_rules", lambda *_others: None)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_a_report_is_read_as_its_table(open_file: Opener) -> None:
    opened = open_file(REPORT)

    assert opened.names == ["Region", "2023 Units", "2023 Price"]
    assert opened.rows == [("North", "5", "2,50"), ("South", "7", "3,10"), ("East", "9", "2,40")]
    recipe = opened.table.recipe
    assert (recipe.header, recipe.header_rows, recipe.left_out, recipe.delimiter) == (5, 2, 2, ";")
    assert [code for code in opened.codes if code.startswith("import.")][:3] == [
        "import.header_rows",
        "import.footer",
        "import.totals",
    ]
    rows = opened.said("import.header_rows").values
    assert (rows["first"], rows["row"]) == (4, 5)
    assert "find.empty_rows" not in opened.codes


@pytest.mark.usefixtures("way")
def test_what_a_recipe_says_reads_the_same_table(open_file: Opener) -> None:
    first = open_file(REPORT.encode("cp1252"))
    recipe = first.table.recipe

    again = open_file(
        REPORT.encode("cp1252"),
        wishes=Wishes(encoding=recipe.encoding, delimiter=recipe.delimiter, header=recipe.header),
    )

    assert (again.names, again.rows) == (first.names, first.rows)
    assert (again.table.recipe.header, again.table.recipe.left_out) == (recipe.header, recipe.left_out)


@pytest.mark.usefixtures("way")
def test_wishes_decide(open_file: Opener) -> None:
    kept = open_file("a,b\n1,2\n3,4\nTotal,6\n", wishes=Wishes(keep_all=True))
    nameless = open_file("a,b\n1,2\n3,4\n", wishes=Wishes(header=0))
    third = open_file("a,b\n\n1,2\n3,4\n", wishes=Wishes(header=3))
    semicolon = open_file("a;b,c\n1;2,3\n", wishes=Wishes(delimiter=","))

    assert kept.table.rows == 3
    assert (nameless.names, nameless.table.rows) == (["column 1", "column 2"], 3)
    assert (third.names, third.rows, third.table.recipe.header) == (["1", "2"], [("3", "4")], 3)
    assert semicolon.names == ["a;b", "c"]


@pytest.mark.parametrize("delimiter", ["ab", "\n", '"'])
def test_a_delimiter_that_cannot_be_one_is_refused(open_file: Opener, delimiter: str) -> None:
    with pytest.raises(FileError) as refused:
        open_file("a,b\n1,2\n", wishes=Wishes(delimiter=delimiter))

    assert refused.value.code == "refuse.no_delimiter"


@pytest.mark.usefixtures("way")
def test_comments_are_no_rows_and_that_is_said(open_file: Opener) -> None:
    opened = open_file("# made by a program\n#, really\na,b,c\n1,2,3\n# so\n\n#4,5,6\n7,8,9\n")

    assert opened.names == ["a", "b", "c"]
    assert [row[0] for row in opened.rows] == ["1", "#4", "7"]
    assert opened.said("import.comments").values == {
        "count": 3,
        "texts": ["# made by a program", "#, really", "# so"],
    }
    assert opened.said("find.empty_rows").values["count"] == 1


@pytest.mark.parametrize("note", ["", "Source: the mill, and others\n"])
def test_the_end_of_a_large_text_is_found_without_reading_all_of_it(
    open_file: Opener, monkeypatch: pytest.MonkeyPatch, note: str
) -> None:
    monkeypatch.setattr(delimited, "all_edges", None)  # is not needed
    line = '{row};"some; words\nof {row} with ""quotes"" and é";{row},5\n'
    rows = "".join(line.replace("{row}", str(row)) for row in range(6_000))

    opened = open_file(f"Title of all\n\nid;text;n\n{rows}{note}")

    assert opened.table.rows == 6_000
    assert opened.rows[-1] == ("5999", 'some; words\nof 5999 with "quotes" and é', "5999,5")
    assert opened.table.recipe.left_out == bool(note)


def test_a_large_text_is_not_copied_where_nothing_is_cut_off(
    open_file: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_rules, "_cut", None)

    opened = open_file("a,b\n" + "1,some words that make it long\n" * 10_000)

    assert opened.table.rows == 10_000


def test_other_quotes_and_blanks_between_columns_are_read(open_file: Opener) -> None:
    single = open_file("'a','b'\n'x, y','1'\n'it''s','2'\n")
    blanks = open_file("x   y   z\n1.5 2.5  3\n2.5 10.5 4\n")
    escaped = open_file('a,b\n"say \\"hi\\" now",1\n"x",2\n')

    assert single.rows == [("x, y", "1"), ("it's", "2")]
    assert blanks.rows == [("1.5", "2.5", "3"), ("2.5", "10.5", "4")]
    assert escaped.rows[0] == ('say "hi" now', "1")


def test_quotes_within_a_cell_stay_in_it(open_file: Opener) -> None:
    opened = open_file('id;text\n1;"the "best" one"\n2;"so, "so""\n3;"plain"\n')

    assert [row[1] for row in opened.rows] == ['the "best" one', 'so, "so"', "plain"]
    assert opened.said("find.odd_quotes").values["count"] == 2


def test_a_named_delimiter_in_the_first_line_is_no_row(open_file: Opener) -> None:
    opened = open_file("\ufeffsep=;\r\nid;n\r\n1;2,5\r\n", name="excel.csv")

    assert (opened.names, opened.rows) == (["id", "n"], [("1", "2,5")])
    assert opened.table.recipe == Recipe(
        format="csv",
        encoding="utf-8",
        delimiter=";",
        header=2,
        types=opened.table.recipe.types,
        readings=opened.table.recipe.readings,
    )
