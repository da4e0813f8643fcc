"""A model that was made elsewhere is used like one of our own, and what it cannot do is said."""

from pathlib import Path
from typing import Any

import onnx
import pandas as pd
import pytest
from onnx import helper

from desktop_app.errors import AppError, DataError, FileError, ModelError, PolicyError, UsageError
from desktop_app.models.card import read_card
from desktop_app.records.brought import BringOrder, BroughtFile
from desktop_app.records.checking import CheckedFile, CheckFileOrder
from desktop_app.records.handover import HandoverOrder
from desktop_app.records.model_files import ImpersonalOrder
from desktop_app.records.orders import PredictedFile, PredictFileOrder, TrainFileOrder, Written
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.trust import Policy, Trust
from desktop_app.records.verifying import Verified, VerifyOrder
from tests.unit.brought.graphs import churn_graph, churn_schema, graph_of, port, price_graph, price_schema
from tests.unit.brought.made import brought, known_rows
from tests.unit.journeys.asking import cells, do


def new_file(folder: Path, **columns: Any) -> str:
    pd.DataFrame(columns).to_csv(folder / "new.csv", index=False)
    return str(folder / "new.csv")


def answered(folder: Path, model: str, path: str, **order: Any) -> list[list[str]]:
    asked = PredictFileOrder(model=model, path=path, out=str(folder / "out.csv"), **order)
    do("predict_file", asked, PredictedFile, folder / "answer")
    return cells(folder / "out.csv")


def test_each_row_is_answered_and_its_doubts_are_said(tmp_path: Path) -> None:
    model = brought(tmp_path, tested=known_rows(tmp_path / "known.csv")).model
    path = new_file(tmp_path, age=["30", "95", ""], plan=["gold", "basic", "silver"])

    heading, *rows = answered(tmp_path, model, path)

    assert heading[2:] == ["prediction", "probability", "probability: no", "probability: yes", "caution"]
    assert [row[2] for row in rows] == ["yes", "yes", "no"]
    assert rows[0][6] == ""
    assert "age 95" in rows[1][6]
    assert rows[2][6] == "new value in plan: silver"  # what stands for an empty age is foreseen


def test_every_answer_of_an_untested_model_says_so(tmp_path: Path) -> None:
    model = brought(tmp_path).model

    rows = answered(tmp_path, model, new_file(tmp_path, age=["30"], plan=["gold"]))

    assert rows[1][-1] == "nobody has tested this model here"


def test_a_row_without_an_answer_gets_the_simplest_guess_and_says_so(tmp_path: Path) -> None:
    steps = [helper.make_node("Log", ["x"], ["y"])]
    graph = graph_of(steps, [port("x", [None, 1])], [port("y", [None, 1])])
    column = {"name": "size", "type": "number", "minimum": 1, "maximum": 10}
    model = brought(tmp_path, graph, price_schema(columns=[column])).model

    rows = answered(tmp_path, model, new_file(tmp_path, size=["1", "-4"]))

    assert float(rows[1][1]) == 0
    assert 0 < float(rows[2][1]) < 3
    assert "this is the simplest guess" in rows[2][-1]
    assert "guess" not in rows[1][-1]


def test_what_moved_an_answer_is_told(tmp_path: Path) -> None:
    model = brought(tmp_path, tested=known_rows(tmp_path / "known.csv")).model

    rows = answered(tmp_path, model, new_file(tmp_path, age=["85"], plan=["gold"]), explain=True)

    assert {reason[:8] for reason in rows[1][-3:-1]} == {"age = 85", "plan = g"}


def test_a_file_is_compared_with_what_the_schema_says(tmp_path: Path) -> None:
    model = brought(tmp_path, tested=known_rows(tmp_path / "known.csv")).model
    path = new_file(tmp_path, age=["30", "300"], plan=["gold", "silver"])

    found = do("check_file", CheckFileOrder(model=model, path=path), CheckedFile, tmp_path / "check")

    codes = {notice.code for notice in found.preflight.notices}
    assert {"check.beyond", "check.unseen"} <= codes
    assert "import.recipe" not in codes  # no table is like a graph


def test_columns_are_read_as_the_schema_has_them(tmp_path: Path) -> None:
    kinds = {"name": "code", "type": "category", "values": ["1", "2", "03"], "as": "place"}
    step = helper.make_node("Identity", ["x"], ["y"])
    graph = graph_of([step], [port("x", [None, 1])], [port("y", [None, 1])])
    model = brought(tmp_path, graph, price_schema(columns=[kinds])).model

    rows = answered(tmp_path, model, new_file(tmp_path, code=["1", "2", "03"]))

    assert [row[1] for row in rows[1:]] == ["0.0", "1.0", "2.0"]


def test_so_is_what_an_untested_model_will_be_compared_with(tmp_path: Path) -> None:
    model = brought(tmp_path, price_graph(), price_schema()).model

    assert read_card(Path(model)).recipe.wishes.readings["price"] == "number"


