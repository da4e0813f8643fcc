"""The pages, asked by a test instead of a browser; jobs are ordered and never carried out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2.bccache import Bucket, BytecodeCache
from werkzeug.test import TestResponse

from desktop_app.records.jobs import Job, Lane, Live
from desktop_app.records.jsonable import JSON
from desktop_app.records.stored import StoredTraining
from desktop_app.web.app import create_app
from desktop_app.web.context import Context
from desktop_app.web.entrance import Entrance
from desktop_app.web.uploads import Uploads
from desktop_app.workspace.store import Workspace
from tests.api.made import stored_table, stored_training

PORT = 4711
ORIGIN = f"http://127.0.0.1:{PORT}"
AppOf = Callable[[Context], Flask]


@dataclass
class FakeJobs:
    """Takes orders and never carries them out, so that page tests start no process."""

    workspace: Workspace
    orders: list[tuple[str, dict[str, JSON]]] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    resumed: list[str] = field(default_factory=list)
    closed: int = 0  # times
    progress: Live = field(default_factory=Live)

    def submit(self, journey: str, params: dict[str, JSON], *, lane: Lane, subject: str = "") -> Job:
        self.orders.append((journey, params))
        return self.workspace.jobs.add(journey, params, lane=lane, subject=subject)

    def cancel(self, job_id: str) -> None:
        self.workspace.jobs.cancel(job_id)

    def stop(self, job_id: str) -> None:
        self.stopped.append(job_id)

    def resume(self, job_id: str) -> None:
        self.resumed.append(job_id)

    def close_models(self) -> None:
        self.closed += 1

    def live(self, job_id: str) -> Live:  # noqa: ARG002 - one progress for every job
        return self.progress


@dataclass
class FakeDialogs:
    """A person who has made up their mind about every file, and a window that remembers its title."""

    chosen: Path | None = None
    titles: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    endings: tuple[str, ...] = ()  # that a file to save may have
    scales: list[float] = field(default_factory=list)

    def open_file(self) -> Path | None:
        return self.chosen

    def dropped_file(self) -> Path | None:
        return self.chosen

    def choose_folder(self) -> Path | None:
        return self.chosen

    def save_file(self, name: str, endings: Sequence[str]) -> Path | None:
        self.endings = tuple(endings)
        return self.chosen / name if self.chosen and self.chosen.is_dir() else self.chosen

    def show_title(self, title: str) -> None:
        self.titles.append(title)

    def zoom(self, scale: float) -> None:
        self.scales.append(scale)

    def show_page(self, address: str) -> None:
        self.shown.append(address)


@dataclass
class Person:
    """Somebody at our pages: every form they send carries the token, as the pages' own forms do."""

    client: FlaskClient
    token: str

    def get(self, address: str, **more: Any) -> TestResponse:
        return self.client.get(address, base_url=ORIGIN, buffered=True, **more)

    def post(self, address: str, **form: Any) -> TestResponse:
        return self.client.post(address, base_url=ORIGIN, data={"token": self.token, **form})

    def poll(self, address: str) -> TestResponse:
        return self.get(address, headers={"HX-Request": "true"})

    def send(self, method: str, address: str, **more: Any) -> TestResponse:
        headers = {"X-Hunch-Token": self.token, "Accept": "application/json"}
        return self.client.open(
            address, method=method, base_url=ORIGIN, buffered=True, headers=headers, **more
        )


@pytest.fixture
def jobs(workspace: Workspace) -> FakeJobs:
    return FakeJobs(workspace)


@pytest.fixture
def here(workspace: Workspace, jobs: FakeJobs, tmp_path: Path) -> Context:
    """What the pages stand on, when they are shown in a browser."""
    uploads = Uploads(tmp_path / "workspace" / "uploads")
    return Context(
        workspace=workspace, jobs=jobs, entrance=Entrance(window=False, port=PORT), uploads=uploads
    )


@pytest.fixture
def window(workspace: Workspace, jobs: FakeJobs, tmp_path: Path) -> Context:
    """What the pages stand on, when they are shown in our own window."""
    return Context(
        workspace=workspace,
        jobs=jobs,
        entrance=Entrance(window=True, port=PORT),
        uploads=Uploads(tmp_path / "workspace" / "uploads"),
        dialogs=FakeDialogs(),
    )


@pytest.fixture
def dialogs(window: Context) -> FakeDialogs:
    assert isinstance(window.dialogs, FakeDialogs)
    return window.dialogs


@pytest.fixture
def stranger(here: Context, app_of: AppOf) -> FlaskClient:
    """A client that was never let in."""
    return app_of(here).test_client()


@pytest.fixture
def person(here: Context, app_of: AppOf) -> Person:
    """Somebody in a browser who has come in by the link."""
    return _let_in(here, app_of)


@pytest.fixture
def owner(window: Context, app_of: AppOf) -> Person:
    """Somebody at our own window."""
    return _let_in(window, app_of)


class _Compiled(BytecodeCache):
    """Templates as code; those of a page take longer to compile than most tests take."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


_compiled = _Compiled()
_idle: list[Flask] = []  # apps


@pytest.fixture
def app_of() -> Iterator[AppOf]:
    """Return what gives an app to a context: one whose test has ended, since a new one takes longer."""
    given = []

    def app_of(context: Context) -> Flask:
        app = _idle.pop() if _idle else create_app(context)
        app.extensions["hunch"] = context  # the one thing in which an app differs from others
        app.jinja_env.bytecode_cache = _compiled
        given.append(app)
        return app

    yield app_of
    _idle.extend(given)


def _let_in(context: Context, app_of: AppOf) -> Person:
    client = app_of(context).test_client()
    client.set_cookie(context.entrance.cookie, context.entrance.session, domain="127.0.0.1")
    return Person(client, context.entrance.token)


@pytest.fixture
def training(workspace: Workspace) -> StoredTraining:
    return stored_training(workspace, stored_table(workspace).id)
