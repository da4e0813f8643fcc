"""Cells made of points: the encoding the other way round, for rows that are told by their means alone."""

import numpy as np

from desktop_app.engine.anomalies.encoding import FAR, Encoding, Scale, Values
from desktop_app.engine.arrays import Codes, Floats
from desktop_app.engine.cells import LARGEST, Cells, Layout

_DIGITS = 3  # of a made number: it is told no more exactly
_STAND_INS = 3  # made rows of a lot
_OTHER = "\N{REPLACEMENT CHARACTER}"  # stands for all values that are not frequent


def cells_of(made: Floats, encoding: Encoding, layout: Layout) -> Cells:
    """Return the cells of made points (rows, features), of which three that follow each other are a lot."""
    count = len(encoding.scales)
    numbers = np.column_stack(
        [
            np.empty((len(made), 0)),
            *(_column(made[:, place], one) for place, one in enumerate(encoding.scales)),
        ]
    )
    codes, start = [], count
    for one in encoding.values:
        codes.append(_codes(made[:, start : start + len(one.frequent)], one))
        start += len(one.frequent)
    split = len(layout.numbers)
    return Cells(
        layout=layout,
        numbers=_rounded(numbers[:, :split]),
        days=np.floor(numbers[:, split:]),
        codes=np.column_stack([np.empty((len(made), 0), dtype=np.int32), *codes]).astype(np.int32),
        levels=tuple((*one.frequent, _OTHER) for one in encoding.values),
        texts=np.empty((len(made), 0), dtype=np.object_),
    )


def _column(feature: Floats, scale: Scale) -> Floats:
    """Return the numbers that give these features."""
    far = np.minimum(np.maximum(np.abs(feature), FAR), 20 * FAR)
    scaled = np.where(np.abs(feature) <= FAR, np.abs(feature), FAR * np.exp(far / FAR - 1))
    taken = np.sign(feature) * scaled * scale.spread + scale.center
    if scale.offset is not None:
        taken = np.exp(np.minimum(taken, np.log(LARGEST))) - scale.offset
    return np.clip(taken, -LARGEST, LARGEST)


def _rounded(numbers: Floats) -> Floats:
    with np.errstate(divide="ignore"):
        size = np.floor(np.log10(np.abs(numbers), out=np.zeros_like(numbers), where=numbers != 0))
    unit = 10.0 ** (size - _DIGITS + 1)
    return np.asarray(np.round(numbers / unit) * unit)


def _codes(shares: Floats, values: Values) -> Codes:
    """Return (rows,) a value for each row of a lot, so that they have the shares of the lot, about."""
    rows = len(shares)
    lots = shares.reshape(rows // _STAND_INS, _STAND_INS, len(values.frequent)).mean(axis=1)
    ends = np.cumsum(lots, axis=1)
    asked = (np.arange(_STAND_INS) + 0.5) / _STAND_INS
    found = (ends[:, None, :] < asked[None, :, None]).sum(axis=2)
    return np.asarray(found.reshape(-1), dtype=np.int32)
