"""Keeping what was found in a table of the workspace as a model among the others."""

from desktop_app.records.clusters import GroupFileOrder
from desktop_app.records.oddness import OddFileOrder
from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepOrder:
    """Find it once more, by the same plan, and keep the model: one of both."""

    name: str  # of the table, as the person knows it
    groups: GroupFileOrder | None = None
    odd: OddFileOrder | None = None
    memory: int = 0  # bytes, as the worker fills in; 0: as much as is there
