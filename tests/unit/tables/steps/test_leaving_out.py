"""Rows that a person leaves out of a table: which they are, and what is said of those that stay."""

from pathlib import Path

import pytest

from desktop_app.errors import FileError
from desktop_app.records.tables import ColumnType, RowRule, Wishes
from desktop_app.tables.stored.frames import read_frame
from tests.unit.tables.opening import Opener
from tests.unit.tables.steps.stepper import out

JANUARY, FEBRUARY = 1_704_067_200.0, 1_706_745_600.0  # seconds since 1970, of 2024
LINES = (
    "n,city,day,amount",
    "1,Oslo,2024-01-05,10.5",
    "2,Rome,2024-01-20,",
    "3,Oslo,2024-02-01,n/a",
    "4,Bonn,2024-03-01,7",
    "5,Rome,,12.25",
    "4,Bonn,2024-03-01,7",
    "7,,2024-01-31,-3",
    "8,Oslo,2024-01-05,10.50",
)


def rows(open_file: Opener, *rules: RowRule, lines: tuple[str, ...] = LINES) -> list[str | None]:
    """Return the first cells of the rows that stay."""
    opened = open_file("\n".join(lines), wishes=Wishes(rows_out=rules))
    assert opened.table.rows == len(opened.rows) == len(lines) - 1 - sum(opened.table.rows_out)
    return [row[0] for row in opened.rows]


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        ([out("value", "city", value="Oslo")], "2 4 5 4 7"),
        ([out("value", "city", value="Oslo", keep=True)], "1 3 8"),
        ([out("value", "city", value="oslo")], "1 2 3 4 5 4 7 8"),
        ([out("value", "amount", value="10.5")], "2 3 4 5 4 7 8"),
        ([out("value", "amount", value="n/a")], "1 2 4 5 4 7 8"),
        ([out("value", "city", value="")], "1 2 3 4 5 4 7 8"),
        ([out("value", "city", value="' OR 1=1 --")], "1 2 3 4 5 4 7 8"),
        ([out("range", "amount", start=7.0, end=12.25)], "2 3 5 7"),
        ([out("range", "amount", start=10.5)], "2 3 4 4 7"),
        ([out("range", "amount", end=7.0)], "1 2 3 4 5 4 8"),
        ([out("range", "amount", start=7.0, keep=True)], "1 4 5 4 8"),
        ([out("range", "day", start=JANUARY, end=FEBRUARY)], "3 4 5 4"),
        ([out("empty", "amount")], "1 4 5 4 7 8"),
        ([out("empty", "day", keep=True)], "5"),
        ([out("repeated")], "1 2 3 4 5 7 8"),
        ([out("repeated", keep=True)], "4"),
        ([out("repeated", "city")], "1 2 4 7"),
        ([out("repeated", "day")], "1 2 3 4 5 7"),
        ([out("value", "city", value="Oslo"), out("empty", "amount"), out("repeated")], "4 5 7"),
        ([out("repeated", "city"), out("value", "city", value="Bonn")], "1 2 7"),
        ([out("value", "n", value="1"), out("repeated", "city")], "2 3 4 7"),
    ],
)
def test_a_rule_leaves_out_the_rows_it_speaks_of(open_file: Opener, rules: list[RowRule], left: str) -> None:
    assert rows(open_file, *rules) == left.split()


def test_a_rule_counts_what_the_rules_before_it_left(open_file: Opener) -> None:
    rules = (
        out("value", "city", value="Oslo"),
        out("range", "amount", start=10.0),
        out("value", "city", value="Oslo"),
        out("repeated"),
    )

    opened = open_file("\n".join(LINES), wishes=Wishes(rows_out=rules))

    assert opened.table.rows_out == (3, 1, 0, 1)
    assert opened.table.rows == 3


def test_types_are_decided_over_all_rows_and_profiles_over_those_that_stay(open_file: Opener) -> None:
    lines = ["kind,x,y", *(f"a,{n},{n % 3}" for n in range(40)), *(f"b,late {n},9" for n in range(40))]

    opened = open_file("\n".join(lines), wishes=Wishes(rows_out=(out("value", "kind", value="b"),)))

    assert opened.table.rows == 40
    assert opened.types == ["category", "text", "number"]
    assert opened.column("x").distinct == 40
    kinds, y = opened.column("kind"), opened.column("y")
    assert [(bar.label, bar.count) for bar in kinds.top_values] == [("a", 40)]
    assert "find.constant" in [notice.code for notice in kinds.notes]
    assert (y.minimum, y.maximum, y.median, y.distinct) == (0.0, 2.0, 1.0, 3)
    assert sum(bar.count for bar in y.bars) == 40


