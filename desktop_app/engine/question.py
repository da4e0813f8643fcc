"""A table and a plan made into material to learn from, with all that the person should know about it."""

import hashlib
import json
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from desktop_app.engine.cells import LARGEST, Cells, layout_of, read_cells
from desktop_app.engine.each.asked import check_each
from desktop_app.engine.effort import MOST_LOCKED_EACH, Effort, Tested, for_one_page, plan_effort
from desktop_app.engine.evaluation.scoring import RARE
from desktop_app.engine.leaks.accusing import accusations
from desktop_app.engine.leaks.same import same_columns
from desktop_app.engine.material import Material
from desktop_app.engine.roles import (
    FEW_ROWS,
    FEWEST_ROWS,
    REPEATED_ID,
    assign_roles,
    no_columns,
    target_notices,
)
from desktop_app.engine.room import narrowed
from desktop_app.engine.size import Size
from desktop_app.engine.target import Target, read_target
from desktop_app.engine.validation.apart import Apart, Rows, find_apart
from desktop_app.engine.validation.splits import ANY_ROW, split_rows
from desktop_app.errors import DataError
from desktop_app.records.handover import WORKBOOK
from desktop_app.records.jsonable import to_json
from desktop_app.records.notices import Notice, Value, about
from desktop_app.records.plans import LeftOut, Roles, TrainingPlan
from desktop_app.records.tables import Table

