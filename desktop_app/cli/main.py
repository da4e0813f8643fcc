"""The way in: every start of the program passes through here, with a window or without one."""

import contextlib
import gc
import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from desktop_app import __version__
from desktop_app.cli.arguments import arranged
from desktop_app.cli.click_words import speak_for_click
from desktop_app.cli.failures import Show, failed
from desktop_app.cli.late_log import late_log
from desktop_app.cli.stopping import listen, stoppable, unstoppable
from desktop_app.errors import AppError
from desktop_app.language import _, mark, use
from desktop_app.paths import bundled
from desktop_app.settings import language_of, read_settings
from desktop_app.workspace.place import settled

COMMANDS = (
    "inspect",
    "convert",
    "train",
    "groups",
    "anomalies",
    "import-onnx",
    "check",
    "predict",
    "watch",
    "serve",
    "dask",
    "report",
    "export",
    "verify",
    "keygen",
    "sign",
    "trust",
    "backup",
    "restore",
    "policy",
    "doctor",
    "selftest",
)
HIDDEN = ("open",)
HELP = mark(
    """Learn from a table, judge the model, use it on new files.

    Without a command the window opens, with FILE if one is named; --browser shows its pages in the browser.

    Example: hunch train customers.csv --target left"""
)


DOCUMENTS = mark("Documents: under Help in the window, and as files in this folder:")


class Commands(click.Group):
    """The commands, each read from its own module only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order in which a person needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name."""
        if cmd_name not in (*COMMANDS, *HIDDEN):
            return None
        command: click.Command = importlib.import_module(
            f"desktop_app.cli.{cmd_name.replace('-', '_')}"
        ).command
        return command


def program() -> click.Group:
    """Return the commands and the options that all have, in the person's language."""
    from desktop_app.cli.asked import GLOBAL  # only now: its help texts are made when it is read

    group = Commands(
        "hunch", help=_(HELP), subcommand_metavar="[FILE] | COMMAND [ARGS]...", epilog=_documents()
    )
    for option in GLOBAL:
        option(group)
    click.version_option(__version__, prog_name="hunch")(group)
    return group


def _documents() -> str:
    """Return where the documents lie, the path on a line of its own, which is not broken."""
    return f"{_(DOCUMENTS)}\n\n\b\n{bundled('docs')}"


def main(arguments: Sequence[str], show: Show | None = None) -> int:
    """Do what the arguments ask for and return the exit code.

    *show*: tells why the window cannot open, where nobody reads a terminal.
    """
    use(language_of())
    speak_for_click()
    command, as_json = _command(arguments), "--json" in arguments
    show = None if command or as_json else show
    try:
        settings = settled(read_settings())
    except AppError as error:  # there is no folder yet in which it could be noted
        return failed(error, as_json=as_json, command=command, show=show)
    with late_log(settings):
        try:
            group = program()
            words = arranged(arguments, group)
            # The window and its pages end in their own way.
            with contextlib.nullcontext() if words[0] == "open" else _at_work():
                code = _carried_out(group, words)
        except BrokenPipeError:
            return _unheard()
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the border of the command line
            with unstoppable():
                return failed(error, as_json=as_json, command=command, show=show)
    return code if isinstance(code, int) else 0


@contextlib.contextmanager
def _at_work() -> Iterator[None]:
    gc.enable()  # after the start; the window does so when its pages are made
    with stoppable():
        yield


def _carried_out(group: click.Group, words: list[str]) -> object:
    """Return what the command returns; click's own `main` would write to the terminal when it is stopped."""
    with group.make_context("hunch", words) as context:
        return group.invoke(context)


def _unheard() -> int:
    """End quietly where nobody reads on, as behind `| head`: what was asked for has been done."""
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - Python writes to it until its end
    return 0


def run() -> None:
    """Start as the installed program."""
    listen()
    sys.exit(main(sys.argv[1:], _show))


def _show(error: AppError) -> None:
    from desktop_app.shell.message import tell_unread

    tell_unread(error)


def _command(arguments: Sequence[str]) -> str:
    return next((word for word in arguments if word in COMMANDS), "")
