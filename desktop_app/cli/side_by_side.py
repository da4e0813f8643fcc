"""Several files answered at a time, each in a worker of its own, under one bar."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TypeVar

from desktop_app.cli.output import Output
from desktop_app.cli.progress import Bar
from desktop_app.jobs.limits import limits_of
from desktop_app.jobs.process import end_all
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.notices import Notice
from desktop_app.settings import Settings

T = TypeVar("T")
Done = TypeVar("Done")
_BEAT = 0.2  # seconds between two looks, so that Ctrl+C is seen on every system


class Together:
    """One bar for files that are answered at the same time."""

    def __init__(self, output: Output, count: int) -> None:
        self._bar, self._count = Bar(output), count
        self._shares = [0.0] * count
        self._lock = threading.Lock()
        self._is_over = False

    def of(self, number: int, name: str) -> Report:
        """Return what a file reports to; *number*: which one it is, from 0."""

        def report(progress: Progress) -> None:
            if self._is_over:
                raise InterruptedError
            notice = Notice(
                code="folder.running", values={"number": number + 1, "of": self._count, "file": name}
            )
            with self._lock:
                self._shares[number] = progress.fraction
                self._bar(Progress(fraction=sum(self._shares) / self._count, notice=notice))

        return report

    def done(self, number: int) -> None:
        """Count a file as done, and take the bar away for a line about it."""
        with self._lock:
            self._shares[number] = 1.0
            self._bar.clear()

    def end(self) -> None:
        """Let nobody go on."""
        self._is_over = True


def shared_out(settings: Settings, files: int) -> tuple[Settings, int]:
    """Return what each of several workers may take of this computer, and how many there are at a time."""
    places = max(1, min(files, settings.workers))
    memory = limits_of(settings).memory // places
    return replace(settings, workers=settings.workers // places, memory_limit=memory), places


def in_turn(
    work: Callable[[int, T], Done], things: Sequence[T], places: int, together: Together
) -> Iterator[Done]:
    """Yield what comes of each of the things, in their order; so many *places* are worked at side by side.

    Who stops it, or an error of one, ends the workers of the others.
    """
    # A worker dies with the thread that started it: the threads last until the end.
    with ThreadPoolExecutor(places, thread_name_prefix="files") as pool:
        futures = [pool.submit(work, number, thing) for number, thing in enumerate(things)]
        try:
            for number, future in enumerate(futures):
                done = _waited(future)
                together.done(number)
                yield done
        except BaseException:
            together.end()
            pool.shutdown(wait=False, cancel_futures=True)
            end_all()
            raise


def _waited(future: "Future[Done]") -> Done:
    while not future.done():
        try:
            return future.result(timeout=_BEAT)
        except TimeoutError:
            continue
    return future.result()
