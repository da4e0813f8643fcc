"""How clearly a word goes with an answer: by its odds in rows with it and without, and by chance alone."""

import numpy as np
from scipy.special import gammaln

from desktop_app.engine.arrays import Flags, Floats, Ints

_PRIOR = 20.0  # rows that are taken to hold each word as often as all rows do
_RANGE = 1.96  # standard errors: of 95 of 100 ranges


def surely(found: Floats, others: Floats, rows: Floats, rest: Floats) -> Floats:
    """Return by how much the log-odds of each word are higher in rows with an answer, at the least.

    *found* (words, answers) of *rows* (answers,) with an answer hold the word, and *others* of the *rest*.
    Log-odds with an informative Dirichlet prior, where a row either holds a word or not: Monroe, Colaresi and
    Quinn, Fightin' words: lexical feature selection and evaluation for identifying the content of political
    conflict, 2008. They order words by the difference in its standard errors, which puts frequent words first
    that say little ("to"); here the low end of its 95 % range does, and is 0 or less where it holds nothing.
    """
    usual = _PRIOR * (found + others) / (rows + rest)
    inside, outside = found + usual, others + usual
    with np.errstate(divide="ignore", invalid="ignore"):
        difference = np.log(inside / (rows + _PRIOR - inside)) - np.log(outside / (rest + _PRIOR - outside))
        least = difference - _RANGE * np.sqrt(1 / inside + 1 / outside)
    return np.nan_to_num(least, nan=0.0, posinf=0.0, neginf=0.0)


def by_chance(found: int, holding: int, rows: int, of: int) -> float:
    """Return how often chance alone lets so many of *rows*, or more, hold what *holding* of all rows hold.

    The one-sided exact test of Fisher, The design of experiments, 1935.
    """
    most = min(holding, rows)
    if found <= max(0, holding + rows - of):
        return 1.0
    counts = np.arange(found, most + 1)
    ways = _ways(rows, counts) + _ways(of - rows, holding - counts) - _ways(of, np.array([holding]))
    return float(min(1.0, np.exp(ways).sum()))


def _ways(of: int, some: Ints) -> Floats:
    """Return the logarithm of the ways to choose *some* out of so many."""
    return np.asarray(gammaln(of + 1) - gammaln(some + 1) - gammaln(of - some + 1))


def beyond_chance(chances: Floats, outside: float) -> Flags:
    """Return which tests hold where together chance may bring one in *outside* of all tables.

    Holm, A simple sequentially rejective multiple test procedure, 1979.
    """
    order = np.argsort(chances, kind="stable")
    limits = outside / np.arange(len(chances), 0, -1)
    holds = np.logical_and.accumulate(chances[order] <= limits)
    found = np.zeros(len(chances), dtype=np.bool_)
    found[order[holds]] = True
    return found
