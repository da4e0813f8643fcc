"""A service whose model is asked here: the journey is real, only the worker around it is left out."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from desktop_app.jobs.messages import decode_question, encode
from desktop_app.journeys.serving import open_for_service
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.serving import AskRows, RowsAnswered, ServedModel, ServeOrder
from desktop_app.service.app import create_app
from desktop_app.service.rules import Rules
from desktop_app.settings import Settings

COMPAT = Path(__file__).parents[2] / "compat" / "0.1.0"
TOKEN = b"a-token-of-these-tests"

MakeApp = Callable[..., Flask]


class _Closing(FlaskClient):
    """A client that reads each answer to its end and closes it, as servers do."""

    def open(self, *about: Any, **more: Any) -> Any:
        return super().open(*about, buffered=True, **more)


class AskedHere:
    """Answers as a worker would, with an error where one was left for it."""

    def __init__(self, model: Path, folder: Path) -> None:
        self.folder, self.starts, self.is_ready = folder, 1, True
        self.error: Exception | None = None
        self._serving = open_for_service(to_json(ServeOrder(model=str(model))), folder, lambda _: None)

    def open(self, _seconds: float = 1.0) -> ServedModel:
        return from_json(ServedModel, json.loads(self._answer(AskRows(form="model")).text))

    def ask(self, question: AskRows, _seconds: float) -> RowsAnswered:
        if self.error:
            raise self.error
        return self._answer(question)

    def wake(self) -> None:
        self.starts += 1

    def close(self) -> None:
        """Do nothing: there is no worker."""

    def _answer(self, question: AskRows) -> RowsAnswered:
        asked = decode_question(encode(question))
        assert isinstance(asked, AskRows)
        return self._serving(asked)


@pytest.fixture(scope="session")
def asked_here(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], AskedHere]:
    """Open each model once."""
    opened: dict[str, AskedHere] = {}

    def of(name: str) -> AskedHere:
        if name not in opened:
            opened[name] = AskedHere(COMPAT / f"{name}.hunch", tmp_path_factory.mktemp(name))
        opened[name].error, opened[name].is_ready = None, True
        return opened[name]

    return of


@pytest.fixture
def make(settings: Settings, asked_here: Callable[[str], AskedHere]) -> MakeApp:
    def made(name: str = "plain", rules: Rules | None = None) -> Flask:
        app = create_app(COMPAT / f"{name}.hunch", settings, rules)
        service = app.extensions["hunch_service"]
        service.close()
        service.rows = service.tables = asked_here(name)
        app.test_client_class = _Closing
        return app

    return made


@pytest.fixture
def client(make: MakeApp) -> FlaskClient:
    return make().test_client()


def row(**changes: Any) -> dict[str, Any]:
    return {"kg": 3.5, "town": "Ahlen", "sent": "2025-03-10", "holds": "glass"} | changes


def rows_of(path: Path, **names: str) -> list[dict[str, Any]]:
    """Return the rows of a file as JSON has them, under other *names* where such are given."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    numbers = {"kg", "days"}
    return [
        {
            names.get(name, name): (float(cell) if name in numbers else cell) if cell else None
            for name, cell in one.items()
        }
        for one in found
    ]
