"""Other names for columns: they are told apart, and everything that is said uses them."""

import pytest

from desktop_app.records.tables import RowRule, Wishes
from desktop_app.tables.names import LONGEST_NAME, clean_name
from desktop_app.tables.steps.naming import names_of
from tests.unit.tables.opening import Opener

LINES = ["Kd-Nr,price,price,day", *(f"{n},{n % 9}.5,{n},0{1 + n % 9}/01/2024" for n in range(30))]


def test_a_column_has_its_new_name_and_remembers_what_the_file_calls_it(open_file: Opener) -> None:
    opened = open_file("\n".join(LINES), wishes=Wishes(names={"Kd-Nr": "customer", "price (2)": "net"}))

    assert opened.names == ["customer", "price", "net", "day"]
    assert [column.heading for column in opened.table.columns] == ["Kd-Nr", "", "price (2)", ""]
    assert list(opened.table.recipe.types or {}) == ["Kd-Nr", "price", "price (2)", "day"]


def test_a_new_name_changes_no_type(open_file: Opener) -> None:
    lines = ["value,x", *(f"{n * 7 % 1000},1" for n in range(40))]

    plain = open_file("\n".join(lines))
    renamed = open_file("\n".join(lines), wishes=Wishes(names={"value": "customer id"}))

    assert renamed.types == plain.types


def test_what_is_said_and_asked_uses_the_new_name(open_file: Opener) -> None:
    lines = ["a,b", *(f"0{1 + n % 9}/0{1 + n % 7}/2024,{'n/a' if n % 5 else n}" for n in range(30))]
    opened = open_file("\n".join(lines), wishes=Wishes(names={"a": "day", "b": "amount"}))

    assert [question.column for question in opened.table.questions] == ["day"]
    assert opened.table.questions[0].values["column"] == "day"
    assert opened.said("import.unanswered").values["columns"] == ["day"]
    assert opened.said("import.missing_marks").columns == ("amount",)


def test_readings_and_rules_go_by_what_the_file_calls_a_column(open_file: Opener) -> None:
    wishes = Wishes(
        names={"Kd-Nr": "customer", "day": "since"},
        readings={"Kd-Nr": "number", "day": "date-mdy", "customer": "text", "since": "text"},
        rows_out=(
            RowRule(kind="range", column="Kd-Nr", start=20.0),
            RowRule(kind="range", column="customer", start=0.0),
        ),
    )

    opened = open_file("\n".join(LINES), wishes=wishes)

    assert (opened.types[0], opened.types[3]) == ("number", "date")
    assert opened.table.recipe.readings["day"] == "date-mdy"
    assert opened.table.rows_out == (10, 0)


def test_a_given_name_stays_and_the_column_that_has_it_in_the_file_gets_a_number(open_file: Opener) -> None:
    opened = open_file("\n".join(LINES), wishes=Wishes(names={"Kd-Nr": "price"}))

    assert opened.names == ["price", "price (3)", "price (2)", "day"]
    assert opened.said("import.name_taken").values == {"name": "price", "other": "price (3)"}
    # What came of it is what is followed next time, also in a file that has one of the columns only.
    assert opened.table.recipe.wishes.names == {"Kd-Nr": "price", "price": "price (3)"}


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({}, "a b c"),
        ({"a": "x", "b": "x"}, "x x(2) c"),
        ({"a": "b", "b": "a"}, "b a c"),
        ({"b": "a"}, "a(2) a c"),
        ({"c": "a", "a": "a(2)"}, "a(2) b a"),
        ({"a": "  ", "b": "\n", "c": "c"}, "a b c"),
        ({"z": "a"}, "a b c"),
    ],
)
def test_names_are_told_apart(given: dict[str, str], names: str) -> None:
    spaced = {heading: name.replace("(", " (") for heading, name in given.items()}

    assert names_of(("a", "b", "c"), spaced) == tuple(name.replace("(", " (") for name in names.split(" "))


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("  price \n per\tpiece ", "price per piece"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("a\x00b\u202ec\ud800d", "a b c d"),
        ("x" * 10_000, "x" * LONGEST_NAME),
        ("👩\u200d👩", "👩\u200d👩"),
        ("\u200b\x07", ""),
    ],
    ids=("blanks", "markup", "steering", "long", "joined", "nothing"),
)
def test_a_name_is_one_line_of_letters_that_can_be_seen(given: str, name: str) -> None:
    assert clean_name(given) == name


def test_a_name_of_any_letters_is_kept_as_it_is_shown(open_file: Opener) -> None:
    opened = open_file("\n".join(LINES), wishes=Wishes(names={"Kd-Nr": "y" * 10_000, "day": "\x00"}))

    assert opened.names == ["y" * LONGEST_NAME, "price", "price (2)", "day"]
    assert opened.table.recipe.wishes.names == {"Kd-Nr": "y" * LONGEST_NAME}
