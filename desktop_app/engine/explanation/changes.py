"""The nearest change of a few cells that brings about another answer.

Few cells count before small moves, and only values that occur in other rows are tried (Wachter et al.,
Counterfactual explanations without opening the black box, 2018; Guidotti, Counterfactual explanations and how
to find them, 2022). A beam search: one cell, then two, then three, each time from the most promising on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.explanation.gower import gaps, spans
from desktop_app.engine.explanation.mixing import OWN, assembled, on_one_list
from desktop_app.engine.explanation.wished import Ahead
from desktop_app.engine.model import AnyModel

MOST_CELLS = 3  # that change
MOST_COLUMNS = 30  # that are looked at
_VALUES = 16  # of a column that are tried
_BEAM = 15  # changes that are gone on from
_BETWEEN, _LOOKS = 60, 3  # values of a column between two, to find the nearest that will do, and how often
_CELLS = 4_000_000  # of rows that a model is asked about at once


@dataclass(frozen=True, slots=True, kw_only=True)
class _Options:
    """Single cells that may become another row's."""

    columns: Ints  # (options,) their places among those that may change
    donors: Ints  # (options,) the rows that they are from
    moves: Floats  # (options,) how far they are from the row's own, 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Changes:
    """Some ways to change the row, and what comes of them."""

    places: Ints  # (changes, columns that may change): whose cell, or OWN
    moves: Floats  # (changes,) how far all cells together move
    ahead: Floats  # (changes,)

    def take(self, rows: Ints) -> "_Changes":
        """Return some of them."""
        return _Changes(places=self.places[rows], moves=self.moves[rows], ahead=self.ahead[rows])

    @property
    def nearest(self) -> int | None:
        """The one that moves least of those that will do."""
        will_do = np.flatnonzero(self.ahead > 0)
        return int(will_do[np.argmin(self.moves[will_do])]) if will_do.size else None


def nearest_change(
    model: AnyModel, row: Cells, past: Cells, allowed: Sequence[str], ahead: Ahead
) -> Cells | None:
    """Return the row with as few and as small changes as are found, of the columns that are *allowed*.

    Values come from *past* rows. Nothing where no change will do, or where the row needs none.
    """
    past, row = on_one_list(past, row)
    # A text that would help is none that the person could write.
    names = [name for name in allowed if name in row.layout.names and name not in row.layout.texts]
    return _Search(model, row, past, names[:MOST_COLUMNS], ahead).few_cells()


