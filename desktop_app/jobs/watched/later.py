"""Files that could not be read or answered for a reason that may pass: they are tried again after a rest.

Rights that are given, or memory that is free again, change nothing that a look at the file shows, so what is
remembered beside the answers must not hold for these: only the place of their note is kept there.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from desktop_app.errors import AppError, FileError
from desktop_app.jobs.watched.leaving import Leaving
from desktop_app.language import _
from desktop_app.records.watched import Clock, Handled, SetAside, Sight

REST = 60.0  # seconds
MOST_MISSES = 5  # a file that was taken in vain at so many looks is told of


class Later:
    """When each of them is tried again."""

    def __init__(self, leaving: Leaving, clock: Clock) -> None:
        self._leaving, self._clock = leaving, clock
        self._until: dict[Sight, float] = {}
        self._misses: Counter[Sight] = Counter()

    def holds(self, sight: Sight) -> bool:
        """Whether a file was put off, whether or not its time has come."""
        return sight in self._until

    def rests(self, sight: Sight) -> bool:
        """Whether a file waits for its time."""
        return sight in self._until and self._clock() < self._until[sight]

    def forget_others(self, sights: Mapping[str, Sight]) -> None:
        """Keep only what is in the folder still, and unchanged."""
        for sight in [one for one in {**self._until, **self._misses} if sights.get(one.name) != one]:
            self._until.pop(sight, None)
            self._misses.pop(sight, None)

    def miss(self, handled: Handled) -> SetAside | None:
        """Count a file that could not be taken as it was seen; one that stays so is put off."""
        self._misses[handled.sight] += 1
        if self._misses[handled.sight] < MOST_MISSES:
            return None
        reason = _("another program holds it, or its drive does not give it")
        error = FileError("error.file_unreadable", file=handled.sight.name, reason=reason)
        return self.put_off(handled, error)

    def put_off(self, handled: Handled, error: AppError) -> SetAside | None:
        """Leave a note and try again later; what is returned tells of the first time only."""
        is_first = not self.holds(handled.sight)
        left = self._leaving.set_aside(replace(handled, asked=""), error)
        self._until[handled.sight] = self._clock() + REST
        return left if is_first else None
