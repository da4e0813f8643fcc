"""Which columns there are, for hints where one was not named."""

from desktop_app.cli.asked import Asked
from desktop_app.cli.reading import How
from desktop_app.cli.work import done_by_worker
from desktop_app.errors import UsageError
from desktop_app.records.orders import Inspected, InspectOrder


def no_target(asked: Asked, path: str, how: How) -> UsageError:
    """Return what to say where it is not said which column is asked for: which ones there are."""
    found = looked_at(asked, path, how)
    return UsageError("cli.no_target", columns=[column.name for column in found.columns])


def looked_at(asked: Asked, path: str, how: How) -> Inspected:
    """Return what the file at *path* contains, read as it is said."""
    return done_by_worker(
        asked, "inspect_file", InspectOrder(path=path, wishes=how.wishes, recipe=how.recipe), Inspected
    )
