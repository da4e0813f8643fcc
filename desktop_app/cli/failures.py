"""A failure as the command line shows it: one sentence, one hint, and the exit code."""

import logging
import secrets
from collections.abc import Callable

import click

from desktop_app.cli.called import as_called, called
from desktop_app.cli.output import Output
from desktop_app.errors import AppError, InternalError, UsageError
from desktop_app.errors.traces import trace_of
from desktop_app.records.jsonable import JSON
from desktop_app.reports.notice_words import text_of

log = logging.getLogger(__name__)

STOPPED = 130
Show = Callable[[AppError], None]


def failed(error: BaseException, *, as_json: bool, command: str, show: Show | None = None) -> int:
    """Show a failure and return its exit code; *show*: where it must be seen without a terminal, too."""
    output = Output(as_json=as_json)
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return stopped(output, text_of("cli.stopped"))
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    foreseen = _foreseen(error, command)
    output.complain(foreseen.message, foreseen.hint)
    output.result({"error": error_json(foreseen)})
    if show:
        show(foreseen)
    return foreseen.exit_code


def error_json(error: AppError) -> dict[str, JSON]:
    """Return what is told of an error."""
    return {"code": error.code, "message": error.message, "hint": error.hint}


def stopped(output: Output, message: str) -> int:
    """Say what a command leaves behind that was stopped, and return its exit code."""
    output.complain(message)
    output.result({"error": {"code": "cli.stopped", "message": message, "hint": ""}})
    return STOPPED


def _foreseen(error: BaseException, command: str) -> AppError:
    match error:
        case AppError():
            return as_called(error)
        case click.NoSuchOption():
            return _unknown_option(error, _inner(error, command))
        case click.ClickException():
            problem = f"{error.format_message().rstrip('.')}."
            return UsageError("cli.wrong_use", problem=problem, command=called(_inner(error, command)))
        case ImportError():
            _keep(error)
            return InternalError("start.part_missing", part=error.name or error.path or type(error).__name__)
        case _:
            return InternalError("error.unexpected", reference=_keep(error))


def _inner(error: click.ClickException, command: str) -> str:
    """Return the command whose help tells what was wrong: "dask up", where that is a command of another."""
    context = getattr(error, "ctx", None)
    return " ".join(context.command_path.split()[1:]) if command and context else command


def _unknown_option(error: click.NoSuchOption, command: str) -> UsageError:
    close = sorted(error.possibilities or [])[:1]
    return UsageError(
        "cli.unknown_option", option=error.option_name, suggestion="".join(close), command=called(command)
    )


def _keep(error: BaseException) -> str:
    """Write down where a bug happened and return the reference under which it is found."""
    reference = secrets.token_hex(4)
    log.error("%s: %s", reference, trace_of(error))
    return reference
