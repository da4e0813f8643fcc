"""Past rows that are like a row, by the columns that count, and how unusual it is among them."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import HashingVectorizer

from desktop_app.engine.arrays import Floats, Ints, Texts, drawn
from desktop_app.engine.cells import Cells
from desktop_app.engine.explanation.gower import gaps, spans
from desktop_app.engine.explanation.mixing import on_one_list

_NEIGHBOUR = 10  # how far rows of the table usually are from their tenth neighbour
_LOOKED_AT = 100  # rows, to know that
_LETTERS = 1_000  # of the texts of a row
_WORDS = 2**16  # that are told apart


class Likeness:
    """How far rows of a table are from any row, from 0 to 1 (Gower; see `gower`).

    Columns count by their weights; one without a weight above 0 does not count. All texts of a row are one,
    as for the models: they are as far apart as the share of their words that only one of them has (Jaccard).
    """

    def __init__(self, past: Cells, weights: Mapping[str, float], seed: int = 0) -> None:
        self._seed = seed
        counting = frozenset(name for name in past.layout.names if weights.get(name, 0.0) > 0)
        self._past = past.only(counting)
        layout = self._past.layout
        size = sum(weights[name] for name in layout.names) or 1.0
        self._numbers, self._days, self._codes, texts = (
            np.array([weights[name] for name in names]) / size
            for names in (layout.numbers, layout.dates, layout.categories, layout.texts)
        )
        self._texts = float(texts.sum())
        self._spans = spans(self._past.numbers), spans(self._past.days)
        self.columns = tuple(sorted(layout.names, key=lambda name: -weights[name]))  # that count, by weight

    def distances(self, row: Cells) -> Floats:
        """Return (rows,) how far each is from the one *row*, which may have other columns and levels."""
        past, own = on_one_list(self._past, row.only(frozenset(self._past.layout.names)))
        found = gaps(past.numbers, own.numbers, self._spans[0]) @ self._numbers
        found += gaps(past.days, own.days, self._spans[1]) @ self._days
        found += (past.codes != own.codes) @ self._codes
        if self._texts:
            found += self._texts * self._apart(own.texts)
        return np.asarray(found)

    def nearest(self, distances: Floats, most: int) -> Ints:
        """Return the places of the nearest rows, the nearest first."""
        return np.argsort(distances, kind="stable")[:most]

    @cached_property
    def usual(self) -> float:
        """How far rows of the table usually are from their tenth neighbour, found by looking at some."""
        rows = len(self._past)
        neighbour = min(_NEIGHBOUR, rows - 1)
        found = [
            np.partition(self.distances(self._past.take(slice(row, row + 1))), neighbour)[neighbour]
            for row in drawn(rows, _LOOKED_AT, self._seed).tolist()
        ]
        return float(np.median(found))

    def _apart(self, texts: Texts) -> Floats:
        """Return (rows,) the share of words that a row does not have in common with the one of *texts*."""
        words, counts = self._words
        own = _words_of(texts)
        common = np.asarray((words @ own.T).todense()).ravel()
        together = counts + own.nnz - common
        return np.where(together > 0, 1 - common / np.maximum(together, 1), 0.0)

    @cached_property
    def _words(self) -> tuple[Any, Floats]:
        """The words of each row, and how many they are."""
        words = _words_of(self._past.texts)
        return words, np.diff(words.indptr).astype(np.float64)


def _words_of(texts: Texts) -> Any:
    """Return (rows, words) a sparse matrix with 1 where a row has a word."""
    reader = HashingVectorizer(
        n_features=_WORDS, binary=True, norm=None, alternate_sign=False, dtype=np.float32
    )
    return reader.transform([" ".join(row)[:_LETTERS] for row in texts])
