"""A graph is asked about a few rows before it is saved."""

from typing import Any

import numpy as np
import onnx
import pytest
from onnx import helper

from desktop_app.engine.brought.audit.refused import RefusedGraphError, cannot_run
from desktop_app.engine.brought.fitting import UnfitError
from desktop_app.engine.brought.probing import ROWS, check_answers, made_up
from tests.unit.brought.graphs import churn_graph, churn_schema, graph_of, held, port, price_schema
from tests.unit.brought.made import model_of

AGE: dict[str, Any] = {"name": "age", "type": "number", "minimum": 18, "maximum": 90}


def one_step(kind: str, *numbers: onnx.TensorProto, **settings: Any) -> onnx.ModelProto:
    names = [tensor.name for tensor in numbers]
    step = helper.make_node(kind, ["x", *names], ["y"], **settings)
    return graph_of([step], [port("x", [None, 1])], [port("y", [None, 1])], numbers)


def probed(graph: onnx.ModelProto, facts: Any) -> Any:
    model = model_of(graph, facts)
    return check_answers(model, made_up(model.schema.columns, 0))


def test_rows_that_are_made_up_are_within_the_ranges() -> None:
    cells = made_up(model_of(churn_graph(), churn_schema()).schema.columns, 0)

    assert len(cells) == ROWS
    assert ((cells.numbers >= 18) & (cells.numbers <= 90)).all()


def test_what_answers_passes() -> None:
    assert np.isfinite(probed(churn_graph(), churn_schema())).all()


def test_numbers_that_are_no_chances_are_not_taken_for_some() -> None:
    graph = churn_graph()
    del graph.graph.node[-1]
    graph.graph.output[0].name = "logits"

    with pytest.raises(UnfitError, match="not_chances"):
        probed(graph, churn_schema())
    assert np.isfinite(probed(graph, churn_schema(output={"as": "logits"}))).all()


def test_a_graph_that_gives_no_number_is_refused() -> None:
    with pytest.raises(UnfitError, match="no_answers"):
        probed(one_step("Div", held("zero", np.array([[0.0]]))), price_schema(columns=[AGE]))


@pytest.mark.parametrize(
    "said",
    [
        "[ONNXRuntimeError] : 10 : INVALID_GRAPH : no such type",
        "[ONNXRuntimeError] : 1 : FAIL : while running Add. Status Message: /a/b.cc:7 : no such type\nmore",
        "no such type",
    ],
)
def test_what_onnx_runtime_says_is_told_in_its_last_words(said: str) -> None:
    assert str(cannot_run(ValueError(said)).values["what"]).endswith("no such type")
    assert "ONNXRuntimeError" not in str(cannot_run(ValueError(said)))


@pytest.mark.parametrize("kind", ["CumSum", "Softmax"])
def test_a_row_whose_answer_hangs_on_other_rows_is_none(kind: str) -> None:
    graph = one_step(kind, *([held("axis", np.array(0))] if kind == "CumSum" else []))
    if kind == "Softmax":
        graph.graph.node[0].attribute.append(helper.make_attribute("axis", 0))

    with pytest.raises(RefusedGraphError, match="rows_mixed"):
        probed(graph, price_schema(columns=[AGE]))


def test_a_graph_that_cannot_be_asked_says_why() -> None:
    graph = one_step("Reshape", held("shape", np.array([7, 5])))

    with pytest.raises(RefusedGraphError, match="cannot_run"):
        probed(graph, price_schema(columns=[AGE]))
