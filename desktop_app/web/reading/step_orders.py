"""A step on a table is taken: its file is read once more, and the page that asked shows the outcome."""

from collections.abc import Callable
from dataclasses import replace

from desktop_app.errors import UsageError
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.tables import Table, Wishes
from desktop_app.tables.recipes import decided_of
from desktop_app.web.context import context
from desktop_app.web.orders import order_reading
from desktop_app.web.reading.page import active_reading, reading_address
from desktop_app.web.reading.step_forms import REFUSALS


def take_step(table_id: str, decide: Callable[[Table], Wishes], part: str = "") -> str:
    """Order the reading that a person decided on, and return the address of the page that shows its outcome.

    A step that is still on its way is taken together with this one. Nothing is read where it would be the
    same again, nor where *decide* refuses the step: that page then says why. Raises UsageError for what none
    of our pages sends.
    """
    active = active_reading(table_id)  # asked for first: if it ends now, the table has its step already
    stored = context().workspace.tables.get(table_id)
    table = _as_decided(stored.table, active)
    try:
        wishes = decide(table)
    except UsageError as refused:
        if refused.code not in REFUSALS:
            raise
        return reading_address(stored.id, refused=refused.code, name=str(refused.values.get("name", "")))
    if wishes == table.recipe.wishes:
        return reading_address(stored.id, active.id if active else "")
    if active:
        context().jobs.cancel(active.id)
    if wishes == stored.table.recipe.wishes:  # thought better of before it was done
        return reading_address(stored.id)
    job = order_reading(stored, wishes)
    return reading_address(stored.id, job.id, **({"part": part} if part else {}))


def _as_decided(table: Table, active: Job | None) -> Table:
    """Return a table with what the step that is on its way decides of its columns and rows.

    One that reads another part of the file is thought better of: its columns are not those that a page shows.
    """
    if active is None:
        return table
    wishes, now = from_json(ImportOrder, active.params).wishes, table.recipe.wishes
    if {name: getattr(wishes, name) for name in decided_of(wishes)} != {
        name: getattr(now, name) for name in decided_of(now)
    }:
        return table
    return replace(table, recipe=replace(table.recipe, wishes=wishes))
