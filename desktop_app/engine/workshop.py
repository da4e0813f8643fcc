"""Where models are learned: threads that work side by side here, each fit on its own, or hands elsewhere.

The threads of an executor do what they are given, or wait for other hands that do it. Either way the same
numbers come of it.
"""

import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, TypeVar

import sklearn
from sklearn.exceptions import ConvergenceWarning
from threadpoolctl import threadpool_limits

T = TypeVar("T")
_thread = threading.local()


class Hands(Protocol):
    """Who does a piece of work: a function of a module, with all that it needs."""

    @property
    def places(self) -> int:
        """How many fits there are at a time; 0: as many as this computer has threads for."""

    @property
    def is_lost(self) -> bool:
        """Whether others who were to do it are gone, so that this computer did the rest."""

    def share(self, thing: T) -> T:
        """Return what stands for a large thing in `do`: it is handed over once."""

    def do(self, work: Callable[..., T], *things: object) -> T:
        """Return what the work comes to; raises what it raises."""

    def everywhere(self, work: Callable[..., T], *things: object) -> list[T]:
        """Return what it comes to in every process that would do work, of those that answer."""


class Here:
    """The threads of this computer."""

    places = 0
    is_lost = False

    def share(self, thing: T) -> T:
        """Return the thing itself."""
        return thing

    def do(self, work: Callable[..., T], *things: object) -> T:
        """Do it in the thread that asks."""
        return work(*things)

    def everywhere(self, work: Callable[..., T], *things: object) -> list[T]:
        """Do it here, where all is done."""
        return [work(*things)]


HERE = Here()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fits:
    """Fits side by side: each has a thread of the pool, which does it or waits for it."""

    pool: Executor
    hands: Hands = HERE

    def each(
        self,
        work: Callable[..., T],
        shared: object,
        things: Iterable[tuple[object, ...]],
        done: Callable[[int], None] = lambda _: None,
    ) -> list[T]:
        """Return what the work comes to with each of the things, beside one large thing that all share.

        *done* is told how many of them are there, in their order.
        """
        stands, found = self.hands.share(shared), []
        for one in self.pool.map(lambda some: self.hands.do(work, stands, *some), things):
            found.append(one)
            done(len(found))
        return found


@contextmanager
def workshop(at_a_time: int, each: int = 1) -> Iterator[ThreadPoolExecutor]:
    """Give so many threads, each with *each* of its own, so that there are the same numbers on every machine.

    Threads that share one computation wait for each other at every tree, and on a busy computer they wait
    long: more at a time is better than more for each.
    """
    with (
        warnings.catch_warnings(record=True),
        threadpool_limits(limits=1),
        ThreadPoolExecutor(at_a_time, initializer=_begin, initargs=(each,)) as pool,
    ):
        _quiet()
        yield pool


@contextmanager
def fits_of(pool: ThreadPoolExecutor, hands: Hands) -> Iterator[Fits]:
    """Give the fits in the threads of *pool*, or those of other *hands*, for each of which a thread waits."""
    if not hands.places:
        yield Fits(pool=pool, hands=hands)
        return
    with ThreadPoolExecutor(hands.places, thread_name_prefix="waiting") as waiting:
        yield Fits(pool=waiting, hands=hands)


def as_here(work: Callable[..., T], *things: object) -> T:
    """Return what a piece of work comes to elsewhere, with the same care for numbers as in `workshop`."""
    if not hasattr(_thread, "is_ready"):  # of a worker, which does nothing else
        _begin(1)
        _thread.is_ready = True
    with warnings.catch_warnings():
        _quiet()
        return work(*things)


def _quiet() -> None:
    # A straight line that has not quite settled is judged by its answers like any other model.
    warnings.simplefilter("ignore", ConvergenceWarning)
    # Fits in two threads set the filters of warnings at the same time, and scikit-learn wonders aloud.
    warnings.filterwarnings("ignore", message="`sklearn.utils.parallel.delayed`", category=UserWarning)


def _begin(threads: int) -> None:
    """Let each task compute on so many threads; sums of matrices on one, since their order tells."""
    threadpool_limits(limits=1, user_api="blas")
    threadpool_limits(limits=threads, user_api="openmp")
    # What scikit-learn is told is fixed; to check it anew for each tree takes a third of a forest's time.
    sklearn.set_config(skip_parameter_validation=True)
