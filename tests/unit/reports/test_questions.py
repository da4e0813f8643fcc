"""Three questions that a file can answer, made from its profile alone."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Bar, Column, ColumnType, Recipe, Table
from desktop_app.reports.question_names import UNKNOWN, rank
from desktop_app.reports.questions import no_question_text, question_text, suggest, two_kinds


def column(name: str, type_: ColumnType = "category", distinct: int = 2, **changes: Any) -> Column:
    frequent = tuple(Bar(label=f"v{n}", count=40) for n in range(min(distinct, 50)))
    return Column(
        **{
            "name": name,
            "type": type_,
            "position": 0,
            "missing": 0,
            "distinct": distinct,
            "top_values": frequent,
            **changes,
        }
    )


def number(name: str, **changes: Any) -> Column:
    return column(name, "number", **{"distinct": 80, "low": 1.0, "high": 99.0, "decimals": 1, **changes})


def table(*columns: Column, rows: int = 100) -> Table:
    placed = tuple(replace(item, position=position) for position, item in enumerate(columns))
    return Table(name="a.csv", rows=rows, columns=placed, recipe=Recipe(format="csv"))


def targets(*columns: Column, rows: int = 100) -> list[str]:
    return [question.target for question in suggest(table(*columns, rows=rows))]


def test_three_kinds_are_all_named() -> None:
    (asked,) = suggest(table(column("species", distinct=3)))

    assert asked.sentence == 'Which "species" will it be: v0, v1 or v2?'


def test_a_chosen_column_is_asked_as_its_result_will_ask_it() -> None:
    yes_no = column("left", "yes/no", top_values=(Bar(label="no", count=73), Bar(label="yes", count=27)))
    two_kinds = column("sex", distinct=2, top_values=(Bar(label="m", count=60), Bar(label="f", count=40)))

    assert question_text(yes_no, "classification") == 'Can it tell "left": yes or no?'
    assert question_text(two_kinds, "classification") == 'Can it tell "sex": f or m?'
    assert question_text(column("region", distinct=4), "classification") == 'Which "region" will it be?'
    assert question_text(number("spend"), "regression") == 'What number will "spend" be?'


def test_each_kind_of_column_asks_its_question() -> None:
    yes_no = column("left", "yes/no", top_values=(Bar(label="no", count=73), Bar(label="yes", count=27)))
    asked = suggest(table(yes_no, column("region", distinct=4), number("spend")))

    assert [(question.task, question.sentence) for question in asked] == [
        ("classification", 'Can it tell "left": yes or no?'),
        ("regression", 'What number will "spend" be? Usually 1.0 to 99.0.'),
        ("classification", 'Which "region" will it be: v0, v1 or one of 2 others?'),
    ]


def test_there_are_at_most_three_questions() -> None:
    assert len(targets(*(number(f"n{n}") for n in range(2000)))) == 3


@pytest.mark.parametrize("type_", ["id", "date", "text"])
def test_what_names_or_dates_rows_is_never_asked_about(type_: ColumnType) -> None:
    assert targets(column("target", type_, 5)) == []


def test_constants_are_never_asked_about() -> None:
    assert targets(column("target", distinct=1)) == []


def test_numbers_that_count_the_rows_are_never_asked_about() -> None:
    assert targets(number("target", whole=True, distinct=100)) == []


def test_too_many_or_too_rare_kinds_are_never_asked_about() -> None:
    rare = (Bar(label="no", count=96), Bar(label="yes", count=4))

    assert targets(column("target", distinct=31)) == []
    assert targets(column("colour", distinct=11)) == [], "nothing says that people ask for so many kinds"
    assert targets(column("target", top_values=rare)) == []


def test_an_almost_empty_column_is_never_asked_about() -> None:
    assert targets(column("target", missing=91)) == []


def test_few_rows_ask_nothing_and_say_why() -> None:
    small = table(column("left"), rows=19)

    assert suggest(small) == ()
    assert no_question_text(small).startswith("No column here can be predicted: there are too few rows")


def test_a_table_of_ids_says_why_it_asks_nothing() -> None:
    ids = table(column("id", "id", 100))

    assert suggest(ids) == ()
    assert "IDs" in no_question_text(ids)


def test_a_name_that_people_ask_about_comes_first() -> None:
    assert targets(number("a"), column("Churn?"), number("b"), number("last"))[0] == "Churn?"
    assert targets(number("Gesamtpreis"), number("Preis"), number("last"))[0] == "Preis"


def test_two_kinds_with_a_name_that_people_ask_about_come_before_money() -> None:
    assert targets(number("Price"), number("Income"), column("Status"), number("last"))[0] == "Status"
    assert targets(number("Price"), column("married"))[0] == "Price", "its name says nothing"
    assert targets(column("Status", distinct=3), number("Price"))[0] == "Price"


def test_many_kinds_are_asked_about_where_the_name_says_so() -> None:
    (asked,) = suggest(table(column("Class", distinct=26)))

    assert asked.sentence == 'Which "Class" will it be: v0, v1 or one of 24 others?'


def test_what_was_before_is_no_outcome() -> None:
    assert targets(number("previous_bookings_canceled"), number("rooms"), number("price")) == [
        "price",
        "rooms",
        "previous_bookings_canceled",
    ]


@pytest.mark.parametrize("code", ["find.repeated_id", "find.personal"])
def test_what_names_things_or_people_is_never_asked_about(code: str) -> None:
    note = Notice(code=code, columns=("value",))

    assert targets(number("value", notes=(note,)), number("a")) == ["a"]


def test_when_and_where_a_row_is_from_is_asked_last() -> None:
    assert targets(column("year", distinct=3), number("a", missing=9), column("left")) == [
        "left",
        "a",
        "year",
    ]
    assert targets(number("Jahresumsatz"), number("Umsatz im Jahr"))[0] == "Umsatz im Jahr"


def test_then_the_last_column_then_the_fullest() -> None:
    assert targets(number("a", missing=5), number("b", missing=2), number("c", missing=50)) == ["c", "b", "a"]


def test_few_whole_numbers_are_kinds() -> None:
    stars = column("stars", "number", 5, whole=True)

    assert suggest(table(stars))[0].task == "classification"


def test_few_whole_numbers_that_are_rare_are_amounts() -> None:
    seldom = tuple(Bar(label=str(n), count=count) for n, count in enumerate((60, 30, 8, 2)))

    asked = suggest(table(column("rooms", "number", 4, whole=True, top_values=seldom, low=0.0, high=2.0)))

    assert asked[0].task == "regression"


def test_years_are_not_grouped() -> None:
    years = number("built", low=1999.0, high=2011.0, decimals=0, whole=True, distinct=20)

    assert suggest(table(years))[0].sentence == 'What number will "built" be? Usually 1999 to 2011.'


@pytest.mark.parametrize(
    ("likelier", "less_likely"),
    [
        ("target", "price"),
        ("Churn", "total"),
        ("has_left", "region"),
        ("Kündigung", "Anzahl"),
        ("SalePrice", "year"),
    ],
)
def test_names_are_ranked_in_english_and_german(likelier: str, less_likely: str) -> None:
    assert rank(likelier) < rank(less_likely)


@pytest.mark.parametrize("name", ["", "x1", "表", "leftover", "🙂", "a" * 300])
def test_a_name_that_says_nothing_has_no_rank(name: str) -> None:
    assert rank(name) == UNKNOWN


def test_names_of_any_kind_cost_no_question() -> None:
    names = ["<script>alert(1)</script>", 'say "hi"', "{rows}", "a" * 300, "名前"]

    for name in names:
        assert suggest(table(column(name)))[0].target == name


def test_of_two_kinds_the_one_that_is_looked_for_comes_first() -> None:
    kinds = (Bar(label="no", count=70), Bar(label="yes", count=30))

    assert two_kinds(column("left", top_values=kinds)) == ("yes", "no")
    assert two_kinds(column("left", distinct=3)) is None
    assert two_kinds(column("code", "number", top_values=(*kinds, Bar(label="1.0", count=1)))) is None


def test_numbers_spelled_in_two_ways_are_one_kind() -> None:
    spelled = tuple(Bar(label=label, count=count) for label, count in (("0", 50), ("1", 30), ("1.0", 5)))

    assert two_kinds(column("left", "number", distinct=3, top_values=spelled)) == ("1", "0")
    assert two_kinds(column("left", "category", distinct=3, top_values=spelled)) is None
