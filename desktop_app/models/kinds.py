"""Which kind of model a file holds, and what is done with it by that: asked nowhere else."""

from collections.abc import Callable
from typing import TypeVar

from desktop_app.models.package import Package

T = TypeVar("T")


def by_kind(package: Package, *, rows: Callable[[], T], forecast: Callable[[], T]) -> T:
    """Return what the way for its kind does: that of models that answer rows, or that of forecasts."""
    ways = {"rows": rows, "forecast": forecast}
    return ways[package.kind]()
