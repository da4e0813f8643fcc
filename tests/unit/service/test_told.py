"""What a service tells of itself: its model, its health, its counts, its log and its page."""

import json
import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from desktop_app.paths import bundled
from desktop_app.service.access_log import logging_to_stderr
from tests.unit.service.conftest import COMPAT, MakeApp, row


def test_the_model_is_told_without_a_value_of_a_row(make: MakeApp) -> None:
    told = make("decided").test_client().get("/v1/model")

    facts = told.get_json()
    assert facts["target"] == "late"
    assert facts["decision"] == {"value": "yes", "chance": 0.1}
    assert [one["name"] for one in facts["columns"]] == ["kg", "town", "sent", "holds"]
    assert facts["verdict"]["sentence"]
    assert facts["limits"] == {"rows": 10_000, "bytes": 16 * 1024 * 1024, "seconds": 30}
    for secret in ("Ahlen", "Bergen", "fragile", "decided.csv"):
        assert secret not in told.text


def test_health_is_said_at_once_and_readiness_when_the_model_is_open(client: FlaskClient) -> None:
    asked = client.application.extensions["hunch_service"].rows
    assert client.get("/ready").get_json() == {"status": "ready"}

    asked.is_ready = False

    answer = client.get("/ready")
    assert (answer.status_code, answer.get_json()) == (503, {"status": "opening"})
    assert answer.headers["Retry-After"]
    assert client.get("/health").get_json() == {"status": "ok"}


def test_requests_rows_and_errors_are_counted(client: FlaskClient) -> None:
    client.post("/v1/predict", json={"rows": [row(), row(town="Xen")]})
    client.post("/v1/predict", json={"rows": 1})
    client.get("/somewhere/Jane%20Doe")

    lines = client.get("/metrics").text.splitlines()

    assert 'hunch_requests_total{route="/v1/predict",status="200"} 1' in lines
    assert 'hunch_requests_total{route="none",status="404"} 1' in lines
    assert {"hunch_rows_total 2", "hunch_cautions_total 1", "hunch_errors_total 2"} <= set(lines)
    assert "hunch_request_seconds_count 3" in lines
    assert {line.split("{")[0].split(" ")[0] for line in lines if not line.startswith("#")} >= {
        "hunch_model_ready"
    }


def test_a_request_is_a_line_of_json_without_what_was_asked(
    client: FlaskClient, capsys: pytest.CaptureFixture[str]
) -> None:
    with logging_to_stderr(quiet=False):
        client.post(
            "/v1/predict?who=Jane", json={"rows": [row(town="Jane Doe")]}, headers={"User-Agent": "Jane"}
        )
        client.get("/Jane")
        client.post("/v1/predict", json={"rows": 1})

    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(one["route"], one["status"]) for one in lines] == [
        ("/v1/predict", 200),
        ("none", 404),
        ("/v1/predict", 422),
    ]
    assert (lines[0]["rows"], lines[0]["cautions"], lines[2]["code"]) == (1, 1, "service.form")
    assert "Jane" not in json.dumps(lines)


def test_a_quiet_log_has_only_what_is_wrong(client: FlaskClient, capsys: pytest.CaptureFixture[str]) -> None:
    with logging_to_stderr(quiet=True):
        client.get("/health")
        logging.getLogger("desktop_app.service").error("a fault")

    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line)["message"] == "a fault"


def test_the_page_and_its_parts_are_our_own_and_may_do_little(client: FlaskClient) -> None:
    page = client.get("/docs")

    policy = page.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    for name in ("docs.js", "docs.css", "swagger-ui.css", "swagger-ui-bundle.js"):
        assert f"docs/{name}" in page.text
        assert client.get(f"/docs/{name}").status_code == 200
    assert "http:" not in page.text
    assert "https:" not in page.text
    assert bundled("ui", "service", "vendor", "VENDOR.md").exists()


def test_the_description_knows_where_the_service_is_mounted(make: MakeApp) -> None:
    def root_of(app: Flask, root: str) -> str:
        told = app.test_client().get("/openapi.json", environ_overrides={"SCRIPT_NAME": root})
        url: str = told.get_json()["servers"][0]["url"]
        return url

    assert root_of(make(), "") == "/"
    assert root_of(make(), "/model") == "/model"


def test_another_program_loads_nothing_heavy_with_the_service() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from desktop_app.service import create_app\n"
        "from desktop_app.settings import read_settings\n"
        f"app = create_app(Path({str(COMPAT / 'plain.hunch')!r}), read_settings({{}}))\n"
        "assert app.test_client().get('/health').status_code == 200\n"
        "heavy = 'pandas numpy sklearn scipy duckdb waitress webview onnx'.split()\n"
        "assert not set(heavy) & set(sys.modules), set(heavy) & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