class _Search:
    """Asks a model about one row with other rows' cells in it."""

    def __init__(self, model: AnyModel, row: Cells, past: Cells, names: Sequence[str], ahead: Ahead) -> None:
        self._model, self._row, self._past, self._names, self._ahead = model, row, past, names, ahead

    def few_cells(self) -> Cells | None:
        """Return the row with as few cells changed as will do, each as little as will do."""
        beam = self._tried(np.full((1, len(self._names)), OWN), np.zeros(1))
        if beam.nearest is not None:  # the row as it is
            return None
        options = _options(self._row, self._past, self._names)
        for _ in range(MOST_CELLS):
            tried = self._gone_on(beam, options)
            if not len(tried.moves):
                return None
            if tried.nearest is not None:
                found = self._nearer(self._fewer(tried.places[tried.nearest]))
                return self._rows(found[None])
            beam = _most_promising(tried)
        return None

    def _gone_on(self, beam: _Changes, options: _Options) -> _Changes:
        """Return each change of the beam with one more cell."""
        one, other = np.divmod(np.arange(len(beam.moves) * len(options.moves)), max(1, len(options.moves)))
        is_new = beam.places[one, options.columns[other]] == OWN
        one, other = one[is_new], other[is_new]
        places = beam.places[one]
        places[np.arange(len(one)), options.columns[other]] = options.donors[other]
        return self._tried(places, beam.moves[one] + options.moves[other])

    def _tried(self, places: Ints, moves: Floats) -> _Changes:
        """Ask the model, about as many rows at once as the memory holds of a wide table."""
        step = max(100, _CELLS // len(self._row.layout.names))
        parts = [places[start : start + step] for start in range(0, len(places), step)]
        ahead = [self._ahead(self._model.answers(self._rows(part))) for part in parts]
        return _Changes(places=places, moves=moves, ahead=np.concatenate([np.empty(0), *ahead]))

    def _rows(self, places: Ints) -> Cells:
        return assembled(self._row, self._past, self._names, places)

    def _fewer(self, places: Ints) -> Ints:
        """Leave out what is not needed: the beam may have missed that."""
        for column in np.flatnonzero(places != OWN).tolist():
            without = places.copy()
            without[column] = OWN
            if self._tried(without[None], np.zeros(1)).nearest is not None:
                places = without
        return places

    def _nearer(self, places: Ints) -> Ints:
        """Bring numbers and days as near to the row's own as will do, one after the other."""
        for column in np.flatnonzero(places != OWN).tolist():
            if self._names[column] not in self._row.layout.categories:
                places = self._no_farther(places, column)
        return places

    def _no_farther(self, places: Ints, column: int) -> Ints:
        """Look between the row's own number and the one that will do, then more closely."""
        values = self._past.column(self._names[column])
        own = start = float(self._row.column(self._names[column])[0])
        for _ in range(_LOOKS):
            donors = _between(values, start, float(values[places[column]]))
            several = np.tile(places, (len(donors), 1))
            several[:, column] = donors
            tried = self._tried(several, np.abs(values[donors] - own))
            too_near = tried.moves
            if tried.nearest is not None:
                places = several[tried.nearest]
                too_near = tried.moves[tried.moves < tried.moves[tried.nearest]]
            if not len(too_near):
                break
            start = own + np.copysign(too_near.max(), values[places[column]] - own)
        return places


def _most_promising(tried: _Changes) -> _Changes:
    """Return the changes that come farthest: the best one of each set of columns."""
    seen: set[bytes] = set()
    kept: list[int] = []
    for place in np.argsort(-tried.ahead, kind="stable").tolist():
        columns = (tried.places[place] != OWN).tobytes()
        if columns not in seen:
            seen.add(columns)
            kept.append(place)
        if len(kept) == _BEAM:
            break
    return tried.take(np.array(kept, dtype=np.int64))


def _options(row: Cells, past: Cells, names: Sequence[str]) -> _Options:
    """Return the cells that may be taken: quantiles of numbers and days, and frequent kinds."""
    columns, donors, moves = [np.empty(0, np.int64)], [np.empty(0, np.int64)], [np.empty(0)]
    for place, name in enumerate(names):
        found = _frequent(past, name) if name in row.layout.categories else _quantiles(past, name)
        apart = _moves(row, past, name, found)
        is_other = apart > 0
        donors.append(found[is_other])
        moves.append(apart[is_other])
        columns.append(np.full(len(donors[-1]), place))
    return _Options(
        columns=np.concatenate(columns), donors=np.concatenate(donors), moves=np.concatenate(moves)
    )


def _frequent(past: Cells, name: str) -> Ints:
    """Return a row for each of the most frequent kinds of a column."""
    codes = past.column(name)
    kinds, firsts, counts = np.unique(codes, return_index=True, return_counts=True)
    firsts, counts = firsts[kinds >= 0], counts[kinds >= 0]
    return np.asarray(firsts[np.argsort(-counts, kind="stable")][:_VALUES], dtype=np.int64)


def _quantiles(past: Cells, name: str) -> Ints:
    """Return rows with the quantiles of a column of numbers or days, each value once."""
    values = past.column(name)
    order = np.argsort(values, kind="stable")[: np.count_nonzero(~np.isnan(values))]  # empty ones are last
    rows = order[_even(len(order), _VALUES)]
    return rows[np.unique(values[rows], return_index=True)[1]]


def _between(values: Floats, start: float, end: float) -> Ints:
    """Return rows with values between two others, each value once and not too many of them."""
    low, high = min(start, end), max(start, end)
    rows = np.flatnonzero((values > low) & (values < high))
    rows = rows[np.unique(values[rows], return_index=True)[1]]
    return rows[_even(len(rows), _BETWEEN)]


def _even(count: int, most: int) -> Ints:
    """Return at most so many places among *count*, evenly spread, both ends among them."""
    places = np.linspace(0, max(0, count - 1), most)
    return np.unique(np.rint(places).astype(np.int64))[:count]


def _moves(row: Cells, past: Cells, name: str, rows: Ints) -> Floats:
    """Return how far the cells of some rows are from the row's own, 0 to 1."""
    values, own = past.column(name)[rows], row.column(name)
    if name in row.layout.categories:
        return np.asarray(values != own, dtype=np.float64)
    span = spans(past.column(name)[:, None])
    return np.asarray(gaps(values[:, None], own[None], span)[:, 0])
