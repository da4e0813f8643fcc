"""What is to be learned, checked as the page and the command line check it."""

from collections.abc import Iterator

from desktop_app.api.asked import CostsAsked, TrainingAsked
from desktop_app.api.problems import misnamed, refused, wrong
from desktop_app.engine.roles import assign_roles
from desktop_app.errors import UsageError
from desktop_app.records.decisions import LARGEST_COST, SMALLEST_COST, ClassCosts, Costs, is_cost
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Table
from desktop_app.service.problems import saying


def plan_of(asked: TrainingAsked, table: Table) -> TrainingPlan:
    """Return the plan that is asked for.

    Raises RefusedError where a column is named that is not there, DataError where the question cannot be
    asked of this table, and UsageError for costs that are none.
    """
    if errors := [*_unknown(asked, table), *_both(asked)]:
        raise refused(*errors)
    plan = TrainingPlan(
        target=asked.target,
        task=asked.task,
        exclude=tuple(asked.exclude),
        include=tuple(asked.include),
        known=tuple(asked.known),
        all_known=asked.all_known,
        group=asked.group,
        time=asked.time,
        any_row=asked.any_row,
        budget=asked.budget_seconds,
        seed=asked.seed,
        readable=asked.readable,
        costs=_costs(asked.costs) if asked.costs else None,
    )
    assign_roles(table, plan)
    return plan


def _unknown(asked: TrainingAsked, table: Table) -> Iterator[dict[str, object]]:
    names = [column.name for column in table.columns]
    there = {"", *names}  # empty: none
    for field in ("target", "group", "time"):
        if (name := getattr(asked, field)) not in there:
            yield wrong(misnamed(name, names), field)
    for field in ("exclude", "include", "known"):
        for place, name in enumerate(getattr(asked, field)):
            if name not in there:
                yield wrong(misnamed(name, names), field, place)


def _both(asked: TrainingAsked) -> Iterator[dict[str, object]]:
    ways = [name for name in ("group", "time", "any_row") if getattr(asked, name)]
    for way in ways[1:]:
        yield wrong(saying("field.one_way", {"names": ways}), way)


def _costs(asked: CostsAsked) -> ClassCosts:
    for amount in (asked.missed, asked.false):
        if not is_cost(amount):
            bounds = {"least": SMALLEST_COST, "most": int(LARGEST_COST)}
            raise UsageError("plan.cost_amount", value=f"{amount:g}", **bounds)
    if not asked.missed + asked.false:
        raise UsageError("plan.costs_half")
    return ClassCosts(value="", costs=Costs(missed=asked.missed, false=asked.false))