def test_it_is_handed_over_as_it_came(tmp_path: Path) -> None:
    order = HandoverOrder(model=brought(tmp_path).model, kind="onnx", out=str(tmp_path / "back.onnx"))

    do("hand_over", order, Written, tmp_path / "hand")

    assert (tmp_path / "back.onnx").read_bytes() == churn_graph().SerializeToString()


def refused(journey: str, order: Any, folder: Path) -> AppError:
    with pytest.raises(AppError) as error:
        do(journey, order, Verified, folder / "refused")
    return error.value


@pytest.mark.parametrize("kind", ["html", "xlsx", "python"])
def test_no_other_form_holds_it(kind: Any, tmp_path: Path) -> None:
    order = HandoverOrder(model=brought(tmp_path).model, kind=kind, out=str(tmp_path / "out"))

    assert refused("hand_over", order, tmp_path).code == "brought.handover"


def test_what_only_a_training_can_do_is_refused_in_words(tmp_path: Path) -> None:
    model, out, table = (
        brought(tmp_path).model,
        str(tmp_path / "o.hunch"),
        str(known_rows(tmp_path / "k.csv")),
    )
    plan = TrainingPlan(target="left")
    orders: dict[str, tuple[str, Any]] = {
        "brought.rerun": ("verify", VerifyOrder(model=model, path=table)),
        "brought.again": ("train_file", TrainFileOrder(path=table, plan=plan, out=out, like=model)),
        "brought.impersonal": ("save_impersonal", ImpersonalOrder(model=model, out=out)),
    }

    for code, (journey, order) in orders.items():
        (folder := tmp_path / code).mkdir()
        error = refused(journey, order, folder)
        assert (error.code, type(error)) == (code, DataError)
        assert "churn.hunch" in error.message


def test_it_is_whole_and_finds_its_stored_answers(tmp_path: Path) -> None:
    verified = do("verify", VerifyOrder(model=brought(tmp_path).model), Verified, tmp_path / "verify")

    assert (verified.format, verified.table) == (4, "churn.onnx")
    assert verified.stored_answers > 10


@pytest.mark.parametrize("allowed", ["off", "signed_only"])
def test_it_department_may_forbid_it(allowed: Any, tmp_path: Path) -> None:
    trust = Trust(policy=Policy(model_import=allowed, contact="IT"), keys=())

    with pytest.raises(PolicyError):
        brought(tmp_path, trust=trust)

    assert not (tmp_path / "churn.hunch").exists()


def looped() -> onnx.ModelProto:
    graph = churn_graph()
    graph.graph.node[0].domain = "evil"
    return graph


@pytest.mark.parametrize(
    ("graph", "facts", "kind", "code"),
    [
        (looped(), churn_schema(), ModelError, "onnx.own_operators"),
        (churn_graph(), churn_schema(columns=[]), UsageError, "schema.kind"),
        (churn_graph(), churn_schema(classes=["a", "b", "c"]), UsageError, "schema.output_classes"),
    ],
)
def test_nothing_is_saved_of_what_is_refused(
    graph: onnx.ModelProto, facts: Any, kind: type[AppError], code: str, tmp_path: Path
) -> None:
    with pytest.raises(kind) as error:
        brought(tmp_path, graph, facts)

    assert error.value.code == code
    assert "churn." in error.value.message
    assert not (tmp_path / "churn.hunch").exists()


def test_a_schema_that_is_no_json_is_said_to_be_none(tmp_path: Path) -> None:
    graph = tmp_path / "m.onnx"
    graph.write_bytes(churn_graph().SerializeToString())
    (tmp_path / "m.json").write_text("target: left", encoding="utf-8")
    order = BringOrder(path=str(graph), schema=str(tmp_path / "m.json"), out=str(tmp_path / "m.hunch"))
    with pytest.raises(FileError) as error:
        do("bring_onnx", order, BroughtFile, tmp_path / "bring")

    assert error.value.code == "schema.not_json"


@pytest.mark.parametrize(
    ("values", "cells"), [(["0", "1"], ["0", "1", "1"]), (["FALSE", "TRUE"], ["FALSE", "TRUE", "TRUE"])]
)
def test_yes_and_no_are_read_as_they_stand(values: list[str], cells: list[str], tmp_path: Path) -> None:
    column = {"name": "paid", "type": "yes/no", "values": values}
    step = helper.make_node("Identity", ["x"], ["y"])
    graph = graph_of([step], [port("x", [None, 1])], [port("y", [None, 1])])
    model = brought(tmp_path, graph, price_schema(columns=[column])).model

    rows = answered(tmp_path, model, new_file(tmp_path, paid=cells))

    assert [float(row[1]) for row in rows[1:]] == [0, 1, 1]
