"""Models that were made elsewhere and are on their way in, until the program ends."""

import threading
from typing import TYPE_CHECKING

from desktop_app.errors import NotFoundError
from desktop_app.records.record import dataclass

if TYPE_CHECKING:
    from desktop_app.web.sources import Source

MOST_BRINGINGS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringing:
    """The files that were chosen so far."""

    id: str
    graph: "Source"
    schema: "Source | None" = None
    is_found: bool = False  # the schema lay beside the graph
    tested: "Source | None" = None
    job_id: str = ""  # that makes a model of them, once it was ordered


class Bringings:
    """What is on its way in, in memory only: the files stay where they are, or in a folder of our copies."""

    def __init__(self) -> None:
        self._known: dict[str, Bringing] = {}
        self._lock = threading.Lock()

    def put(self, bringing: Bringing) -> None:
        """Keep the newest state; the oldest that nobody went on with falls away where there are many."""
        with self._lock:
            self._known.pop(bringing.id, None)
            self._known[bringing.id] = bringing
            while len(self._known) > MOST_BRINGINGS:
                del self._known[next(iter(self._known))]

    def get(self, bringing_id: str) -> Bringing:
        """Return one, or raise NotFoundError."""
        with self._lock:
            if bringing_id not in self._known:
                raise NotFoundError("error.not_found")
            return self._known[bringing_id]

    def of_job(self, job_id: str) -> Bringing | None:
        """Return the one that a job makes a model of; None where it is not known any more."""
        with self._lock:
            return next((one for one in self._known.values() if one.job_id == job_id), None)
