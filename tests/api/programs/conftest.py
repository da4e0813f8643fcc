"""The second app, asked by a test instead of a program of the person's."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from desktop_app.api.app import create_app
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ExportOrder, Written
from desktop_app.records.programs import SCOPES, Scope
from desktop_app.records.stored import StoredAnswers, StoredTable, StoredTraining
from desktop_app.web.context import Context
from desktop_app.workspace.store import Workspace
from tests.api.made import stored_answers, stored_table, stored_training

PORT = 8765
HOST = f"127.0.0.1:{PORT}"
NOBODY = "0" * 16

Let = Callable[..., "Caller"]


@dataclass
class Caller:
    """A program with a token."""

    client: FlaskClient
    token: str
    id: str

    def ask(self, method: str, address: str, **more: Any) -> TestResponse:
        headers = {"Host": HOST, "Authorization": f"Bearer {self.token}", **more.pop("headers", {})}
        return self.client.open(f"/api/v1{address}", method=method, headers=headers, buffered=True, **more)

    def get(self, address: str, **query: Any) -> TestResponse:
        return self.ask("GET", address, query_string=query)

    def post(self, address: str, body: Any = None, key: str = "", **more: Any) -> TestResponse:
        headers = {"Idempotency-Key": key} if key else {}
        return self.ask("POST", address, json=body, headers=headers, **more)

    def bring(self, content: bytes, name: str = "a.csv", key: str = "") -> TestResponse:
        headers = {"Idempotency-Key": key} if key else {}
        return self.ask("POST", "/tables", query_string={"name": name}, data=content, headers=headers)

    def delete(self, address: str) -> TestResponse:
        return self.ask("DELETE", address)


def export(here: Context, answers_id: str, suffix: str) -> None:
    """Leave a file of a prediction as a job leaves it that wrote it."""
    out = here.uploads.place_for(f"x{suffix}", suffix)
    out.write_bytes(b"prediction\nyes\n")
    order = ExportOrder(table_folder="-", out=str(out))
    job = here.workspace.jobs.add("export", to_json(order), lane="short", subject=answers_id)
    here.workspace.land(job, to_json(Written(path=str(out), size=15)))


class _Closing(FlaskClient):
    """A client that reads each answer to its end and closes it, as servers do."""

    def open(self, *about: Any, **more: Any) -> Any:
        return super().open(*about, **{**more, "buffered": True})


_idle: list[Flask] = []  # apps: to make one takes longer than most tests


@pytest.fixture
def api(here: Context) -> Iterator[Flask]:
    """The second app of a workspace."""
    app = _idle.pop() if _idle else create_app(here, PORT)
    app.extensions["hunch"] = here
    app.test_client_class = _Closing
    yield app
    _idle.append(app)


@pytest.fixture
def let(api: Flask, workspace: Workspace) -> Let:
    """Lets a program in that may do some things."""

    def let(*scopes: Scope) -> Caller:
        program, token = workspace.programs.add("a script", scopes)
        return Caller(api.test_client(use_cookies=False), token, program.id)

    return let


@pytest.fixture
def caller(let: Let) -> Caller:
    """A program that may do everything."""
    return let(*SCOPES)


@pytest.fixture
def table(workspace: Workspace) -> StoredTable:
    return stored_table(workspace)


@pytest.fixture
def learned(workspace: Workspace, table: StoredTable) -> StoredTraining:
    return stored_training(workspace, table.id)


@pytest.fixture
def answered(workspace: Workspace, learned: StoredTraining) -> StoredAnswers:
    return stored_answers(workspace, learned, answered=True)


@pytest.fixture
def in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file where made tables say that they were read from."""
    (tmp_path / "-").write_text("here")
    monkeypatch.chdir(tmp_path)
