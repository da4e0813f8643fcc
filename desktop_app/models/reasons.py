"""What moved the answer to each row most: three cells a row, as files of answers have them.

The reasons are those of one row asked alone (`engine.explanation.contributions`), found for many at once:
the usual answer and what all columns add sum to the answer, of which the greatest amounts are told.
"""

from concurrent.futures import Executor
from pathlib import Path

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Ints
from desktop_app.engine.cells import Cells, read_cells
from desktop_app.engine.explanation.contributions import REST, Explaining
from desktop_app.engine.explanation.mixing import cell_of
from desktop_app.engine.predictor import Predictions
from desktop_app.models.cautions import Say, Texts
from desktop_app.models.opening import OpenedModel
from desktop_app.models.past_rows import read_past, rows_beside
from desktop_app.records.models import REASONS
from desktop_app.records.notices import Notice, Value
from desktop_app.tables.stored.storage import read_table

_CHANCE_DECIMALS = 2


class Reasons:
    """Tells of rows what moved their answers: the chance of the class that was answered, or the amount."""

    def __init__(self, model: OpenedModel, learned_from: Path | None, decimals: int) -> None:
        """*learned_from* is the folder of the rows to explain beside; amounts have so many *decimals*."""
        past = read_past(model, learned_from, read_table(learned_from)) if learned_from else None
        self._predictor = model.predictor
        self._digits = _CHANCE_DECIMALS if model.predictor.classes else decimals
        beside, seed = rows_beside(model, past), model.card.plan.seed
        self._explaining = Explaining(model.predictor.model, beside, seed, many=True)

    def texts(self, frame: pd.DataFrame, predictions: Predictions, say: Say, pool: Executor) -> list[Texts]:
        """Return three columns of texts, the strongest reason first; empty where a reason would be none."""
        rows = read_cells(frame, self._predictor.layout)
        found = self._explaining.of_rows(rows, self._places(predictions, len(rows)), pool)
        texts = [np.full(len(rows), "", dtype=np.object_) for _ in REASONS]
        # What stands for all columns that are not told apart is no reason.
        named = found.amounts[:, : len(found.names) - (REST in found.names)].round(self._digits)
        for column, strongest in zip(texts, np.argsort(-abs(named), axis=1, kind="stable").T, strict=False):
            for row, place in enumerate(strongest.tolist()):
                if amount := named[row, place]:
                    column[row] = say(self._reason(rows, row, found.names[place], amount))
        return texts

    def _reason(self, rows: Cells, row: int, name: str, amount: float) -> Notice:
        cell = cell_of(rows, row, name)
        values: dict[str, Value] = {"column": name, "amount": f"{amount:+.{self._digits}f}"}
        if cell is None:
            return Notice(code="moved.empty", values=values)
        return Notice(code="moved.value", values={**values, "value": cell})

    def _places(self, predictions: Predictions, rows: int) -> Ints:
        """Return (rows,) which class was answered."""
        if predictions.labels is None:
            return np.zeros(rows, dtype=np.int64)
        place = {name: number for number, name in enumerate(self._predictor.classes)}
        return np.array([place[label] for label in predictions.labels.tolist()], dtype=np.int64)
