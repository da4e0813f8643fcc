"""What explains answers asks a model only, so it explains one that was made elsewhere as well."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.explanation.speed import rows_in
from desktop_app.engine.explanation.weights import weights_of
from desktop_app.jobs.endings import died
from desktop_app.journeys.answering import open_for_questions
from desktop_app.library import Model
from desktop_app.models.opening import open_model
from desktop_app.records.asking import Ask, Opening, Reply
from desktop_app.records.explained import Explained
from desktop_app.records.jobs import Order, Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ExplainOrder, ImportOrder
from desktop_app.records.tables import Table
from tests.unit.brought.made import brought, known_rows
from tests.unit.journeys.asking import do


@pytest.fixture(scope="module")
def tested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tested")
    return Path(brought(folder, tested=known_rows(folder / "known.csv")).model)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(brought(tmp_path_factory.mktemp("alone")).model)


def ask(model: Path, **question: Any) -> Reply:
    asked = Ask(cells={"age": 30.0, "plan": "basic"}, **question)
    opening = Opening(model=str(model))
    with np.errstate(all="raise"):
        return open_for_questions(to_json(opening), model.parent, lambda _: None)(asked)


def test_one_row_is_answered_and_taken_apart(tested: Path) -> None:
    said = ask(tested, about="answer")

    assert said.answer == "no"
    assert said.why is not None
    assert said.why.usual + sum(reason.amount for reason in said.why.reasons) == pytest.approx(
        said.why.answer
    )
    assert said.cautions == ()


def test_the_answer_of_an_untested_model_is_taken_apart_too(alone: Path) -> None:
    said = ask(alone, about="answer")

    assert said.why is not None
    assert {reason.column for reason in said.why.reasons} == {"age", "plan"}
    assert [notice.code for notice in said.cautions] == ["caution.untested"]


def test_the_nearest_change_is_found_among_what_the_file_tells(alone: Path) -> None:
    said = ask(alone, about="change", allowed=("plan",), wanted="yes")

    assert [(one.column, one.before, one.after) for one in said.changes] == [("plan", "basic", "gold")]


def test_its_curves_are_drawn_on_the_rows_of_a_table(tested: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows"
    file = known_rows(tmp_path / "known.csv")
    do("import", ImportOrder(path=str(file), name=file.name), Table, rows)

    order = ExplainOrder(model=str(tested), table_folder=str(rows), threads=1)
    found = do("explain", order, Explained, tmp_path / "explain")

    assert {effect.column for effect in found.effects} == {"age", "plan"}


def test_nobody_looks_into_it(tested: Path) -> None:
    model = open_model(tested).predictor.model

    assert weights_of(model) == {"age": 1.0, "plan": 1.0}
    assert 1_000 < rows_in(0.01, model) < 10_000


def test_the_library_answers_with_it(tested: Path) -> None:
    model = Model.load(tested)

    found = model.predict(tested.parent / "known.csv")

    assert (model.members, model.verdict.level) == ((), "useful")
    assert len(found) == 300


def test_a_graph_that_ends_its_worker_is_said_to_be_unsafe() -> None:
    order = Order(journey="bring_onnx", params={"path": "/there/m.onnx", "schema": "s.json"}, folder=".")

    assert died(order, -11) == Problem(code="onnx.unsafe", values={"file": "m.onnx"})
