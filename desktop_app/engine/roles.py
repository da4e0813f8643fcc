"""Which columns answer a question and how each is read, decided from the profile alone."""

import math
from collections.abc import Sequence

from desktop_app.errors import DataError
from desktop_app.language import mark, say
from desktop_app.records.notices import Notice, first_few
from desktop_app.records.plans import LeftOut, Reason, Role, Roles, Task, TrainingPlan
from desktop_app.records.tables import Column, ColumnType, Table
from desktop_app.tables.names import nearest

FEWEST_ROWS = 20
FEW_ROWS = 400  # below it every row is hidden in turn twice, and ranges are wide
MOST_MISSING = 0.95
MOST_CODES = 10  # distinct whole numbers that may be names of kinds
MOST_KINDS = 100
MANY_KINDS = 50  # more than these need ten rows each
MOST_TEXTS = 20
MOST_NAMED = 20  # columns listed in a message
PERSONAL = "find.personal"  # said of columns whose values a model file should not carry
REPEATED_ID = "find.repeated_id"  # said of columns that name what several rows are about

_REASONS: dict[Reason, str] = {
    "id": mark("{column} (different in every row)"),
    "repeated_id": mark("{column} (an ID that repeats)"),
    "constant": mark("{column} (one value only)"),
    "empty": mark("{column} (empty)"),
    "same": mark("{column} (the same as the column to predict)"),
    "text": mark("{column} (free text)"),
    "personal": mark("{column} (data of single people)"),
    "gives_away": mark("{column} (alone nearly gives the answer)"),
    "filled_later": mark("{column} (filled in for one answer only)"),
    "average": mark("{column} (the average of the answers)"),
    "asked": mark("{column} (as you asked)"),
}


def assign_roles(table: Table, plan: TrainingPlan) -> Roles:
    """Return the task and how each column is used. Raises DataError when the question cannot be asked."""
    target = _target(table, plan)
    task = _task(table, target, plan)
    features, left_out = features_of(table, plan)
    if not features:
        raise no_columns(table, plan.target, list(left_out))
    return Roles(task=task, features=features, left_out=left_out)


def features_of(table: Table, plan: TrainingPlan) -> tuple[dict[str, Role], tuple[LeftOut, ...]]:
    """Return how each column but the target is read that is learned from, and why the others are not."""
    features: dict[str, Role] = {}
    left_out: list[LeftOut] = []
    texts = 0
    for column in table.columns:
        if column.name == plan.target:
            continue
        reason = _reason(column, table.rows, plan, texts)
        if reason is None:
            features[column.name] = role = "category" if column.name == plan.each else role_of(column)
            texts += role == "text"
        else:
            left_out.append(reason)
    return features, tuple(left_out)


def role_of(column: Column) -> Role:
    """Return how a column is read that is learned from."""
    match column.type:
        case "number" | "date" | "text":
            return column.type
        case "id":
            return "category" if column.minimum is None else "number"
    return "category"


def reading(roles: Roles, target: str) -> dict[str, ColumnType]:
    """Return the columns that learning needs and the type in which each is read, the target last."""
    wanted: dict[str, ColumnType] = dict(roles.features)
    wanted[target] = "number" if roles.task == "regression" else "category"
    return wanted


def are_codes(column: Column) -> bool:
    """Return whether a column of numbers holds so few of them that they may be names of kinds."""
    if column.type != "number":
        return False
    return column.distinct == 2 or (column.whole and column.distinct <= MOST_CODES)


def target_notices(table: Table, plan: TrainingPlan) -> tuple[Notice, ...]:
    """Return what the person should know about how the column to predict was understood."""
    column = table.column(plan.target)
    if column is None or plan.task != "auto" or not are_codes(column) or column.distinct <= 2:
        return ()
    values = [bar.label for bar in column.top_values]
    return (
        Notice(code="predict.codes", values={"target": column.name, "values": sorted(values, key=_amount)}),
    )


