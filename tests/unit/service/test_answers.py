"""Rows that are sent are answered as `hunch predict` answers the same rows in a file."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from desktop_app.journeys.catalogue import JOURNEYS
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import PredictFileOrder
from tests.unit.service.conftest import COMPAT, MakeApp, row, rows_of

NEW = COMPAT / "new.csv"
RENAMED = {"kg": "weight", "town": "goes to"}


def predicted(name: str, path: Path, folder: Path) -> bytes:
    """Return the file that the command writes."""
    out = folder / "predicted.csv"
    order = PredictFileOrder(model=str(COMPAT / f"{name}.hunch"), path=str(path), out=str(out))
    JOURNEYS["predict_file"](to_json(order), folder, lambda _: None)
    return out.read_bytes()


def table(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))


def as_in_a_file(answer: dict[str, Any]) -> dict[str, str]:
    """Return an answer of the service as the columns of a file have it."""
    chances = answer.get("probabilities", {})
    told = {f"probability: {name}": chance for name, chance in chances.items()}
    if chances:
        told["probability"] = chances[answer["prediction"]]
    told |= {name: answer[name] for name in ("prediction", "low", "high", "caution") if name in answer}
    return {name: cell if isinstance(cell, str) else f"{cell:.6f}" for name, cell in told.items()}


def rounded(cells: dict[str, str]) -> dict[str, str]:
    return {
        name: f"{float(cell):.6f}" if name != "caution" and cell.replace(".", "").isdigit() else cell
        for name, cell in cells.items()
    }


@pytest.mark.parametrize("name", ["plain", "decided", "rule", "trees", "renamed"])
def test_rows_get_the_numbers_and_words_of_a_file(name: str, make: MakeApp, tmp_path: Path) -> None:
    expected = table(predicted(name, NEW, tmp_path))
    rows = rows_of(NEW, **(RENAMED if name == "renamed" else {}))

    answer = make(name).test_client().post("/v1/predict", json={"rows": rows}).get_json()

    found = [as_in_a_file(one) for one in answer["predictions"]]
    assert len(found) == len(expected)
    assert found == [
        rounded({key: was[key] for key in now}) for now, was in zip(found, expected, strict=True)
    ]
    assert any(one["caution"] for one in found)


def test_a_table_comes_back_as_the_file_that_the_command_writes(make: MakeApp, tmp_path: Path) -> None:
    raw = NEW.read_bytes()

    answer = make("decided").test_client().post("/v1/predict", data=raw, content_type="text/csv")

    assert answer.mimetype == "text/csv"
    assert answer.data == predicted("decided", NEW, tmp_path)


def test_rows_like_those_that_were_left_out_carry_a_caution(make: MakeApp) -> None:
    rows = [
        {"weight": 3.0, "goes to": town, "sent": "2025-03-10", "holds": "glass"}
        for town in ("Ahlen", "Dorsten")
    ]

    answer = make("renamed").test_client().post("/v1/predict", json={"rows": rows}).get_json()

    first, second = (one["caution"] for one in answer["predictions"])
    assert "left out" in second
    assert "left out" not in first


def test_many_rows_go_through_a_file_and_come_back_in_their_order(client: FlaskClient) -> None:
    rows = [row(kg=float(place % 7), note="x" * 60) for place in range(5000)]

    answer = client.post("/v1/predict", json={"rows": rows})

    found = [one["prediction"] for one in answer.get_json()["predictions"]]
    alone = client.post("/v1/predict", json={"rows": rows[:7]}).get_json()
    assert len(answer.data) > 256 * 1024
    assert len(found) == 5000
    assert found[:7] == [one["prediction"] for one in alone["predictions"]] == found[7:14]


def test_nothing_that_was_sent_is_left_behind(client: FlaskClient) -> None:
    folder: Path = client.application.extensions["hunch_service"].rows.folder

    client.post("/v1/predict", json={"rows": [row(note="x" * 300_000)] * 2})
    client.post("/v1/predict", data=NEW.read_bytes(), content_type="text/csv")
    client.post("/v1/predict", data=b"a,b\n1,2\n", content_type="text/csv")

    assert [path.name for path in folder.iterdir() if path.name != "worker.log"] == []


def test_empty_cells_and_odd_letters_are_answered(client: FlaskClient) -> None:
    odd = row(kg=None, town="", sent=None, holds="\ud800\u0000\U0001f600")

    answer = client.post("/v1/predict", json={"rows": [odd, row(town="\ud800")]})

    first, second = answer.get_json()["predictions"]
    assert "3 of 4 cells empty" in first["caution"]
    assert "new value in town" in second["caution"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"kg,town\n1,Ahlen\n", "cli.missing_columns"),
        (b"a,b\n1,2\n", "check.wrong_file"),
        (b"", "refuse.empty"),
    ],
)
def test_a_table_that_does_not_fit_is_said_in_words(client: FlaskClient, text: bytes, code: str) -> None:
    answer = client.post("/v1/predict", data=text, content_type="text/csv")

    assert (answer.status_code, answer.get_json()["code"]) == (422, code)
    assert answer.get_json()["detail"]
