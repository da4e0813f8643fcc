"""Which kind of model a file holds, and what is done with it by that: asked nowhere else."""

from collections.abc import Callable
from functools import partial
from typing import Never, TypeVar

from desktop_app.errors import ModelError
from desktop_app.models.package import Package

T = TypeVar("T")


def by_kind(
    package: Package,
    *,
    rows: Callable[[], T],
    forecast: Callable[[], T],
    compared: Callable[[], T] | None = None,
) -> T:
    """Return what the way for its kind does: of models that answer rows, of forecasts, of what compares rows.

    Raises ModelError where it is of the last kind and there is no way for it.
    """
    if compared is None:
        compared = partial(_refuse, package)
    ways = {"rows": rows, "forecast": forecast, "compared": compared}
    return ways[package.kind]()


def _refuse(package: Package) -> Never:
    raise ModelError("model.compared", model=package.name, command="hunch predict")
