"""Rows told by the means of small lots of them that are alike, so that no row of a table is held.

Lots are halved along the feature in which they differ most, as long as each half has enough rows (LeFevre,
DeWitt and Ramakrishnan, Mondrian multidimensional k-anonymity, 2006); of each, the mean and the spread stay
(microaggregation: Domingo-Ferrer and Mateo-Sanz, Practical data-oriented microaggregation, 2002).
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints

FEWEST = 5  # rows of a lot
MOST_NUMBERS = 2_000_000  # of all means together; in wide tables lots are larger
_STAND_INS = np.sqrt(1.5) * np.array([-1.0, 0.0, 1.0])  # three that have the mean and the spread of a lot


@dataclass(frozen=True, slots=True, kw_only=True)
class Lots:
    """The mean and the spread of each lot."""

    means: Floats  # (lots, features)
    spreads: Floats  # (lots, features)

    @classmethod
    def learn(cls, values: Floats) -> "Lots":
        """Return the lots of points (rows, features), each of `FEWEST` rows or more."""
        fewest = max(FEWEST, int(np.ceil(values.size / MOST_NUMBERS)))
        parts, waiting = list[Ints](), [np.arange(len(values))]
        while waiting:
            rows = waiting.pop()
            halves = _halves(values[rows], fewest)
            if halves is None:
                parts.append(rows)
            else:
                waiting += [rows[~halves], rows[halves]]
        return cls(
            means=np.array([values[rows].mean(axis=0) for rows in parts]),
            spreads=np.array([values[rows].std(axis=0) for rows in parts]),
        )

    def stand_ins(self) -> Floats:
        """Return (3 lots, features) made rows: three for each lot, that have its mean and its spread."""
        dice = np.random.default_rng(0)
        lots, features = self.means.shape
        order = dice.permuted(np.tile(_STAND_INS, (lots, features, 1)), axis=2)
        made = self.means[:, :, None] + order * self.spreads[:, :, None]
        return np.asarray(made.transpose(0, 2, 1).reshape(-1, features))


def _halves(values: Floats, fewest: int) -> "np.ndarray[tuple[int], np.dtype[np.bool_]] | None":
    """Return (rows,) which rows are in the upper half; None where a half would be too small."""
    if len(values) < 2 * fewest:
        return None
    feature = values[:, int(values.var(axis=0).argmax())]
    upper = feature > (feature.min() + feature.max()) / 2
    if fewest <= np.count_nonzero(upper) <= len(values) - fewest:
        return np.asarray(upper)
    upper = np.zeros(len(values), dtype=bool)
    upper[np.argsort(feature, kind="stable")[len(values) // 2 :]] = True
    return upper
