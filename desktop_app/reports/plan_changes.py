"""What differs between two plans of learning, as codes: for the log, and for a list of models."""

from collections.abc import Collection, Iterator
from typing import Literal

from desktop_app.records.decisions import ClassCosts
from desktop_app.records.handover import FORM_NAMES, NarrowForm
from desktop_app.records.notices import Notice, Value
from desktop_app.records.plans import TrainingPlan

_COLUMNS = {  # code for one column and for several
    "out": ("chosen.out", "chosen.out_many"),
    "back": ("chosen.back", "chosen.back_many"),
    "known": ("chosen.known", "chosen.known_many"),
    "unknown": ("chosen.unknown", "chosen.unknown_many"),
}


def plan_changes(before: TrainingPlan, after: TrainingPlan) -> tuple[Notice, ...]:
    """Return what was chosen otherwise in the plan *after*; both are of the same question."""
    return (*column_changes(before, after), *other_changes(before, after))


def column_changes(before: TrainingPlan, after: TrainingPlan) -> Iterator[Notice]:
    """Yield which columns were left out or put back.

    One that was wanted although the program would leave it out is left out again when that is taken back.
    """
    out = _new(after.exclude, before.exclude) + _new(before.include, after.include)
    back = _new(after.include, before.include) + _new(before.exclude, after.exclude)
    yield from _of_columns("out", out)
    yield from _of_columns("back", back)


def other_changes(before: TrainingPlan, after: TrainingPlan) -> Iterator[Notice]:
    """Yield everything else that was chosen otherwise."""
    yield from _of_columns("known", _new(after.known, before.known))
    yield from _of_columns("unknown", _new(before.known, after.known))
    if before.all_known != after.all_known:
        yield Notice(code="chosen.all_known" if after.all_known else "chosen.not_all_known")
    if after.task not in (before.task, "auto"):
        code = "chosen.kinds" if after.task == "classification" else "chosen.amounts"
        yield Notice(code=code, values={"column": after.target})
    if before.costs != after.costs:
        yield costs_notice(after.costs)
    yield from _of_the_test(before, after)
    yield from _of_the_search(before, after)


def costs_notice(said: ClassCosts | None) -> Notice:
    """Return what was said that mistakes cost, or that it is not said any more."""
    if said is None:
        return Notice(code="chosen.no_costs")
    values: dict[str, Value] = {"yes": said.value, "missed": said.costs.missed, "false": said.costs.false}
    return Notice(code="chosen.costs", values=values)


def _of_the_test(before: TrainingPlan, after: TrainingPlan) -> Iterator[Notice]:
    if (before.group, before.time, before.any_row) != (after.group, after.time, after.any_row):
        yield _apart(after)


def _of_the_search(before: TrainingPlan, after: TrainingPlan) -> Iterator[Notice]:
    if before.budget != after.budget:
        yield Notice(code="chosen.time_to_learn", values={"time": after.budget})
    if before.readable != after.readable:
        yield Notice(code="chosen.readable" if after.readable else "chosen.not_readable")
    if before.for_form != after.for_form:
        yield _form(after.for_form)
    if before.seed != after.seed:
        yield Notice(code="chosen.seed", values={"seed": after.seed})


def _form(form: NarrowForm | Literal[""]) -> Notice:
    if not form:
        return Notice(code="chosen.for_any")
    return Notice(code="chosen.for_form", values={"form": FORM_NAMES[form]})


def _apart(after: TrainingPlan) -> Notice:
    if after.group:
        return Notice(code="chosen.group", values={"column": after.group})
    if after.time:
        return Notice(code="chosen.time", values={"column": after.time})
    return Notice(code="chosen.any_row" if after.any_row else "chosen.by_itself")


def _of_columns(what: str, names: list[str]) -> Iterator[Notice]:
    one, many = _COLUMNS[what]
    names = [*dict.fromkeys(names)]
    if len(names) == 1:
        yield Notice(code=one, values={"column": names[0]})
    elif names:
        yield Notice(code=many, values={"columns": names})


def _new(some: Collection[str], others: Collection[str]) -> list[str]:
    return [name for name in some if name not in others]
