"""How a worker says how far it is."""

import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace

from desktop_app.records.jobs import Progress

INTERVAL = 0.2  # seconds


class Reporter:
    """Sends progress on, five times a second at most, milestones and news always. Any thread may call it."""

    def __init__(
        self, send: Callable[[Progress], None], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._send, self._clock = send, clock
        self._next = clock()
        self._said = ""  # code of the last notice: another one is news
        self._lock = threading.Lock()

    def __call__(self, progress: Progress) -> None:
        """Send *progress* unless another was sent just now."""
        with self._lock:
            now = self._clock()
            code = progress.notice.code if progress.notice else self._said
            if now < self._next and not (progress.milestone or progress.read or code != self._said):
                return
            self._next, self._said = now + INTERVAL, code
            try:
                self._send(replace(progress, fraction=min(max(progress.fraction, 0.0), 1.0)))
            except OSError:
                os._exit(0)  # nobody listens any more; an exception could be caught by the work itself
