"""Things with all their rows dealt into parts: about as many rows in each, and answers of all sizes."""

import numpy as np

from desktop_app.engine.arrays import Floats, Ints

FEWEST_IN_PART = 2  # things, where only a part of them is ever tested: of one alone no range could be told
_BANDS = 10  # of the answers
_ONE_BY_ONE = 1_000  # of the largest things; the others are so small that turns make equal shares


def parts_of(groups: Ints, parts: int, *, each: int = 1) -> int:
    """Return into how many parts things can be dealt so that each gets *each* of them."""
    return max(2, min(parts, len(np.unique(groups)) // each))


def deal_groups(groups: Ints, levels: Floats, parts: int, random: np.random.Generator) -> Ints:
    """Return the part of each row; *levels* tell how large or which the answer of a row is.

    The first part is the one whose share of the rows is nearest to an equal one.
    """
    _, group, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    count, means = len(sizes), np.bincount(group, levels) / sizes
    bands = int(np.clip(count // (2 * parts), 1, _BANDS))
    band = np.empty(count, dtype=np.int64)
    band[np.lexsort((random.permutation(count), means))] = np.arange(count) * bands // count
    largest = np.lexsort((random.permutation(count), -sizes))
    places = np.empty(count, dtype=np.int64)
    places[largest[:_ONE_BY_ONE]] = _one_by_one(sizes, band, largest[:_ONE_BY_ONE], parts)
    rest = largest[_ONE_BY_ONE:]
    # There and back again, so that no part always gets the larger one of its neighbours.
    turn, step = np.divmod(np.arange(len(rest)), parts)
    places[rest[np.argsort(band[rest], kind="stable")]] = np.where(turn % 2 == 0, step, parts - 1 - step)
    return np.asarray(_nearest_first(places, sizes, parts, random)[places][group])


def _one_by_one(sizes: Ints, band: Ints, order: Ints, parts: int) -> Ints:
    """Return the part of each thing, the largest first: where its kind of answer and all rows lack most."""
    rows, of_band = np.zeros(parts), np.zeros((int(band.max()) + 1, parts))
    whole, whole_of_band = sizes.sum(), np.bincount(band, sizes)
    places = np.empty(len(order), dtype=np.int64)
    for turn, thing in enumerate(order.tolist()):
        kind, size = band[thing], sizes[thing]
        place = int(np.argmin(rows / whole + of_band[kind] / whole_of_band[kind] / len(whole_of_band)))
        places[turn] = place
        rows[place] += size
        of_band[kind, place] += size
    return places


def _nearest_first(places: Ints, sizes: Ints, parts: int, random: np.random.Generator) -> Ints:
    """Return a new number for each part: 0 for the one nearest to an equal share, of several things."""
    rows, things = np.bincount(places, sizes, minlength=parts), np.bincount(places, minlength=parts)
    far = np.abs(rows - sizes.sum() / parts)
    named = np.empty(parts, dtype=np.int64)
    named[np.lexsort((random.permutation(parts), far, things < FEWEST_IN_PART))] = np.arange(parts)
    return named
