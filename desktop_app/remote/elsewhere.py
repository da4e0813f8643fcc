"""The workers of a cluster as hands: what is handed over once, and what is done again where one is lost."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, cast

from desktop_app.engine.workshop import as_here
from desktop_app.errors.traces import trace_of

if TYPE_CHECKING:
    from distributed import Client, Future

log = logging.getLogger(__name__)
T = TypeVar("T")

_TRIES = 3
PATIENCE = 20.0  # seconds in which a lost scheduler or worker may come back


@dataclass(slots=True, eq=False)
class Shared:
    """A large thing, kept here, and what stands for it on the cluster; None: it must be handed over again."""

    thing: object
    stands: Any = None
    lock: threading.Lock = field(default_factory=threading.Lock)


class Elsewhere:
    """Does work on the workers of a cluster; on this computer where the cluster is lost for good.

    What a worker that died was doing, Dask gives to another one; what ends one worker after the other is done
    here; what all had lost is handed over again.
    Work is a function of its arguments alone, so to do it twice does no harm.
    """

    def __init__(self, client: "Client", threads: int, patience: float = PATIENCE) -> None:
        self.is_lost = False
        self._patience = patience
        self._client = client
        self._places = max(1, sum(map(int, client.nthreads().values())))
        self._threads_here = threading.Semaphore(threads)

    @property
    def places(self) -> int:
        """How many fits there are at a time: the threads of all workers."""
        return self._places

    def share(self, thing: T) -> T:
        """Return what stands for a thing that every worker is sent once."""
        return cast("T", Shared(thing))

    def do(self, work: Callable[..., T], *things: object) -> T:
        """Return what the work comes to on a worker; raises what it raises there."""
        from distributed import KilledWorker

        for _ in range(_TRIES):
            if self.is_lost:
                break
            stands: list[tuple[Shared, Any]] = []
            try:
                sent = [self._sent(thing, stands) for thing in things]
                return cast("T", self._answered(self._client.submit(as_here, work, *sent, pure=False)))
            except KilledWorker:  # every worker that had it died: it would end the next ones, too
                break
            except _gone() as error:
                log.warning("the cluster lost a piece of work: %s", trace_of(error))
                self._renew(stands)
        else:
            self.is_lost = True
        with self._threads_here:
            return as_here(work, *(one.thing if isinstance(one, Shared) else one for one in things))

    def everywhere(self, work: Callable[..., T], *things: object) -> list[T]:
        """Return what it comes to on each worker; one that is gone meanwhile has no say."""
        return [*self._client.run(work, *things, on_error="ignore").values()]

    def _answered(self, future: "Future[Any]") -> object:
        """Wait for an answer as long as there are workers; a scheduler keeps work without any for ever."""
        while True:
            try:
                return future.result(timeout=self._patience)
            except TimeoutError:
                if future.done() or not self._has_workers():
                    raise

    def _has_workers(self) -> bool:
        """Return whether there is a worker; raises TimeoutError where the scheduler does not say in time.

        Over a connection that was cut, Dask alone would wait for longer.
        """
        client, scheduler = self._client, self._client.scheduler
        if scheduler is None:
            return False
        return bool(client.sync(scheduler.ncores, workers=None, callback_timeout=self._patience))

    def _sent(self, thing: object, stands: list[tuple[Shared, Any]]) -> object:
        """Return what is sent for a thing, and note in *stands* what stood for it."""
        if not isinstance(thing, Shared):
            return thing
        with thing.lock:
            if thing.stands is None:
                thing.stands = self._client.scatter(thing.thing, broadcast=True, direct=False, hash=False)
            stands.append((thing, thing.stands))
            return thing.stands

    def _renew(self, stands: list[tuple[Shared, Any]]) -> None:
        """Wait until there is a worker again, and let what is shared be handed over anew."""
        try:
            self._client.wait_for_workers(1, timeout=self._patience)
        except _gone():
            self.is_lost = True
        for shared, stood in stands:
            with shared.lock:
                if shared.stands is stood:  # else another thread has done it meanwhile
                    shared.stands = None


def _gone() -> tuple[type[BaseException], ...]:
    """Return what is raised where workers or the scheduler are gone, and not by the work itself."""
    from distributed import CancelledError as TakenBack
    from distributed.client import ClosedClientError

    return (CancelledError, TakenBack, ClosedClientError, OSError, TimeoutError)
