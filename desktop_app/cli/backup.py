"""`hunch backup`: all that Hunch remembers, as one file."""

from pathlib import Path

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.called import called
from desktop_app.cli.goal import goal
from desktop_app.cli.output import DONE
from desktop_app.cli.progress import Bar
from desktop_app.language import _, mark
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import JSON
from desktop_app.reports.backup_words import saved_lines
from desktop_app.workspace.allowed import check_allowed

HELP = mark(
    """Save all that Hunch remembers as one file.

    Tables, models, answers, notes and settings; hunch restore brings them back, also on another computer and
    by a later version. The window may be open. The file holds all rows: keep it as safe as the tables.

    Example: hunch backup hunch-2026-11.backup"""
)


@click.command("backup", help=_(HELP), short_help=_("Save all that Hunch remembers as one file"))
@click.argument("out")
@click.option("--force", is_flag=True, help=_("Replace the file if it is already there."))
@global_options
def command(asked: Asked, out: str, *, force: bool) -> int:
    """Write the file, all of it or nothing."""
    from desktop_app.workspace.backup.saving import save_backup

    check_allowed("export", asked.settings.policy)
    place, bar = Path(out).absolute(), Bar(asked.output)
    with goal(place, force=force, endings=(place.suffix.lower(),)) as there:  # any name is fine
        try:
            saved = save_backup(
                asked.settings.workspace.absolute(),
                there.draft,
                lambda share: bar(Progress(fraction=share)),
            )
        finally:
            bar.clear()
        there.land()
    facts: dict[str, JSON] = {"out": str(place), "size": saved.size}
    asked.output.result(facts | {"tables": saved.tables, "models": saved.models, "answers": saved.answers})
    asked.output.say(*saved_lines(saved, place, called("restore")))
    return DONE
