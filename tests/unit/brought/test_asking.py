"""A graph is given the cells of a table as its schema says, and gives what ONNX Runtime itself would."""

from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper

from desktop_app.engine.brought.answering import answers_of
from desktop_app.engine.brought.feeding import feeds_of
from desktop_app.engine.brought.model import Brought
from tests.unit.brought.graphs import (
    FLOAT,
    INT64,
    ML,
    TEXT,
    churn_graph,
    churn_schema,
    graph_of,
    held,
    port,
    price_graph,
    price_schema,
)
from tests.unit.brought.made import cells_of, model_of

NAN = float("nan")


def reading(kind: int, *columns: dict[str, Any], width: int | None = 1, is_flat: bool = False) -> Brought:
    """Return a model that is given these columns as one input of a type."""
    shape = [None] if is_flat else [None, width]
    step = helper.make_node("Identity", ["held"], ["y"])
    outputs = [port("y", [None, 1])]
    graph = graph_of([step], [port("x", shape, kind)], outputs, [held("held", np.array([[1.0]]))])
    return model_of(graph, price_schema(columns=list(columns)))


def given(model: Brought, **columns: Any) -> Any:
    found = feeds_of(cells_of(model, **columns), model.inputs)["x"]
    return found.tolist()


def number(**changed: Any) -> dict[str, Any]:
    return {"name": "a", "type": "number", **changed}


def category(**changed: Any) -> dict[str, Any]:
    return {"name": "a", "type": "category", "values": ["low", "high"], **changed}


def test_an_empty_number_is_none_or_what_stands_for_it() -> None:
    assert np.isnan(given(reading(FLOAT, number()), a=[NAN])).all()
    assert given(reading(FLOAT, number(missing=-1)), a=[NAN, 2.0]) == [[-1.0], [2.0]]


@pytest.mark.parametrize(
    ("kind", "cells", "found"),
    [
        (TensorProto.FLOAT16, [0.5], [[0.5]]),
        (TensorProto.DOUBLE, [0.1], [[0.1]]),
        (INT64, [2.5, 3.6, 1e30, -1e30, NAN], [[2], [4], [2**63 - 1024], [-(2**63)], [7]]),
        (TensorProto.INT32, [1e30, -1e30], [[2**31 - 1], [-(2**31)]]),
        (TensorProto.BOOL, [0.0, 2.0], [[False], [True]]),
    ],
)
def test_numbers_become_those_that_are_asked_for(kind: int, cells: list[float], found: list[Any]) -> None:
    assert given(reading(kind, number(missing=7)), a=cells) == found


def test_an_unknown_place_is_minus_one_or_what_stands_for_it() -> None:
    cells = ["high", "low", "other", None]

    assert given(reading(FLOAT, category()), a=cells) == [[1.0], [0.0], [-1.0], [-1.0]]
    assert given(reading(FLOAT, category(missing="high")), a=cells) == [[1.0], [0.0], [1.0], [1.0]]
    assert given(reading(INT64, category(missing=9)), a=cells) == [[1], [0], [9], [9]]


def test_a_one_hot_category_has_a_place_for_each_value() -> None:
    one_hot = {"as": "one-hot"}

    assert given(reading(FLOAT, category(**one_hot), width=2), a=["high", "other", None]) == [
        [0, 1],
        [0, 0],
        [0, 0],
    ]
    assert given(reading(FLOAT, category(**one_hot, missing="low"), width=2), a=["other"]) == [[1, 0]]


def test_texts_stay_as_they_stand() -> None:
    assert given(reading(TEXT, category()), a=["high", "other", None]) == [["high"], ["other"], [""]]
    assert given(reading(TEXT, category(missing="?")), a=[None]) == [["?"]]
    free = {"name": "a", "type": "text", "missing": "nothing"}
    assert given(reading(TEXT, free), a=["some words", None]) == [["some words"], ["nothing"]]


def test_yes_and_no_are_a_category() -> None:
    yes = {"name": "a", "type": "yes/no", "values": ["no", "yes"]}

    assert given(reading(TensorProto.BOOL, yes), a=["yes", "no"]) == [[True], [False]]


def test_days_are_counted_since_1970() -> None:
    moments = np.array(["1970-01-02", "2020-01-01T12:00", "NaT"], dtype="datetime64[us]")

    found = given(reading(FLOAT, {"name": "a", "type": "date", "missing": 0}), a=moments)

    assert found == [[1.0], [18_262.5], [0.0]]


def test_columns_stand_side_by_side_in_their_order() -> None:
    second = {"name": "b", "type": "category", "values": ["x", "y"], "as": "one-hot"}
    model = reading(FLOAT, number(), second, number(name="c"), width=4)

    assert given(model, c=[9.0], a=[1.0], b=["y"]) == [[1.0, 0.0, 1.0, 9.0]]


