"""Percentages, sizes of a miss and weak spots in words that agree with the records."""

import re
from dataclasses import replace

import pytest

from desktop_app.records.insights import Band, Calibration, Where
from desktop_app.reports.insight_words import (
    alarms_text,
    bands_text,
    calibration_text,
    fails_texts,
    is_looked_into,
    leaning_text,
    pairs_text,
)
from tests.unit.reports.insight_parts import BANDS, FITS, TEN, calibration, spot
from tests.unit.reports.made import a_number, many_kinds, score, two_kinds


@pytest.mark.parametrize(
    ("known", "judgement"),
    [
        (FITS, "That fits."),
        (calibration((0.2, 0.2, 500), (0.7, 0.6, 400)), "A little too high."),
        (calibration((0.2, 0.2, 500), (0.7, 0.8, 400)), "A little too low."),
        (calibration((0.2, 0.2, 500), (0.9, 0.5, 400)), "Much too high: do not go by its percentages."),
        (calibration((0.2, 0.7, 500), (0.9, 0.9, 400)), "Much too low: do not go by its percentages."),
    ],
)
def test_percentages_are_judged(known: Calibration, judgement: str) -> None:
    assert calibration_text(two_kinds(calibration=known)).endswith(judgement)


def test_the_group_that_is_most_off_is_spoken_of() -> None:
    known = calibration((0.2, 0.2, 500), (0.5, 0.46, 400), (0.7, 0.6, 400))

    assert calibration_text(two_kinds(calibration=known)) == (
        'When it says 70 of 100 for "yes", it really is so 60 of 100 times. A little too high.'
    )


def test_where_all_fits_the_largest_sure_group_is_spoken_of() -> None:
    assert calibration_text(two_kinds(calibration=FITS)).startswith(
        'When it says 80 of 100 for "yes", it really is so 82 of 100 times.'
    )


def test_a_gap_that_chance_explains_is_none() -> None:
    few, many = calibration((0.7, 0.6, 30)), calibration((0.7, 0.6, 300))

    assert "That fits." in calibration_text(two_kinds(calibration=few))
    assert "too high" in calibration_text(two_kinds(calibration=many))


def test_never_is_no_certainty_in_a_small_group() -> None:
    assert "That fits." in calibration_text(two_kinds(calibration=calibration((0.99, 0.95, 40))))


def test_few_rows_are_counted_as_they_are() -> None:
    assert calibration_text(two_kinds(calibration=calibration((0.71, 0.6333, 30)))) == (
        'Where it says about 71 of 100 for "yes", about 21 of 30 rows should be so: 19 really were. '
        "That fits."
    )


@pytest.mark.parametrize(
    ("happened", "judged"), [(0.5, "A little too sure."), (0.7, "A little too careful.")]
)
def test_of_many_kinds_it_is_how_sure_it_is_that_is_off(happened: float, judged: str) -> None:
    assert judged in calibration_text(two_kinds(calibration=calibration((0.6, happened, 900), value="")))


def test_of_few_rows_of_many_kinds_its_answers_are_counted() -> None:
    assert calibration_text(two_kinds(calibration=calibration((0.55, 0.7941, 34), value=""))) == (
        "Where it is about 55 of 100 sure, about 19 of its 34 answers should be right: 27 really were. "
        "Much too careful: do not go by its percentages."
    )


def test_of_many_kinds_it_is_said_how_often_it_is_right() -> None:
    known = calibration((0.9, 0.91, 500), value="")
    few = calibration((0.9, 0.9, 40), value="")

    assert calibration_text(many_kinds(calibration=known)) == (
        "When it is 90 of 100 sure of its answer, it is right 91 of 100 times. That fits."
    )
    assert "36 of its 40 answers should be right" in calibration_text(many_kinds(calibration=few))


def test_without_percentages_nothing_is_said_of_them() -> None:
    assert calibration_text(two_kinds()) == calibration_text(a_number()) == ""


def test_the_order_of_rows_is_said_in_pairs() -> None:
    assert pairs_text(two_kinds(cuts=(TEN,))) == (
        'Take one row that is "yes" and one that is not. In 21 of 24 such pairs it gives the first the '
        "higher percentage. (50 of 100 would be a coin toss.)"
    )
    assert pairs_text(two_kinds()) == ""


