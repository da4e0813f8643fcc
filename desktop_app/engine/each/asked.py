"""Whether a table can be asked for a model for each value of a column."""

from desktop_app.errors import DataError
from desktop_app.records.each import FEWEST_GROUPS, FEWEST_OWN, MOST_GROUPS, NO_GROUPS
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Table


def check_each(table: Table, plan: TrainingPlan) -> None:
    """Raise DataError where the plan asks for a model for each group that there cannot be."""
    if not plan.each:
        return
    column = table.column(plan.each)
    if column and column.type == "text" and table.rows - column.missing >= FEWEST_OWN * column.distinct:
        raise DataError("each.text", column=plan.each, count=column.distinct)
    if column is None or plan.each in (plan.target, *plan.exclude) or column.type in NO_GROUPS:
        raise DataError("each.column", column=plan.each)
    if plan.group == plan.each:
        raise DataError("each.tested", column=plan.each)
    if plan.for_form or plan.readable:
        raise DataError("each.form")
    if not FEWEST_GROUPS <= column.distinct <= MOST_GROUPS:
        raise DataError("each.count", column=plan.each, count=column.distinct, most=MOST_GROUPS)
