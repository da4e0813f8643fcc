"""Whether rows belong together or follow one another is found in them, where nobody has said it."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.evaluating import Ending, evaluation_of
from desktop_app.engine.question import Question
from desktop_app.engine.validation.apart import is_in_order
from desktop_app.engine.validation.belonging import groupings, orderings, reading_beside
from desktop_app.records.notices import Notice
from desktop_app.records.plans import TrainingPlan
from tests.unit.engine.kept_apart import asked, days, visits
from tests.unit.engine.made import frame_of, learned, signal, table_for


def codes(question: Question) -> list[str]:
    return [notice.code for notice in question.warnings if "group" in notice.code or "time" in notice.code]


@pytest.mark.parametrize("seed", range(4))
def test_customers_whose_answers_are_alike_are_kept_together_and_it_is_said(seed: int) -> None:
    question = asked(visits(60, 7, seed), "left")

    assert (question.apart.by, question.apart.column) == ("group", "customer_id")
    (notice,) = [one for one in question.warnings if one.code == "plan.by_group"]
    assert notice.values == {"entities": 60, "rows": 420, "column": "customer_id"}
    assert (notice.columns, notice.level) == (("customer_id",), "caution")


@pytest.mark.parametrize("seed", range(4))
def test_customers_who_are_alike_in_other_columns_only_are_asked_about(seed: int) -> None:
    question = asked(visits(60, 7, seed, alike=False), "left")

    assert question.apart.by == ""
    assert codes(question) == ["plan.group_question"]


def test_where_nothing_is_alike_nothing_is_asked() -> None:
    frame = signal(420).drop(columns="spent")
    frame["customer_id"] = np.random.default_rng(0).permutation(visits(60, 7)["customer_id"])

    assert [one.name for one in groupings(table_for(frame), "left")] == ["customer_id"]
    assert codes(asked(frame, "left", exclude=("customer_id",))) == []


def test_a_number_that_is_alike_counts_by_its_size() -> None:
    frame = visits(60, 7).drop(columns="left")
    dice = np.random.default_rng(0)
    frame["spent"] = frame.groupby("customer_id")["height"].transform("first") ** 3 + dice.normal(0, 0.1, 420)

    assert asked(frame, "spent").apart.by == "group"


@pytest.mark.parametrize("seed", range(4))
def test_days_in_order_with_a_price_that_drifts_are_tested_on_the_latest(seed: int) -> None:
    question = asked(days(420, seed), "price")

    assert (question.apart.by, question.apart.column) == ("time", "day")
    (notice,) = [one for one in question.warnings if one.code == "plan.by_time"]
    assert notice.values == {"column": "day", "target": "price", "first": "2024-01-01", "last": "2025-02-23"}


@pytest.mark.parametrize(
    ("frame", "found"),
    [
        (days(420, drift=0.0), ["plan.time_question"]),  # in order, and nothing changes
        (days(420).sample(frac=1, random_state=1, ignore_index=True), ["plan.time_question"]),
        (days(420, drift=0.0).sample(frac=1, random_state=1, ignore_index=True), []),
        (days(420).rename(columns={"day": "Date of birth"}), []),
    ],
)
def test_weaker_signs_of_an_order_are_a_question_or_none(frame: pd.DataFrame, found: list[str]) -> None:
    question = asked(frame, "price")

    assert question.apart.by == ""
    assert codes(question) == found


@pytest.mark.parametrize("frame", [visits(60, 7), visits(60, 7, alike=False), days(420)])
def test_whoever_said_that_any_row_may_test_is_not_asked_again(frame: pd.DataFrame) -> None:
    question = asked(frame, frame.columns[-1], any_row=True)

    assert (question.apart.by, codes(question)) == ("", [])


def test_the_answer_of_a_person_is_not_told_back_as_news() -> None:
    assert codes(asked(visits(60, 7), "left", group="customer_id")) == []


def test_a_list_by_customer_and_then_by_day_is_in_the_order_of_no_day() -> None:
    assert not is_in_order(np.tile(np.arange(50.0), 10))
    assert is_in_order(np.repeat(np.arange(50.0), 10))
    assert is_in_order(-np.repeat(np.arange(50.0), 10))
    assert not is_in_order(np.zeros(50))
    assert not is_in_order(np.array([np.nan] * 50))


def test_only_names_of_things_that_repeat_are_looked_at_the_fewest_things_first() -> None:
    frame = frame_of(
        order_id=np.repeat(np.arange(50.0), 2),
        customer_id=np.repeat(np.arange(10.0), 10),
        session_id=np.arange(100.0),
        patient_id=np.repeat(np.arange(2.0), 50),
        height=np.tile(np.arange(20.0), 5),
        noted=np.repeat(np.arange(20.0), 5),
        left=np.tile(["yes", "no"], 50),
    )
    table = table_for(frame)
    noted = Notice(code="find.repeated_id", values={"column": "noted", "count": 20}, columns=("noted",))
    columns = [replace(one, whole=one.type == "number") for one in table.columns]
    columns[5] = replace(columns[5], notes=(noted,))
    table = replace(table, columns=tuple(columns))

    assert [one.name for one in groupings(table, "left")] == ["customer_id", "noted", "order_id"]
    assert orderings(table, "left") == ()


@pytest.mark.parametrize(
    ("plan", "read"),
    [
        ({}, {"customer_id": "text", "day": "date"}),
        ({"any_row": True}, {}),
        ({"group": "plan"}, {"plan": "text"}),
        ({"time": "age"}, {"age": "number"}),
        ({"group": "nowhere"}, {}),
    ],
)
def test_the_columns_that_say_so_are_read_as_well(plan: dict[str, Any], read: dict[str, str]) -> None:
    frame = signal(420).assign(day=days(420)["day"], customer_id=visits(60, 7)["customer_id"])

    assert reading_beside(table_for(frame), TrainingPlan(target="left", **plan)) == read


@pytest.mark.parametrize(
    ("frame", "plan", "found"),
    [
        (visits(60, 7), {"group": "customer_id"}, ("group", "customer_id", 12, "")),
        (days(420), {"time": "day"}, ("time", "day", 0, "2024-12-01")),
        (days(420), {"any_row": True}, ("", "", 0, "")),
    ],
)
def test_how_it_was_tested_is_part_of_the_result(
    frame: pd.DataFrame, plan: dict[str, Any], found: tuple[Any, ...], tmp_path: Any
) -> None:
    made = learned(asked(frame, frame.columns[-1], **plan), tmp_path)

    told = evaluation_of(
        made.question, made.outcome, made.judged, Ending(finished=tuple(made.finished), seconds=1)
    )

    assert (told.tested_by, told.tested_column, told.tested_things, told.tested_after) == found
    assert (
        len(set(visits(60, 7)["customer_id"].iloc[made.outcome.unseen.rows])) == 12 or not told.tested_things
    )


def test_of_several_columns_that_could_be_asked_about_one_is() -> None:
    frame = visits(60, 7, alike=False).assign(client_id=lambda made: made["customer_id"])
    frame["day"], frame["booked"] = days(420)["day"], days(420)["day"]

    assert codes(asked(frame, "left")) == ["plan.group_question", "plan.time_question"]


def test_another_answer_is_another_training() -> None:
    frame = visits(60, 7)
    plans: list[dict[str, Any]] = [{}, {"group": "customer_id"}, {"time": "height"}, {"any_row": True}]

    assert len({asked(frame, "left", **plan).identity for plan in plans}) == 4
