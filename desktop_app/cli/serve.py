"""`hunch serve`: one model, asked by other programs over HTTP."""

import errno
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.cli.amounts import WholeNumber
from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.failures import STOPPED
from desktop_app.cli.stopping import unstoppable
from desktop_app.cli.work import existing
from desktop_app.errors import UsageError
from desktop_app.language import _, mark
from desktop_app.reports.notice_words import text_of
from desktop_app.workspace.allowed import check_host
from desktop_app.workspace.trust import read_policy

if TYPE_CHECKING:
    from desktop_app.service.rules import Rules

HELP = mark(
    """Let other programs ask a model over HTTP.

    POST rows to /v1/predict, as JSON or CSV; each is answered as "hunch predict" answers it. What a row holds
    stands at /openapi.json, and at /docs to read and to try. Only this computer is answered, unless a token
    is laid down. A line of JSON a request goes to stderr, without what was asked.

    Example: hunch serve customers.hunch --port 8000"""
)
BEAT = 0.5  # seconds between two looks whether it should end


@click.command("serve", help=_(HELP), short_help=_("Let other programs ask a model over HTTP"))
@click.argument("model")
@click.option(
    "--host", default="127.0.0.1", help=_("The address to listen at; by itself this computer alone.")
)
@click.option("--port", default=8000, type=WholeNumber(0, 65535), help=_("The port; 0 takes a free one."))
@click.option(
    "--token-file", metavar="FILE", help=_("A file with the token that every request has to bring.")
)
@click.option(
    "--allow-host",
    metavar="NAME",
    multiple=True,
    help=_("A name under which others reach it; may stand again."),
)
@global_options
def command(asked: Asked, model: str, *, host: str, port: int, **about: Any) -> int:
    """Open the model, listen, and answer until somebody stops it."""
    from desktop_app.service.access_log import logging_to_stderr
    from desktop_app.service.rules import is_loopback

    path = Path(existing(model))
    check_host(read_policy(asked.settings.policy).policy, is_loopback=is_loopback(host))
    if not (is_loopback(host) or about["token_file"]):
        raise UsageError("service.needs_token")
    with _door(host, port) as door:
        port = door.getsockname()[1]
        rules = _rules(host, port, about["token_file"], about["allow_host"])
        with logging_to_stderr(quiet=asked.output.quiet), _served(asked, path, rules, door):
            address = f"http://{_written(host)}:{port}"
            asked.output.entry({"url": address, "docs": f"{address}/docs", "model": path.name})
            asked.output.say(text_of("service.begins", {"path": address, "argument": f"{address}/docs"}))
            asked.output.remark("" if rules.is_local else text_of("service.for_all"))
            asked.output.remark(text_of("service.ends_by"))
            return _wait()


def _wait() -> int:
    try:
        while True:
            time.sleep(BEAT)
    except KeyboardInterrupt:
        return STOPPED


@contextmanager
def _served(asked: Asked, model: Path, rules: "Rules", door: socket.socket) -> Iterator[None]:
    """Answer meanwhile; raises what opening the model meets, before anything is answered."""
    from desktop_app.service.app import create_app
    from desktop_app.shell.server import LocalServer

    app = create_app(model, asked.settings, rules)
    service = app.extensions["hunch_service"]
    try:
        service.open()
        server = LocalServer(lambda: app, door)
        server.start()
        server.begun.result()
        try:
            yield
        finally:
            with unstoppable():
                server.stop()
    finally:
        with unstoppable():
            service.close()


def _rules(host: str, port: int, token_file: str | None, names: tuple[str, ...]) -> "Rules":
    """Return who is answered. Raises UsageError where others would be, without a token."""
    from desktop_app.service.rules import EVERYWHERE, LOOPBACK, Rules, is_loopback, read_token

    own = LOOPBACK if is_loopback(host) or host in EVERYWHERE else (*LOOPBACK, _written(host))
    return Rules(
        hosts=(*(own if port == 80 else ()), *(f"{name}:{port}" for name in own), *names),
        token=read_token(Path(token_file)) if token_file else None,
    ).checked()


@contextmanager
def _door(host: str, port: int) -> Iterator[socket.socket]:
    """Hold the port from the beginning: opening a model takes seconds, after which it may be taken."""
    from desktop_app.shell.server import open_door

    try:
        door = open_door(host, port)
        door.listen()  # two programs may bind a port, and only one of them listen at it
    except OSError as error:
        raise _no_door(error, host, port) from error
    with door:
        yield door


def _no_door(error: OSError, host: str, port: int) -> UsageError:
    """Return why it cannot listen there, with a port that is free if that is all."""
    if error.errno != errno.EADDRINUSE:
        return UsageError("service.no_address", host=host, port=str(port))
    from desktop_app.shell.server import open_door

    with open_door(host) as free:
        return UsageError("service.port_taken", host=host, port=str(port), free=str(free.getsockname()[1]))


def _written(host: str) -> str:
    """Return an address as a URL holds it."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host
