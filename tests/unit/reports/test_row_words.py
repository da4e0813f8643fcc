"""The answer to one row in words: how sure, what moves it, and what a bar shows of it."""

from dataclasses import replace

import pytest

from desktop_app.language import use
from desktop_app.records.asking import Reason, Reply, Why
from desktop_app.records.decisions import Decision
from desktop_app.reports.row_words import (
    Asked,
    answer_text,
    cell_words,
    chance_parts,
    chance_words,
    is_undecided,
    range_bar,
    reason_bars,
    reasons_title,
    turned,
)
from tests.api.made import EVALUATION
from tests.api.test_results import THREE
from tests.api.trying.made import AMOUNT, COSTS

TWO = Asked(evaluation=EVALUATION)
KINDS = Asked(evaluation=THREE)
MONEY = Asked(evaluation=AMOUNT, unit="EUR")


def two(yes: float, answer: str = "") -> Reply:
    return Reply(answer=answer or ("yes" if yes >= 0.5 else "no"), chances={"no": 1 - yes, "yes": yes})


def why(*amounts: float, value: str = "yes") -> Why:
    reasons = tuple(
        Reason(column=f"column {place}", cell=float(place), amount=amount)
        for place, amount in enumerate(amounts)
    )
    return Why(value=value, usual=0.3, answer=0.3 + sum(amounts), reasons=reasons)


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        (two(0.71), 'Most likely "yes". Of 100 rows like this, about 71 are "yes".'),
        (two(0.12), 'Most likely "no". Of 100 rows like this, about 12 are "yes".'),
        (two(0.001), 'Most likely "no". Of 100 rows like this, fewer than 1 are "yes".'),
        (two(1.0), 'Most likely "yes". Of 100 rows like this, more than 99 are "yes".'),
        (two(0.55), 'It is undecided: of 100 rows like this, about 55 are "yes". Decide yourself.'),
        (two(0.45), 'It is undecided: of 100 rows like this, about 45 are "yes". Decide yourself.'),
    ],
)
def test_of_two_kinds_the_chance_is_always_that_of_the_one_looked_for(reply: Reply, text: str) -> None:
    assert answer_text(reply, TWO) == text


def test_of_more_kinds_the_chance_is_that_of_the_answer() -> None:
    clear = Reply(answer="Gentoo", chances={"Adelie": 0.2, "Chinstrap": 0.1, "Gentoo": 0.7})
    near = Reply(answer="Adelie", chances={"Adelie": 0.42, "Chinstrap": 0.2, "Gentoo": 0.38})

    assert answer_text(clear, KINDS) == 'Most likely "Gentoo". Of 100 rows like this, about 70 are "Gentoo".'
    assert answer_text(near, KINDS) == (
        'It is undecided: of 100 rows like this, about 42 are "Adelie" and about 38 are "Gentoo". '
        "Decide yourself."
    )


def test_what_was_decided_moves_the_border() -> None:
    asked = replace(TWO, decision=Decision(value="yes", chance=0.2))

    assert answer_text(two(0.3, "yes"), asked).startswith('Answered "yes", as you decided.')
    assert answer_text(two(0.9), asked).startswith('Most likely "yes".')
    assert is_undecided(two(0.22, "yes"), asked)
    assert not is_undecided(two(0.5, "yes"), asked)
    assert not is_undecided(two(0.02), replace(TWO, decision=Decision(value="yes", chance=0.05)))


def test_a_number_has_its_unit_and_no_more_digits_than_its_range_bears() -> None:
    wide = Reply(amount=241_234.5, low=205_000.0, high=281_000.0)

    assert answer_text(wide, replace(MONEY, unit="")).startswith("Most likely 241,200. In 8 of 10 cases")
    assert answer_text(COSTS, MONEY).startswith("Most likely 24.10 EUR. ")
    assert answer_text(Reply(amount=5.0, answer="5"), MONEY) == "Most likely 5.00 EUR."


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "fewer than 1"),
        (0.004, "fewer than 1"),
        (0.5, "about 50"),
        (0.994, "about 99"),
        (0.998, "more than 99"),
    ],
)
def test_a_chance_says_neither_never_nor_always(chance: float, words: str) -> None:
    assert chance_words(chance) == words


