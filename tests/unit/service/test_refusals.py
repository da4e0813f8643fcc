"""What is wrong is said by row and column, in problem details; nothing of it is a fault of the program."""

import datetime
import itertools
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from desktop_app.errors import InternalError
from desktop_app.records.served_cells import all_fit
from desktop_app.service.rules import Rules
from tests.unit.service.conftest import MakeApp, row


def refused(client: FlaskClient, body: Any) -> dict[str, Any]:
    answer = client.post("/v1/predict", data=body, content_type="application/json")
    told: dict[str, Any] = answer.get_json()
    assert answer.mimetype == "application/problem+json"
    assert told["status"] == answer.status_code
    assert told["detail"]
    assert told["hint"]
    return told


def is_day(text: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def test_each_cell_that_does_not_fit_is_named(client: FlaskClient) -> None:
    rows = [row(), row(kg="3", town=1), {"kg": 1, "sent": "2025-02-30", "town": "x", "holds": "y"}, 3]

    told = refused(client, json.dumps({"rows": rows}))

    assert told["status"] == 422
    assert [(one["row"], one.get("column"), one["pointer"]) for one in told["errors"]] == [
        (2, "kg", "#/rows/1/kg"),
        (2, "town", "#/rows/1/town"),
        (3, "sent", "#/rows/2/sent"),
        (4, None, "#/rows/3"),
    ]
    assert told["errors"][0]["detail"] == '"kg" is a number or null.'


def test_of_very_many_mistakes_the_first_are_told_and_all_are_counted(client: FlaskClient) -> None:
    told = refused(client, json.dumps({"rows": [{}] * 500}))

    assert len(told["errors"]) == 100
    assert "2,000" in told["detail"]


@pytest.mark.parametrize(
    "value", [True, "1", [], {}, 1e400, 10**309, -(10**400), 17976931348623157 * 10**292 + 1]
)
def test_what_is_no_number_is_none(client: FlaskClient, value: Any) -> None:
    body = json.dumps({"rows": [row(kg=value)]}).replace("Infinity", "1e400")

    assert refused(client, body)["errors"][0]["column"] == "kg"


@pytest.mark.parametrize(
    "value",
    [
        "2025-02-30",
        "20250301",
        "2025-W01-1",
        "2025-03-01T25:00",
        "2025-03-01T10:00:00Z",
        5,
        "today",
        "٢٠٢٥-٠٣-٠١",
    ],
)
def test_what_is_no_day_is_none(client: FlaskClient, value: Any) -> None:
    assert refused(client, json.dumps({"rows": [row(sent=value)]}))["errors"][0]["column"] == "sent"


def test_exactly_the_days_of_the_calendar_are_days() -> None:
    years = (0, 1, 1900, 1999, 2000, 2023, 2024, 2100, 9999)
    for year, month, day in itertools.product(years, range(14), range(33)):
        text = f"{year:04}-{month:02}-{day:02}"
        assert all_fit("date", [text]) == is_day(text), text


@pytest.mark.parametrize("value", ["2025-03-01", "2025-03-01T10:00", "2025-03-01 10:00:00.5", None])
def test_days_and_moments_are_taken(client: FlaskClient, value: Any) -> None:
    assert client.post("/v1/predict", json={"rows": [row(sent=value)]}).status_code == 200


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "service.no_json"),
        (b"\xff\xfe", 400, "service.no_json"),
        (b'{"rows": [{"kg": NaN}]}', 400, "service.no_json"),
        (b"[" * 200_000, 400, "service.no_json"),
        (b"1" * 5000, 400, "service.no_json"),
        (b"[]", 422, "service.form"),
        (b'{"rows": {}}', 422, "service.form"),
        (b'{"rows": []}', 422, "service.row_count"),
        (b'{"rows": [1,2,3,4]}', 422, "service.row_count"),
    ],
)
def test_what_is_no_request_is_said(make: MakeApp, body: bytes, status: int, code: str) -> None:
    told = refused(make(rules=Rules(most_rows=3)).test_client(), body)

    assert (told["status"], told["code"]) == (status, code)


def test_a_request_that_is_too_large_is_not_read(make: MakeApp) -> None:
    client = make(rules=Rules(largest_body=1000)).test_client()

    assert refused(client, b" " * 1001)["code"] == "service.too_large"
    answer = client.post("/v1/predict", data=b"a" * 1001, content_type="text/csv")
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/predict", 405),
        ("DELETE", "/health", 405),
        ("GET", "/nowhere", 404),
        ("GET", "/docs/VENDOR.md", 404),
    ],
)
def test_other_addresses_are_problems_too(client: FlaskClient, method: str, path: str, status: int) -> None:
    answer = client.open(path, method=method)

    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert ("Allow" in answer.headers) == (status == 405)


def test_another_form_is_refused(client: FlaskClient) -> None:
    answer = client.post("/v1/predict", data=b"<rows/>", content_type="text/xml")

    assert (answer.status_code, answer.get_json()["code"]) == (415, "service.media_type")


@pytest.mark.parametrize("code", ["ask.slow", "ask.ended", "service.busy"])
def test_a_model_that_does_not_answer_is_said_with_when_to_ask_again(client: FlaskClient, code: str) -> None:
    client.application.extensions["hunch_service"].rows.error = InternalError(code)

    answer = client.post("/v1/predict", json={"rows": [row()]})

    assert (answer.status_code, answer.get_json()["code"]) == (503, code)
    assert int(answer.headers["Retry-After"]) > 0


def test_a_bug_is_a_reference_and_no_word_of_what_was_sent(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    client.application.extensions["hunch_service"].rows.error = RuntimeError("Jane Doe")

    answer = client.post("/v1/predict", json={"rows": [row(town="Jane Doe")]})

    assert answer.status_code == 500
    assert "Jane Doe" not in answer.text + caplog.text
    assert "RuntimeError" in caplog.text
