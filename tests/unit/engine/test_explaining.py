"""Looking into a model that has learned: the order of columns, the class that is meant, what is asked."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from desktop_app.engine.evaluating import Ending, evaluation_of
from desktop_app.engine.explanation import pairs
from desktop_app.engine.explanation.explaining import MOST_ROWS, Subject, explain
from desktop_app.engine.model import learn_model
from desktop_app.engine.predictor import Predictor
from desktop_app.errors import DataError
from desktop_app.records.explained import Explained
from desktop_app.records.jobs import Progress
from desktop_app.records.results import Evaluation
from tests.unit.engine.made import MANY, Learned, signal, table_for


@pytest.fixture(autouse=True)
def _few_rows_for_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask about pairs on few rows: which ones there are, `test_pairs.py` looks at."""
    monkeypatch.setattr(pairs, "_ROWS", 15)


def frame_for(target: str) -> pd.DataFrame:
    return signal(MANY).drop(columns={"left": "spent", "spent": "left"}[target])


def predictor(made: Learned) -> Predictor:
    material = made.material
    return Predictor(
        layout=material.cells.layout,
        classes=material.target.classes,
        model=made.outcome.model,
        intervals=None,
    )


def evaluation(made: Learned) -> Evaluation:
    ending = Ending(finished=tuple(made.finished), seconds=1.0)
    return evaluation_of(made.question, made.outcome, made.judged, ending)


def looked(
    made: Learned, target: str, frame: pd.DataFrame | None = None, *, value: str = "", **more: Any
) -> Explained:
    frame = frame_for(target) if frame is None else frame
    subject = Subject(
        predictor=predictor(made),
        evaluation=evaluation(made),
        value=value,
        target=next(column for column in table_for(frame).columns if column.name == target),
        seed=0,
    )
    return explain(subject, frame, **{"report": lambda _: None, **more})


def test_the_columns_come_in_the_order_of_their_page(kinds_kept_aside: Learned) -> None:
    found = looked(kinds_kept_aside, "left")

    order = [item.column for item in evaluation(kinds_kept_aside).importances]
    columns = [effect.column for effect in found.effects]
    assert columns == [name for name in order if name in columns]
    assert {"age", "calls"} <= set(columns)


@pytest.mark.parametrize("value", ["yes", "no"])
def test_chances_are_those_of_the_class_that_is_asked_for(kinds_kept_aside: Learned, value: str) -> None:
    found = looked(kinds_kept_aside, "left", value=value)

    age = next(effect for effect in found.effects if effect.column == "age")
    rises = age.points[-1].mean > age.points[0].mean
    assert found.value == value
    assert rises == (value == "yes")
    assert 0.3 < found.usual < 0.7


def test_an_amount_has_no_class(numbers_kept_aside: Learned) -> None:
    found = looked(numbers_kept_aside, "spent")

    calls = next(effect for effect in found.effects if effect.column == "calls")
    steepness = (calls.points[-1].mean - calls.points[0].mean) / (
        (calls.points[-1].at or 0) - (calls.points[0].at or 0)
    )
    assert found.value == ""
    assert 2 < steepness < 6  # 5 is true; the ends are flat


def test_the_same_rows_and_plan_give_the_same(kinds_kept_aside: Learned) -> None:
    once, again = (looked(kinds_kept_aside, "left", threads=n) for n in (1, 2))

    assert once == again


def test_of_very_many_rows_some_are_asked(kinds_kept_aside: Learned) -> None:
    frame = pd.concat([frame_for("left")] * 6, ignore_index=True)

    found = looked(kinds_kept_aside, "left", frame)

    assert {effect.rows for effect in found.effects} == {MOST_ROWS}


def test_a_row_without_a_target_is_not_asked(kinds_kept_aside: Learned) -> None:
    frame = frame_for("left")
    frame.loc[:99, "left"] = None

    found = looked(kinds_kept_aside, "left", frame)

    assert {effect.rows for effect in found.effects} == {MANY - 100}


def test_what_goes_together_is_measured_as_the_page_says_how(numbers_kept_aside: Learned) -> None:
    frame = frame_for("spent")
    frame["age"] = 50 + 15 * frame["calls"]

    found = looked(numbers_kept_aside, "spent", frame)

    assert [set(one.columns) for one in found.together] == [{"age", "calls"}]
    assert found.together[0].loss > 0


def test_rows_without_a_class_of_the_page_cannot_be_judged_as_it_does(kinds_kept_aside: Learned) -> None:
    frame = frame_for("left")
    frame["age"] = 50 + 15 * frame["calls"]

    whole, part = (looked(kinds_kept_aside, "left", some) for some in (frame, frame[frame["left"] == "yes"]))

    assert [set(one.columns) for one in whole.together] == [{"age", "calls"}]
    assert part.together == ()


def test_it_says_at_which_column_it_is(kinds_kept_aside: Learned) -> None:
    told: list[Progress] = []

    found = looked(kinds_kept_aside, "left", report=told.append)

    notices = [progress.notice for progress in told if progress.notice]
    looking = [notice.values for notice in notices if notice.code == "why.looking"]
    assert [values["column"] for values in looking] == [effect.column for effect in found.effects]
    assert looking[-1]["done"] == looking[-1]["count"] == len(looking)
    assert [progress.fraction for progress in told] == sorted(progress.fraction for progress in told)
    assert [notice.code for notice in notices][-1] == "why.looking_pairs"


def test_a_table_in_which_nothing_came_of_any_row_is_refused(kinds_kept_aside: Learned) -> None:
    frame = frame_for("left").assign(left=None)

    with pytest.raises(DataError) as caught:
        looked(kinds_kept_aside, "left", frame)

    assert (caught.value.code, caught.value.values["columns"]) == ("why.other_columns", ["left"])


def test_the_simplest_guess_does_nothing_with_any_column(kinds_kept_aside: Learned) -> None:
    material = kinds_kept_aside.material
    guess = learn_model(material, material.split.search, ())
    outcome = replace(kinds_kept_aside.outcome, model=guess)

    found = looked(replace(kinds_kept_aside, outcome=outcome), "left")

    assert (found.effects, found.together, found.interactions) == ((), (), ())
    assert found.usual == pytest.approx(0.5, abs=0.2)
