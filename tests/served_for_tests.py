"""A model that answers no rows but does what they say, to test who serves it without the engine."""

import json
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app.errors import ModelError, UsageError
from desktop_app.journeys.journey import Journey
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import to_json
from desktop_app.records.results import Score
from desktop_app.records.serving import AskRows, RowsAnswered, ServedColumn, ServedModel
from tests.journeys_for_tests import Params, _pipe


def load() -> Mapping[str, Journey]:
    """Return the one journey of this module."""
    return {"serve": open_to_serve}


def a_served_model(name: str) -> ServedModel:
    """Return what a model says of itself."""
    return ServedModel(
        name=name,
        target="churn",
        task="classification",
        classes=("no", "yes"),
        columns=(ServedColumn(name="age", type="number"),),
        created="2026-11-01T10:00:00+00:00",
        learned_rows=3,
        level="useful",
        sentence="Right for 4 of 5 rows.",
        score=Score(metric="accuracy", value=0.8, low=0.7, high=0.9, rows=3),
    )


def open_to_serve(params: Params, folder: Path, report: Report) -> Any:
    """Open a model that is none, and do with rows what their text says."""
    name = Path(str(params["model"])).stem
    if name == "refused":
        raise ModelError("model.unsound", model="refused.hunch")

    def serve(question: AskRows) -> RowsAnswered:
        if question.form == "model":
            return RowsAnswered(text=json.dumps(to_json(a_served_model(name))))
        if question.form == "table":
            return RowsAnswered(text=(folder / question.file).read_text())
        _obey(question.text)
        return RowsAnswered(text=str(os.getpid()), rows=1)

    return serve


def _obey(word: str) -> None:
    match word.partition(" "):
        case "die", _, _:
            os.kill(os.getpid(), 9)
        case "sleep", _, _:
            time.sleep(60)
        case "refuse", _, _:
            raise UsageError("error.not_understood")
        case "stumble", _, _:
            raise RuntimeError("Jane Doe")
        case "say", _, text:
            _pipe().send_bytes(text.encode())
