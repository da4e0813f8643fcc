"""`hunch selftest`: try the whole program once."""

import contextlib
import sys

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.language import _, mark

HELP = mark(
    """Try whether this installation works: its pages, a worker, a training and a prediction.

    It takes about a minute, uses a sample table, and leaves nothing behind. Exit code 0 or 1.

    Example: hunch selftest"""
)


@click.command("selftest", help=_(HELP), short_help=_("Try whether this installation works"))
@global_options
def command(asked: Asked) -> int:
    """Try the program and say how far it came."""
    from desktop_app.shell.selftest import selftest

    if not asked.output.as_json:
        return selftest(asked.settings)
    with contextlib.redirect_stdout(sys.stderr):
        code = selftest(asked.settings)
    asked.output.result({"works": code == 0})
    return code
