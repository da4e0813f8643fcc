"""From the cells of a row to the features that each kind of model reads, as formulas.

What is done to each is said in `engine.features`.
"""

from typing import Any

import numpy as np

from desktop_app.engine.features.numbers import FARTHEST
from desktop_app.models.handover.portable import Plain
from desktop_app.models.handover.workbook.cells import Learned, Work, number
from desktop_app.models.handover.workbook.dates import circles_of, parts_of
from desktop_app.models.handover.workbook.inputs import Inputs
from desktop_app.models.handover.workbook.lines import ranked

GAP_LEFT, GAP_RIGHT = "-1E+300", "1E+300"  # below and above all that a cell may be


class Features:
    """The features of each form, written once."""

    def __init__(self, work: Work, learned: Learned, model: Plain, inputs: Inputs) -> None:
        self._work, self._learned = work, learned
        self._prepared, layout = model["prepared"], model["layout"]
        self._numbers = [(name, inputs.cells[name]) for name in layout["numbers"]]
        self._days = [(name, inputs.cells[name]) for name in layout["dates"]]
        self._codes = [(name, inputs.cells[name]) for name in layout["categories"]]
        self._timed = [day for day, has in zip(self._days, self._prepared["hours"], strict=True) if has]
        self._made: dict[str, Any] = {}
        self._gaps: dict[tuple[str, str], str] = {}

    def as_range(self) -> str:
        """Return the range of the features of lines and curves."""
        if "lines" not in self._made:
            self._made["lines"] = self._work.add_all("feature", self._lines())
        return str(self._made["lines"])

    def as_cells(self, form: str) -> list[str]:
        """Return the cells of the features of trees; a missing one is an empty text."""
        if form not in self._made:
            self._made[form] = self._plain() if form == "plain" else self._for_trees(form)
        return list(self._made[form])

    def with_gap(self, cell: str, gap: str) -> str:
        """Return the cell in which a feature stands, or where it is missing, a number beyond all others."""
        if (cell, gap) not in self._gaps:
            self._gaps[cell, gap] = self._work.add("or a gap", f'IF({cell}="",{gap},{cell})')
        return self._gaps[cell, gap]

    def _plain(self) -> list[str]:
        return [cell for _, cell in (*self._numbers, *self._days)] + self._with_none("new")

    def _with_none(self, new: str) -> list[str]:
        """Return the places of categories, nothing where they are empty; a new one is -1, or one more."""
        if f"codes {new}" not in self._made:
            self._made[f"codes {new}"] = [
                self._work.add(f"{name}: or nothing", _code(cell, len(levels), new))
                for (name, cell), levels in zip(self._codes, self._prepared["levels"], strict=True)
            ]
        return list(self._made[f"codes {new}"])

    def _for_trees(self, form: str) -> list[str]:
        if "cells" not in self._made:
            parts = [*self._parts()]
            # Days are fractions, and so are numbers; all other parts are whole and small.
            singles = [self._single(name, cell) for name, cell in (*self._numbers, *parts[: len(self._days)])]
            rest = [cell for _, cell in parts[len(self._days) :]]
            self._made["cells"] = [*singles, *rest, *self._with_none("one more")]
        found = list(self._made["cells"])
        width = len(found)
        if form == "means":
            found += self._means()
        strongest = self._prepared["strongest"]
        if strongest is None:
            return found
        kept = strongest if form == "means" else strongest[strongest < width]
        return [found[place] for place in kept.tolist()]

    def _single(self, name: str, cell: str) -> str:
        """Return the number in single precision, as trees compare it: halves go to the even step."""
        power = f"2^(INT(LOG(ABS({cell}),2))-23)"
        steps = self._work.add(f"{name}: steps", f'IF({cell}="","",IF({cell}=0,0,{cell}/{power}))')
        whole = f"IF(MOD({steps},1)=0.5,2*ROUND({steps}/2,0),ROUND({steps},0))"
        return self._work.add(f"{name}: single", f'IF({cell}="","",IF({cell}=0,0,{whole}*{power}))')

    def _parts(self) -> list[tuple[str, str]]:
        if "parts" not in self._made:
            self._made["parts"] = parts_of(self._work, self._days, self._timed)
        return list(self._made["parts"])

    def _means(self) -> list[str]:
        means = self._prepared["means"]
        table = np.column_stack([means["means"], means["counts"]]).astype(np.float32).astype(np.float64)
        found = []
        for place, column in enumerate(means["columns"].tolist()):
            name, cell = self._codes[column]
            for one in table[means["starts"][place] : means["starts"][place + 1]].T:
                known = self._learned.row(f"{name}: usual answers", one)
                found.append(self._work.add(f"{name}: usual answer", f"INDEX({known},{cell}+1)"))
        return found

    def _lines(self) -> list[str]:
        prepared = self._prepared
        found = self._scaled(self._numbers, prepared["numbers"]) if self._numbers else []
        if self._days:
            found += self._scaled(self._parts(), prepared["dates"]) + circles_of(self._days, self._timed)
        wides = zip(self._codes, prepared["levels"], prepared["wide"].tolist(), strict=True)
        for (_, cell), levels, wide in wides:
            new, none = f"IF({cell}>={wide},IF({cell}<={len(levels)},1,0),0)", len(levels) + 1
            ones = [f"IF({cell}={place},1,0)" for place in (*range(wide), none)]
            found += [*ones[:-1], new, ones[-1]]
        return found

    def _scaled(self, cells: list[tuple[str, str]], known: Plain) -> list[str]:
        filled = [
            (name, self._work.add(f"{name}: filled", f'IF({cell}="",{number(center)},{cell})'))
            for (name, cell), center in zip(cells, known["centers"], strict=True)
        ]
        parts = [
            f"MAX(-{number(FARTHEST)},MIN({number(FARTHEST)},({cell}-{number(center)})/{number(spread)}))"
            for (_, cell), center, spread in zip(filled, known["centers"], known["spreads"], strict=True)
        ]
        if known["knots"].size:
            parts += [
                ranked(self._work, self._learned, name, cell, (knots, known["ranks"]))
                for (name, cell), knots in zip(filled, known["knots"], strict=True)
            ]
        return parts + [f'IF({cells[place][1]}="",1,0)' for place in known["gaps"].tolist()]


def _code(cell: str, levels: int, new: str) -> str:
    known = f"IF({cell}={levels},-1,{cell})" if new == "new" else cell
    return f'IF({cell}={levels + 1},"",{known})'
