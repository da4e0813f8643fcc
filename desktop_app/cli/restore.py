"""`hunch restore`: what a backup holds, in an empty or a new folder."""

from functools import partial
from pathlib import Path

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.output import DONE
from desktop_app.cli.progress import Bar
from desktop_app.cli.work import done_by_worker, existing
from desktop_app.language import _, mark
from desktop_app.records.backups import LookedThrough, LookThroughOrder
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import JSON
from desktop_app.reports.backup_words import restored_lines
from desktop_app.workspace.allowed import check_allowed
from desktop_app.workspace.place import check_drive

HELP = mark(
    """Bring back what a backup holds.

    Only into a folder of Hunch in which nothing is yet, or a new one. Every part is checked first, as that of
    a stranger's file; all of it is restored, or nothing. Hunch must be closed.

    Example: hunch restore hunch-2026-11.backup"""
)


@click.command("restore", help=_(HELP), short_help=_("Bring back what a backup holds"))
@click.argument("file")
@global_options
def command(asked: Asked, file: str) -> int:
    """Fill the workspace, and say with what."""
    from desktop_app.workspace.backup.restoring import restore_backup

    check_allowed("archive_import", asked.settings.policy)
    check_drive(asked.settings)
    backup, workspace = Path(existing(file)), asked.settings.workspace.absolute()
    bar = Bar(asked.output)
    try:
        restored = restore_backup(
            backup,
            workspace,
            lambda share: bar(Progress(fraction=share)),
            partial(_look_through, asked, backup),
        )
    finally:
        bar.clear()
    facts: dict[str, JSON] = {"workspace": str(workspace)}
    asked.output.result(
        facts | {"tables": restored.tables, "models": restored.models, "answers": restored.answers}
    )
    asked.output.say(*restored_lines(restored, workspace))
    return DONE


def _look_through(asked: Asked, backup: Path, held: Path) -> None:
    """Have every table read by a worker. Raises FileError where one cannot be read, or ends it."""
    order = LookThroughOrder(path=str(backup), held=str(held))
    done_by_worker(asked, "look_through", order, LookedThrough)