def no_columns(table: Table, target: str, left_out: list[LeftOut]) -> DataError:
    """Return the failure that no column is left to learn from."""
    if not left_out and len(table.columns) < 2:
        return DataError("plan.only_column", target=target)
    return DataError("plan.no_columns", columns_and_reasons=reasons_of(left_out))


def reasons_of(left_out: Sequence[LeftOut]) -> list[str]:
    """Return the first columns that are left out, each with its reason."""
    return [say(_REASONS[item.reason], {"column": item.column}) for item in left_out[:MOST_NAMED]]


def _target(table: Table, plan: TrainingPlan) -> Column:
    column = table.column(plan.target)
    if column is None:
        names = [column.name for column in table.columns]
        raise DataError(
            "plan.target_unknown",
            target=plan.target,
            file=table.name,
            suggestion=nearest(plan.target, names),
            columns=first_few(names, MOST_NAMED),
        )
    known = table.rows - column.missing
    if column.distinct == 1 and known >= FEWEST_ROWS:
        value = column.top_values[0].label if column.top_values else ""
        raise DataError("plan.one_value", target=column.name, value=value)
    if not known:
        raise DataError("plan.empty_target", target=column.name, rows=table.rows)
    if known < FEWEST_ROWS:
        raise DataError("plan.too_few", rows=known)
    return column


def _task(table: Table, target: Column, plan: TrainingPlan) -> Task:
    task = plan.task
    if task == "auto":
        task = "regression" if target.type == "number" and not are_codes(target) else "classification"
    if task == "regression":
        if not _holds_numbers(target):
            raise DataError("plan.not_number", target=target.name)
        return task
    known = table.rows - target.missing
    each = known / max(target.distinct, 1)
    if target.distinct > MOST_KINDS or each < 2 or (target.distinct > MANY_KINDS and each < 10):
        raise DataError(
            "plan.many_kinds", target=target.name, count=target.distinct, single=_singles(target, known)
        )
    return task


def _holds_numbers(column: Column) -> bool:
    if column.type == "number":
        return True
    values = [bar.label for bar in column.top_values]
    return (
        column.type in ("category", "yes/no") and 0 < len(values) == column.distinct and _all_amounts(values)
    )


def _all_amounts(values: list[str]) -> bool:
    return all(_amount(value) != float("inf") for value in values)


def _amount(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.inf


def _singles(column: Column, known: int) -> int:
    """Return how many values appear once; where the profile does not list them, at least how many must."""
    often = [bar.count for bar in column.top_values if bar.count > 1]
    rest_kinds, rest_rows = column.distinct - len(often), known - sum(often)
    return max(0, rest_kinds if rest_rows <= rest_kinds else 2 * rest_kinds - rest_rows)


def _reason(column: Column, rows: int, plan: TrainingPlan, texts: int) -> LeftOut | None:
    """Return why a column is not learned from, if there is a reason that the person has not overruled."""
    if column.name in plan.exclude:
        return LeftOut(column=column.name, reason="asked")
    if plan.for_form and column.type == "text":  # whatever is wished: what it tells could not be held
        return LeftOut(column=column.name, reason="text")
    if column.name in plan.wanted:
        return None
    said = {note.code for note in column.notes}
    speaking: dict[Reason, int] = {
        "empty": column.missing if column.missing > MOST_MISSING * rows else -1,
        "constant": rows - column.missing if _is_constant(column, rows) else -1,
        "id": column.distinct if column.type == "id" else -1,
        "personal": 0 if PERSONAL in said else -1,
        "repeated_id": column.distinct if REPEATED_ID in said else -1,
        # No rule that fits on a page speaks of single words.
        "text": 0 if column.type == "text" and (texts >= MOST_TEXTS or plan.readable) else -1,
    }
    found = ((reason, count) for reason, count in speaking.items() if count >= 0)
    return next((LeftOut(column=column.name, reason=reason, count=count) for reason, count in found), None)


def _is_constant(column: Column, rows: int) -> bool:
    """Return whether it holds one value; where cells are missing too, that may say something."""
    return column.distinct <= 1 and column.missing <= (1 - MOST_MISSING) * rows
