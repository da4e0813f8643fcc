"""What was usual in a table, so that rows of new tables are told how odd they are beside it.

It holds no row: means of lots of five rows or more, counts of values that as many share, and scores. How far
rows lie from these means is learned from rows that are in none of them, so that old and new ones are alike.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy.stats import nbinom
from sklearn.neighbors import NearestNeighbors

from desktop_app.engine.anomalies.counted import FEW, Counted
from desktop_app.engine.anomalies.detecting import Detector, Ends, distances_of, limit_of
from desktop_app.engine.anomalies.encoding import Encoding, Points, Values
from desktop_app.engine.anomalies.finding import FARTHER, Finder
from desktop_app.engine.anomalies.making import cells_of
from desktop_app.engine.anomalies.reasons import Explainer
from desktop_app.engine.anomalies.summaries import Lots
from desktop_app.engine.arrays import Floats
from desktop_app.engine.cells import Layout, read_cells
from desktop_app.records.oddness import OddReason

NEAR = 2  # lots: about as many rows as are looked for among the rows themselves
FOLDS = 5
_SURELY = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Normal:
    """What tells how odd a new row is beside the old ones, and why."""

    layout: Layout
    encoding: Encoding
    lots: Lots
    distances: Ends
    high: Ends
    low: Ends
    counted: Counted
    usual: Floats  # (old rows,) their scores, each as if it were a new row; rising
    explainer: Explainer

    @classmethod
    def learn(cls, finder: Finder, seed: int) -> "Normal":
        """Return it of the rows that a finder was learned from."""
        own = finder.explainer
        points = own.points
        fold = np.random.default_rng(seed).permutation(len(points)) % FOLDS
        far = np.empty((len(points), 1))
        for place in range(FOLDS):
            rest = _neighbours(Lots.learn(points.values[fold != place]))
            far[fold == place] = distances_of(rest, points.take(np.flatnonzero(fold == place)))
        distances = Ends.learn(far)
        counted = own.counted.without_few()
        learned = Learned(
            layout=own.cells.layout,
            encoding=_without_few(own.encoding, counted, own.cells.layout),
            lots=Lots.learn(points.values),
            ends=(distances, own.detector.high, own.detector.low),
            counted=counted,
        )
        scores = own.detector.joined(distances.unlikeliness(far)[:, 0], points)
        return cls.of(learned, np.sort(scores))

    @classmethod
    def of(cls, learned: "Learned", usual: Floats) -> "Normal":
        """Return it of what was learned."""
        distances, high, low = learned.ends
        detector = Detector(neighbours=_neighbours(learned.lots), distances=distances, high=high, low=low)
        cells = cells_of(learned.lots.stand_ins(), learned.encoding, learned.layout)
        explainer = Explainer(
            counted=learned.counted,
            cells=cells,
            points=learned.encoding.points(cells),
            encoding=learned.encoding,
            detector=detector,
        )
        return cls(
            layout=learned.layout,
            encoding=learned.encoding,
            lots=learned.lots,
            distances=distances,
            high=high,
            low=low,
            counted=learned.counted,
            usual=usual,
            explainer=explainer,
        )

    def points(self, frame: pd.DataFrame) -> Points:
        """Return the rows of a frame as points."""
        return self.encoding.points(read_cells(frame, self.layout))

    def scores(self, frame: pd.DataFrame) -> Floats:
        """Return (rows,) how odd each row of a frame is."""
        return self.explainer.detector.scores(self.points(frame))

    def numbers(self, frame: pd.DataFrame) -> Floats:
        """Return (rows, 1) the same, to be compared."""
        return self.scores(frame)[:, None]

    def oddness(self, scores: Floats) -> Floats:
        """Return (rows,) of 100 old rows, how many are less odd, to a tenth."""
        return np.floor(1_000 * np.searchsorted(self.usual, scores) / len(self.usual)) / 10

    def expected(self, rows: int) -> int:
        """Return how many of so many rows like the old ones stand out in 19 of 20 files, at most.

        The bound for a count after another from the same Poisson distribution, with Jeffreys' prior (Gelman
        and others, Bayesian Data Analysis, 2013, section 2.6).
        """
        seen, asked = int(np.count_nonzero(self.usual > limit_of(rows))), len(self.usual)
        return int(nbinom.ppf(_SURELY, seen + 0.5, asked / (asked + rows)))

    def are_far(self, scores: Floats) -> bool:
        """Return whether the oddest of these rows is far odder than any old row."""
        return bool(scores.max() > max(float(self.usual[-1]), limit_of(len(scores))) + FARTHER)

    def reasons(self, frame: pd.DataFrame, place: int) -> tuple[OddReason, ...]:
        """Return why the row at a *place* of a frame is odd, the weightiest first."""
        return self.explainer.reasons(read_cells(frame.iloc[[place]], self.layout), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What a file holds beside the scores."""

    layout: Layout
    encoding: Encoding
    lots: Lots
    ends: tuple[Ends, Ends, Ends]  # of distances, and of the high and the low ends of features
    counted: Counted


def _neighbours(lots: Lots) -> NearestNeighbors:
    return NearestNeighbors(n_neighbors=min(NEAR, len(lots.means))).fit(lots.means)


def _without_few(encoding: Encoding, counted: Counted, layout: Layout) -> Encoding:
    """Return the encoding without values that few rows share: they are as rare as one that was never seen."""
    values = tuple(
        _kept(one, counted.values[name]) for one, name in zip(encoding.values, layout.categories, strict=True)
    )
    return replace(encoding, values=values)


def _kept(one: Values, counts: dict[str, int]) -> Values:
    known = {value: rare for value, rare in one.rareness.items() if value == "" or value in counts}
    frequent = tuple(value for value in one.frequent if counts.get(value, 0) >= FEW)
    return replace(one, frequent=frequent, rareness=known)
