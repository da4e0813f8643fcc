"""A step on a table is taken: its file is read once more, and the page that asked shows the outcome."""

from desktop_app.errors import UsageError
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Wishes
from desktop_app.web.context import context
from desktop_app.web.orders import order_reading
from desktop_app.web.rereading import active_reading, reading_address


def order_step(stored: StoredTable, wishes: Wishes, part: str = "") -> str:
    """Order another reading, where it would be another one, and return the address of its outcome."""
    if wishes == stored.table.recipe.wishes:
        return reading_address(stored.id)
    if active := active_reading(stored.id):  # thought better of before it was done
        context().jobs.cancel(active.id)
    job = order_reading(stored, wishes)
    return reading_address(stored.id, job.id, **({"part": part} if part else {}))


def refused_address(table_id: str, refused: UsageError) -> str:
    """Return the address of the page that says why a step was not taken."""
    return reading_address(table_id, refused=refused.code, name=str(refused.values.get("name", "")))
