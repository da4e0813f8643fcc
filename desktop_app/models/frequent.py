"""The most frequent of any number of texts, in memory that does not grow with them."""

from collections import Counter
from collections.abc import Iterable, Mapping

MOST_KEPT = 5_000  # texts, and up to twice as many between two cuts


class Frequent:
    """Counts texts: exactly how many there are, and which are frequent.

    Beyond `MOST_KEPT` different ones the rarest are forgotten, as in lossy counting (Manku and Motwani,
    Approximate frequency counts over data streams, 2002): a text that comes again and again stays.
    """

    def __init__(self) -> None:
        self._total = 0
        self._counts: Counter[str] = Counter()

    def __bool__(self) -> bool:
        return self._total > 0

    def update(self, texts: Iterable[str] | Mapping[str, int]) -> None:
        """Add texts, or how often each one is there."""
        more = Counter(texts)
        self._total += more.total()
        self._counts.update(more)
        if len(self._counts) > 2 * MOST_KEPT:
            self._counts = Counter(dict(self._counts.most_common(MOST_KEPT)))

    def total(self) -> int:
        """Return how many there are."""
        return self._total

    def most_common(self, most: int) -> list[tuple[str, int]]:
        """Return the most frequent ones with their counts, the first of equals first."""
        return self._counts.most_common(most)
