"""Programs are answered as the description says, whatever they ask (schemathesis, over WSGI).

About 100 cases; 2,600 with --scale 20. Every check of schemathesis holds, but that every text is a
cursor that was given out.
"""

from collections.abc import Callable
from contextlib import closing
from typing import Any, cast

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS
from schemathesis.config import SchemathesisConfig
from werkzeug.wsgi import ClosingIterator

from desktop_app.api.asked import FORMATS
from desktop_app.web.context import Context
from desktop_app.workspace.store import Workspace
from tests.api.made import stored_answers, stored_table, stored_training
from tests.api.made_ahead import came_ahead
from tests.api.programs.conftest import HOST, Caller, export

SEED = 20261127
OPERATIONS = (
    *(("GET", path) for path in ("tables", "trainings", "models", "predictions", "jobs")),
    *(("GET", path) for path in ("other-models", "other-models/{thing}", "other-models/{thing}/file")),
    ("GET", "openapi.json"),
    *(
        ("POST", path)
        for path in ("tables", "trainings", "predictions", "jobs/{thing}/cancel", "jobs/{thing}/stop")
    ),
    *(("GET", f"{kind}/{{thing}}") for kind in ("tables", "trainings", "models", "predictions", "jobs")),
    *(("GET", path) for path in ("tables/{thing}/columns", "models/{thing}/file")),
    *(("GET", path) for path in ("predictions/{thing}/rows", "predictions/{thing}/file")),
    *(("DELETE", f"{kind}/{{thing}}") for kind in ("tables", "models", "predictions")),
)
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@pytest.fixture
def ids(workspace: Workspace, here: Context) -> list[str]:
    """One of each thing that addresses name."""
    table = stored_table(workspace)
    training = stored_training(workspace, table.id)
    answers = stored_answers(workspace, training, answered=True)
    for suffix in FORMATS.values():
        export(here, answers.id, suffix)
    return [table.id, training.id, answers.id, came_ahead(workspace)]


def _without_tokens(described: dict[str, Any]) -> dict[str, Any]:
    """Return the description as if there were none: here every request has one, whatever it holds."""
    for operations in described["paths"].values():
        for operation in operations.values():
            del operation["security"]
    return described


def _closing(app: Flask) -> Callable[..., list[bytes]]:
    """Return the app for a client that does not close what it reads, as servers do."""

    def answer(environ: Any, start: Any) -> list[bytes]:
        with closing(cast(ClosingIterator, app(environ, start))) as pieces:
            return [b"".join(pieces)]

    return answer


def test_every_operation_is_tried(api: Flask) -> None:
    described = {rule.rule.replace("<thing>", "{thing}") for rule in api.url_map.iter_rules()}

    assert described == {f"/api/v1/{path}" for _method, path in OPERATIONS}


def test_what_is_asked_is_answered_as_described(
    api: Flask, caller: Caller, ids: list[str], scale: float
) -> None:
    sent = {"Host": HOST, "Authorization": f"Bearer {caller.token}"}
    contract = schemathesis.openapi.from_dict(
        _without_tokens(caller.get("/openapi.json").get_json()), config=SchemathesisConfig(seed=SEED)
    )
    contract.app = _closing(api)
    excluded = [CHECKS.get_one("positive_data_acceptance")]
    cases = [
        contract[f"/api/v1/{path}"][method].as_strategy(generation_mode=mode)
        for method, path in OPERATIONS
        for mode in MODES
    ]
    statuses: list[int] = []

    @seed(SEED)
    @settings(
        max_examples=100 if scale <= 1 else int(130 * scale),
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=st.one_of(cases), thing=st.sampled_from(ids), is_there=st.booleans())
    def ask(case: Any, thing: str, is_there: bool) -> None:
        if is_there and case.method != "DELETE" and "thing" in case.path_parameters:
            case.path_parameters["thing"] = thing
        answer = case.call_and_validate(headers=sent, excluded_checks=excluded)
        statuses.append(answer.status_code)

    ask()
    assert all(status < 500 for status in statuses)
    assert {200, 404, 422} <= set(statuses)
