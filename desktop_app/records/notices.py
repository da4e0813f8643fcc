"""Something to tell the person, before it has words."""

from dataclasses import field
from typing import Literal

from desktop_app.records.record import dataclass

Value = str | int | float | bool | None | list[str]
Level = Literal["note", "caution", "problem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A code of `reports.catalogue` and the values that fill its sentence."""

    code: str
    values: dict[str, Value] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    level: Level = "note"
