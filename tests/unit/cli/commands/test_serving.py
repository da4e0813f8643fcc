"""The command that serves a model: who is answered, where, and what is said when that cannot be."""

import json
import socket
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told
from tests.unit.service.conftest import TOKEN, AskedHere

OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@pytest.fixture
def token(tmp_path: Path) -> str:
    file = tmp_path / "token"
    file.write_bytes(TOKEN)
    file.chmod(0o600)
    return str(file)


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


@pytest.fixture
def served(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, list[Any]]]:
    """Serve for as long as some visits take; return the exit code and what came of each."""

    def serve(*arguments: str, visits: tuple[tuple[str, dict[str, str]], ...] = ()) -> tuple[int, list[Any]]:
        came: list[Any] = []

        def visit(_seconds: float) -> None:
            address = json.loads(capsys.readouterr().out.splitlines()[-1])["url"]
            came.extend(seen(address + path, headers) for path, headers in visits)
            raise KeyboardInterrupt

        monkeypatch.setattr("desktop_app.service.app.Served", lambda model, _: AskedHere(model, tmp_path))
        monkeypatch.setattr("desktop_app.cli.serve.time.sleep", visit)
        return main(["serve", *arguments, "--port", "0", "--json"]), came

    return serve


def seen(address: str, headers: dict[str, str]) -> Any:
    """Return what is answered, or the status where it is not."""
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - our own address
    try:
        with OPENER.open(request, timeout=30) as answer:
            return json.loads(answer.read())
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_a_model_is_served_until_somebody_stops_it(model: str, served: Callable[..., Any]) -> None:
    code, (health, facts, other) = served(
        model, visits=(("/health", {}), ("/v1/model", {}), ("/v1/model", {"Host": "evil.example"}))
    )

    assert code == 130
    assert health == {"status": "ok"}
    assert (facts["name"], facts["target"], other) == ("kept", "left", 403)


def test_other_computers_need_a_token_and_an_allowed_name(
    model: str, token: str, served: Callable[..., Any]
) -> None:
    bearer = {"Authorization": f"Bearer {TOKEN.decode()}"}
    named = {"Host": "model.example"}

    code, came = served(
        *(model, "--host", "0.0.0.0", "--token-file", token, "--allow-host", "model.example"),  # noqa: S104
        visits=(("/v1/model", {}), ("/v1/model", named), ("/v1/model", bearer | named)),
    )

    assert code == 130
    assert came[:2] == [403, 401]
    assert came[2]["target"] == "left"


@pytest.mark.parametrize(
    "arguments",
    [("--host", "0.0.0.0"), ("--host", "192.168.1.5"), ("--allow-host", "model.example")],  # noqa: S104
)
def test_without_a_token_others_are_not_answered(
    arguments: tuple[str, ...], model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, _ = told(capsys, "serve", model, *arguments)

    assert (code, facts["error"]["code"]) == (2, "service.needs_token")


def test_a_port_that_is_taken_is_said_with_one_that_is_free(
    model: str, taken: int, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, _ = told(capsys, "serve", model, "--port", str(taken))

    assert (code, facts["error"]["code"]) == (2, "service.port_taken")
    free = int(facts["error"]["hint"].split("--port ")[1].rstrip("."))
    with socket.create_server(("127.0.0.1", free)):
        assert free != taken


def test_an_address_of_another_computer_is_said(
    model: str, token: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, _ = told(capsys, "serve", model, "--host", "192.0.2.1", "--token-file", token)

    assert (code, facts["error"]["code"]) == (2, "service.no_address")


@pytest.mark.parametrize(("file", "code"), [("nothing.hunch", 3), ("broken.hunch", 7)])
def test_what_is_no_model_is_not_served(
    file: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.service.app.Served", lambda model, _: AskedHere(model, tmp_path))

    assert main(["serve", file, "--port", "0"]) == code
