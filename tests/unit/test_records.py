"""Every record survives the way through JSON, also in a file of another version."""

import dataclasses
import importlib
import json
import pkgutil
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import desktop_app.records
from desktop_app.records.jobs import Finished, Message, Problem, Progress
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Score


def _records() -> list[type[Any]]:
    modules = [
        importlib.import_module(f"desktop_app.records.{module.name}")
        for module in pkgutil.iter_modules(desktop_app.records.__path__)
    ]
    return sorted(
        {
            kind
            for module in modules
            for kind in vars(module).values()
            if isinstance(kind, type)
            and dataclasses.is_dataclass(kind)
            and kind.__module__ == module.__name__
        },
        key=lambda kind: kind.__name__,
    )


RECORDS = _records()
finite = st.floats(allow_nan=False, allow_infinity=False)
plain: st.SearchStrategy[JSON] = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
st.register_type_strategy(float, finite)
st.register_type_strategy(str, st.text(max_size=8))


def made(kind: type[Any]) -> st.SearchStrategy[Any]:
    fields = {
        field.name: st.dictionaries(st.text(max_size=5), plain, max_size=2)
        for field in dataclasses.fields(kind)
        if field.name in ("params", "result")
    }
    return st.builds(kind, **fields)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_record_comes_back_from_json_as_it_went(kind: type[Any], data: st.DataObject) -> None:
    record = data.draw(made(kind))

    assert from_json(kind, json.loads(json.dumps(to_json(record)))) == record


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_a_record_is_frozen_and_says_what_it_is(kind: type[Any]) -> None:
    assert kind.__dataclass_params__.frozen
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}(")


def test_the_records_are_found() -> None:
    assert {"Table", "TrainingPlan", "Evaluation", "ModelCard", "Job"} <= {kind.__name__ for kind in RECORDS}


def test_names_that_a_record_does_not_know_are_ignored() -> None:
    assert from_json(TrainingPlan, {"target": "left", "horizon": 3}) == TrainingPlan(target="left")


def test_names_that_are_missing_take_the_default() -> None:
    assert from_json(TrainingPlan, {"target": "left"}).budget == 60.0


def test_a_name_that_must_be_there_is_missed() -> None:
    with pytest.raises(TypeError):
        from_json(TrainingPlan, {})


@pytest.mark.parametrize(
    "wrong",
    [
        {"target": 3},
        {"target": "left", "task": "forecast"},
        {"target": "left", "exclude": "age"},
        {"target": "left", "exclude": [1]},
        {"target": "left", "seed": True},
        {"target": "left", "seed": 1.5},
        {"target": None},
        ["left"],
        None,
    ],
)
def test_a_value_of_another_type_is_refused(wrong: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        from_json(TrainingPlan, wrong)


def test_a_whole_number_is_read_where_a_fraction_is_meant() -> None:
    read = from_json(Score, {"metric": "accuracy", "value": 1, "low": 0, "high": 1, "rows": 20})

    assert isinstance(read.value, float)


@pytest.mark.parametrize(
    "message",
    [
        Progress(fraction=0.5, notice=Notice(code="learn.checked", values={"count": 2}), milestone=True),
        Finished(result={"rows": 3}),
        Problem(code="refuse.empty", values={"file": "a.csv"}),
    ],
)
def test_a_message_is_read_as_what_it_was_sent(message: Message) -> None:
    read = from_json(type(message), json.loads(json.dumps(to_json(message))))

    assert read == message


def test_a_value_keeps_its_kind() -> None:
    values = {"text": "1", "count": 1, "share": 1.0, "flag": True, "nothing": None, "names": ["a"]}

    read = from_json(Notice, to_json(Notice(code="x", values=values)))  # type: ignore[arg-type]  # each is a Value

    assert {name: type(value) for name, value in read.values.items()} == {
        name: type(value) for name, value in values.items()
    }
