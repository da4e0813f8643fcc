"""Graphs that five frameworks exported are brought, and answer as the frameworks themselves did."""

import re
from pathlib import Path

import pytest

from desktop_app.models.one_row import answered, cells_of_row, frame_of
from desktop_app.models.opening import open_model
from desktop_app.records.asking import Cell
from desktop_app.records.brought import BringOrder, BroughtFile
from desktop_app.records.model_files import Accepted, AcceptOrder, Looked, LookOrder
from desktop_app.records.orders import MODEL_FILE, PredictedFile, PredictFileOrder, Written
from desktop_app.records.reporting import Audience, ReportOrder, ReportWishes
from tests.frameworks.bringing import is_near, read_answers
from tests.frameworks.made import FILES, FRAMEWORKS, ROWS, Framework
from tests.unit.journeys.asking import do

EACH = pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda one: one.name)


def bring(framework: Framework, folder: Path, *, is_tested: bool = True) -> BroughtFile:
    made, out = framework.made(FILES / framework.name), folder / "brought.hunch"
    tested = str(made.tested) if is_tested else ""
    order = BringOrder(path=str(made.graph), schema=str(made.schema), out=str(out), tested=tested)
    return do("bring_onnx", order, BroughtFile, folder / "bring")


@EACH
def test_it_answers_as_its_framework_did(framework: Framework, tmp_path: Path) -> None:
    made = framework.made(FILES / framework.name)
    model = bring(framework, tmp_path).model

    order = PredictFileOrder(model=model, path=str(made.tested), out=str(tmp_path / "out.csv"))
    do("predict_file", order, PredictedFile, tmp_path / "answer")

    answers, own = read_answers(tmp_path / "out.csv"), made.rows(made.answers)
    assert len(answers) == len(own) == ROWS
    assert [pair for pair in zip(answers, own, strict=True) if not is_near(*pair)] == []


@EACH
def test_its_rows_with_answers_measure_it(framework: Framework, tmp_path: Path) -> None:
    evaluation = bring(framework, tmp_path).evaluation

    assert (evaluation.tested, evaluation.score.rows) == ("brought", ROWS)
    assert evaluation.verdict.level != "untested"


@EACH
def test_without_such_rows_nobody_tested_it(framework: Framework, tmp_path: Path) -> None:
    evaluation = bring(framework, tmp_path, is_tested=False).evaluation

    assert not evaluation.is_tested
    assert evaluation.verdict.level == "untested"


@EACH
def test_no_exported_graph_names_a_folder_of_a_computer(framework: Framework) -> None:
    graph = framework.made(FILES / framework.name).graph.read_bytes()

    assert re.findall(rb"(?:/[\w.-]+){2,}\.py", graph) == []


@pytest.mark.parametrize("is_tested", [True, False])
def test_a_range_stands_beside_an_amount_only_where_rows_told_how_far_it_is_off(
    tmp_path: Path, is_tested: bool
) -> None:
    framework = next(one for one in FRAMEWORKS if one.name == "xgboost")
    model, made = bring(framework, tmp_path, is_tested=is_tested).model, framework.made(FILES / "xgboost")

    order = PredictFileOrder(model=model, path=str(made.tested), out=str(tmp_path / "out.csv"))
    do("predict_file", order, PredictedFile, tmp_path / "answer")
    opened = open_model(Path(model))
    row: dict[str, Cell] = {"median_income": 3.5, "ocean_proximity": "INLAND"}
    reply = answered(opened, cells_of_row(opened, frame_of(opened.card, row)))

    assert ({"low", "high"} <= read_answers(tmp_path / "out.csv")[0].keys()) is is_tested
    assert (reply.low is not None) is (reply.high is not None) is is_tested
    assert reply.amount


@pytest.mark.parametrize("is_tested", [True, False])
def test_its_model_file_is_opened_like_any_other(tmp_path: Path, is_tested: bool) -> None:
    brought = bring(FRAMEWORKS[0], tmp_path, is_tested=is_tested)

    look = LookOrder(path=brought.model, name="churn.hunch")
    looked = do("look_at_model", look, Looked, tmp_path / "look")
    accept = AcceptOrder(path=str(tmp_path / "look" / MODEL_FILE), name="churn.hunch")
    accepted = do("accept_model", accept, Accepted, tmp_path / "accept")

    assert (looked.is_brought, looked.table) == (True, "customers.onnx")
    assert accepted.evaluation.is_brought
    assert accepted.evaluation.verdict == brought.evaluation.verdict


@EACH
@pytest.mark.parametrize("audience", ["everyone", "experts"])
def test_it_has_a_report(framework: Framework, audience: Audience, tmp_path: Path) -> None:
    model = bring(framework, tmp_path).model

    order = ReportOrder(path=model, out=str(tmp_path / "out.html"), wishes=ReportWishes(audience=audience))
    do("write_report", order, Written, tmp_path / "report")

    told = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "50 rows that were brought with it" in told
    assert "never seen" not in told


def test_the_unit_of_its_amounts_is_known(tmp_path: Path) -> None:
    framework = next(one for one in FRAMEWORKS if one.name == "keras")

    evaluations = [bring(framework, tmp_path, is_tested=tested).evaluation for tested in (True, False)]

    assert [one.unit for one in evaluations] == ["USD", "USD"]
