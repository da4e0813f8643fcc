"""Something to tell the person, before it has words."""

from collections.abc import Sequence
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


def about(column: str, code: str, level: Level = "note", /, **values: Value) -> Notice:
    """Return what is said of one column, which fills {column} of its sentence."""
    return Notice(code=code, values={"column": column, **values}, columns=(column,), level=level)


def first_few(items: Sequence[str], most: int) -> list[str]:
    """Return a list for a sentence: the first ones, and "…" where there are more than *most*."""
    return [*items[:most], "…"] if len(items) > most else [*items]