def test_of_many_kinds_the_hardest_is_named() -> None:
    easy = replace(TEN, value="ash", cuts=(replace(TEN.cuts[0], found=4, false=0),))

    text = pairs_text(many_kinds(cuts=(easy, replace(TEN, value="oak"))))

    assert text.startswith('Hardest to tell from the others is "oak": in 21 of 24 pairs')


def test_finding_half_has_its_price_in_alarms() -> None:
    dear = replace(TEN, cuts=(replace(TEN.cuts[0], found=1, false=0), replace(TEN.cuts[3])))

    assert alarms_text(TEN) == 'It finds 2 of 4 real "yes" without a single wrong alarm.'
    assert alarms_text(dear) == 'To find 3 of 4 real "yes", it brings 1 wrong alarm.'
    assert alarms_text(replace(TEN, cuts=())) == ""


def test_large_answers_are_missed_by_more() -> None:
    assert bands_text(a_number(bands=BANDS)) == (
        "Large answers are missed by more: half of those from 210,000 to 500,000 are within 41,000, half of "
        "those from 50,000 to 120,000 within 9,000."
    )


def test_small_or_middle_answers_may_be_missed_by_more_or_all_alike() -> None:
    small, middle, large = BANDS
    worse = replace(small, half=80_000.0)

    assert bands_text(a_number(bands=(worse, middle))).startswith("Small answers are missed by more")
    assert bands_text(a_number(bands=(small, replace(middle, half=80_000.0), large))).startswith(
        "How far it is off depends on the answer"
    )
    assert bands_text(a_number(bands=(small, replace(middle, half=9_900.0)))) == (
        "Large and small answers are missed by about as much: half are within 9,000 to 9,900."
    )
    assert bands_text(a_number(bands=(small,))) == ""


@pytest.mark.parametrize(
    ("lean", "text"),
    [
        (25_000.0, "Its answers from 210,000 to 500,000 are too high on average, by 25,000."),
        (-25_000.0, "Its answers from 210,000 to 500,000 are too low on average, by 25,000."),
        (2_000.0, ""),
    ],
)
def test_answers_that_lean_to_one_side_are_named(lean: float, text: str) -> None:
    bands: tuple[Band, ...] = (BANDS[0], replace(BANDS[2], lean=lean))

    assert leaning_text(a_number(bands=bands)) == text


def test_weak_spots_are_said_with_their_counts() -> None:
    evaluation = two_kinds(weak_spots=(spot(), spot(value=0.5, rows=40)))

    assert fails_texts(evaluation) == (
        'It does worse where "age" is 60 or more and "contract" is "monthly": right for 62 of 100 there, 90 '
        "of 100 elsewhere.",
        'It does worse where "age" is 60 or more and "contract" is "monthly": right for 20 of 40 there, 90 '
        "of 100 elsewhere.",
    )


def test_a_number_is_missed_by_more_in_weak_spots() -> None:
    weak = spot(value=81_234.0, rest=22_345.0, where=(Where(column="region", values=("West",)),))

    assert fails_texts(a_number(weak_spots=(weak,))) == (
        'It does worse where "region" is "West": off by 81,000 on average there, by 22,000 elsewhere.',
    )


def test_sixty_tested_rows_are_counted_and_given_no_decimals() -> None:
    evaluation = two_kinds(
        score=score(0.8, 0.68, 0.89, rows=60),
        calibration=calibration((0.31, 0.2666, 30), (0.7, 0.7333, 30)),
        weak_spots=(spot(value=0.5333, rest=0.9, rows=30),),
    )

    texts = (calibration_text(evaluation), *fails_texts(evaluation))

    assert "right for 16 of 30 there, 27 of 30 elsewhere" in texts[1]
    assert not any(re.search(r"\d\.\d", text) for text in texts)


def test_older_models_were_not_searched_for_weak_spots() -> None:
    assert not is_looked_into(two_kinds())
    assert is_looked_into(two_kinds(calibration=FITS))
    assert is_looked_into(a_number(bands=BANDS))


def test_nearly_all_pairs_are_not_all_of_them() -> None:
    nearly = replace(TEN, rows=2_000, positives=1_000, cuts=(replace(TEN.cuts[0], found=999, false=0),))

    assert "In 999 of 1,000 such pairs" in pairs_text(two_kinds(cuts=(nearly,)))