def test_the_bar_of_chances_begins_with_the_one_that_is_told() -> None:
    many = {f"kind {place}": 0.1 for place in range(10)}

    parts = chance_parts(two(0.12), TWO)
    others = chance_parts(Reply(answer="kind 3", chances=many), KINDS)

    assert [(part.title, part.x, part.width) for part in parts] == [
        ("yes: about 12 of 100", 0, 12),
        ("no: about 88 of 100", 12, 88),
    ]
    assert (others[0].title, others[-1].title, others[-1].slot) == (
        "kind 3: about 10 of 100",
        "others: about 50 of 100",
        0,
    )


def test_a_range_stands_among_the_usual_numbers() -> None:
    bar = range_bar(COSTS, MONEY, (10.1, 30.1))

    assert bar
    assert (bar.x, bar.width, bar.at) == (52.0, 38.0, 70.0)
    assert (bar.low, bar.high) == ("10.1 EUR", "30.1 EUR")
    assert range_bar(replace(COSTS, low=None), MONEY, None) is None
    assert range_bar(replace(COSTS, low=24.1, high=24.1), MONEY, None) is None


def test_reasons_point_both_ways_and_say_how_strong_they_are() -> None:
    bars = reason_bars(why(0.3, -0.15, 0.02), TWO)

    assert [bar.text for bar in bars] == [
        '"column 0" is 0: pushes towards "yes", a lot',
        '"column 1" is 1: pushes away from "yes", some',
        '"column 2" is 2: pushes towards "yes", a little',
    ]
    assert [(bar.x, bar.width, bar.is_up) for bar in bars[:2]] == [(50, 50, True), (25, 25, False)]


def test_what_is_not_told_alone_is_told_together() -> None:
    bars = reason_bars(why(*(0.1,) * 8), TWO)
    named = Why(value="", usual=1.0, answer=3.0, reasons=(Reason(column="", cell=None, amount=2.0),))

    assert [bar.text for bar in bars][-1] == 'all other columns together: push towards "yes", some'
    assert len(bars) == 7
    assert [bar.text for bar in reason_bars(named, MONEY)] == [
        "all other columns together: 2.00 EUR more than usual"
    ]


def test_where_nothing_moves_the_answer_there_is_no_reason() -> None:
    assert reason_bars(why(0.0, 0.0), TWO) == ()
    assert reason_bars(why(), TWO) == ()


def test_of_two_kinds_reasons_speak_of_the_one_whose_chance_is_told() -> None:
    about_no = Why(
        value="no", usual=0.7, answer=0.9, reasons=(Reason(column="months", cell=50.0, amount=0.2),)
    )

    assert [bar.text for bar in reason_bars(turned(about_no, TWO), TWO)] == [
        '"months" is 50: pushes away from "yes", a lot'
    ]
    assert reasons_title(turned(about_no, TWO), TWO, 0.0) == (
        'Of 100 rows, usually about 30 are "yes". These values make it about 10.'
    )
    assert turned(about_no, KINDS) == about_no


def test_reasons_of_a_number_lead_from_the_usual_answer_to_this_one() -> None:
    assert COSTS.why
    assert (
        reasons_title(COSTS.why, MONEY, 7.6)
        == "Usually it answers 19.50 EUR. These values make it 24.10 EUR."
    )


@pytest.mark.parametrize(
    ("cell", "english", "german"),
    [
        ("2013-07-04T13:00:00", "2013-07-04 13:00", "04.07.2013 13:00"),
        ("2013-07-04T13:00:09", "2013-07-04 13:00:09", "04.07.2013 13:00:09"),
        ("2013-07-04T13:00", "2013-07-04 13:00", "04.07.2013 13:00"),
        ("2013-07-04", "2013-07-04", "04.07.2013"),
        ("2013-07-04-B", "2013-07-04-B", "2013-07-04-B"),
    ],
)
def test_a_moment_is_named_as_people_write_it(cell: str, english: str, german: str) -> None:
    assert cell_words(cell) == english
    use("de")
    try:
        assert cell_words(cell) == german
    finally:
        use("en")


def test_a_cell_is_named_as_the_file_writes_it() -> None:
    assert (cell_words(None), cell_words(4.0), cell_words(0.25), cell_words("West")) == (
        "empty",
        "4",
        "0.25",
        "West",
    )
