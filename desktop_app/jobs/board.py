"""How far each job of this run has come: in memory, because after a crash nobody needs it."""

import threading
from collections import OrderedDict

from desktop_app.records.jobs import Live, Progress

MOST_JOBS = 100
MOST_MILESTONES = 200


class Board:
    """Remembers the progress of the last jobs; any thread may ask."""

    def __init__(self) -> None:
        self._live: OrderedDict[str, Live] = OrderedDict()
        self._lock = threading.Lock()

    def note(self, job_id: str, progress: Progress) -> None:
        """Take down what a job said."""
        with self._lock:
            before = self._live.get(job_id, Live())
            milestones = before.milestones
            if progress.milestone and progress.notice and len(milestones) < MOST_MILESTONES:
                milestones = (*milestones, progress.notice)
            self._live[job_id] = Live(
                fraction=max(before.fraction, progress.fraction),  # a bar that goes back looks like a fault
                notice=progress.notice or before.notice,
                milestones=milestones,
                seconds_left=progress.seconds_left,
            )
            while len(self._live) > MOST_JOBS:
                self._live.popitem(last=False)

    def of(self, job_id: str) -> Live:
        """Return how far a job has come."""
        with self._lock:
            return self._live.get(job_id, Live())
