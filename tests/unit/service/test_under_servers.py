"""The service under our own server, gunicorn with Django, and Starlette: each really started."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.unit.service.conftest import COMPAT, row

ROOT = Path(__file__).parents[3]
MODEL = COMPAT / "rule.hunch"
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))
ROW = {name: cell for name, cell in row().items() if name != "holds"}
PATIENCE = 60.0  # seconds, on a busy machine


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


@contextmanager
def started(arguments: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program; afterwards nothing of it is left."""
    environment = os.environ | {"HUNCH_MODEL": str(MODEL), "HUNCH_WORKSPACE": str(folder / "workspace")}
    environment |= {"TMPDIR": str(folder), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    with (folder / "log").open("wb") as log:
        program = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=environment, stdout=log, stderr=log
        )
        try:
            yield program
        finally:
            if program.poll() is None:
                program.send_signal(signal.SIGTERM)
            program.wait(PATIENCE)
    left = [
        one
        for one in psutil.process_iter(["environ"])
        if (one.info["environ"] or {}).get("TMPDIR") == str(folder)
    ]
    assert psutil.wait_procs(left, timeout=PATIENCE)[1] == []  # workers see a moment later that it has ended
    assert [path.name for path in folder.iterdir() if path.name.startswith("hunch-served")] == []


def asked(address: str, body: Any = None) -> Any:
    """Return what is said there, as soon as somebody listens and the model is open."""
    data = json.dumps(body).encode() if body else None
    headers = {"Content-Type": "application/json"} if data else {}
    request = urllib.request.Request(address, data, headers)  # noqa: S310 - our own address
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            with OPENER.open(request, timeout=PATIENCE) as answer:
                text: str = answer.read().decode()
                return json.loads(text) if "json" in answer.headers["Content-Type"] else text
        except OSError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.1)


def is_answered_at(root: str) -> bool:
    answer = asked(f"{root}/v1/predict", {"rows": [ROW, ROW | {"town": "Xen"}]})
    first, second = answer["predictions"]
    return first["prediction"] in ("yes", "no") and "new value in town: Xen" in second["caution"]


def test_our_own_command_answers_until_it_is_stopped(tmp_path: Path) -> None:
    port = free_port()

    with started(["main.py", "serve", str(MODEL), "--port", str(port)], tmp_path) as program:
        assert is_answered_at(f"http://127.0.0.1:{port}")
        program.send_signal(signal.SIGTERM)
        assert program.wait(PATIENCE) == 130

    said = (tmp_path / "log").read_text()
    assert f"http://127.0.0.1:{port}/docs" in said
    assert '"route": "/v1/predict"' in said


@pytest.mark.skipif(sys.platform == "win32", reason="gunicorn is for POSIX")
def test_gunicorn_serves_it_in_a_site_of_django_by_its_variables(tmp_path: Path) -> None:
    port = free_port()
    command = ["-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--threads", "4", "--preload"]

    with started([*command, "tests.hosts.in_django:application"], tmp_path):
        assert is_answered_at(f"http://127.0.0.1:{port}/model")
        assert asked(f"http://127.0.0.1:{port}/model/openapi.json")["servers"] == [{"url": "/model"}]
        assert asked(f"http://127.0.0.1:{port}/") == "a page of Django"

    assert '"route": "/v1/predict"' in (tmp_path / "log").read_text()


def test_starlette_and_so_fastapi_serve_it_at_an_address_of_theirs(tmp_path: Path) -> None:
    port = free_port()
    command = ["-m", "uvicorn", "--port", str(port), "tests.hosts.in_starlette:application"]

    with started(command, tmp_path):
        assert is_answered_at(f"http://127.0.0.1:{port}/model")
        assert asked(f"http://127.0.0.1:{port}/model/openapi.json")["servers"] == [{"url": "/model"}]
        assert asked(f"http://127.0.0.1:{port}/") == "a page of Starlette"
