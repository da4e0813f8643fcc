"""Pairs of columns whose effects do not simply add up: what one does depends on the other."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from desktop_app.engine.arrays import Floats, drawn
from desktop_app.engine.explanation.asked import Asked
from desktop_app.engine.explanation.binned import binned
from desktop_app.records.explained import Pair

MOST_COLUMNS = 5  # the strongest
MOST_PAIRS = 2
STRONG = 0.1  # H squared from which a pair is told of
MATTERS = 0.1  # of the spread of the answers, so much must not be the sum of both
_ROWS, _ROWS_OF_MEANS = 100, 400  # each is asked with the cells of each other one


@dataclass(frozen=True, slots=True, kw_only=True)
class _Strength:
    """How strongly two columns depend on each other."""

    first: str
    second: str
    share: float  # H squared
    beyond: float  # standard deviation of the part that is not the sum of both


def pairs_of(
    asked: Asked, names: Sequence[str], groups: Sequence[tuple[str, ...]], pool: Executor
) -> tuple[Pair, ...]:
    """Return the strongest pairs among the first five columns, at most two.

    Strength is Friedman's H squared (Friedman and Popescu, Predictive learning via rule ensembles, 2008) on
    at most 100 rows. Columns of one of the *groups* tell too much of each other: most of what they would be
    asked about together cannot be.
    """
    some = asked.take(drawn(len(asked.cells), _ROWS, asked.seed))
    names = [name for name in names if name not in asked.cells.layout.texts][:MOST_COLUMNS]
    alone = dict(zip(names, pool.map(lambda name: _means(some, (name,)), names), strict=True))
    couples = [
        couple for couple in combinations(names, 2) if not any(set(couple) <= set(group) for group in groups)
    ]
    strengths = pool.map(lambda couple: _strength(some, couple, alone), couples)
    spread = float(asked.answers.std())
    strong = [one for one in strengths if one.share >= STRONG and one.beyond >= MATTERS * spread]
    strong = sorted(strong, key=lambda one: -one.beyond)[:MOST_PAIRS]
    found = pool.map(lambda one: _pair(asked, one), strong)
    return tuple(pair for pair in found if pair)


def _strength(some: Asked, couple: tuple[str, str], alone: dict[str, Floats]) -> _Strength:
    both = _means(some, couple)
    beyond = both - alone[couple[0]] - alone[couple[1]]
    size = float((both**2).sum())
    share = float((beyond**2).sum()) / size if size > 0 else 0.0
    return _Strength(
        first=couple[0],
        second=couple[1],
        share=min(1.0, share),
        beyond=float(np.sqrt(np.mean(beyond**2))),
    )


def _means(some: Asked, names: Sequence[str]) -> Floats:
    """Return (rows,) the partial dependence on these columns at each row's own cells, 0 on average."""
    own = [some.cells.column(name) for name in names]
    codes = np.stack([np.unique(column, return_inverse=True)[1] for column in own], axis=1)
    _, first, places = np.unique(codes, axis=0, return_index=True, return_inverse=True)
    values = [[column[row] for column in own] for row in first.tolist()]
    found = _averages(some, names, values)[places.ravel()]
    return np.asarray(found - found.mean())


def _averages(asked: Asked, names: Sequence[str], several: Iterable[Sequence[Any]]) -> Floats:
    """Return for each of *several* values of these columns the mean answer when every row has them."""

    def changed(values: Sequence[Any]) -> Any:
        cells = asked.cells
        for name, value in zip(names, values, strict=True):
            cells = cells.with_column(name, value)
        return cells

    return np.array([answers.mean() for answers in asked.again(map(changed, several))])


def _pair(asked: Asked, strength: _Strength) -> Pair | None:
    """Return the average answers for bins of both columns; None where one has no two of them."""
    first, second = (binned(asked.cells, name) for name in (strength.first, strength.second))
    if min(len(first.values), len(second.values)) < 2:
        return None
    some = asked.take(drawn(len(asked.cells), _ROWS_OF_MEANS, asked.seed))
    values = [(one, other) for one in first.values for other in second.values]
    means = _averages(some, (strength.first, strength.second), values)
    rows = means.reshape(len(first.values), len(second.values)).tolist()
    return Pair(
        first=first.bins,
        second=second.bins,
        strength=strength.share,
        means=tuple(tuple(row) for row in rows),
    )