FEWEST_OF_CLASS = 10
MOST_NAMED = 5
_VERSION = 3  # of what a search leaves behind


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is to be learned, from what, and what was noticed on the way."""

    material: Material
    plan: TrainingPlan
    features: tuple[str, ...]  # in the order of the table
    left_out: tuple[LeftOut, ...]
    warnings: tuple[Notice, ...]
    identity: str  # the same for the same table, plan and program
    apart: Apart = ANY_ROW
    accused: tuple[str, ...] = ()  # columns that are learned from and may give the answer away
    places: int = 0  # elsewhere, for which the effort was planned


def read_question(frame: pd.DataFrame, table: Table, plan: TrainingPlan, places: int = 0) -> Question:
    """Return what is to be learned, by so many *places* elsewhere or here.

    Raises DataError where the table cannot answer it.
    """
    check_each(table, plan)
    roles = assign_roles(table, plan)
    column = table.column(plan.target)
    assert column is not None, "assign_roles has found the target"  # noqa: S101 - for the type checker
    target = read_target(frame, column, roles.task)
    _check(target)
    _check_costs(target, plan)
    cells = read_cells(frame, layout_of(roles.features))
    if len(target.rows) < target.of:
        cells = cells.take(target.rows)
    same = [item for item in same_columns(cells, target) if item.column not in plan.wanted]
    left_out = (*roles.left_out, *same)
    names = set(roles.features) - {item.column for item in same}
    if not names:
        raise no_columns(table, plan.target, list(left_out))
    cells = cells.only(frozenset(names)) if same else cells
    apart = find_apart(Rows(frame=frame, table=table, target=target, cells=cells), plan)
    found = accusations(cells, target, plan, apart.groups)
    cells, names = found.kept(cells), names - {item.column for item in found.left_out}
    return Question(
        material=_material(cells, target, plan, apart, places),
        plan=plan,
        features=tuple(name for name in roles.features if name in names),
        left_out=(*left_out, *found.left_out),
        warnings=(
            *_sampled(frame, table),
            *target_notices(table, plan),
            *_notices(target),
            # One that keeps rows apart is tested on values that it has not seen.
            *_ids_put_back(table, names & {*plan.include} - {apart.column}),
            *found.warnings,
            *apart.notices,
        ),
        identity=_identity(table, len(frame), plan, roles),
        apart=apart,
        accused=found.accused,
        places=places,
    )


def effort_for(size: Size, plan: TrainingPlan, budget: float, places: int = 0) -> Effort:
    """Return how much is tried of what the plan asks for, within *budget* seconds, by so many places."""
    effort = plan_effort(size, budget, places)
    effort = replace(effort, locked=MOST_LOCKED_EACH) if plan.each else effort
    effort = narrowed(effort, size, WORKBOOK) if plan.for_form == "xlsx" else effort
    return for_one_page(effort) if plan.readable else effort


def _material(cells: Cells, target: Target, plan: TrainingPlan, apart: Apart, places: int) -> Material:
    """Return what is learned from, with as many parts as the things or the times allow."""
    effort = effort_for(Size.of(cells, target), plan, plan.budget, places)
    if apart.by == "time":
        # There is but one past to learn from, and a model that is used tomorrow must know the latest rows.
        tested: Tested = "repeated" if effort.tested == "repeated" else "held_out"
        effort = replace(effort, repeats=1, tested=tested)
    split = split_rows(cells, target, effort, plan.seed, apart)
    effort = replace(effort, folds=len(split.outer) // effort.repeats)
    return Material(cells=cells, target=target, split=split, effort=effort, seed=plan.seed, each=plan.each)


def _check(target: Target) -> None:
    if len(target.rows) < FEWEST_ROWS:
        raise DataError("plan.too_few", rows=len(target.rows))
    different = np.unique(target.values)
    if len(different) < 2:
        if not target.common and abs(different[0]) >= LARGEST:
            raise DataError("plan.too_large", target=target.name, most=f"{LARGEST:.0e}")
        value = target.common or f"{different[0]:.{target.decimals}f}"
        raise DataError("plan.one_value", target=target.name, value=value)


def _check_costs(target: Target, plan: TrainingPlan) -> None:
    if plan.costs and (len(target.classes) != 2 or plan.costs.value not in target.classes):
        raise DataError("plan.costs_two", target=target.name)


def _sampled(frame: pd.DataFrame, table: Table) -> list[Notice]:
    """Return a word on the rows, where a table was too large to be learned from whole."""
    if len(frame) >= table.rows:
        return []
    return [Notice(code="plan.sampled", values={"sample": len(frame), "rows": table.rows}, level="caution")]


def _ids_put_back(table: Table, wanted: set[str]) -> list[Notice]:
    """Return a word on each ID that is learned from because the person wants it."""
    found = []
    for column in (one for one in table.columns if one.name in wanted):
        if column.type == "id":
            found.append(about(column.name, "plan.id_used", "caution"))
        elif REPEATED_ID in {note.code for note in column.notes}:
            values: dict[str, Value] = {"count": column.distinct, "rows": table.rows}
            found.append(about(column.name, "plan.repeated_id_used", "caution", **values))
    return found


def _notices(target: Target) -> list[Notice]:
    rows = len(target.rows)
    found = []
    if rows < target.of:
        values: dict[str, Value] = {"count": target.of - rows, "rows": target.of, "target": target.name}
        found.append(Notice(code="plan.target_missing", values=values, columns=(target.name,)))
    if rows < FEW_ROWS:
        found.append(Notice(code="plan.few_rows", values={"rows": rows, "need": 4 * rows}, level="caution"))
    return found + (_class_notices(target, rows) if target.classes else [])


def _class_notices(target: Target, rows: int) -> list[Notice]:
    counts = target.counts
    few = [code for code in np.argsort(counts, kind="stable").tolist() if counts[code] < FEWEST_OF_CLASS]
    found = [
        Notice(
            code="plan.few_of_class",
            values={"value": target.classes[code], "count": int(counts[code]), "rows": rows},
            columns=(target.name,),
            level="caution",
        )
        for code in few[:MOST_NAMED]
    ]
    guess = float(counts.max() / rows)
    if len(counts) == 2 and guess > RARE:
        rare = target.classes[int(np.argmin(counts))]
        values: dict[str, Value] = {"yes": rare, "no": target.common, "tested": rows}
        values |= {"count": float(counts.min() / rows), "guess": guess}
        found.append(Notice(code="plan.rare", values=values, columns=(target.name,)))
    elif guess > RARE:
        values = {"common": target.common, "tested": rows, "guess": guess, "kinds": len(counts)}
        found.append(Notice(code="plan.uneven", values=values, columns=(target.name,)))
    return found


def _identity(table: Table, rows: int, plan: TrainingPlan, roles: Roles) -> str:
    facts = [_VERSION, table.sha256, table.name, rows, to_json(plan), to_json(roles)]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
