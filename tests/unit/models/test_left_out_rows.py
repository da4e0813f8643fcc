"""Rows like those that were left out before a model learned are answered, with a caution."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.models import batches
from desktop_app.models.left_out_rows import rules_for
from desktop_app.models.preflight import preflight
from desktop_app.records.models import ModelCard
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Recipe, RowRule, Wishes
from tests.unit.models.fitting_made import CARD, FINE, TYPES
from tests.unit.models.stored import store
from tests.unit.models.test_applying import applied, opened, texts

CAUTION = "rows like this were left out before learning"


def learned(*rules: RowRule, **names: str) -> Recipe:
    """Return the recipe of a table in which these rules left rows out."""
    types = {**TYPES, "joined": "date", "plan": "category", "spent": "number", "remarks": "text"}
    return Recipe(format="csv", types=types, wishes=Wishes(rows_out=rules, names=names))


def rule(kind: str, column: str = "", **how: object) -> RowRule:
    return RowRule(kind=kind, column=column, **how)  # type: ignore[arg-type]  # names of its fields


@pytest.mark.parametrize("rows_of_batch", [250_000, 67])
def test_a_caution_stands_in_such_a_row_beside_others_and_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows_of_batch: int
) -> None:
    monkeypatch.setattr(batches, "ROWS", rows_of_batch)
    cells = texts()
    cells["plan"][3] = cells["plan"][150] = "diamond"
    model = opened(tmp_path)
    recipe = learned(rule("value", "plan", value="diamond"), rule("repeated"))

    answers, rows = applied(tmp_path, replace(model, card=replace(model.card, recipe=recipe)), cells)

    assert len(rows) == answers.rows == 200
    assert answers.cautions == 2
    cautions = [row[-1] for row in rows]
    assert cautions[3] == cautions[150] == f"new value in plan: diamond; {CAUTION}"
    assert [
        notice.values["count"] for notice in answers.preflight.notices if notice.code == "check.left_out"
    ] == [2]


def card_with(*rules: RowRule, **names: str) -> ModelCard:
    return replace(CARD, recipe=learned(*rules, **names))


def said(folder: Path, card: ModelCard) -> list[Notice]:
    """Return what the pre-flight says of rows that were left out."""
    notices = preflight(card, folder, store(folder, FINE, TYPES)).notices
    return [notice for notice in notices if notice.code in ("check.left_out", "check.rule_unknown")]


@pytest.mark.parametrize(
    ("rules", "count"),
    [
        ([rule("value", "city", value="Oslo")], 1),
        ([rule("value", "city", value="Oslo", keep=True)], 2),
        ([rule("empty", "city")], 1),
        ([rule("range", "age", start=25.0)], 2),
        ([rule("range", "age", start=25.0), rule("value", "city", value="Oslo")], 3),
        ([rule("range", "since", end=86_400.0 * 40)], 1),
        ([rule("value", "city", value="Rome")], 0),
        ([rule("repeated"), rule("repeated", "city")], 0),
    ],
)
def test_such_rows_are_counted_before_any_is_answered(
    tmp_path: Path, rules: list[RowRule], count: int
) -> None:
    expected = [Notice(code="check.left_out", values={"count": count}, level="caution")] if count else []

    assert said(tmp_path, card_with(*rules)) == expected


def test_it_is_said_where_it_cannot_be_told(tmp_path: Path) -> None:
    card = card_with(rule("value", "KNr", value="7"), rule("value", "KNr", value="8"), KNr="customer")

    assert said(tmp_path, card) == [Notice(code="check.rule_unknown", values={"column": "customer"})]


def test_the_ends_of_a_range_of_days_mean_nothing_among_numbers(tmp_path: Path) -> None:
    table = store(tmp_path, FINE, TYPES)
    recipe = learned(rule("range", "age", start=25.0))
    days = replace(recipe, types={**(recipe.types or {}), "age": "date"})

    assert rules_for(recipe, table) == recipe.wishes.rows_out
    assert rules_for(days, table) == ()
