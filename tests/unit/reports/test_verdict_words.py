"""A verdict of each level is said whole, and names the columns that it hangs on."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.results import Baseline, Evaluation, Importance, Skill, VerdictLevel
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.reports.made import a_number, giveaway, many_kinds, rare_kind, score, two_kinds
from tests.unit.reports.verdict_parts import LEVELS, everything

SHAPES: tuple[Callable[..., Evaluation], ...] = (two_kinds, many_kinds, rare_kind, a_number)


@pytest.mark.parametrize("made", SHAPES, ids=lambda made: made.__name__)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("give_away", [None, giveaway()], ids=["no_giveaway", "giveaway"])
def test_every_level_of_every_question_is_said_whole(
    made: Callable[..., Evaluation], level: VerdictLevel, give_away: Any
) -> None:
    words = verdict_words(made(level, give_away=give_away))

    assert bool(words.help) == (level != "guessing")  # what would help is told beside it
    for text in (words.badge, words.line, words.headline, words.support, *words.extras):
        assert text
        assert not re.search(r"[{}]|\bNone\b|\bnan\b|  ", f"{text} {words.help}".strip())


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


def test_columns_that_matter_to_nothing_are_not_named_as_causes() -> None:
    nothing = (Importance(column="noise", loss=0.0, low=-0.01, high=0.01),)

    words = verdict_words(two_kinds("suspicious", importances=nothing))

    assert words.support == ""


def test_names_from_the_file_are_cut_and_stay_on_one_line() -> None:
    long = replace(two_kinds("guessing", score=score(0.74, 0.71, 0.77)), target="t\n" * 300)

    text = everything(verdict_words(long))

    assert "\n" not in text
    assert len(text) < 600
