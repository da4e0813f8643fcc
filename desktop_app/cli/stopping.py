"""Being asked to end, by Ctrl+C or by the system, is one thing: clean up and say so."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

SIGNALS = ("SIGTERM", "SIGHUP", "SIGBREAK")  # beside Ctrl+C; which of them exist depends on the system


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Let every way of ending the command be a KeyboardInterrupt while it works."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {
        number: signal.signal(number, _stop) for name in SIGNALS if (number := getattr(signal, name, None))
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
