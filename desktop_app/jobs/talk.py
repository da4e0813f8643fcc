"""A talk with a worker that holds a model open: something is said, and what comes back is waited for."""

import queue
import threading
from concurrent.futures import Future
from typing import NamedTuple

from desktop_app.jobs.messages import BrokenMessageError, Said
from desktop_app.jobs.process import WorkerProcess


class _Turn(NamedTuple):
    """What is said to the worker, if anything, and what it then says."""

    raw: bytes
    heard: "Future[Said]"


class Talk:
    """Speaks with a worker in a thread of its own: one that stalls within a message holds up nobody.

    That thread begins with the first word, and ends with `close` or with the worker.
    """

    def __init__(self, worker: WorkerProcess) -> None:
        self._worker = worker
        self._turns: queue.SimpleQueue[_Turn | None] = queue.SimpleQueue()
        self._has_begun = False

    def hear(self, raw: bytes = b"", *, seconds: float) -> Said:
        """Say something, or nothing, and return what the worker says to it.

        Raises TimeoutError when that takes longer, EOFError when the worker died, and BrokenMessageError for
        garbage. After any of them the worker is of no more use.
        """
        if not self._has_begun:
            threading.Thread(target=self._speak, name="talk", daemon=True).start()
            self._has_begun = True
        turn = _Turn(raw, Future())
        self._turns.put(turn)
        return turn.heard.result(timeout=seconds)

    def close(self) -> None:
        """Say no more; call it when the worker was ended."""
        self._turns.put(None)

    def _speak(self) -> None:
        while turn := self._turns.get():
            try:
                if turn.raw:
                    self._worker.say(turn.raw)
                turn.heard.set_result(self._worker.hear())
            except (EOFError, BrokenMessageError) as error:
                turn.heard.set_exception(error)
                return
