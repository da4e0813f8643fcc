"""Serves pages in the background: those of the window on a port of 127.0.0.1 that the system picks."""

import gc
import logging
import socket
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from waitress import wasyncore
from waitress.server import create_server

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

THREADS = 24  # each page that waits for a model to be opened holds one, also once the person has left it
LARGEST_BODY = 64 * 1024 * 1024  # bytes; larger files are opened by their path or come in slices
LARGEST_HEADER = 32 * 1024
PATIENCE = 5.0  # seconds that requests under way may take to end

# It warns of every request that comes before all threads have begun, as the first one of a window does.
logging.getLogger("waitress.queue").setLevel(logging.ERROR)


def open_door(host: str = "127.0.0.1", port: int = 0) -> socket.socket:
    """Return a socket bound to a port, a free one where none is named, so that no one takes it in between.

    Raises OSError where that port is taken, and for an address that this computer does not have.
    """
    family, kind, protocol, _name, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    door = socket.socket(family, kind, protocol)
    if sys.platform == "win32":
        # Without it another program may bind the same port there and answer in our place.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    elif port:
        # A service that is started again finds its port at once; one that somebody listens at stays taken.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind(address)
    except OSError:
        door.close()
        raise
    return door


class LocalServer:
    """A waitress server behind a door, which only this computer can reach if nothing else is said."""

    def __init__(self, make_app: Callable[[], "WSGIApplication"], door: socket.socket) -> None:
        self.begun: Future[None] = Future()  # done when it answers; fails as *make_app* fails
        self._make_app, self._door = make_app, door
        self._open: dict[int, Any] = {}  # every socket that waitress holds
        self._is_stopping = False
        self._thread = threading.Thread(target=self._run, name="server", daemon=True)

    def start(self) -> None:
        """Take connections from now on, and answer them as soon as a thread of its own has made the app."""
        self._door.listen()
        self._thread.start()

    def stop(self) -> None:
        """Let the requests that are running end, then stop answering."""
        if self.begun.exception():
            self._door.close()
            return
        self._server.task_dispatcher.shutdown(timeout=PATIENCE)
        self._is_stopping = True
        self._server.pull_trigger()  # wakes the thread
        self._thread.join(timeout=PATIENCE)
        # Only now: closing a socket that another thread waits on is a race.
        wasyncore.close_all(self._open)

    def _run(self) -> None:
        try:
            self._server = _serving(self._make_app(), self._door, self._open)
        except BaseException as error:  # noqa: BLE001 - told to whoever waits for it
            self.begun.set_exception(error)
            return
        gc.enable()  # the start is over
        self.begun.set_result(None)
        while not self._is_stopping:
            wasyncore.loop(timeout=1, use_poll=True, map=self._open, count=1)


def _serving(app: "WSGIApplication", door: socket.socket, sockets: dict[int, Any]) -> Any:
    return create_server(
        app,
        map=sockets,
        sockets=[door],
        threads=THREADS,
        ident=None,  # no name and version for strangers
        # The defaults stop answering at 99 connections that were opened and left alone.
        connection_limit=900,
        channel_timeout=10,
        cleanup_interval=5,
        max_request_header_size=LARGEST_HEADER,
        max_request_body_size=LARGEST_BODY,
    )
