"""Commands run here: the journeys are real, only the worker around them is left out."""

import contextlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from desktop_app.cli.main import main
from desktop_app.journeys.catalogue import JOURNEYS
from desktop_app.records.jobs import Order, Report
from desktop_app.records.jsonable import JSON
from desktop_app.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a command ended, and what a person is told: as codes, and the sentences of all but notes."""

    code: int
    said: frozenset[str]
    sentences: frozenset[str]


def run(*words: str) -> Run:
    """Return what came of a command."""
    results: list[dict[str, JSON]] = []

    def run_here(order: Order, _settings: Settings, on_progress: Report) -> dict[str, JSON]:
        results.append(JOURNEYS[order.journey](order.params, Path(order.folder), on_progress))
        return results[-1]

    told, aside = io.StringIO(), io.StringIO()
    with (
        mock.patch("desktop_app.jobs.once.run_once", run_here),
        contextlib.redirect_stdout(told),
        contextlib.redirect_stderr(aside),
    ):
        code = main([*words, "--json"])
    facts = json.loads(told.getvalue())
    sentences = frozenset(warning["message"] for warning in facts.get("warnings", ()))
    return Run(code=code, said=frozenset(_codes(facts, *results)), sentences=sentences)


def _codes(told: dict[str, Any], *results: dict[str, Any]) -> Iterator[str]:
    if "error" in told:
        yield told["error"]["code"]
        return
    yield from (warning["code"] for warning in told["warnings"])
    yield from ("check.renamed" for _suggestion in told.get("suggestions", ()))
    if "suggestions" in told:  # `check` says the notes as well, but not in its JSON
        yield from (notice["code"] for notice in results[0]["preflight"]["notices"])
    if truth := told.get("truth"):
        yield f"truth.{truth['holds']}"
