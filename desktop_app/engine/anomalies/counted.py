"""How many rows have an empty cell or a value, so that a reason can say how rare it is."""

from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.cells import Cells

FEW = 5  # rows: a value that fewer share may point to a person


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The counts of a table."""

    rows: int
    empty: dict[str, int]  # a column
    values: dict[str, dict[str, int]]  # a category and value
    few: int = 0  # values of fewer rows are not held; 0: all are

    @classmethod
    def of(cls, cells: Cells) -> "Counted":
        """Return the counts of these rows."""
        names = (*cells.layout.numbers, *cells.layout.dates, *cells.layout.categories)
        values = {}
        for place, name in enumerate(cells.layout.categories):
            codes, levels = cells.codes[:, place], cells.levels[place]
            counts = np.bincount(codes[codes >= 0], minlength=len(levels))
            values[name] = dict(zip(levels, counts.tolist(), strict=True))
        empty = {name: int(np.count_nonzero(cells.is_empty(name))) for name in names}
        return cls(rows=len(cells), empty=empty, values=values)

    def without_few(self) -> "Counted":
        """Return the same without values that few rows share."""
        values = {
            name: {value: count for value, count in counts.items() if count >= FEW}
            for name, counts in self.values.items()
        }
        return replace(self, values=values, few=FEW)

    def having(self, name: str, value: str) -> int:
        """Return how many rows have this value; 0 where that is not held."""
        return self.values[name].get(value, 0)
