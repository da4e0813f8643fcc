"""Rows that are answered for programs, and the files that are made of them."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.api import written
from desktop_app.records.stored import StoredAnswers, StoredTable, StoredTraining
from desktop_app.web.context import Context
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs
from tests.api.made import stored_answers
from tests.api.programs.conftest import Caller, export


def test_a_table_is_answered_by_a_model(
    caller: Caller, table: StoredTable, learned: StoredTraining, jobs: FakeJobs, in_place: None
) -> None:
    asked = {"model": learned.id, "table": table.id, "map": [{"column": "months", "source": "id"}]}

    answer = caller.post("/predictions", {**asked, "explain": True})

    journey, params = jobs.orders[-1]
    assert (answer.status_code, answer.get_json()["kind"], journey) == (202, "prediction", "answer_table")
    assert params["matches"] == [{"column": "months", "source": "id"}]
    assert (params["explain"], params["training_id"]) == (True, learned.id)


@pytest.mark.parametrize(
    ("asked", "pointers"),
    [
        ({"map": [{"column": "lost", "source": "gone"}]}, ["#/map/0/column", "#/map/0/source"]),
        ({"map": [{"column": "months", "source": "id"}] * 2}, ["#/map/1/column", "#/map/1/source"]),
        ({"allow_missing": ["months", "lost"]}, ["#/allow_missing/1"]),
    ],
)
def test_columns_of_a_prediction_have_to_be_there(
    caller: Caller, table: StoredTable, learned: StoredTraining, asked: Any, pointers: list[str]
) -> None:
    answer = caller.post("/predictions", {"model": learned.id, "table": table.id, **asked})

    assert [error["pointer"] for error in answer.get_json()["errors"]] == pointers


def test_answers_are_told_and_listed(caller: Caller, answered: StoredAnswers) -> None:
    told, rows = caller.get(f"/predictions/{answered.id}"), caller.get(f"/predictions/{answered.id}/rows")

    assert told.get_json()["headings"][0] == "prediction"
    assert told.get_json()["fit"] == "fits"
    assert rows.get_json()["items"][0]["row"] == 1
    assert set(rows.get_json()["items"][0]["answers"]) == set(told.get_json()["headings"])


def test_a_new_file_without_answers_is_no_prediction(
    caller: Caller, workspace: Workspace, learned: StoredTraining
) -> None:
    brought = stored_answers(workspace, learned)

    assert caller.get(f"/predictions/{brought.id}").status_code == 404
    assert caller.get("/predictions").get_json()["items"] == []


def test_a_file_is_written_once_and_waited_for(
    caller: Caller, answered: StoredAnswers, jobs: FakeJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(written, "PATIENCE", 0.0)

    later = [caller.get(f"/predictions/{answered.id}/file", format="xlsx") for _ in range(2)]

    assert [one.status_code for one in later] == [503, 503]
    assert later[0].headers["Retry-After"]
    assert [journey for journey, _params in jobs.orders] == ["export"]


def test_a_file_that_is_written_is_handed_over(
    caller: Caller, answered: StoredAnswers, here: Context
) -> None:
    export(here, answered.id, ".csv")

    file = caller.get(f"/predictions/{answered.id}/file")

    assert (file.status_code, file.data) == (200, b"prediction\nyes\n")
    assert file.headers["Content-Disposition"] == 'attachment; filename="march answered.csv"'


def test_where_nothing_may_be_saved_no_file_is_handed_over(
    caller: Caller, answered: StoredAnswers, here: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(here, answered.id, ".csv")
    (tmp_path / "policy.json").write_text('{"export": "off"}')
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))

    files = [f"/models/{answered.training_id}/file", f"/predictions/{answered.id}/file"]

    assert [caller.get(file).status_code for file in files] == [403, 403]
