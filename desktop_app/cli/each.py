"""The option that asks for a model for each group, and what is told of it as JSON."""

from collections.abc import Callable
from typing import Any

import click

from desktop_app.language import _
from desktop_app.records.each import Each
from desktop_app.records.jsonable import JSON, to_json


def each_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option that names the column of the groups."""
    wanted = _("Learn a model for each value of this column, such as each shop; small ones borrow from all.")
    return click.option("--each", metavar="COLUMN", help=wanted)(command)


def each_json(each: Each | None) -> dict[str, JSON]:
    """Return what is told of a model for each group; nothing where there is none."""
    if each is None:
        return {}
    counts = {"count": each.count, "borrowing": each.borrowing, "expected_by_chance": each.by_chance}
    return {"groups": to_json(each) | counts | {**each.counts}}
