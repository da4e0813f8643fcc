import pytest

from desktop_app.errors import FileError
from desktop_app.tables.stored.storage import RECORD, TEXTS, VALUES
from tests.unit.tables.opening import Opener


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_are_found(open_file: Opener, delimiter: str) -> None:
    opened = open_file(delimiter.join("ab") + "\n" + delimiter.join("12") + "\n")

    assert opened.names == ["a", "b"]
    assert opened.rows == [("1", "2")]
    assert opened.table.recipe.delimiter == delimiter


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(open_file: Opener, line_end: str) -> None:
    opened = open_file(line_end.join(["a,b", "1,2", "", "3,4", ""]))

    assert opened.rows == [("1", "2"), ("3", "4")]


def test_mixed_line_ends_lose_no_row(open_file: Opener) -> None:
    opened = open_file("a,b\r\n1,2\n3,4\r5,6\r\n")

    assert opened.rows == [("1", "2"), ("3", "4"), ("5", "6")]


def test_a_heading_over_two_lines_loses_no_row(open_file: Opener) -> None:
    opened = open_file('a,"b\nc"\r\n1,2\r\n3,4\r\n')

    assert opened.names == ["a", "b\nc"]
    assert opened.rows == [("1", "2"), ("3", "4")]


def test_cells_keep_their_quotes_line_ends_and_delimiters(open_file: Opener) -> None:
    opened = open_file('a,b\n"x ""q"" y","1\n2"\n"p,q",5" pipe\n')

    assert opened.rows == [('x "q" y', "1\n2"), ("p,q", '5" pipe')]


def test_a_blank_before_a_quote_does_not_cut_the_cell(open_file: Opener) -> None:
    opened = open_file('name, place\n"Ann", "York, England"\n"Bob", "Paris"\n')

    assert [row[1] for row in opened.rows] == ["York, England", "Paris"]


def test_a_delimiter_at_the_end_of_each_line_makes_no_column(open_file: Opener) -> None:
    opened = open_file("a;b;\n1;2;\n3;4;\n")

    assert opened.names == ["a", "b"]
    assert opened.codes == []


def test_a_quote_that_never_closes_costs_one_odd_row(open_file: Opener) -> None:
    opened = open_file('a,b\n1,"open\n2,x\n3,"y"\n')

    assert opened.rows == [("1", '"open'), ("2", "x"), ("3", "y")]
    assert opened.said("find.odd_quotes").values["count"] == 1


def test_a_cell_of_a_million_letters_is_kept(open_file: Opener) -> None:
    opened = open_file("a,b\n1," + "x" * 1_000_000 + "\n" + "2," + "y" * 3_000_000 + "\n")

    assert [len(row[1] or "") for row in opened.rows] == [1_000_000, 3_000_000]


def test_a_line_without_an_end_is_refused(open_file: Opener) -> None:
    with pytest.raises(FileError) as refused:
        open_file('a,b\n1,"' + "x" * (17 * 1024 * 1024))

    assert refused.value.code == "refuse.damaged"
    assert "line 2" in str(refused.value.values["what"])


def test_one_column_is_believed_when_no_delimiter_fits(open_file: Opener) -> None:
    opened = open_file("remark\nfine, really\nno\n")

    assert opened.rows == [("fine, really",), ("no",)]
    assert opened.codes == []


def test_an_empty_cell_of_the_only_column_is_a_row(open_file: Opener) -> None:
    opened = open_file('x\n1\n""\n2\n')

    assert opened.rows == [("1",), (None,), ("2",)]


def test_a_decimal_comma_makes_no_second_column(open_file: Opener) -> None:
    opened = open_file("Preis\n12,50\n13,20\n")

    assert opened.rows == [("12,50",), ("13,20",)]


def test_decimal_commas_between_semicolons_stay_in_their_cells(open_file: Opener) -> None:
    opened = open_file("a;b\n1,5;2,5\n3,5;4,5\n")

    assert opened.rows == [("1,5", "2,5"), ("3,5", "4,5")]


def test_the_delimiter_is_found_below_headings_that_hold_another(open_file: Opener) -> None:
    opened = open_file('"name, first";age\nAnn;5\nBob;6\n')

    assert opened.names == ["name, first", "age"]


def test_utf8_with_a_byte_order_mark_has_no_mark_in_its_first_name(open_file: Opener) -> None:
    opened = open_file("name,n\nJosé,1\n".encode("utf-8-sig"))

    assert opened.names == ["name", "n"]
    assert opened.rows == [("José", "1")]
    assert opened.table.recipe.encoding == "utf-8"


