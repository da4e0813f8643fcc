"""Models whose answers are a function that a test has written, asked about made rows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Floats
from desktop_app.engine.cells import Cells, Layout, read_cells
from desktop_app.engine.explanation.asked import Asked
from desktop_app.engine.model import Model

Function = Callable[[Cells], Any]


@dataclass(frozen=True, kw_only=True)
class ByHand(Model):
    """A model that answers what a function says: amounts, or the chance of the second of two classes."""

    function: Function

    def answers(self, cells: Cells) -> Floats:
        found = np.asarray(self.function(cells), dtype=np.float64)
        return np.stack([1 - found, found], axis=1) if self.classes else found[:, None]


def asked(frame: pd.DataFrame, function: Function, *, classes: int = 0) -> Asked:
    """Return the rows of a frame, asked of such a model; of two classes the chance of the second."""
    model = ByHand(
        simplest=np.full(max(1, classes), 0.5),
        weight=0.1,
        lowest=-1e9,
        highest=1e9,
        classes=classes,
        function=function,
    )
    kinds = {name: frame[name].dtype.kind for name in frame}
    layout = Layout(
        numbers=tuple(str(name) for name, kind in kinds.items() if kind == "f"),
        dates=tuple(str(name) for name, kind in kinds.items() if kind == "M"),
        categories=tuple(str(name) for name, kind in kinds.items() if kind == "O"),
    )
    return Asked.about(model, read_cells(frame, layout), 1 if classes else 0, seed=0)


def values_of(cells: Cells, name: str) -> Any:
    """Return the cells of a category as texts; None where one is empty."""
    levels = cells.levels[cells.layout.categories.index(name)]
    return np.array([None if code < 0 else levels[code] for code in cells.column(name)], dtype=object)
