"""A verdict is said in counts of rows, and never says what its level denies."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.records.results import (
    Baseline,
    Candidate,
    Confusion,
    Evaluation,
    Importance,
    Metric,
    Skill,
    VerdictLevel,
)
from desktop_app.reports.verdict_words import VerdictWords, verdict_words
from tests.unit.reports.made import a_number, giveaway, many_kinds, rare_kind, score, two_kinds

LEVELS = get_args(VerdictLevel)
SHAPES: tuple[Callable[..., Evaluation], ...] = (two_kinds, many_kinds, rare_kind, a_number)
TESTED_WAYS = ("held_out", "repeated", "held_out_no_refit")


def everything(words: VerdictWords) -> str:
    return " ".join((words.badge, words.line, words.headline, words.support, words.help, *words.extras))


@pytest.mark.parametrize("made", SHAPES, ids=lambda made: made.__name__)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("give_away", [None, giveaway()], ids=["no_giveaway", "giveaway"])
def test_every_level_of_every_question_is_said_whole(
    made: Callable[..., Evaluation], level: VerdictLevel, give_away: Any
) -> None:
    words = verdict_words(made(level, give_away=give_away))

    for text in (words.badge, words.line, words.headline, words.support, words.help, *words.extras):
        assert text
        assert not re.search(r"[{}]|\bNone\b|\bnan\b|  ", text)


@pytest.mark.parametrize("made", SHAPES, ids=lambda made: made.__name__)
def test_only_models_to_be_used_are_not_forbidden(made: Callable[..., Evaluation]) -> None:
    lines = {level: verdict_words(made(level)).line for level in LEVELS}

    assert {level for level in LEVELS if lines[level].startswith("Do not use")} == {"guessing", "suspicious"}


def test_a_useful_model_of_two_kinds_is_compared_with_the_simplest_guess() -> None:
    words = verdict_words(two_kinds())

    assert words.badge == "Useful"
    assert words.headline == "Right for 88 of 100 rows it had never seen."
    assert words.support == (
        'With other rows it could be right for 86 to 90. Always answering "no" is right for 73.'
    )
    assert words.help == "When it is unsure, decide yourself."
    assert words.extras == ("Tested on 1,000 rows that it had not seen, then learned again from all 5,000.",)


def test_a_rare_kind_is_judged_by_those_it_is_surest_about() -> None:
    words = verdict_words(rare_kind("good"))

    assert words.headline == 'Of the 60 it is surest about, 36 are "yes".'
    assert words.support == "With other rows it could be 27 to 45. 60 picked at random hold 2."
    assert words.help == 'It still misses 24 of 60 "yes".'


def test_a_number_is_off_by_so_much_on_average() -> None:
    words = verdict_words(a_number("good"))

    assert words.headline == "Off by 31,200 on average; half of the answers are within 21,200."
    assert words.support == (
        "With other rows it could be off by 30,100 to 33,000. Always answering 206,900 is off by 81,200."
    )
    assert words.help == "One in ten is off by more than 71,200."


def test_many_kinds_say_which_is_hard_to_find() -> None:
    assert verdict_words(many_kinds("useful")).help == 'Look at "oak": it finds only 60 of 100 of them.'
    assert verdict_words(many_kinds("weak")).help == 'It mixes up "beech" and "oak" most.'
    assert verdict_words(many_kinds("good")).help == 'Most mix-ups: "oak" taken for "beech", 11 of 100.'


def test_kinds_that_count_the_same_are_not_said_as_rows_that_are_right() -> None:
    even = score(0.62, 0.58, 0.66, metric="balanced_accuracy")
    guess = Baseline(metric="balanced_accuracy", value=1 / 3, answer="ash")

    words = verdict_words(many_kinds(score=even, baseline=guess))

    assert words.headline == "Taking the 3 kinds as equally frequent, it is right for 62 of 100."
    assert words.support == (
        "With other rows it could be right for 58 to 66. "
        'Counted like that, always answering "ash" is right for 33.'
    )


def test_one_column_that_holds_the_answer_is_named() -> None:
    words = verdict_words(two_kinds("suspicious", score=score(0.99, 0.98, 1.0), give_away=giveaway()))

    assert words.headline == 'Right for 99 of 100, and nearly all of it comes from "cancel_date".'
    assert words.support.endswith('Without "cancel_date" it reaches 80.')
    assert words.help == 'Would you know "cancel_date" in time?'


def test_a_result_too_easy_without_a_single_cause_names_the_columns_it_leans_on() -> None:
    words = verdict_words(two_kinds("suspicious", score=score(1.0, 0.99, 1.0)))

    assert words.headline == "Right for 100 of 100. Hardly any question is that easy."
    assert words.support == 'It leans most on "calls": one of them may hold the answer already.'


def test_a_column_confirmed_as_known_is_said_to_carry_the_result() -> None:
    words = verdict_words(two_kinds("good", give_away=giveaway(), skill=Skill(value=0.9, low=0.8)))

    assert (
        'You said that "cancel_date" is known in time. If it is not, this result does not hold.'
        in words.extras
    )


def test_a_very_easy_result_whose_columns_are_all_confirmed_says_so() -> None:
    words = verdict_words(two_kinds("good", skill=Skill(value=0.99, low=0.97)))

    assert any(extra.startswith("You said that the columns are known in time.") for extra in words.extras)


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
    assert words.extras[-1].endswith("8 times, so that each row was hidden.")


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


def test_a_number_known_by_heart_is_not_trusted_for_that() -> None:
    words = verdict_words(a_number(seen=9000.0))

    assert words.extras[0].startswith(
        "On rows it learned from it is off by 9,000 on average, on new ones by 31,200."
    )


def test_a_nearly_perfect_count_takes_a_larger_denominator() -> None:
    words = verdict_words(two_kinds("good", score=score(0.997, 0.994, 0.999, rows=4000)))

    assert words.headline == "Right for 997 of 1,000 rows it had never seen."
    assert words.help == "It is still wrong for 3 of 1,000."


def test_counts_that_would_look_equal_take_a_larger_denominator() -> None:
    close = Baseline(metric="accuracy", value=0.879, answer="no")

    words = verdict_words(two_kinds("weak", score=score(0.883, 0.88, 0.886, rows=8000), baseline=close))

    assert "883 of 1,000" in words.headline
    assert "right for 879" in words.support


def test_columns_that_matter_to_nothing_are_not_named_as_causes() -> None:
    nothing = (Importance(column="noise", loss=0.0, low=-0.01, high=0.01),)

    words = verdict_words(two_kinds("suspicious", importances=nothing))

    assert words.support == ""


def test_names_from_the_file_are_cut_and_stay_on_one_line() -> None:
    long = replace(two_kinds("guessing", score=score(0.74, 0.71, 0.77)), target="t\n" * 300)

    text = everything(verdict_words(long))

    assert "\n" not in text
    assert len(text) < 600


def test_a_weak_model_that_counts_no_better_is_not_called_better() -> None:
    words = verdict_words(two_kinds("weak", score=score(0.72, 0.69, 0.75)))

    assert "better than" not in words.headline
    assert words.headline.startswith('About as often right as always answering "no" (72 and 73 of 100)')


ranges = st.lists(st.floats(min_value=0, max_value=1), min_size=3, max_size=3).map(sorted)


@given(
    ranges,
    st.floats(min_value=0, max_value=1),
    st.integers(min_value=4, max_value=50_000),
    st.sampled_from(LEVELS),
)
def test_no_count_contradicts_its_level_or_its_range(
    shares: list[float], guess: float, rows: int, level: VerdictLevel
) -> None:
    low, value, high = shares
    baseline = Baseline(metric="accuracy", value=guess, answer="no")

    words = verdict_words(two_kinds(level, score=score(value, low, high, rows=rows), baseline=baseline))

    text = everything(words)
    assert not ("better than guessing." in words.headline and value <= guess)
    assert ("Do not use it" in text) == (level in ("guessing", "suspicious"))
    for start, end in re.findall(r"(\d[\d,]*) to (\d[\d,]*)", text):
        assert int(start.replace(",", "")) <= int(end.replace(",", ""))
    if match := re.search(r"Right for ([\d,]+) of ([\d,]+)", text):
        right, of = (int(part.replace(",", "")) for part in match.groups())
        assert abs(right / of - value) <= 0.51 / of
        assert of <= max(rows, 1)


@given(
    ranges,
    st.floats(min_value=0.001, max_value=1),
    st.integers(min_value=0, max_value=3),
    st.sampled_from(LEVELS),
)
def test_no_miss_contradicts_its_level(
    misses: list[float], guess: float, decimals: int, level: VerdictLevel
) -> None:
    low, value, high = (1000 * miss for miss in misses)
    metric: Metric = "mean_absolute_error"
    baseline = Baseline(metric=metric, value=1000 * guess, answer="12.5")

    words = verdict_words(
        a_number(level, score=score(value, low, high, metric=metric), baseline=baseline, decimals=decimals)
    )

    assert not ("a little less than guessing" in words.headline and value >= 1000 * guess)
    if level == "weak" and value < 0.9 * 1000 * guess:
        assert "a little less than guessing" in words.headline
