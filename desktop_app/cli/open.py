"""`hunch [FILE]`: the window, or its pages in the browser."""

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.work import existing
from desktop_app.language import _


@click.command("open", hidden=True)
@click.argument("file", required=False)
@click.option("--browser", is_flag=True, help=_("Show the pages in the browser instead of a window."))
@global_options
def command(asked: Asked, file: str | None, *, browser: bool) -> int:
    """Open the window, with a file if one is given."""
    from pathlib import Path

    from desktop_app.shell.app import open_app

    path = Path(existing(file)) if file else None
    return open_app(path, asked.settings, browser=browser)
