"""Commands run here: the journeys are real, only the worker around them is left out."""

import json
from pathlib import Path
from typing import Any

import pytest
from threadpoolctl import threadpool_limits

from desktop_app.cli.main import main
from desktop_app.journeys.catalogue import JOURNEYS
from desktop_app.records.jobs import Order, Report
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.settings import Settings
from desktop_app.workspace.allowed import check_order
from desktop_app.workspace.trust import read_policy, trust_of


def run_here(order: Order, settings: Settings, on_progress: Report) -> dict[str, JSON]:
    check_order(order.journey, order.params, read_policy(settings.policy).policy, None)  # as a worker does
    trust = trust_of(settings.policy, settings.workspace)
    with threadpool_limits(1):  # more threads would wait for each other, on a busy computer longest
        result: dict[str, JSON] = JOURNEYS[order.journey](
            json.loads(json.dumps(order.params | {"trust": to_json(trust)})), Path(order.folder), on_progress
        )
    return dict(json.loads(json.dumps(result)))


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any], list[str]]:
    code = main([*arguments, "--json"])
    captured = capsys.readouterr()
    return code, json.loads(captured.out), captured.err.splitlines()
