"""The second listener: it answers programs of the person's while they wish it, on a port of its own."""

import logging
import threading
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.errors import AppError, UsageError
from desktop_app.errors.traces import trace_of
from desktop_app.shell.server import LocalServer, open_door
from desktop_app.workspace.allowed import check_allowed
from desktop_app.workspace.programs import CHOICE, OPEN
from desktop_app.workspace.store import Workspace

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

    from desktop_app.settings import Settings
    from desktop_app.web.context import Context

log = logging.getLogger(__name__)


class Door:
    """Opened and closed while the program runs, by any thread. Until `begin`, it stays closed."""

    def __init__(self, workspace: Workspace, settings: "Settings") -> None:
        self.workspace, self._settings = workspace, settings
        self._context: Context | None = None
        self._server: LocalServer | None = None
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        """Where programs ask, or would."""
        return f"http://127.0.0.1:{self._settings.api_port}/api/v1"

    @property
    def is_open(self) -> bool:
        """Whether programs are answered."""
        return self._server is not None

    @property
    def is_wished(self) -> bool:
        """Whether the person wants it open, also where it could not be opened."""
        return self.workspace.choices.get(CHOICE) == OPEN

    def begin(self, context: "Context") -> None:
        """Open as it was when the program ended; what hinders that is said by the page."""
        self._context = context
        if self.is_wished:
            try:
                check_allowed("api", self._settings.policy)
                self._serve()
            except AppError:
                return

    def open(self) -> None:
        """Answer programs from now on, and after each start.

        Raises PolicyError where IT does not allow it, and UsageError where the port is taken.
        """
        check_allowed("api", self._settings.policy)
        self.workspace.choices.keep(CHOICE, OPEN)
        self._serve()

    def close(self) -> None:
        """Answer none any more, also not after the next start."""
        self.workspace.choices.keep(CHOICE, "")
        self.stop()

    def stop(self) -> None:
        """Answer none any more while this program runs."""
        with self._lock:
            server, self._server = self._server, None
            if server:
                server.stop()

    def _serve(self) -> None:
        port = self._settings.api_port
        with self._lock:
            if self._server or self._context is None:
                return
            try:
                door = open_door(port=port)
                server = LocalServer(partial(_app, self._context, port), door)
                server.begun.add_done_callback(_note)
                server.start()
            except OSError as error:
                raise UsageError("api.port_taken", port=str(port)) from error
            self._server = server


def _note(begun: "Future[None]") -> None:
    """Write down what kept the app from being made: nobody waits for it."""
    if error := begun.exception():
        log.error("programs are not answered: %s", trace_of(error))


def _app(context: "Context", port: int) -> "WSGIApplication":
    # It brings a library that no page needs.
    from desktop_app.api.app import create_app

    return create_app(context, port)
