"""How far cells are apart, each column from 0 to 1 (Gower, A general coefficient of similarity, 1971).

A number counts by its share of the range that nearly all rows lie in: the whole range, which Gower takes, is
mostly that of a few outliers. Two empty cells are alike, and an empty one is as far from any other as can be.
"""

import numpy as np

from desktop_app.engine.arrays import Flags, Floats

_ENDS = (0.05, 0.95)  # of the rows, between which nearly all lie


def spans(numbers: Floats) -> Floats:
    """Return (columns,) how far apart two numbers of a column (rows, columns) are that differ entirely."""
    found = np.ones(numbers.shape[1])
    for place in range(numbers.shape[1]):
        known = numbers[~np.isnan(numbers[:, place]), place]
        if known.size:
            low, high = np.quantile(known, _ENDS)
            found[place] = high - low or np.ptp(known) or 1.0
    return found


def gaps(numbers: Floats, other: Floats, span: Floats) -> Floats:
    """Return (rows, columns) how far numbers are from others, either of which may be a single row."""
    apart = np.minimum(np.abs(numbers - other) / span, 1.0)
    missing: Flags = np.isnan(numbers)
    return np.where(np.isnan(apart), missing != np.isnan(other), apart)
