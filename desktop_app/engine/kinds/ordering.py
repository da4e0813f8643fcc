"""Kinds in the order of what they answer, so that a tree can ask whether a row is of one of some kinds.

For two classes or a number that finds the best such question; for more classes the order is that of the first
principal component of their shares (Coppersmith, Hong and Hosking, Partitioning nominal attributes in
decision trees, 1999).
"""

from collections.abc import Iterable, Mapping

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.kinds.kind import Lesson

MOST_KINDS = 30  # of a column: a longer list fits on no page
_LEANING = 10.0  # rows by which a kind leans on the mean of all
RARE = -1  # the code of kinds that hardly any row has
_RARE_COUNTS = 2  # so much, that rare kinds never make up an answer of their own


def ranks_of(learn: Lesson, places: Iterable[int], classes: int) -> dict[int, Ints]:
    """Return the rank of each code of the features at *places*, -1 for a code that no row has.

    A feature of more kinds than fit on a page, the rare ones among them, has none.
    """
    wanted = learn.values[:, None] if not classes else np.eye(classes)[learn.values.astype(np.int64)]
    wanted = np.asarray(wanted, dtype=np.float64)
    found: dict[int, Ints] = {}
    for place in places:
        cells = learn.features[:, place]
        codes = cells[~np.isnan(cells)].astype(np.int64)
        kinds = len(np.unique(codes[codes >= 0]))
        if 0 < kinds <= MOST_KINDS - _RARE_COUNTS * np.count_nonzero(codes == RARE):
            known = wanted[~np.isnan(cells)][codes >= 0]
            found[place] = _ranks(codes[codes >= 0], known, wanted.mean(axis=0))
    return found


def with_ranks(features: Floats, places: Iterable[int], ranks: Mapping[int, Ints]) -> Floats:
    """Return features with ranks instead of codes; rare kinds are where the most frequent one is.

    A feature without ranks holds nothing.
    """
    found = np.array(features, dtype=np.float64)
    for place in places:
        if place not in ranks:
            found[:, place] = 0.0
            continue
        known = np.flatnonzero(~np.isnan(found[:, place]))
        codes = found[known, place].astype(np.int64)
        often = int(np.argmax(np.bincount(codes[codes >= 0])))
        found[known, place] = ranks[place][np.where(codes < 0, often, codes)]
    return found


def _ranks(codes: Ints, wanted: Floats, usual: Floats) -> Ints:
    counts = np.bincount(codes)
    sums = np.stack([np.bincount(codes, weights=column) for column in wanted.T], axis=1)
    away = (sums - counts[:, None] * usual) / (counts[:, None] + _LEANING)
    direction = np.linalg.svd(np.sqrt(counts)[:, None] * away, full_matrices=False)[2][0]
    scores = away @ direction * np.sign(direction[np.argmax(np.abs(direction))])
    order = np.argsort(np.where(counts > 0, scores, np.inf), kind="stable")
    ranks = np.full(len(counts), RARE, dtype=np.int64)
    seen = order[: np.count_nonzero(counts)]
    ranks[seen] = np.arange(len(seen))
    return ranks