def test_marks_and_cells_that_are_not_understood_are_counted_in_the_rows_that_stay(open_file: Opener) -> None:
    lines = ["kind,x", *(f"a,{n}" for n in range(60)), "a,n/a", "b,n/a", "b,-", "b,soon"]

    everything = open_file("\n".join(lines)).said("import.missing_marks")
    rest = open_file("\n".join(lines), wishes=Wishes(rows_out=(out("value", "kind", value="b"),)))

    assert everything.values["cells"] == 3
    assert rest.said("import.missing_marks").values == {"cells": 1, "marks": ["n/a"]}
    assert rest.table.recipe.missing_marks == ("n/a",)
    assert rest.column("x").missing == 1
    assert "find.not_numbers" not in rest.codes


def test_a_value_that_may_mean_not_known_is_not_asked_about_once_its_rows_are_gone(open_file: Opener) -> None:
    lines = ["kind,x", *(f"a,{n % 30}" for n in range(90)), *("b,999" for _ in range(9))]
    rule = out("value", "kind", value="b")

    assert [one.code for one in open_file("\n".join(lines)).table.questions] == ["import.code_question"]
    rest = open_file("\n".join(lines), wishes=Wishes(rows_out=(rule,)))

    assert rest.table.questions == ()
    assert "find.code" not in rest.codes


def test_rows_are_numbered_anew_so_that_they_are_read_by_number(open_file: Opener) -> None:
    opened = open_file("\n".join(LINES), wishes=Wishes(rows_out=(out("value", "city", value="Oslo"),)))

    wanted: dict[str, ColumnType] = {"amount": "number", "city": "category"}
    frame = read_frame(opened.folder, opened.table, wanted, range(1, 4))

    assert frame["amount"].tolist() == [7.0, 12.25, 7.0]
    assert frame["city"].tolist() == ["Bonn", "Rome", "Bonn"]


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (out("value", "town", value="x"), "import.rule_column"),
        (out("value", value="x"), "import.rule_column"),
        (out("range", "city", start=1.0), "import.rule_range"),
        (out("range", "amount"), "import.rule_range"),
        (out("range", "amount", start=float("nan")), "import.rule_range"),
    ],
)
def test_a_rule_that_does_not_fit_the_file_is_not_followed_and_that_is_said(
    open_file: Opener, rule: RowRule, code: str
) -> None:
    opened = open_file("\n".join(LINES), wishes=Wishes(rows_out=(rule, out("repeated"))))

    assert code in opened.codes
    assert opened.table.rows_out == (0, 1)


def test_nothing_is_left_of_a_table_only_in_a_refusal(open_file: Opener, tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        open_file("\n".join(LINES), wishes=Wishes(rows_out=(out("range", "n", start=0.0),)))

    assert caught.value.code == "refuse.all_rows"
    assert (caught.value.message, caught.value.hint) == (
        'No row of "table.csv" would be left.',
        "Leave out fewer rows.",
    )


def test_more_rules_than_can_be_followed_are_refused(open_file: Opener) -> None:
    rules = tuple(out("value", "city", value=str(number)) for number in range(201))

    with pytest.raises(FileError) as caught:
        open_file("\n".join(LINES), wishes=Wishes(rows_out=rules))

    assert caught.value.code == "refuse.many_rules"


def test_the_order_of_a_long_table_stays_and_long_values_are_known_by_their_beginning(
    open_file: Opener,
) -> None:
    long = "x" * 1_500
    lines = ["n,text", *(f"{n},{long if n % 7 == 0 else 'short'}" for n in range(3_000))]

    opened = open_file("\n".join(lines), wishes=Wishes(rows_out=(out("value", "text", value=long),)))

    assert [int(row[0] or 0) for row in opened.rows] == [n for n in range(3_000) if n % 7]
