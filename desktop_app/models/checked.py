"""Whether a model file of whichever kind passes every check."""

from collections.abc import Callable

from desktop_app.models.compared_file import open_compared_package
from desktop_app.models.forecast_file import open_forecast_package
from desktop_app.models.kinds import by_kind
from desktop_app.models.opening import open_package
from desktop_app.models.package import Package


def check_package(package: Package) -> None:
    """Raise ModelError where a package of whichever kind does not pass every check."""
    opening: Callable[[Package], object] = by_kind(
        package,
        rows=lambda: open_package,
        forecast=lambda: open_forecast_package,
        compared=lambda: open_compared_package,
    )
    opening(package)
