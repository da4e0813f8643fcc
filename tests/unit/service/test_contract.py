"""The service keeps the description that it gives of itself, whatever is asked (schemathesis, over WSGI).

About 150 cases; 5,200 with --scale 20. Every check of schemathesis holds, but that every text is a table.
"""

from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS
from schemathesis.config import SchemathesisConfig

from desktop_app.records.served_cells import CELLS, all_fit, kind_of
from desktop_app.records.serving import ServedColumn
from tests.unit.service.conftest import MakeApp

SEED = 20261127
SHARES = {  # of all cases; the rest goes to the addresses that are only read
    ("plain", "application/json", GenerationMode.POSITIVE): 0.25,
    ("decided", "application/json", GenerationMode.POSITIVE): 0.25,
    ("decided", "application/json", GenerationMode.NEGATIVE): 0.25,
    ("plain", "text/csv", GenerationMode.POSITIVE): 0.1,
}


@pytest.fixture
def cases(scale: float) -> int:
    return 150 if scale <= 1 else int(260 * scale)


def contract_of(app: Flask) -> Any:
    return schemathesis.openapi.from_wsgi("/openapi.json", app, config=SchemathesisConfig(seed=SEED))


def tried(strategy: Any, count: int, leave_out: tuple[str, ...] = ()) -> list[int]:
    """Ask so many times; return the answers' statuses. Raises where one breaks the contract."""
    statuses: list[int] = []
    excluded = [CHECKS.get_one(name) for name in leave_out]

    @seed(SEED)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def ask(case: Any) -> None:
        answer = case.call_and_validate(excluded_checks=excluded)
        statuses.append(answer.status_code)

    ask()
    return statuses


@pytest.mark.parametrize(("name", "media_type", "mode"), SHARES)
def test_rows_are_answered_as_it_is_described(
    name: str, media_type: str, mode: GenerationMode, make: MakeApp, cases: int
) -> None:
    cases_of_all = contract_of(make(name))["/v1/predict"]["POST"].as_strategy(generation_mode=mode)
    strategy = cases_of_all.filter(lambda case: case.media_type == media_type)
    share = int(SHARES[name, media_type, mode] * cases)
    leave_out = ("positive_data_acceptance",) if media_type == "text/csv" else ()

    statuses = tried(strategy, share, leave_out)

    assert len(statuses) >= share * 0.9
    assert all(status < 500 for status in statuses)
    if media_type == "application/json" and mode is GenerationMode.POSITIVE:
        assert set(statuses) == {200}


@pytest.mark.parametrize("path", ["/v1/model", "/health", "/ready", "/metrics", "/openapi.json"])
def test_what_is_read_is_as_it_is_described(path: str, make: MakeApp, cases: int) -> None:
    operation = contract_of(make())[path]["GET"]

    statuses = tried(operation.as_strategy(), max(1, int(cases * 0.03)))

    assert set(statuses) <= {200, 405}


@pytest.mark.parametrize("kind", ["number", "date", "category", "text"])
def test_cells_are_checked_as_the_schema_says(kind: Any, scale: float) -> None:
    column = ServedColumn(name="cell", type=kind)
    schema = jsonschema_rs.Draft202012Validator(CELLS[kind_of(column.type)], validate_formats=True)
    digits = st.from_regex(
        r"[0-9-]{4,5}-[01][0-9]-[0-3][0-9]([T ][0-2][0-9]:[0-6][0-9](:[0-5][0-9])?)?", fullmatch=True
    )
    numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    days = digits | st.dates().map(str) | st.datetimes().map(lambda one: one.isoformat())
    anything: st.SearchStrategy[Any] = numbers | days | st.text() | st.sampled_from([None, True, [], {}])

    @seed(SEED)
    @settings(max_examples=int(100 * scale), deadline=None, database=None)
    @given(cell=anything)
    def same(cell: Any) -> None:
        assert all_fit(kind_of(column.type), [cell, None]) == schema.is_valid(cell)

    same()
