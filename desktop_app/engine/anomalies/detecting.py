"""How odd each row is: how unlikely it is to lie as far from others, or to have a cell as far out.

The mean distance to the nearest rows (Angiulli and Pizzuti, Fast outlier detection in high dimensional
spaces, 2002) sees what lies outside of all and cells that do not go together; an isolation forest (Liu, Ting
and Zhou, 2008) sees the first alone, and a mean of both was worse on made tables of every kind. In many
columns one odd cell hardly changes a distance, so each cell counts by itself, too.
"""

from dataclasses import dataclass

import numpy as np
from sklearn.neighbors import NearestNeighbors

from desktop_app.engine.anomalies.encoding import RARE, Points
from desktop_app.engine.arrays import Floats

NEIGHBOURS = 10
BATCH = 2_000  # rows whose distances are held at once
WHERE_ENDS_BEGIN = -np.log(RARE)
MEASURES = 2  # of a row: it and its cells
_UPPER = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """How the upper ends of features fall off: exponentially beyond a high value of each.

    How fast is taken from the values before that, which odd rows do not change (Pickands, Statistical
    inference using extreme order statistics, 1975).
    """

    start: Floats  # (features,)
    mean: Floats  # (features,) of what lies beyond

    @classmethod
    def learn(cls, values: Floats, *, heavy: bool = False) -> "Ends":
        """Return it of features (rows, features); *heavy* ends may fall off the slower the farther out."""
        upper, start, inside = np.quantile(values, (_UPPER, 1 - RARE, 1 - RARE / 2), axis=0)
        mean = (start - upper) / np.log((1 - _UPPER) / RARE)
        if heavy:
            mean = np.maximum(mean, (inside - start) / np.log(2))
        varied = np.array([np.unique(feature).size > 2 for feature in values.T], dtype=bool)
        return cls(start=start, mean=np.where(varied & (mean > 0), mean, np.inf))

    def unlikeliness(self, values: Floats) -> Floats:
        """Return (rows, features) the negative logarithm of the share of rows that lie as far out."""
        return np.asarray(WHERE_ENDS_BEGIN + (values - self.start) / self.mean)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """What tells how odd a row is among those that it was learned from."""

    neighbours: NearestNeighbors
    distances: Ends
    high: Ends
    low: Ends

    @classmethod
    def learn(cls, points: Points) -> "Detector":
        """Return what tells how odd a row is among these."""
        neighbours = NearestNeighbors(n_neighbors=min(NEIGHBOURS + 1, len(points))).fit(points.values)
        return cls(
            neighbours=neighbours,
            distances=Ends.learn(distances_of(neighbours, points)),
            high=Ends.learn(points.values, heavy=True),
            low=Ends.learn(-points.values, heavy=True),
        )

    def scores(self, points: Points) -> Floats:
        """Return (rows,) the negative logarithm of how likely as odd a row or one of its cells is."""
        return self.joined(self.apart(points), points)

    def joined(self, apart: Floats, points: Points) -> Floats:
        """Return (rows,) the same of rows whose unlikeliness to be as far from others is known."""
        cells = self.cells(points)
        return np.asarray(np.maximum(apart, cells.max(axis=1) - np.log(cells.shape[1])))

    def apart(self, points: Points) -> Floats:
        """Return (rows,) how unlikely it is to be as far from others."""
        return np.asarray(self.distances.unlikeliness(distances_of(self.neighbours, points))[:, 0])

    def cells(self, points: Points) -> Floats:
        """Return (rows, columns) how unlikely each cell is by itself."""
        far = np.maximum(self.high.unlikeliness(points.values), self.low.unlikeliness(-points.values))
        cells = points.unlikely.copy()
        np.maximum.at(cells.T, points.columns, far.T)
        return cells


def limit_of(rows: int) -> float:
    """Return the score that one row of so many reaches by chance in one table of twenty."""
    return float(np.log(rows) + np.log(MEASURES) + WHERE_ENDS_BEGIN)


def distances_of(neighbours: NearestNeighbors, points: Points) -> Floats:
    """Return (rows, 1) the mean distance to the nearest, of which a row itself may be one."""
    parts = [points.values[start : start + BATCH] for start in range(0, len(points), BATCH)]
    near = np.concatenate([neighbours.kneighbors(part)[0].mean(axis=1) for part in parts])
    return np.asarray(np.hypot(near, np.linalg.norm(points.rare, axis=1)))[:, None]
