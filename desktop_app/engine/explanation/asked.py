"""A model asked about some rows of a table, as they are and with their cells changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.model import AnyModel

_AT_ONCE = 8_000  # rows: of fewer each call costs more than its rows, of more the features fill the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Rows that a model answers with one number each: the chance of one class, or the amount."""

    model: AnyModel
    cells: Cells  # of the rows that are asked
    place: int  # of the class whose chance is meant; 0 for an amount
    answers: Floats  # (rows,) for the cells as they are
    seed: int

    @classmethod
    def about(cls, model: AnyModel, cells: Cells, place: int | None, seed: int) -> "Asked":
        """Return the rows with their answers; without a *place* the class whose chance varies most."""
        answers = np.concatenate(list(answers_to(model, [cells])))
        if place is None:
            place = int(np.argmax(answers.std(axis=0)))
        return cls(model=model, cells=cells, place=place, answers=answers[:, place], seed=seed)

    def again(self, several: Iterable[Cells]) -> Iterator[Floats]:
        """Yield (rows,) numbers for each of several tables of changed cells."""
        for answers in answers_to(self.model, several):
            yield answers[:, self.place]

    def take(self, rows: Ints) -> "Asked":
        """Return some of the rows."""
        return replace(self, cells=self.cells.take(rows), answers=self.answers[rows])

    @property
    def are_chances(self) -> bool:
        """Whether the numbers are chances and not amounts."""
        return self.model.classes > 0


def answers_to(model: AnyModel, several: Iterable[Cells]) -> Iterator[Floats]:
    """Yield the (rows, answers) of a model to each of several tables of the same columns and levels."""
    waiting: list[Cells] = []
    for cells in several:
        waiting.append(cells)
        if sum(map(len, waiting)) >= _AT_ONCE:
            yield from _at_once(model, waiting)
            waiting = []
    if waiting:
        yield from _at_once(model, waiting)


def _at_once(model: AnyModel, tables: list[Cells]) -> list[Floats]:
    ends = np.cumsum([len(cells) for cells in tables])[:-1]
    return np.split(model.answers(Cells.stacked(tables)), ends)
