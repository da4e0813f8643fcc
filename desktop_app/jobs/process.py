"""One worker process and our end of its pipe."""

import multiprocessing
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.context import SpawnProcess
from pathlib import Path

from desktop_app.jobs import worker
from desktop_app.jobs.limits import Limits
from desktop_app.jobs.messages import (
    LONGEST,
    BrokenMessageError,
    Said,
    decode,
    decode_said,
    encode,
    read_result,
)
from desktop_app.records.jobs import Finished, Message, Order

_spawn = multiprocessing.get_context("spawn")

LAST_WORDS = 4096  # bytes of what a crashed worker says of where it was


class WorkerProcess:
    """A process that carries out one order and is then ended; or opens a model and is asked about it.

    On Linux it dies with the *thread* that made it, so that thread must live as long as the app.
    """

    def __init__(self, load: worker.Loader, limits: Limits) -> None:
        self._order: Order | None = None
        self._pipe, theirs = _spawn.Pipe()
        arguments = (theirs, load, limits)
        self._process: SpawnProcess = _spawn.Process(target=worker.main, args=arguments, daemon=True)
        try:
            with _interrupts_held_back():
                self._process.start()
            self._enclosure = _enclosed(self._process, limits)
        except BaseException:
            self._pipe.close()
            raise
        finally:
            theirs.close()  # so that the death of the process reads as the end of the pipe

    @property
    def is_alive(self) -> bool:
        """Whether it still waits for an order or works on one."""
        return self._process.is_alive()

    def give(self, order: Order) -> None:
        """Send it its one order."""
        self._order = order
        with suppress(OSError):  # it died just now, which `receive` will find out
            self._pipe.send_bytes(encode(order))

    def receive(self) -> Message:
        """Return the next message; raises EOFError when the process died, BrokenMessageError for garbage."""
        message = decode(self._next())
        if isinstance(message, Finished) and self._order:
            return Finished(result=read_result(Path(self._order.folder)))
        return message

    def say(self, raw: bytes) -> None:
        """Send it a question; raises EOFError when it died, BrokenMessageError where it spoke unasked."""
        try:
            if self._pipe.poll():
                self._next()  # nothing but the end, if it died
                raise BrokenMessageError("unasked")
            self._pipe.send_bytes(raw)
        except OSError as error:
            raise EOFError from error

    def hear(self) -> Said:
        """Return what it says when it is asked; raises as `receive` does."""
        return decode_said(self._next())

    def listen(self, heard: Callable[[Message | Exception], None]) -> None:
        """Hand every message to *heard*, in a thread: a worker that stalls within a message holds up nobody.

        The last call hands over a Finished, a Problem, or the exception that `receive` raised.
        """
        threading.Thread(target=self._listen, args=(heard,), name="listener", daemon=True).start()

    def _next(self) -> bytes:
        try:
            while not self._pipe.poll(0.2):
                pass  # awake between two looks, so that Ctrl+C is seen on every system
            return self._pipe.recv_bytes(LONGEST)
        except OSError as error:
            if error.errno is None:  # so says multiprocessing of a message that is longer than allowed
                raise BrokenMessageError("too long") from error
            raise EOFError from error  # the other end was closed in the middle of something

    def _listen(self, heard: Callable[[Message | Exception], None]) -> None:
        while True:
            try:
                heard(self.receive())
            except (EOFError, BrokenMessageError) as error:
                heard(error)
                return
            time.sleep(0.001)  # a worker gone wild cannot fill our memory with messages

    def end(self, *, patience: float = 0.0) -> int | None:
        """End the process, after *patience* seconds if it does not end by itself; return its exit code."""
        self._process.join(patience)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        enclosure, self._enclosure = self._enclosure, None
        if enclosure:
            enclosure()  # once: Windows may have given its handle to something else by then
        return self._process.exitcode

    def last_words(self) -> str:
        """Return where in the code a crash was; what else it printed may hold values from a file."""
        try:
            printed = (Path(self._order.folder) / worker.LOG).read_bytes() if self._order else b""
        except OSError:
            return ""
        crash = printed.find(b"Fatal Python error")
        return printed[crash:][:LAST_WORDS].decode("utf-8", "replace") if crash >= 0 else ""


def end_all() -> None:
    """End every worker of this process, whichever thread waits for it: it will read that it died."""
    for process in multiprocessing.active_children():
        process.kill()


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Start a process that Ctrl+C does not reach: it inherits the mask, and would die while it loads."""
    if sys.platform == "win32":
        yield
    else:
        resource_tracker.ensure_running()  # the first start would run it, which lifts the mask
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _enclosed(process: SpawnProcess, limits: Limits) -> Callable[[], None] | None:
    """Put the process under the limits that only its parent can set, if the system has such."""
    if sys.platform == "win32":
        from desktop_app.jobs.windows import Enclosure

        return Enclosure(process.pid or 0, limits.memory).open
    return None
