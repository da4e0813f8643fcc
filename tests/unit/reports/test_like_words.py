"""Past rows like the one that is tried, and what would have to change in it, in words."""

from dataclasses import replace

from desktop_app.records.asking import Ask, Changed, Like, Reply
from desktop_app.reports.like_words import (
    already_text,
    change_lines,
    change_text,
    few_text,
    no_change_text,
    outcome_text,
    similar_text,
)
from desktop_app.reports.row_words import Asked
from tests.api.made import EVALUATION
from tests.api.test_results import THREE
from tests.api.trying.made import AMOUNT

TWO, KINDS, MONEY = (
    Asked(evaluation=EVALUATION),
    Asked(evaluation=THREE),
    Asked(evaluation=AMOUNT, unit="EUR"),
)


def alike(*outcomes: str) -> Reply:
    return Reply(
        like=tuple(Like(row=row, outcome=text, cells={}) for row, text in enumerate(outcomes)),
        near=9,
    )


def test_what_came_of_a_row_is_read_as_its_other_cells_are() -> None:
    told = [outcome_text(like, MONEY) for like in alike("5976.831100", "12 %").like or ()]

    assert told == ["5977", "12 %"]
    assert outcome_text(alike("5976.831100").like[0], TWO) == "5976.831100"


def test_of_two_kinds_those_looked_for_are_counted() -> None:
    assert similar_text(alike("no", "yes", "no"), TWO, "no") == (
        'Of the 3 most similar past rows, 1 was "yes".'
    )


def test_of_more_kinds_those_like_the_answer_are_counted() -> None:
    assert similar_text(alike("Gentoo", "Adelie", "Gentoo"), KINDS, "Gentoo") == (
        'Of the 3 most similar past rows, 2 were "Gentoo".'
    )


def test_of_numbers_the_ends_and_the_mean_are_told() -> None:
    assert similar_text(alike("10.5", "20", "12"), MONEY, "") == (
        "The 3 most similar past rows had 10.50 EUR to 20.00 EUR, 14.17 EUR on average."
    )


def test_where_nothing_can_be_compared_that_is_said() -> None:
    assert similar_text(Reply(), TWO, "no") == "No past rows can be compared with this one."
    assert similar_text(alike("12 €", "1,5"), MONEY, "") == "The 2 past rows that are most like it:"


def test_few_rows_that_are_near_make_the_answer_a_guess() -> None:
    near = alike("yes")

    assert few_text(near) == ""
    assert (
        few_text(replace(near, near=2)) == "Few past rows are like this one (2). Treat the answer as a guess."
    )
    assert few_text(Reply()) == ""


def test_a_change_says_what_would_be_answered_and_what_would_be_otherwise() -> None:
    changes = (
        Changed(column="months", before=4.0, after=11.0),
        Changed(column="region", before=None, after="East"),
    )

    assert change_text(Reply(answer="no", changes=changes), TWO) == 'It would answer "no" with this instead:'
    assert change_lines(changes) == ('"months": 11 instead of 4', '"region": East instead of empty')
    assert change_text(Reply(answer="30", amount=30.0, low=26.0, high=34.0, changes=changes), MONEY) == (
        "It would answer 30.00 EUR with this instead:"
    )
    assert change_text(Reply(), TWO) == ""


def test_where_no_change_is_found_the_columns_are_named_that_might_have_changed() -> None:
    question = Ask(about="change", cells={}, allowed=("months", "region"))
    many = replace(question, allowed=tuple("abcdefgh"))

    assert no_change_text(question, TWO) == 'No change of "months", "region" turns the answer.'
    assert no_change_text(question, MONEY).endswith("makes the answer clearly larger.")
    assert no_change_text(replace(question, more=False), MONEY).endswith("makes the answer clearly smaller.")
    assert "…" in no_change_text(many, TWO)
    assert no_change_text(replace(question, allowed=()), TWO) == "Tick at least one column that may change."


def test_where_the_wanted_answer_is_the_answer_that_is_said() -> None:
    question = Ask(about="change", cells={}, allowed=("months",), wanted="Gentoo")

    assert already_text(question, Reply(answer="Gentoo")) == 'It already answers "Gentoo".'
    assert already_text(question, Reply(answer="Adelie")) == ""
    assert already_text(replace(question, wanted=""), Reply()) == ""
