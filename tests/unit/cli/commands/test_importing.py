"""A model that was made elsewhere is brought by a command, which says whether to trust it."""

import json
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.brought.graphs import churn_graph, churn_schema
from tests.unit.brought.made import known_rows
from tests.unit.cli.commands.running import told

COMMAND = ("import-onnx", "churn.onnx", "--schema", "churn.json", "--force")


@pytest.fixture(autouse=True)
def files(folder: Path) -> None:
    (folder / "churn.onnx").write_bytes(churn_graph().SerializeToString())
    (folder / "churn.json").write_text(json.dumps(churn_schema()), encoding="utf-8")
    known_rows(folder / "known.csv")


def test_with_rows_it_is_measured(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, *COMMAND, "--tested", "known.csv")

    assert (code, facts["model"]) == (0, str(folder / "churn.hunch"))
    assert facts["score"]["rows"] == 300
    assert facts["score"]["value"] > facts["baseline"]["value"]
    assert {one["column"] for one in facts["importances"]} == {"age", "plan"}
    assert (facts["inputs"], facts["output"]) == (["x (float32 [?, 3])"], "chances")


def test_without_rows_nothing_is_claimed(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, *COMMAND, "--out", "alone.hunch")

    assert (code, facts["verdict"]["level"]) == (5, "untested")
    assert (facts["score"], facts["baseline"], facts["importances"]) == (None, None, [])


def test_a_person_reads_whether_to_trust_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COMMAND, "--tested", "known.csv"]) == 0

    said = capsys.readouterr().out
    assert "Saved as" in said
    assert "matters most to it" in said


def test_its_card_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    main([*COMMAND, "--quiet"])
    capsys.readouterr()

    code, facts, _ = told(capsys, "inspect", "churn.hunch")

    assert (code, facts["table"], facts["evaluation"]["tested"]) == (0, "churn.onnx", "brought")


def test_a_model_that_is_there_is_not_replaced_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    main([*COMMAND, "--quiet"])
    capsys.readouterr()

    code, facts, _ = told(capsys, *COMMAND[:-1])

    assert (code, facts["error"]["code"]) == (2, "cli.out_exists")


def test_a_graph_that_is_refused_ends_with_code_seven(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "churn.onnx").write_bytes(b"no graph")

    code, facts, _ = told(capsys, *COMMAND)

    assert (code, facts["error"]["code"]) == (7, "onnx.not_onnx")
    assert facts["error"]["message"] == '"churn.onnx" is not an ONNX model.'


def test_a_schema_that_does_not_fit_says_what_the_graph_has(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    columns = [{"name": "age", "type": "number", "input": "ages"}]
    (folder / "churn.json").write_text(json.dumps(churn_schema(columns=columns)), encoding="utf-8")

    code, facts, _ = told(capsys, *COMMAND)

    assert (code, facts["error"]["code"]) == (2, "schema.no_input")
    assert facts["error"]["message"] == 'In "churn.json", at columns[0].input: the model has no input "ages".'
    assert facts["error"]["hint"] == "It has: x (float32 [?, 3])."


def test_ways_to_read_a_table_need_one(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, *COMMAND, "--sheet", "Known")

    assert (code, facts["error"]["code"]) == (2, "brought.no_table")
