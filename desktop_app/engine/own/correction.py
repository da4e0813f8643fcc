"""What each group adds to the answers of the pooled model, as it is kept and asked."""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.features.preparation import Form, Preparation

FORM: Form = "curves"  # of the features: as for lines, with sums of words instead of single words
_CHUNK = 4_096  # rows whose weights are held at a time
_TINY = 1e-12  # the least chance whose logarithm is taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """A correction for each group: of an amount, or of the logarithms of the chances of classes."""

    column: str  # whose value says which group a row is of
    names: tuple[str, ...]  # of the groups that have one; all others have the pooled model
    features: Ints  # places of those features that corrections go along, among those of FORM
    weights: Floats  # (groups, 1 + features, answers); the first is the level
    shares: Floats  # (groups,): how much is the group's own, 0 to 1

    def corrected(self, answers: Floats, cells: Cells, preparation: Preparation) -> Floats:
        """Return the pooled *answers* (rows, answers) to some cells with what their groups add."""
        places = places_of(cells, self.column, self.names)
        found = np.array(answers, dtype=np.float64)
        rows = np.flatnonzero(places >= 0)
        for start in range(0, len(rows), _CHUNK):
            some = rows[start : start + _CHUNK]
            lines = lines_of(preparation, cells.take(some), self.features)
            added = np.stack(
                [np.sum(lines * part[places[some]], axis=1) for part in np.moveaxis(self.weights, 2, 0)],
                axis=1,
            )
            found[some] = shifted(found[some], added)
        return found


def places_of(cells: Cells, column: str, names: tuple[str, ...]) -> Ints:
    """Return (rows,) the place of the group of each row among *names*; -1 where it is none of them."""
    known = {name: place for place, name in enumerate(names)}
    places: Ints = np.array(
        [*(known.get(level, -1) for level in cells.levels_of(column)), -1], dtype=np.int64
    )
    return np.asarray(places[cells.column(column)])  # an empty cell has the code -1: the last


def lines_of(preparation: Preparation, cells: Cells, features: Ints) -> Floats:
    """Return (rows, 1 + features): 1 for the level, and the features that corrections go along."""
    if not len(features):
        return np.ones((len(cells), 1))
    found = preparation.features(FORM, cells)[:, features]
    dense = found if isinstance(found, np.ndarray) else found.toarray()
    return np.concatenate([np.ones((len(cells), 1)), dense], axis=1)


def shifted(answers: Floats, added: Floats) -> Floats:
    """Return amounts with what is *added* (rows, answers), or chances whose logarithms it is added to.

    Where that is no number, since a file may hold any, the pooled answer stands.
    """
    if answers.shape[1] == 1:
        found = answers + added
    else:
        found = chances_of(np.log(np.maximum(answers, _TINY)) + added)
    is_one = np.isfinite(found).all(axis=1, keepdims=True)
    return np.asarray(np.where(is_one, found, answers))


def chances_of(logarithms: Floats) -> Floats:
    """Return (rows, classes) chances of logarithms up to a constant of each row.

    As scipy's softmax, which takes several times as long for the few rows of a group.
    """
    powers = np.exp(logarithms - logarithms.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))
