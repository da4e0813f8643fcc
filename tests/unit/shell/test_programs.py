"""The second listener: opened and closed while the program runs, and remembered."""

import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path

import pytest

from desktop_app.errors import PolicyError, UsageError
from desktop_app.settings import Settings
from desktop_app.shell.programs import Door
from desktop_app.web.context import Context
from desktop_app.web.entrance import Entrance
from desktop_app.web.uploads import Uploads
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        number: int = free.getsockname()[1]
        return number


@pytest.fixture
def context(workspace: Workspace) -> Context:
    return Context(
        workspace=workspace,
        jobs=FakeJobs(workspace),
        entrance=Entrance(window=False, port=1),
        uploads=Uploads(workspace.folder / "uploads"),
    )


@pytest.fixture
def door(workspace: Workspace, settings: Settings, port: int) -> Iterator[Door]:
    door = Door(workspace, replace(settings, api_port=port))
    yield door
    door.stop()


def answer_at(port: int, token: str = "") -> int:
    with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", "/api/v1/tables", headers={"Authorization": f"Bearer {token}"})
        with connection.getresponse() as response:
            return response.status


def test_nothing_listens_until_it_is_wished(door: Door, context: Context, port: int) -> None:
    door.begin(context)

    assert (door.is_open, door.is_wished) == (False, False)
    with pytest.raises(ConnectionRefusedError):
        answer_at(port)


def test_it_is_opened_and_closed_while_the_program_runs(
    door: Door, context: Context, port: int, workspace: Workspace
) -> None:
    door.begin(context)
    _program, token = workspace.programs.add("x", ("read",))

    for _ in range(2):
        door.open()
        assert (answer_at(port), answer_at(port, token)) == (401, 200)
        door.close()
        with pytest.raises(ConnectionRefusedError):
            answer_at(port)

    assert door.address == f"http://127.0.0.1:{port}/api/v1"


def test_what_was_wished_holds_at_the_next_start(
    door: Door, context: Context, workspace: Workspace, settings: Settings, port: int
) -> None:
    door.begin(context)
    door.open()
    door.stop()
    next_start = Door(workspace, replace(settings, api_port=port))

    next_start.begin(context)

    assert answer_at(port) == 401
    next_start.stop()


def test_a_port_that_is_taken_is_said_and_hinders_nothing(door: Door, context: Context, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)):
        door.begin(context)
        with pytest.raises(UsageError, match="port_taken") as met:
            door.open()
        assert (door.is_open, door.is_wished) == (False, True)
        assert str(port) in met.value.message
        assert "HUNCH_API_PORT" in met.value.hint

    door.open()
    assert answer_at(port) == 401


def test_where_it_does_not_allow_it_nothing_listens(
    workspace: Workspace, settings: Settings, context: Context, port: int, tmp_path: Path
) -> None:
    (tmp_path / "policy.json").write_text('{"api": "off"}')
    door = Door(workspace, replace(settings, api_port=port, policy=tmp_path / "policy.json"))
    door.begin(context)

    with pytest.raises(PolicyError, match="off"):
        door.open()
    assert (door.is_open, door.is_wished) == (False, False)
    workspace.choices.keep("programs", "open")  # before it was forbidden
    door.begin(context)
    assert not door.is_open
