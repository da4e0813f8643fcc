"""How far off single series were in their test, and the first line of the file of series, which says so."""

from collections.abc import Iterable, Sequence

from desktop_app.records.forecasts import SeriesAhead
from desktop_app.records.jsonable import JSON, from_json
from desktop_app.records.record import dataclass

LONGEST_LINE = 4_000_000  # letters, of the file of series


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesErrors:
    """How far off the answers of one series were in its test, and those of the simple way."""

    name: str
    miss: float
    simple: float

    @property
    def is_better(self) -> bool:
        """Whether it was answered better than by its best simple way."""
        return self.miss < self.simple

    @property
    def badness(self) -> float:
        """How it did beside the simple way: 1 is as well, more is worse."""
        return self.miss / self.simple if self.simple else float(self.miss > 0)


def errors_of(series: Iterable[SeriesAhead]) -> dict[str, SeriesErrors]:
    """Return how each of the series did that was tested alone, by its name."""
    return {
        one.name: SeriesErrors(name=one.name, miss=one.miss, simple=one.simple)
        for one in series
        if one.miss is not None and one.simple is not None
    }


def worst_first(errors: Iterable[SeriesErrors]) -> list[SeriesErrors]:
    """Return them in the order of how they did beside the simple way."""
    return sorted(errors, key=lambda one: (-one.badness, one.name))


def heads_of(series: Iterable[SeriesAhead]) -> list[JSON]:
    """Return what the first line of a file of series says: of each its name and errors."""
    return [[one.name, one.miss, one.simple] for one in series]


def read_heads(heads: Sequence[object]) -> tuple[list[str], dict[str, SeriesErrors]]:
    """Return the names of all series, and how those did that were tested; older files hold names alone.

    Raises ValueError, TypeError or LookupError where they are none.
    """
    names = [str(one[0] if isinstance(one, list) else one) for one in heads]
    errors = [
        from_json(SeriesErrors, {"name": one[0], "miss": one[1], "simple": one[2]})
        for one in heads
        if isinstance(one, list) and one[1] is not None
    ]
    return names, {one.name: one for one in errors}
