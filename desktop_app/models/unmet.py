"""Rows of which two cells, each usual, never occurred together in the rows that a model learned from."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.engine.cells import Cells, Layout, read_cells
from desktop_app.engine.cells import layout_of as layout_of_roles
from desktop_app.engine.combinations import rows_unmet
from desktop_app.models.cautions import Say, Texts, added
from desktop_app.models.news import level_of
from desktop_app.records.models import MOST_LISTED, Feature, Schema, Unmet
from desktop_app.records.notices import Notice
from desktop_app.records.plans import Role

_ROLES: dict[str, Role] = {"number": "number", "date": "date", "category": "category", "yes/no": "category"}
_MOST_SAID = 2  # of a row: one wrong cell goes with nothing else in it


def layout_of(features: Sequence[Feature]) -> Layout:
    """Return the columns in which combinations are looked for, as the engine holds them."""
    return layout_of_roles({one.name: _ROLES[one.type] for one in features if one.type in _ROLES})


def with_unmet(texts: Texts, frame: pd.DataFrame, schema: Schema, say: Say) -> Texts:
    """Return the cautions of rows with what never occurred together in them, at most two pairs a row."""
    said = np.zeros(len(frame), dtype=np.int64)
    for pair, rows in rows_unmet(_cells(frame, schema), schema.combinations):
        told = rows[said[rows] < _MOST_SAID]
        said[told] += 1
        texts = added(texts, told, _notice(pair), say)
    return texts


def notices_of_unmet(frame: pd.DataFrame, schema: Schema) -> tuple[Notice, ...]:
    """Return the same of a frame of one row, as notices."""
    found = rows_unmet(_cells(frame, schema), schema.combinations)
    return tuple(_notice(pair) for pair, _rows in found)[:_MOST_SAID]


class UnmetCount:
    """How many rows of a table hold what never occurred together, and in which columns."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._rows = 0
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._looked_at = 0
        self.first: list[int] = []  # of these rows

    def add(self, frame: pd.DataFrame) -> None:
        """Count the rows of a batch."""
        is_unmet: npt.NDArray[np.bool_] = np.zeros(len(frame), dtype=np.bool_)
        for pair, rows in rows_unmet(_cells(frame, self._schema), self._schema.combinations):
            is_unmet[rows] = True
            self._pairs[pair.first, pair.second] += len(rows)
        self._rows += int(np.count_nonzero(is_unmet))
        more = np.flatnonzero(is_unmet)[: MOST_LISTED - len(self.first)]
        self.first += (self._looked_at + more).tolist()
        self._looked_at += len(frame)

    def notices(self, rows: int) -> list[Notice]:
        """Return how many of so many rows there are: a caution where they are more than chance brings."""
        if not self._rows:
            return []
        ((column, other), _count), *_others = self._pairs.most_common(1)
        return [
            Notice(
                code="check.combination",
                values={"count": self._rows, "column": column, "other": other},
                columns=(column, other),
                level=level_of(self._rows, rows),
            )
        ]


def _cells(frame: pd.DataFrame, schema: Schema) -> Cells:
    used = {one.column for one in schema.combinations.steps}
    return read_cells(frame, layout_of([one for one in schema.features if one.name in used]))


def _notice(pair: Unmet) -> Notice:
    return Notice(code="caution.combination", values={"column": pair.first, "other": pair.second})
