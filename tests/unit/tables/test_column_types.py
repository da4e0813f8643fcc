import pytest

from desktop_app.tables.columns.column_types import Reading, read_column
from desktop_app.tables.columns.facts import Facts
from tests.unit.tables.opening import Opener


@pytest.mark.parametrize(
    "cells",
    [
        ["1", "-2", "+3", "0", "4"],
        ["1.5", ".5", "5.", "-0.25", "1e3"],
        ["1E-5", "2.5e+10", "0", "0.0", "-0"],
        [" 5", "6 ", "7", "8", "9"],
        ["0", "1", "0", "1", "1"],
    ],
)
def test_plain_numbers_are_numbers(open_file: Opener, cells: list[str]) -> None:
    assert open_file.column(cells).type == "number"


@pytest.mark.parametrize(
    ("odd", "code"),
    [
        ("007", "import.kept_text"),
        ("1/2", "find.kept_text"),
        ("1234567890123456789", "import.kept_digits"),
        ("+4917612345678", "import.kept_digits"),
        ("1e999", "find.kept_text"),
        ("0x10", "find.kept_text"),
        ("inf", "find.kept_text"),
        ("1_000", "find.kept_text"),
    ],
)
def test_one_cell_that_is_no_plain_number_keeps_the_column_text_and_is_said(
    open_file: Opener, odd: str, code: str
) -> None:
    column = open_file.column(["1", "2", "3", "4", "5", "6", odd])

    assert column.type == "text"
    assert [notice.code for notice in column.notes] == [code]
    assert odd in str(column.notes[0].values)


@pytest.mark.parametrize("word", ["unknown", "none"])
def test_a_third_word_beside_yes_and_no_is_a_kind_and_not_empty(open_file: Opener, word: str) -> None:
    column = open_file.column(["yes", "no", word] * 10)

    assert (column.type, column.missing, column.distinct) == ("category", 0, 3)


def test_a_dash_beside_y_and_n_is_empty(open_file: Opener) -> None:
    column = open_file.column(["y", "n", "-"] * 10)

    assert (column.type, column.missing) == ("yes/no", 10)


@pytest.mark.parametrize(
    "cells",
    [
        ["2024-01-31", "2023-12-01"],
        ["2024-01-31 10:30", "2024-02-01T11:45:10"],
        ["2024-01-31T10:30:00Z", "2024-02-01T11:45:10.5Z"],
        ["2024/01/31", "2023/12/1 10:30", "2024-01-31"],
        ["31.01.2024", "1.2.2024"],
        ["31.01.2024 10:30", "01.02.2024 11:45:10"],
    ],
)
def test_days_written_clearly_are_dates(open_file: Opener, cells: list[str]) -> None:
    assert open_file.column(cells).type == "date"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (["31/01/2024", "05/05/2024", "12/31/24"], "import.kept_days"),
        (["2020-01-01 10:00:00+01:00", "2020-01-02 10:00:00+0900"], "import.kept_days"),
        (["2024-01-31"] * 9 + ["2024-02-30"], "find.kept_text_dates"),
        (["31.01.2024"] * 9 + ["soon"], "find.kept_text_dates"),
    ],
)
def test_days_that_are_unclear_or_impossible_stay_text_and_are_said(
    open_file: Opener, cells: list[str], code: str
) -> None:
    column = open_file.column(cells)

    assert column.type in ("text", "category")
    assert [notice.code for notice in column.notes] == [code]


@pytest.mark.parametrize("word", ["1ABC234", "5 mars 100", "Main 5 2024"])
def test_codes_are_no_days(open_file: Opener, word: str) -> None:
    assert open_file.column([word, word + "0"]).notes == ()


@pytest.mark.parametrize(
    "pair", [("yes", "no"), ("Y", "n"), ("TRUE", "FALSE"), ("ja", "Nein"), ("Sí", "No"), ("да", "нет")]
)
def test_two_words_for_yes_and_no_are_yes_or_no(open_file: Opener, pair: tuple[str, str]) -> None:
    column = open_file.column([*pair, "", "-", pair[0]])

    assert column.type == "yes/no"
    assert column.missing == 2
    assert {bar.label for bar in column.top_values} == set(pair)


def test_cells_of_blanks_are_empty_and_not_worth_a_word(open_file: Opener) -> None:
    opened = open_file("x,n\n  ,1\n5,2\n \t,3\n")

    assert (opened.column("x").type, opened.column("x").missing) == ("number", 2)
    assert opened.codes == []


def test_two_spellings_of_yes_are_no_pair(open_file: Opener) -> None:
    assert open_file.column(["yes", "Yes", "no"] * 5).type == "category"


