"""A schema that does not fit its graph is told by what the graph has, before anything is saved."""

from typing import Any

import onnx
import pytest

from desktop_app.engine.brought.fitting import UnfitError
from tests.unit.brought.graphs import (
    DOUBLE,
    FLOAT,
    INT64,
    TEXT,
    churn_graph,
    churn_schema,
    graph_of,
    held,
    port,
    price_graph,
    price_schema,
)
from tests.unit.brought.made import model_of

AGE: dict[str, Any] = {"name": "age", "type": "number"}
PLAN: dict[str, Any] = {"name": "plan", "type": "category", "values": ["basic", "gold"], "as": "one-hot"}


def plain(*inputs: onnx.ValueInfoProto, outputs: Any = None) -> onnx.ModelProto:
    """Return a graph whose shapes alone matter."""
    step = onnx.helper.make_node("Identity", ["held"], ["y"])
    return graph_of([step], inputs, outputs or [port("y", [None, 1])], [held("held", [[1.0]])])


def with_rows(rows: Any) -> onnx.ModelProto:
    graph = churn_graph()
    graph.graph.input[0].type.tensor_type.shape.dim[0].CopyFrom(
        onnx.TensorShapeProto.Dimension(dim_value=rows)
    )
    return graph


TWO = [port("x", [None, 1]), port("z", [None, 1])]
TEXTS = [{**PLAN, "as": "text", "missing": None}]
WHOLE = plain(port("x", [None, 1], INT64))

UNFIT: dict[str, tuple[str, onnx.ModelProto, dict[str, Any]]] = {
    "an input that is not there": (
        "schema.no_input",
        churn_graph(),
        churn_schema(columns=[{**AGE, "input": "ages"}, PLAN]),
    ),
    "no input of several": ("schema.which_input", plain(*TWO), price_schema(columns=[AGE])),
    "an input without columns": (
        "schema.input_unused",
        plain(*TWO),
        price_schema(columns=[{**AGE, "input": "x"}]),
    ),
    "too few columns": ("schema.input_width", churn_graph(), churn_schema(columns=[AGE])),
    "too many columns": ("schema.input_width", price_graph(), price_schema(columns=[AGE, PLAN])),
    "two columns of a flat input": (
        "schema.input_width",
        plain(port("x", [None])),
        price_schema(columns=[AGE, {**AGE, "name": "b"}]),
    ),
    "texts for numbers": ("schema.needs_numbers", price_graph(), price_schema(columns=TEXTS)),
    "numbers for texts": (
        "schema.needs_text",
        plain(port("x", [None, 1], TEXT)),
        price_schema(columns=[AGE]),
    ),
    "places without values": (
        "schema.needs_values",
        price_graph(),
        price_schema(columns=[{"name": "plan", "type": "category"}]),
    ),
    "whole numbers without what stands for an empty cell": (
        "schema.needs_missing",
        WHOLE,
        price_schema(columns=[AGE]),
    ),
    "a missing value that is none": (
        "schema.missing_value",
        churn_graph(),
        churn_schema(columns=[AGE, {**PLAN, "missing": "silver"}]),
    ),
    "a number for an empty text": (
        "schema.missing_kind",
        plain(port("x", [None, 1], TEXT)),
        price_schema(columns=[{"name": "plan", "type": "category", "missing": 3}]),
    ),
    "pictures": ("schema.input_shape", plain(port("x", [None, 3, 8, 8])), price_schema(columns=[AGE])),
    "one row": ("schema.fixed_rows", with_rows(1), churn_schema()),
    "sixty-four rows": ("schema.fixed_rows", with_rows(64), churn_schema()),
    "numbers of another kind": (
        "schema.input_kind",
        plain(port("x", [None, 1], onnx.TensorProto.UINT8)),
        price_schema(columns=[AGE]),
    ),
    "a result that is not there": (
        "schema.no_output",
        churn_graph(),
        churn_schema(output={"name": "logits"}),
    ),
    "three classes, two numbers": (
        "schema.output_classes",
        churn_graph(),
        churn_schema(classes=["a", "b", "c"]),
    ),
    "a number, two results": (
        "schema.output_amount",
        churn_graph(),
        {**price_schema(), "columns": [AGE, PLAN]},
    ),
    "labels alone": (
        "schema.labels_only",
        plain(port("x", [None, 1]), outputs=[port("y", [None], INT64)]),
        churn_schema(columns=[AGE]),
    ),
    "two results that fit": (
        "schema.which_output",
        plain(port("x", [None, 1]), outputs=[port("y", [None, 1]), port("held", [None, 1], FLOAT)]),
        price_schema(columns=[AGE]),
    ),
}


@pytest.mark.parametrize("name", UNFIT)
def test_what_does_not_fit_is_told(name: str) -> None:
    code, graph, facts = UNFIT[name]

    with pytest.raises(UnfitError) as unfit:
        model_of(graph, facts)

    assert unfit.value.code == code


def test_the_only_input_and_result_need_no_names() -> None:
    model = model_of(churn_graph(), churn_schema())

    assert [column.input for column in model.schema.columns] == ["x", "x"]
    assert model.schema.output.name == "chances"


def test_a_result_beside_labels_is_found_by_itself() -> None:
    graph = churn_graph()
    graph.graph.node.append(onnx.helper.make_node("ArgMax", ["chances"], ["label"], axis=1, keepdims=0))
    graph.graph.output.insert(0, port("label", [None], INT64))

    assert model_of(graph, churn_schema()).schema.output.name == "chances"


def test_numbers_that_a_graph_holds_are_no_inputs_though_it_lists_them() -> None:
    graph = churn_graph()
    graph.graph.input.append(port("weights", [3, 2]))

    assert [one.name for one in model_of(graph, churn_schema()).inputs] == ["x"]


def test_the_form_of_numbers_is_that_of_the_graph() -> None:
    assert (
        model_of(plain(port("x", [None, 1], DOUBLE)), price_schema(columns=[AGE])).inputs[0].kind == "float64"
    )


def test_a_result_for_one_row_only_cannot_answer_and_another_may_be_so() -> None:
    graph = churn_graph()
    graph.graph.output.append(port("sums", [1, 7]))
    assert model_of(graph, churn_schema(output={"name": "chances"})).schema.output.name == "chances"

    graph.graph.output[0].CopyFrom(port("chances", [1, 2]))
    with pytest.raises(UnfitError, match="fixed_rows"):
        model_of(graph, churn_schema(output={"name": "chances"}))
