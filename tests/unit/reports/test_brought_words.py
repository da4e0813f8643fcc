"""What is said of a model that was made elsewhere promises nothing that nobody here knows."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_app.models.prose import card_text
from desktop_app.records.asking import Reply
from desktop_app.records.models import Truth
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation, VerdictLevel
from desktop_app.reports.expert_facts import facts_of
from desktop_app.reports.held_words import HeldFile, held_text
from desktop_app.reports.help_words import helps_of
from desktop_app.reports.pictures.held import held
from desktop_app.reports.result_words import baseline_text
from desktop_app.reports.row_words import Asked, answer_text
from desktop_app.reports.truth_words import held_text as truth_text
from desktop_app.reports.truth_words import holds_word
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.models.test_prose import card
from tests.unit.reports.made import a_number, giveaway, score, two_kinds
from tests.unit.reports.made_brought import SHAPES, untested, with_rows
from tests.unit.reports.verdict_parts import everything

EACH = pytest.mark.parametrize("made", SHAPES)
LEVELS: tuple[VerdictLevel, ...] = ("guessing", "suspicious", "weak", "useful", "good")
PLAN = TrainingPlan(target="left")


@EACH
def test_of_one_that_nobody_tested_no_number_is_said(made: Callable[[], Evaluation]) -> None:
    said = everything(verdict_words(untested(made())))

    assert said.startswith("Not tested")
    assert re.findall(r"\d", said) == []
    assert baseline_text(untested(made())) == ""


def test_what_can_be_done_about_it_is_said() -> None:
    assert "you are then told how often it is right" in verdict_words(untested()).help
    assert "you are then told how far it is off" in verdict_words(untested(a_number())).help


@EACH
@pytest.mark.parametrize("level", LEVELS)
def test_of_one_that_rows_came_with_it_is_not_said_that_it_had_never_seen_them(
    made: Callable[[VerdictLevel], Evaluation], level: VerdictLevel
) -> None:
    words = verdict_words(with_rows(made(level)))

    assert words.extras[-1].endswith("Whether it had learned from them, only its maker knows.")
    assert "never seen" not in everything(words)
    assert "learned again" not in everything(words)


def test_the_rows_that_came_are_counted() -> None:
    assert verdict_words(with_rows()).headline == "Right for 88 of 100 rows that came with it."


def test_one_that_is_too_good_to_be_true_may_have_learned_from_them() -> None:
    words = verdict_words(with_rows(two_kinds("suspicious")))

    assert words.support.startswith("It may have learned from these very rows")
    assert words.help == 'Can you bring rows that it has not seen, with "left" filled in?'


def test_one_column_that_tells_the_answer_is_asked_about_all_the_same() -> None:
    words = verdict_words(with_rows(two_kinds("suspicious"), give_away=giveaway()))

    assert words.help == 'Would you know "cancel_date" in time?'


@pytest.mark.parametrize("made", [with_rows(two_kinds("guessing")), untested()], ids=["tested", "untested"])
def test_nothing_is_advised_that_means_learning_again(made: Evaluation) -> None:
    assert helps_of(made, PLAN) == ()


def test_experts_read_what_was_measured_here_and_no_more() -> None:
    assert [fact.name for fact in facts_of(untested())] == ["Columns used (features)"]
    names = [fact.name for fact in facts_of(with_rows())]
    assert "Rows it was tested on" in names
    assert not {"Rows it learned from", "Time to learn"} & set(names)


def test_the_card_in_its_file_says_what_is_known() -> None:
    alone, came = card_text(card(untested())), card_text(card(with_rows()))

    assert "how good its answers are is not known" in alone
    assert "Tested on 1,000 rows that came with it: right for 88 of 100" in came
    for said in (alone, came):
        assert "Learned from" not in said
        assert "To prove it" not in said


TRUTH = Truth(score=score(0.87, 0.84, 0.9, rows=400), promised=untested().score, holds="few", known=400)


def test_a_file_with_answers_tells_how_good_it_is_and_breaks_no_promise() -> None:
    said = truth_text(TRUTH)

    assert said == (
        "Right for 87 of 100 here (84 to 90). Nothing was promised, since nobody had tested it here."
    )
    assert holds_word(TRUTH) == "Nothing was promised"


def test_amounts_are_told_as_such() -> None:
    nothing = untested(a_number()).score
    truth = replace(TRUTH, score=score(33456.0, 31000.0, 36000.0, 400, nothing.metric), promised=nothing)

    assert truth_text(truth).startswith("Off by 33,000 on average here (31,000 to 36,000). Nothing")


def test_several_such_files_are_drawn_without_a_promise() -> None:
    files = [HeldFile(name=f"month {day}", day=f"2026-01-0{day}", truth=TRUTH) for day in (1, 2)]

    drawn = held(files, untested())

    assert held_text(files) == "Nobody had tested it. How good it was in 2 files:"
    assert drawn
    assert drawn.areas == ()
    assert [row[2:6] for row in drawn.rows] == [("87", "84", "90", "")] * 2


def test_what_has_become_worse_cannot_learn_again_here() -> None:
    promised = with_rows().score
    worse = replace(
        TRUTH, promised=promised, score=score(0.7, 0.66, 0.74, 400), holds="worse", is_brought=True
    )
    file = HeldFile(name="march", day="2026-03-01", truth=worse)

    assert truth_text(worse).endswith("Promised: 88. It has become worse.")
    assert held_text([file]) == 'It has become worse since "march", brought on 2026-03-01.'


@pytest.mark.parametrize(
    ("chance", "said"),
    [(0.9, 'Most likely "yes". By its own figures'), (0.52, "It is undecided: by its own")],
)
def test_its_chances_are_its_own_until_somebody_tests_it(chance: float, said: str) -> None:
    reply = Reply(answer="yes", chances={"no": 1 - chance, "yes": chance})

    alone, came = (answer_text(reply, Asked(evaluation=made)) for made in (untested(), with_rows()))

    assert alone.startswith(said)
    assert "nobody has tested" in alone
    assert "nobody has tested" not in came


def test_an_amount_without_a_range_is_said_alone() -> None:
    reply = Reply(answer="1200", amount=1200.0)

    assert answer_text(reply, Asked(evaluation=untested(a_number()))) == "Most likely 1200."


def test_one_that_does_not_beat_guessing_may_have_met_the_wrong_rows() -> None:
    assert verdict_words(with_rows(two_kinds("guessing"))).help == (
        'If these rows are few, or not those that it was made for, bring others with "left".'
    )
    assert verdict_words(two_kinds("guessing")).help == ""