def test_marks_for_no_value_are_missing_between_numbers(open_file: Opener) -> None:
    marks = ["", "NA", "n/a", "-", "?", "null", "NaN", "#N/A", "k.A.", "None", " "]

    opened = open_file("x,n\n" + "".join(f"{mark},1\n" for mark in [*marks, "5", "6"]))

    assert opened.column("x").type == "number"
    assert opened.column("x").missing == len(marks)
    said = opened.said("import.missing_marks").values
    assert said["cells"] == len(marks) - 2  # an empty cell is no mark, nor are blanks
    assert all(mark in str(said["marks"]) for mark in marks if mark.strip())
    assert '" "' not in str(said["marks"])


@pytest.mark.parametrize("mark", ["N/A", "NA", "null", "?", "-", "#DIV/0!"])
def test_marks_for_no_value_are_missing_between_words(open_file: Opener, mark: str) -> None:
    column = open_file.column(["red", "blue", "red", "blue", mark])

    assert (column.type, column.missing, column.distinct) == ("category", 1, 2)


@pytest.mark.parametrize(
    "cells", [["+", "-", "+", "-"], ["NA", "EU", "NA", "EU"], ["none", "full", "none", "full"]]
)
def test_a_mark_that_can_be_a_kind_of_its_own_is_one(open_file: Opener, cells: list[str]) -> None:
    column = open_file.column(cells)

    assert (column.missing, column.distinct) == (0, 2)


def test_a_column_without_a_value_is_said_to_be_empty(open_file: Opener) -> None:
    opened = open_file("x,n\n,1\nNA,2\n,3\n")

    column = opened.column("x")
    assert (column.type, column.missing, column.distinct) == ("text", 3, 0)
    assert [notice.code for notice in column.notes] == ["find.empty_column"]


def test_one_value_in_every_row_is_said(open_file: Opener) -> None:
    column = open_file.column(["same"] * 5)

    assert column.notes[0].code == "find.constant"
    assert column.notes[0].values["value"] == "same"


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("customer_id", [str(7 * number) for number in range(30)]),
        ("PassengerId", [str(number + 500) for number in range(30)]),
        ("kundennr", [f"{number:05}" for number in range(30)]),
        ("", [str(number) for number in range(30)]),
        ("x", [str(number + 1) for number in range(30)]),
        ("code", [f"A-{number}x" for number in range(30)]),
        ("ref", [f"{number:04x}-9f-a" for number in range(30)]),
    ],
)
def test_what_only_names_rows_is_an_id(open_file: Opener, name: str, cells: list[str]) -> None:
    column = open_file.column(cells, name=name)

    assert column.type == "id"
    assert "find.id" in [notice.code for notice in column.notes]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("year", [str(1990 + number) for number in range(30)]),
        ("price", [str(17 * number) for number in range(30)]),
        ("id", [str(number / 7) for number in range(30)]),
        ("id", [str(number) for number in range(10)]),
        ("paid", [str(3 * number) for number in range(30)]),
        ("customer_id", [str(number // 2) for number in range(30)]),
    ],
)
def test_different_numbers_are_not_always_an_id(open_file: Opener, name: str, cells: list[str]) -> None:
    assert open_file.column(cells, name=name).type == "number"


def test_different_amounts_with_a_comma_are_not_an_id(open_file: Opener) -> None:
    assert open_file.column([f"{number},50" for number in range(30)]).type == "number"


@pytest.mark.parametrize(
    ("values", "distinct", "longest", "expected"),
    [
        (4, 2, 5, "category"),
        (4, 3, 5, "text"),
        (5_000, 1_000, 5, "category"),
        (5_000, 1_001, 5, "text"),
        (200_000, 10_000, 5, "category"),
        (300_000, 10_001, 5, "text"),
        (100, 5, 400, "category"),
        (100, 20, 400, "text"),
    ],
)
def test_values_that_repeat_are_a_category(values: int, distinct: int, longest: int, expected: str) -> None:
    facts = Facts(cells={"word": values}, distinct=distinct, longest=longest, shortest=2)

    assert read_column("x", facts, rows=values + 1) == Reading(type=expected)  # type: ignore[arg-type] # a type


def test_a_late_word_beside_one_number_that_repeats_is_a_kind(open_file: Opener) -> None:
    opened = open_file("x,y\n" + "1,2\n" * 120_000 + "about 7,2\n")

    assert opened.types == ["category", "number"]
    assert opened.said("find.kept_text").values["values"] == ["about 7"]
