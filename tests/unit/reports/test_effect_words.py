"""What was found out about a model, in sentences."""

from dataclasses import replace

import pytest

from desktop_app.records.explained import Effect
from desktop_app.reports.effect_words import effect_text, pair_text, sparse_text, together_text
from desktop_app.reports.sparse import sparse_parts
from tests.unit.reports.explained import PAIR, TOGETHER, curve, explained, kinds
from tests.unit.reports.made import a_number, rare_kind, two_kinds

AMOUNT = replace(explained(), value="", usual=200_000.0)


@pytest.mark.parametrize(
    ("effect", "said"),
    [
        (
            curve(0.1, 0.5, 0.8),
            'When only "calls" changes, its average chance of "yes" goes from 10 to 80 of 100.',
        ),
        (
            curve(0.8, 0.5, 0.1),
            'When only "calls" changes, its average chance of "yes" goes from 80 to 10 of 100.',
        ),
        (
            curve(0.1, 0.8, 0.2),
            'When only "calls" changes, its average chance of "yes" lies between 10 and 80 of 100, '
            "up and down.",
        ),
        (
            kinds(West=0.2, East=0.001, South=0.6),
            'When only "region" changes, its average chance of "yes" goes from fewer than 1 of 100 for '
            '"East" to 60 for "South".',
        ),
        (curve(0.301, 0.302, 0.303), 'When only "calls" changes, its average answer hardly moves.'),
    ],
)
def test_a_curve_is_said_in_one_sentence(effect: Effect, said: str) -> None:
    assert effect_text(effect, explained(), two_kinds()) == said


@pytest.mark.parametrize(
    ("effect", "said"),
    [
        (
            curve(150_123.4, 250_987.6),
            'When only "calls" changes, its average answer goes from 150,100 to 251,000.',
        ),
        (
            kinds(West=150_123.4, East=250_987.6),
            'When only "region" changes, its average answer goes from 150,100 for "West" to '
            '251,000 for "East".',
        ),
    ],
)
def test_an_amount_is_no_finer_than_it_misses_by(effect: Effect, said: str) -> None:
    assert effect_text(effect, AMOUNT, a_number()) == said


def test_a_long_end_with_few_rows_is_sparse() -> None:
    effect = curve(0.1, 0.2, 0.3, 0.4, at=(0.0, 1.0, 2.0, 30.0), rows=(100, 100, 90, 10))

    assert sparse_parts(effect) == (False, False, True)
    assert sparse_text(effect) == (
        "The grey part holds few rows (55 of the 300 that were asked). Do not read much into it."
    )


def test_of_counts_each_has_its_own_rows() -> None:
    rows = (400, 300, 80, 40, 14, 9)

    counts = curve(*(0.1,) * 6, rows=rows)
    amounts = curve(*(0.1,) * 6, at=(0.0, 1.5, 3.0, 4.5, 6.0, 7.5), rows=rows)

    assert sparse_parts(counts) == (False, False, False, False, False)
    assert sparse_parts(amounts) == (False, False, False, True, True)


def test_a_sentence_tells_of_the_part_with_enough_rows() -> None:
    long = curve(0.1, 0.2, 0.3, 0.9, at=(0.0, 1.0, 2.0, 30.0), rows=(100, 100, 90, 10))
    few = replace(kinds(Moon=0.9).points[0], rows=2)
    rare = replace(kinds(West=0.1, East=0.2), points=(*kinds(West=0.1, East=0.2).points, few))

    assert effect_text(long, explained(), two_kinds()).endswith("goes from 10 to 30 of 100.")
    assert effect_text(rare, explained(), two_kinds()).endswith('10 of 100 for "West" to 20 for "East".')


@pytest.mark.parametrize("effect", [curve(0.1, 0.2, 0.3), kinds(West=0.1, East=0.2)])
def test_what_is_evenly_filled_is_nowhere_sparse(effect: Effect) -> None:
    assert not any(sparse_parts(effect))
    assert sparse_text(effect) == ""


def test_a_value_of_very_few_rows_is_sparse() -> None:
    many, few = kinds(West=0.1).points[0], replace(kinds(East=0.9).points[0], rows=4)
    effect = Effect(column="region", kind="category", points=(many, few), rows=104)

    assert sparse_parts(effect) == (False, True)
    assert sparse_text(effect) == "What is grey stands in few rows. Do not read much into it."


def test_columns_that_go_together_are_told_with_what_all_of_them_do() -> None:
    assert together_text(TOGETHER, two_kinds()) == (
        '"calls", "minutes" go together in this table, so their share is shown as one. With all of '
        "them mixed up between rows it is right for about 12 fewer of 100 (10 to 15)."
    )
    assert together_text(TOGETHER, rare_kind()).endswith(
        "it finds about 7 fewer among the 60 it is surest about (6 to 9)."
    )
    amounts = replace(TOGETHER, loss=12_345.6, low=11_000.0, high=14_000.0)
    assert together_text(amounts, a_number()).endswith("it is off by about 12,300 more (11,000 to 14,000).")
    none = replace(TOGETHER, low=-0.01)
    assert together_text(none, two_kinds()).endswith("between rows there is no measurable difference.")


def test_a_pair_is_told_by_the_fields_that_show_it_best() -> None:
    assert pair_text(PAIR, explained(), two_kinds()) == (
        'What "calls" does to its answer depends on "region". Where "region" is West, its average chance of '
        '"yes" goes from 10 of 100 (at "calls" 0 – 3) to 90 (at 3 – 9); where it is East, from 10 to 20.'
    )
    amounts = replace(PAIR, means=((1e5, 1e5, 1e5), (3e5, 1e5, 2e5)))
    assert pair_text(amounts, AMOUNT, a_number()).endswith(
        'Where "region" is West, its average answer goes from 100,000 (at "calls" 0 – 3) '
        "to 300,000 (at 3 – 9); where it is East, from 100,000 to 100,000."
    )
