"""A model that was made elsewhere, ready to answer: its graph, what it asks for, and what its numbers are."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from desktop_app.engine.arrays import Flags, Floats
from desktop_app.engine.brought.answering import answers_of
from desktop_app.engine.brought.feeding import Input, feeds_of
from desktop_app.engine.cells import LARGEST, Cells
from desktop_app.engine.kinds.runtime import Session
from desktop_app.records.brought import BroughtSchema


class Told(NamedTuple):
    """Answers (rows, classes or 1), and (rows,) which of them are the simplest guess instead."""

    answers: Floats
    are_guesses: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A graph that answers the rows of a table; where it gives no number, the simplest guess stands in."""

    content: bytes  # of the graph, as it came
    session: Session
    schema: BroughtSchema  # with the name of the result that is read
    inputs: tuple[Input, ...]
    at_once: int  # rows that are asked at a time, so that memory is bounded
    simplest: Floats  # (classes,) shares, or (1,) amount
    lowest: float = -LARGEST
    highest: float = LARGEST

    @property
    def classes(self) -> int:
        """How many it tells apart; 0 for a number."""
        return len(self.schema.classes)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that it reads."""
        return tuple(column.name for column in self.schema.columns)

    def answers(self, cells: Cells) -> Floats:
        """Return (rows, classes) probabilities, or (rows, 1) amounts. Raises ValueError, and MemoryError."""
        return self.told(cells).answers

    def told(self, cells: Cells) -> Told:
        """Return the answers, and which rows have none of the graph's own."""
        found = self.found(cells)
        are_guesses = np.asarray(~np.isfinite(found).all(axis=1))
        return Told(np.where(are_guesses[:, None], self.simplest, found), are_guesses)

    def found(self, cells: Cells) -> Floats:
        """Return the graph's own answers, NaN in rows where it gives none."""
        starts = range(0, len(cells), self.at_once)
        parts = [self._part(cells.take(slice(start, start + self.at_once))) for start in starts]
        return np.concatenate(parts) if parts else np.zeros((0, max(1, self.classes)))

    def _part(self, cells: Cells) -> Floats:
        """Return the answers to a few rows; none to one at which the graph stops."""
        try:
            return self._asked(cells)
        except ValueError:
            if len(cells) == 1:
                return np.full((1, max(1, self.classes)), np.nan)
        half = len(cells) // 2
        return np.concatenate([self._part(cells.take(part)) for part in (slice(half), slice(half, None))])

    def _asked(self, cells: Cells) -> Floats:
        output = self.schema.output
        found = self.session.answers(feeds_of(cells, self.inputs), [output.name])[output.name]
        answers = answers_of(found, output.form, self.schema.classes)
        if len(answers) != len(cells):
            raise ValueError("there is not one answer for each row")
        return answers