def test_windows_letters_are_read_and_said_with_words_that_show_it(open_file: Opener) -> None:
    opened = open_file("Name;Preis €\nMüller;5\nGroß;6\n".encode("cp1252"))

    assert opened.names == ["Name", "Preis €"]
    assert opened.rows == [("Müller", "5"), ("Groß", "6")]
    assert opened.said("import.letters").values["words"] == ["€", "Müller", "Groß"]


def test_one_wrong_byte_at_the_end_of_a_long_file_is_noticed(open_file: Opener) -> None:
    opened = open_file(b"a,b\n" + b"x,1\n" * 300_000 + b"\xfc,2\n")

    assert opened.table.recipe.encoding == "cp1252"
    assert opened.table.rows == 300_001


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
def test_a_wrong_byte_among_utf8_letters_changes_no_other_letter_and_is_said(
    open_file: Opener, line_end: bytes
) -> None:
    lines = [b"name,n", *["Müller,1".encode()] * 5, "Groß,2".encode("cp1252"), "Zoë,3".encode(), b"end,4\xc3"]

    opened = open_file(line_end.join(lines))

    assert [row[0] for row in opened.rows] == [*["Müller"] * 5, "Groß", "Zoë", "end"]
    assert opened.rows[-1][1] == "4Ã"
    said = opened.said("find.odd_letters")
    assert (said.values, said.level) == ({"count": 2, "line": 7, "words": ["Groß", "Ã"]}, "caution")


def test_nul_bytes_are_taken_out_and_said(open_file: Opener) -> None:
    opened = open_file(b"id,name\n1,Al\x00ice\n2,Bob\n")

    assert opened.rows == [("1", "Alice"), ("2", "Bob")]
    assert opened.said("find.removed_marks").values["count"] == 1


def test_our_own_mark_before_a_formula_is_taken_off_and_said(open_file: Opener) -> None:
    opened = open_file("'@text,n\n'=1+1,1\n''=2,2\nit's,3\n'quoted',4\n")

    assert opened.names == ["@text", "n"]
    assert [row[0] for row in opened.rows] == ["=1+1", "'=2", "it's", "'quoted'"]
    assert opened.said("import.text_marks").values["count"] == 3


@pytest.mark.parametrize(
    "name",
    [
        'say "hi"',
        "<script>alert(1)</script>",
        "Größe 🐧",
        "a" * 300,
        "x; DROP TABLE d",
        "it's",
        "{braces} %s",
    ],
)
def test_any_text_can_be_a_name(open_file: Opener, name: str) -> None:
    quoted = name.replace('"', '""')

    opened = open_file(f'"{quoted}",b\n"{quoted}",2\n')

    assert opened.names == [name, "b"]
    assert opened.rows == [(name, "2")]


def test_empty_and_repeated_names_are_told_apart_and_said(open_file: Opener) -> None:
    opened = open_file("a,,a,a (2),a\n1,2,3,4,5\n")

    assert opened.names == ["a", "column 2", "a (3)", "a (2)", "a (4)"]
    assert opened.said("import.names_changed").values["count"] == 3


def test_columns_without_a_name_and_without_a_cell_are_not_there(open_file: Opener) -> None:
    opened = open_file("a,,b,,\n1,,x,,\n2,,y,,\n")

    assert opened.names == ["a", "b"]
    assert opened.rows == [("1", "x"), ("2", "y")]


def test_paths_may_hold_blanks_letters_and_wildcards(open_file: Opener) -> None:
    opened = open_file("a,b\n1,2\n", name="Zahlen für [März]*'?.csv")

    assert opened.rows == [("1", "2")]


def test_six_hundred_columns_keep_their_order(open_file: Opener) -> None:
    names = [f"column name {number}" for number in range(600)]
    line = ",".join(str(number) for number in range(600))

    opened = open_file("\n".join([",".join(names), *[line] * 20]))

    assert opened.names == names
    assert opened.rows[19] == tuple(str(number) for number in range(600))
    assert opened.column("column name 599").top_values[0].label == "599"


def test_progress_goes_up_to_the_end(open_file: Opener) -> None:
    opened = open_file("a,b\n1,2\n")

    fractions = [progress.fraction for progress in opened.progress]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_only_the_table_and_its_record_are_left(open_file: Opener) -> None:
    opened = open_file("a,b\n1,2\n".encode("utf-16-le").replace(b"\x00", b"", 0).decode("utf-16-le"))

    assert {path.name for path in opened.folder.iterdir()} == {RECORD, TEXTS, VALUES}
