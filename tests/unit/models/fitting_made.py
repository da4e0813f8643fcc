"""A model of four columns, and files whose fit to it is looked at."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop_app.models.preflight import preflight
from desktop_app.records.models import Feature, ModelCard, Preflight, Schema
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import ColumnType, Recipe
from tests.unit.models.stored import store
from tests.unit.reports.made import two_kinds

AGE = Feature(name="age", type="number", minimum=18.0, maximum=80.0)
CITY = Feature(name="city", type="category", levels=("Berne", "Oslo"), missing_share=0.2)
SINCE = Feature(name="since", type="date", minimum=0.0, maximum=86_400.0 * 365)
NOTE = Feature(name="note", type="text")
CARD = ModelCard(
    created="2026-11-22T10:00:00+00:00",
    versions={},
    table="customers.csv",
    table_sha256="",
    schema=Schema(
        target="left", task="classification", classes=("no", "yes"), features=(AGE, CITY, SINCE, NOTE)
    ),
    plan=TrainingPlan(target="left"),
    evaluation=two_kinds(),
    recipe=Recipe(format="csv"),
    golden_rows=0,
)
TYPES: dict[str, ColumnType] = {
    "age": "number",
    "city": "category",
    "since": "date",
    "note": "text",
    "left": "yes/no",
    "more": "number",
}
FINE: dict[str, Sequence[str | None]] = {
    "age": ["20", "30", "40"],
    "city": ["Oslo", "Berne", None],
    "since": ["1970-02-01", "1970-03-01", "1970-04-01"],
    "note": ["came late", "", "paid"],
}


def checked(folder: Path, types: Mapping[str, ColumnType] = TYPES, /, **columns: Any) -> Preflight:
    wanted = {name: cells for name, cells in {**FINE, **columns}.items() if cells is not None}
    return preflight(CARD, folder, store(folder, wanted, types))


def values(found: Preflight, code: str) -> dict[str, Any]:
    (notice,) = [notice for notice in found.notices if notice.code == code]
    return notice.values
