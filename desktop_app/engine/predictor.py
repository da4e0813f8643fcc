"""What a training delivers: it reads a table and answers every row; it can be taken apart for a file."""

from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.engine.arrays import Flags, Floats
from desktop_app.engine.brought.model import Brought, Told
from desktop_app.engine.cells import Cells, Layout, read_cells
from desktop_app.engine.evaluation.intervals import Intervals
from desktop_app.engine.model import AnyModel, Model
from desktop_app.engine.parts import Parts, Whole, put_together, take_apart

__all__ = ["Parts", "Predictions", "Predictor"]

CHUNK = 10_240  # rows that a thread answers at a time: their features stay near the processor


@dataclass(frozen=True, slots=True, kw_only=True)
class Predictions:
    """The answers for the rows of a table: a class and its chances, or an amount and its 80 % range."""

    labels: npt.NDArray[np.object_] | None = None  # (rows,)
    probabilities: Floats | None = None  # (rows, classes)
    amounts: Floats | None = None  # (rows,)
    low: Floats | None = None
    high: Floats | None = None
    guessed: Flags | None = (
        None  # (rows,): for these the model has no answer, and the simplest guess stands in
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Predictor:
    """A model, the classes it tells apart, and the ranges beside its amounts."""

    layout: Layout  # the columns it reads
    classes: tuple[str, ...]  # empty for a number
    model: AnyModel
    intervals: Intervals | None = None

    @property
    def learned(self) -> Model:
        """The model that was learned here. Raises TypeError for one that was made elsewhere."""
        if not isinstance(self.model, Model):
            raise TypeError("it was made elsewhere")
        return self.model

    def answer(self, frame: pd.DataFrame, pool: Executor | None = None) -> Predictions:
        """Return an answer for each row; the columns as `engine.roles.reading` names them.

        With a *pool* (`engine.workshop`) its threads share the rows.
        """
        return self.answer_cells(read_cells(frame, self.layout), pool)

    def answer_cells(self, cells: Cells, pool: Executor | None = None) -> Predictions:
        """Return an answer for each row of cells."""
        told = self._in_chunks(cells, pool)
        found, guessed = told.answers, told.are_guesses if told.are_guesses.any() else None
        if self.classes:
            labels = np.array(self.classes, dtype=np.object_)[np.argmax(found, axis=1)]
            return Predictions(labels=labels, probabilities=found, guessed=guessed)
        amounts = found[:, 0]
        low, high = self._around(amounts, cells)
        lowest, highest = self.model.lowest, self.model.highest
        return Predictions(
            amounts=amounts,
            low=np.clip(low, lowest, highest),
            high=np.clip(high, lowest, highest),
            guessed=guessed,
        )

    def _around(self, amounts: Floats, cells: Cells) -> tuple[Floats, Floats]:
        if self.intervals is None:
            return amounts, amounts
        ends = self.intervals.around(amounts)
        return self.model.widened(ends, cells) if isinstance(self.model, Model) else ends

    def _told(self, cells: Cells) -> Told:
        if isinstance(self.model, Brought):
            return self.model.told(cells)
        return Told(self.model.answers(cells), np.zeros(len(cells), dtype=bool))

    def _in_chunks(self, cells: Cells, pool: Executor | None) -> Told:
        """Return the answers in the same chunks, whoever gives them: their size can tell in a last digit."""
        starts, each = range(0, max(1, len(cells)), CHUNK), pool.map if pool else map
        told = [*each(lambda start: self._told(cells.take(slice(start, start + CHUNK))), starts)]
        if len(told) == 1:
            return told[0]
        return Told(*(np.concatenate(parts) for parts in zip(*told, strict=True)))

    def to_parts(self) -> Parts:
        """Return all that is needed to build the same predictor again."""
        return take_apart(Whole(self.layout, self.classes, self.model, self.intervals))

    @classmethod
    def from_parts(cls, parts: Parts) -> "Predictor":
        """Return the predictor these parts make. Raises an error of Python's own where they do not fit."""
        whole = put_together(parts)
        return cls(layout=whole.layout, classes=whole.classes, model=whole.model, intervals=whole.intervals)
