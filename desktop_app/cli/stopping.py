"""Being asked to end, by Ctrl+C or by the system, is one thing: clean up and say so."""

import _thread
import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Any

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # which of them exist depends on the system
A_MOMENT = 0.05  # seconds, in which Python leaves what can raise nothing


def listen() -> None:
    """Let no interruption be lost from now on.

    Python calls some functions in which an error can only be noted, as at the end of each import. One that
    comes in there is noted and gone, so it is raised once more.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.unraisablehook = _noted


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Let every way of ending the command be one KeyboardInterrupt while it works."""
    with _handled_by(_stop):
        yield


@contextlib.contextmanager
def unstoppable() -> Iterator[None]:
    """Let nothing interrupt the last words of a command."""
    with _handled_by(signal.SIG_IGN):
        yield


@contextlib.contextmanager
def _handled_by(handler: Any) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [number for name in SIGNALS if (number := getattr(signal, name, None))]
    before = {number: signal.signal(number, handler) for number in numbers}
    try:
        yield
    finally:
        for number, earlier in before.items():
            if signal.getsignal(number) is handler:  # else it was stopped, and is deaf until its end
                signal.signal(number, earlier or signal.SIG_DFL)


def _stop(_number: int, _frame: FrameType | None) -> None:
    """Interrupt once: who presses again while things are put in order would leave them half there."""
    for name in SIGNALS:
        if known := getattr(signal, name, None):
            signal.signal(known, signal.SIG_IGN)
    raise KeyboardInterrupt


def _noted(lost: "sys.UnraisableHookArgs") -> None:
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)
        return
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, _stop)
    threading.Timer(A_MOMENT, _thread.interrupt_main).start()
