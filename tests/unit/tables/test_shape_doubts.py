"""Where the shape of a table may have been read otherwise than it was meant, that is said."""

import pytest

from tests.unit.tables.opening import Opener


def test_rows_of_very_different_lengths_are_still_cut_into_columns(open_file: Opener) -> None:
    opened = open_file("\nOne,two,three\n1,2,3,4\n1,2,3\n\n1,2,3,4,5\n1,2,3,4,5\n")

    assert opened.names == ["One", "two", "three", "column 4", "column 5"]
    assert opened.rows[0] == ("1", "2", "3", "4", None)
    assert opened.said("find.broken_rows").values == {"count": 3, "rows": 4}


@pytest.mark.parametrize(("lines", "count"), [(("Widget 5", "Gadget 7", "Axle 9"), 1), (("a=1", "b=2"), 0)])
def test_a_blank_that_may_stand_between_columns_is_said(
    open_file: Opener, lines: tuple[str, ...], count: int
) -> None:
    opened = open_file("\n".join(["product name", *lines]))

    assert opened.names == ["product name"]
    assert opened.codes.count("find.other_delimiter") == count


def test_a_title_above_two_columns_is_no_reason_to_take_them_for_one(open_file: Opener) -> None:
    opened = open_file("Sales\nNorth;5\nSouth;6\nEast;7\n")

    assert opened.rows == [("North", "5"), ("South", "6"), ("East", "7")]
    assert opened.said("import.titles").values["titles"] == ["Sales"]


@pytest.mark.parametrize(
    "content",
    [
        "price\n12,50\n13,20\n14,00\n",
        "remark\nfine, really\nno\nyes\n",
        'name\n"Doe, Ann"\n"Roe, Bob"\n',
        "a;b\n1,5;2,5\n3,5;4,5\n",
        "a,b\n1|2,3\n4|5,6\n",
    ],
)
def test_a_letter_that_stands_within_cells_is_not_said(open_file: Opener, content: str) -> None:
    assert "find.other_delimiter" not in open_file(content).codes


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["5,6", "5,6,"])
def test_empty_lines_between_rows_are_counted_and_those_around_the_table_are_not(
    open_file: Opener, line_end: str, last: str
) -> None:
    lines = ["", 'a,"b\nb"', '1,"\n"', "", "", "3,4", "", last, "", ""]

    opened = open_file(line_end.join(lines))

    assert opened.table.rows == 3
    said = opened.said("find.empty_rows")
    assert (said.values, said.level) == ({"count": 3, "row": 4}, "caution")


def test_a_line_of_blanks_is_an_empty_row(open_file: Opener) -> None:
    opened = open_file("  \na,b\n1,2\n  \n3,4\n")

    assert opened.names == ["a", "b"]
    assert opened.said("find.empty_rows").values == {"count": 1, "row": 4}


def test_an_empty_line_in_the_only_column_is_a_row_without_a_value(open_file: Opener) -> None:
    opened = open_file("\nx\n\n1\n\n\n2\n\n")

    assert opened.rows == [(None,), ("1",), (None,), (None,), ("2",)]
    assert opened.codes == []


@pytest.mark.parametrize("first", ["1,2.5,3", "2024-01-31,2,7", "5.1,3.5,Iris", "1,2,3,4,5,6"])
def test_a_first_row_of_values_is_a_row_and_that_is_said(open_file: Opener, first: str) -> None:
    opened = open_file(f"{first}\n{first}\n{first}\n")

    assert opened.table.rows == 3
    assert opened.names == [f"column {number}" for number in range(1, len(opened.names) + 1)]
    assert (opened.said("import.no_header").level, opened.table.recipe.header) == ("caution", 0)


@pytest.mark.parametrize("title", ["Sales report 2024,,,", "Sales report 2024", ",,,", "Sales,,2024,"])
def test_a_title_is_no_row_of_names(open_file: Opener, title: str) -> None:
    opened = open_file(f"{title}\nRegion,Product,Units,Price\nNorth,A,5,2.50\nSouth,B,6,2.60\n")

    assert opened.names == ["Region", "Product", "Units", "Price"]
    assert opened.table.rows == 2
    assert ("import.header" in opened.codes) == (title != ",,,")


def test_names_of_hardly_a_column_are_said(open_file: Opener) -> None:
    opened = open_file("id,x,,,\n1,2,3,4,5\n2,3,4,5,6\n")

    said = opened.said("find.few_names")
    assert (said.values, said.level) == ({"count": 2, "columns": 5}, "caution")


@pytest.mark.parametrize(
    "content",
    [
        "country,2019,2020,2021\nDE,1,2,3\n",
        ",price\n0,5\n1,6\n",
        "a,,b,,\n1,,x,,\n2,,y,,\n",
        "a,b\n1,2,3\n",
        "x\n1\n",
    ],
)
def test_names_that_are_names_are_not_doubted(open_file: Opener, content: str) -> None:
    codes = open_file(content).codes

    assert "import.no_header" not in codes
    assert "find.few_names" not in codes
