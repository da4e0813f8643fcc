"""A graph of ONNX answers as the model does, for every kind of model and every kind of row."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest

from desktop_app.engine.predictor import Predictor
from desktop_app.errors import DataError
from desktop_app.models.handover.onnx.checked import answers_as, asked
from desktop_app.models.handover.onnx.model import onnx_of
from desktop_app.records.decisions import Decision
from tests.unit.models.handover.test_portable import OF_THREE, expected, rows
from tests.unit.models.made import CASES, Kind, save, trained

OF_ALL_RUNTIMES = {"", "ai.onnx.ml"}


def without_texts(kind: Kind, target: str) -> Predictor:
    return trained(kind, target, without="remarks").predictor


@pytest.mark.parametrize(("kind", "target"), [*CASES, *OF_THREE])
def test_it_answers_as_the_model_does(kind: Kind, target: str) -> None:
    predictor = without_texts(kind, target)

    found = asked(onnx_of(predictor).SerializeToString(), rows(), predictor.layout)

    numbers = np.column_stack([part for part in found.values() if part.dtype.kind == "f"])
    np.testing.assert_allclose(numbers, expected(predictor, rows()), rtol=2e-5, atol=1e-6)
    labels = predictor.answer(rows()).labels
    assert labels is None or found["prediction"][:, 0].tolist() == labels.tolist()


def test_it_is_sound_and_uses_no_operator_that_a_runtime_may_lack() -> None:
    graph = onnx_of(without_texts("together", "left"))

    onnx.checker.check_model(graph, full_check=True)
    assert {one.domain for one in graph.graph.node} <= OF_ALL_RUNTIMES
    assert not [tensor for tensor in graph.graph.initializer if tensor.external_data]


def test_what_a_person_decided_is_in_it() -> None:
    predictor = without_texts("linear", "left")
    decision = Decision(value="yes", chance=0.05)

    found = asked(onnx_of(predictor, decision).SerializeToString(), rows(), predictor.layout)

    is_yes = found["prediction"][:, 0] == "yes"
    assert np.array_equal(is_yes, found["probabilities"][:, predictor.classes.index("yes")] >= 0.05)


def test_a_model_that_reads_texts_has_none() -> None:
    with pytest.raises(DataError, match="no_texts"):
        onnx_of(trained("linear", "left").predictor)


@pytest.mark.parametrize(
    "name", ["prediction", "hunch:Cast3", "hunch:Concat0", "hunch:number0", "hunch:texts9"]
)
def test_a_column_that_is_called_as_something_else_keeps_its_name(name: str) -> None:
    predictor = without_texts("linear", "left")
    layout = replace(predictor.layout, numbers=(name, "spent"))
    strange, frame = replace(predictor, layout=layout), rows().rename(columns={"age": name})

    found = asked(onnx_of(strange).SerializeToString(), frame, layout)

    np.testing.assert_allclose(found["probabilities"], expected(strange, frame), rtol=2e-5, atol=1e-6)


def test_a_result_gets_a_name_that_no_column_has() -> None:
    predictor = without_texts("linear", "left")
    layout = replace(predictor.layout, numbers=("prediction",), dates=("prediction (2)",))

    graph = onnx_of(replace(predictor, layout=layout)).graph

    assert [one.name for one in graph.output] == ["prediction (3)", "probabilities"]


def test_what_is_no_graph_does_not_answer_as_a_model(tmp_path: Path) -> None:
    card = save(tmp_path / "m.hunch", "linear")

    assert not answers_as(b"none", trained("linear").predictor, card.schema)


def test_a_graph_that_answers_otherwise_is_found(tmp_path_factory: pytest.TempPathFactory) -> None:
    card = save(tmp_path_factory.mktemp("model") / "m.hunch", "linear", "spent")
    schema = replace(
        card.schema,
        features=tuple(one for one in card.schema.features if one.name in ("age", "joined", "plan")),
    )
    predictor, other = without_texts("linear", "spent"), without_texts("boosting", "spent")

    assert answers_as(onnx_of(predictor).SerializeToString(), predictor, schema)
    assert not answers_as(onnx_of(other).SerializeToString(), predictor, schema)