def test_a_flat_input_gets_a_flat_column() -> None:
    assert given(reading(FLOAT, number(), is_flat=True), a=[1.0, 2.0]) == [1.0, 2.0]


@pytest.mark.parametrize(
    ("found", "form", "classes", "answers"),
    [
        ([[0.2, 0.8]], "probabilities", 2, [[0.2, 0.8]]),
        ([[0.8]], "probabilities", 2, [[0.2, 0.8]]),
        ([0.8, 0.3], "probabilities", 2, [[0.2, 0.8], [0.7, 0.3]]),
        ([[0.0]], "logits", 2, [[0.5, 0.5]]),
        ([[1.0, 1.0, 1.0]], "logits", 3, [[1 / 3] * 3]),
        ([[0.5, 0.25, 0.26]], "probabilities", 3, [[50 / 101, 25 / 101, 26 / 101]]),
        ([[0.9, 0.9]], "probabilities", 2, [[NAN, NAN]]),
        ([[-0.5, 1.5]], "probabilities", 2, [[NAN, NAN]]),
        ([[NAN, 1.0]], "probabilities", 2, [[NAN, NAN]]),
        ([[np.inf, 0.0]], "logits", 2, [[NAN, NAN]]),
        ([[7.5]], "amount", 0, [[7.5]]),
        ([7.5, np.inf, 1e31], "amount", 0, [[7.5], [NAN], [NAN]]),
        ([{0: 0.2, 1: 0.8}], "probabilities", 2, [[0.2, 0.8]]),
        ([{"k1": 0.8, "k0": 0.2}], "probabilities", 2, [[0.2, 0.8]]),
    ],
)
def test_what_a_graph_gives_is_read_by_its_form(
    found: Any, form: Any, classes: int, answers: list[Any]
) -> None:
    names = [f"k{place}" for place in range(classes)]
    given = found if isinstance(found[0], dict) else np.array(found)

    assert np.allclose(answers_of(given, form, names), answers, equal_nan=True)


@pytest.mark.parametrize("found", [[[1.0, 2.0, 3.0]], [[[1.0]]], 1.0, [{"a": 1.0, "b": 0.0}], [["a", "b"]]])
def test_what_is_no_answer_is_refused(found: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        answers_of(found, "probabilities", ["no", "yes"])


def test_the_answers_are_those_of_onnx_runtime_itself() -> None:
    graph, dice = price_graph(), np.random.default_rng(0)
    model = model_of(graph, price_schema())
    rooms, areas = dice.integers(1, 9, 5_000).astype(float), dice.uniform(20, 300, 5_000)

    found = model.answers(cells_of(model, rooms=rooms, area=areas))

    session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    (own,) = session.run(None, {"x": np.stack([rooms, areas], axis=1).astype(np.float32)})
    assert np.allclose(found, own, rtol=1e-6)


def test_rows_are_asked_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    model = model_of(price_graph(), price_schema())
    session = type(model.session)
    own = session.answers

    def counted(self: Any, columns: Any, wanted: Any = ()) -> Any:
        asked.append(len(columns["x"]))
        return own(self, columns, wanted)

    monkeypatch.setattr(session, "answers", counted)
    model.answers(cells_of(model, rooms=np.ones(9_000), area=np.ones(9_000)))

    assert sum(asked) == 9_000
    assert max(asked) == model.at_once == 4_000


def strict_graph() -> onnx.ModelProto:
    """Return a graph that stops at a plan that it does not know."""
    steps = [
        helper.make_node("OneHotEncoder", ["x"], ["hot"], domain=ML, cats_strings=["low", "high"], zeros=0),
        helper.make_node("ReduceMax", ["hot", "axes"], ["y"], keepdims=0),
    ]
    return graph_of(
        steps, [port("x", [None, 1], TEXT)], [port("y", [None, 1])], [held("axes", np.array([2]))]
    )


def test_a_row_at_which_the_graph_stops_has_no_answer_and_the_others_have_theirs() -> None:
    model = model_of(strict_graph(), price_schema(columns=[category()]))

    told = model.told(cells_of(model, a=["low", "high", "silver", "low"]))

    assert told.are_guesses.tolist() == [False, False, True, False]
    assert told.answers.tolist() == [[1.0], [1.0], [0.5], [1.0]]


def test_no_rows_have_no_answers() -> None:
    model = model_of(churn_graph(), churn_schema())

    assert model.answers(cells_of(model, age=[], plan=[])).shape == (0, 2)
