"""A verdict says what is doubtful about it: luck, rare kinds, few rows, rows known by heart."""

from typing import get_args

import pytest

from desktop_app.records.results import Baseline, Candidate, Confusion, Evaluation
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.reports.made import a_number, many_kinds, rare_kind, score, two_kinds


def test_a_count_that_may_be_luck_says_so_although_the_level_stands() -> None:
    words = verdict_words(two_kinds("weak", score=score(0.75, 0.72, 0.78)))

    assert words.extras[0].startswith(
        'Always answering "no" is right for 73, which lies within 72 to 78, so by the number of right '
        "answers alone it could be luck."
    )


@pytest.mark.parametrize(
    ("made", "headline", "support"),
    [
        (
            two_kinds("weak", score=score(0.736, 0.71, 0.76)),
            'About as often right as always answering "no" (74 and 73 of 100), but its percentages tell '
            "rows apart better.",
            "With other rows it could be right for 71 to 76. "
            "Go by its percentages, not by its answers alone.",
        ),
        (
            many_kinds(
                "weak",
                score=score(0.34, 0.31, 0.37, metric="balanced_accuracy"),
                baseline=Baseline(metric="balanced_accuracy", value=1 / 3, answer="ash"),
            ),
            'Taking the 3 kinds as equally frequent, it is about as often right as always answering "ash" '
            "(34 and 33 of 100), but its percentages tell rows apart better.",
            "With other rows it could be right for 31 to 37. "
            "Go by its percentages, not by its answers alone.",
        ),
        (
            rare_kind("weak", score=score(0.033, 0.0, 0.08, metric="precision_at_k")),
            'Of the 60 it is surest about, about as many are "yes" as of 60 picked at random (36 and 2), but '
            "over all rows its percentages fit better.",
            "With other rows it could be 0 to 5.",
        ),
        (
            a_number("weak", score=score(80900.0, 78000.0, 84000.0, metric="mean_absolute_error")),
            "About as far off on average as always answering 206,900 (80,900 and 81,200), but it avoids big "
            "misses better.",
            "With other rows it could be off by 78,000 to 84,000.",
        ),
    ],
    ids=["two", "each", "rare", "number"],
)
def test_a_count_that_hardly_differs_from_the_guess_is_not_called_better(
    made: Evaluation, headline: str, support: str
) -> None:
    words = verdict_words(made)

    assert (words.headline, words.support) == (headline, support)
    assert not any("luck" in extra for extra in words.extras)


def test_a_rare_kind_that_may_be_found_by_luck_says_so() -> None:
    words = verdict_words(rare_kind("weak", score=score(0.1, 0.02, 0.2, metric="precision_at_k")))

    assert words.extras[0].startswith("Picking 60 at random finds 2, which lies within 1 to 12,")


def test_kinds_that_are_hardly_mixed_up_say_how_often_it_is_wrong() -> None:
    single = Confusion(labels=("ash", "beech", "oak"), counts=((400, 1, 0), (0, 300, 0), (0, 0, 299)))

    assert verdict_words(many_kinds("good", confusion=single)).help == "It is still wrong for 20 of 100."


def test_a_miss_that_may_be_luck_says_so() -> None:
    words = verdict_words(a_number("weak", score=score(80000, 70000, 90000, metric="mean_absolute_error")))

    assert words.extras[0].startswith(
        "Always answering 206,900 is off by 81,200, which lies within 70,000 to 90,000,"
    )


def test_percentages_that_cannot_be_trusted_explain_a_good_count() -> None:
    words = verdict_words(two_kinds("guessing"))

    assert words.badge == "No better than guessing"
    assert words.headline == (
        "It often picks the likelier answer, but how sure it says it is cannot be trusted."
    )
    assert words.support == "So it counts as no better than guessing."


def test_guessing_without_a_good_count_is_said_with_its_range() -> None:
    words = verdict_words(two_kinds("guessing", score=score(0.74, 0.71, 0.77)))

    assert words.headline == 'It cannot reliably tell "yes" from "no" here.'
    assert words.support == 'Right for 74 of 100 (71 to 77); always answering "no" is right for 73.'


def test_big_misses_explain_a_number_that_counts_as_guessing() -> None:
    words = verdict_words(a_number("guessing"))

    assert words.headline == "It is often closer than the average, but some of its answers are far off."


def test_few_test_rows_are_said_with_what_they_leave_open() -> None:
    words = verdict_words(two_kinds(score=score(0.85, 0.62, 0.97, rows=20), tested="repeated", folds=8))

    assert words.headline == "Right for 17 of 20 rows it had never seen."
    assert (
        "Only 20 rows were there to test it. The true figure can lie anywhere from 12 to 20." in words.extras
    )
    assert words.extras[-1].endswith(
        "8 times, so that each row was hidden. Then it learned again from all 5,000."
    )


def test_a_search_that_was_stopped_says_what_is_kept() -> None:
    tried = tuple(
        Candidate(name=name, metric="log_loss", score=0.4, practice=0.8, seconds=1.0)
        for name in get_args(Candidate.__annotations__["name"])[:3]
    )

    words = verdict_words(two_kinds(stopped=True, candidates=tried))

    assert words.extras[0] == "Stopped. The best of 2 models tried is kept and tested."


def test_a_large_table_is_not_said_to_be_learned_again() -> None:
    words = verdict_words(two_kinds(tested="held_out_no_refit"))

    assert words.extras[-1] == "Tested on 1,000 rows that it had not seen."


def test_a_model_that_knows_its_rows_by_heart_is_not_trusted_for_that() -> None:
    words = verdict_words(two_kinds(seen=1.0))

    assert words.extras[0] == (
        "On rows it learned from it is right for 100 of 100, on new ones for 88. "
        "It has partly memorised. Trust the 88."
    )
    assert not any("memorised" in extra for extra in verdict_words(two_kinds(seen=0.9)).extras)


def test_on_later_rows_it_need_not_have_memorised() -> None:
    words = verdict_words(two_kinds(seen=1.0, tested_by="time"))

    assert words.extras[0] == (
        "On rows it learned from it is right for 100 of 100, on later ones for 88. "
        "It has partly memorised, or things have changed since. Trust the 88."
    )
    assert (
        verdict_words(a_number(seen=9000.0, tested_by="time"))
        .extras[0]
        .endswith("It has partly memorised, or things have changed since. Trust the 31,200.")
    )


def test_a_number_known_by_heart_is_not_trusted_for_that() -> None:
    words = verdict_words(a_number(seen=9000.0))

    assert words.extras[0].startswith(
        "On rows it learned from it is off by 9,000 on average, on new ones by 31,200."
    )
