"""Going back, step by step, through the changes of a row that is tried."""

import json

import pytest
from werkzeug.datastructures import MultiDict

from desktop_app.web.trying.known import Known
from desktop_app.web.trying.trial import (
    MOST_STEPS,
    Origin,
    Trial,
    before_text,
    cells_of,
    changed,
    read_trial,
    undone,
    usual_trial,
)

FIELDS = (
    Known(key="c0", name="months", kind="number", median=4, whole=True),
    Known(key="c1", name="region", kind="kind", levels=("West", "East")),
)
START = usual_trial(FIELDS)


def sent(before: Trial, **form: str) -> Trial:
    """Return the row after a form was sent that carries what was there before."""
    return read_trial(MultiDict({"before": before_text(before), **form}), FIELDS)


def test_each_change_is_a_step_back() -> None:
    first = sent(START, c0="5", c1="West")
    second = sent(first, c0="5", c1="East")

    assert second.texts == {"c0": "5", "c1": "East"}
    assert undone(second).texts == {"c0": "5", "c1": "West"}
    assert undone(undone(second)).texts == START.texts
    assert undone(START) == START


def test_what_is_typed_in_one_visit_of_a_field_is_one_step() -> None:
    trial = START
    for text in ("1", "12", "120"):
        trial = sent(trial, c0=text, visit="3")

    assert undone(trial).texts == START.texts


def test_another_visit_or_another_field_is_another_step() -> None:
    again = sent(sent(START, c0="5", visit="3"), c0="6", visit="4")
    other = sent(sent(START, c0="5", visit="3"), c0="5", c1="East", visit="3")
    without_scripts = sent(sent(START, c0="5"), c0="6")

    assert [len(trial.steps) for trial in (again, other, without_scripts)] == [2, 2, 2]


def test_nothing_changed_is_no_step() -> None:
    assert sent(START, c0="4", c1="West").steps == ()


def test_a_field_that_was_not_sent_stays_as_it_was() -> None:
    first = sent(START, c0="5", c1="East")

    assert sent(first, c0="6").texts == {"c0": "6", "c1": "East"}


def test_undoing_leads_back_to_where_a_row_came_from() -> None:
    taken = changed(START, {"c0": "33", "c1": "East"}, origin=Origin(row=7, real="no"))
    next_one = changed(taken, {"c0": "8"}, origin=Origin(row=8, real="yes"))

    assert undone(next_one).origin == Origin(row=7, real="no")
    assert undone(undone(next_one)).origin == Origin()


def test_a_row_like_the_one_before_is_a_step_all_the_same() -> None:
    taken = changed(START, START.texts, origin=Origin(row=7))

    assert len(taken.steps) == 1


def test_only_so_many_steps_are_carried() -> None:
    trial = START
    for number in range(MOST_STEPS + 20):
        trial = changed(trial, {"c0": str(number)})

    assert len(trial.steps) == MOST_STEPS
    assert len(sent(trial, c0="1").steps) == MOST_STEPS


@pytest.mark.parametrize("before", ["", "no JSON", "[1]", '{"texts": 3}', "[" * 100_000])
def test_what_no_page_of_ours_carries_begins_anew(before: str) -> None:
    trial = read_trial(MultiDict({"before": before, "c0": "5"}), FIELDS)

    assert trial.texts == {"c0": "5", "c1": "West"}


def test_fields_that_are_there_no_more_are_forgotten() -> None:
    carried = json.dumps({"texts": {"c0": "9", "c7": "x"}, "steps": [{"back": {"c7": "y"}}]})

    trial = read_trial(MultiDict({"before": carried}), FIELDS)

    assert trial.texts == {"c0": "9", "c1": "West"}
    assert undone(trial).texts == trial.texts


def test_columns_without_a_field_are_as_usual() -> None:
    assert cells_of(Trial(texts={"c0": "7"}), FIELDS) == {"months": 7.0, "region": "West"}
