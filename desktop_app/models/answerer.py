"""What answers batches of rows: the threads of this computer, or other hands that have the model once."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop_app.engine.arrays import Ints
from desktop_app.engine.cells import Cells, read_cells
from desktop_app.engine.predictor import Predictions, Predictor
from desktop_app.engine.workshop import Hands
from desktop_app.models.batches import Batch
from desktop_app.models.decided import decided
from desktop_app.models.opening import OpenedModel
from desktop_app.records.decisions import Decision
from desktop_app.tables.stored.storage import read_table

if TYPE_CHECKING:
    from desktop_app.engine.explanation.contributions import Explaining, ManyContributions

MOST_AHEAD = 200  # batches that others are at: a thread waits for each
CELLS_AHEAD = 24_000_000  # of all these batches, so that memory is bounded however many places there are


class BatchAnswers(NamedTuple):
    """The answers to some rows, and what moved each of them, where that is asked."""

    predictions: Predictions
    moved: "ManyContributions | None" = None


@dataclass(frozen=True, kw_only=True)
class Answerer:
    """All that the numbers of answers come from, wherever it is; words are said where the person is."""

    predictor: Predictor
    decision: Decision | None = None
    beside: Cells | None = None  # rows that answers are explained beside; None: nothing is explained
    seed: int = 0

    @cached_property
    def _explaining(self) -> "Explaining | None":
        if self.beside is None:
            return None
        from desktop_app.engine.explanation.contributions import Explaining  # few orders need it

        return Explaining(self.predictor.model, self.beside, self.seed, many=True)

    def answers(self, cells: Cells, pool: Executor | None = None) -> BatchAnswers:
        """Return an answer for each row; the threads of a *pool* may share them, the numbers are the same."""
        found = self.predictor.answer_cells(cells, pool)
        predictions = decided(found, self.predictor.classes, self.decision)
        if self._explaining is None:
            return BatchAnswers(predictions)
        places = self._places(predictions, len(cells))
        return BatchAnswers(predictions, self._explaining.of_rows(cells, places, pool))

    def _places(self, predictions: Predictions, rows: int) -> Ints:
        """Return (rows,) which class was answered."""
        if predictions.labels is None:
            return np.zeros(rows, dtype=np.int64)
        place = {name: number for number, name in enumerate(self.predictor.classes)}
        return np.array([place[label] for label in predictions.labels.tolist()], dtype=np.int64)


def answerer_of(
    model: OpenedModel, decision: Decision | None, *, explain: bool = False, learned_from: Path | None = None
) -> Answerer:
    """Return what answers with a model; to *explain*, beside the rows in the folder that it learned from."""
    if not explain:
        return Answerer(predictor=model.predictor, decision=decision)
    from desktop_app.models.past_rows import read_past, rows_beside  # which few orders need

    past = read_past(model, learned_from, read_table(learned_from)) if learned_from else None
    return Answerer(
        predictor=model.predictor,
        decision=decision,
        beside=rows_beside(model, past),
        seed=model.card.plan.seed,
    )


class AnsweredBatch(NamedTuple):
    """Some rows, their cells as the model reads them, and the answers."""

    batch: Batch
    cells: Cells
    found: BatchAnswers


def answered_in_turn(
    answerer: Answerer, batches: Iterable[Batch], hands: Hands, pool: Executor
) -> Iterator[AnsweredBatch]:
    """Yield the batches with their answers, in their order.

    Here the threads of the *pool* share each batch; of other *hands* each has one, and two wait for each.
    """
    layout = answerer.predictor.layout
    if not hands.places:
        for batch in batches:
            cells = read_cells(batch.frame, layout)
            yield AnsweredBatch(batch, cells, answerer.answers(cells, pool))
        return
    shared, most = hands.share(answerer), min(2 * hands.places, MOST_AHEAD)
    with ThreadPoolExecutor(most, thread_name_prefix="waiting") as waiting:
        ahead: deque[tuple[Batch, Cells, Future[BatchAnswers]]] = deque()
        for batch in batches:
            cells = read_cells(batch.frame, layout)
            ahead.append((batch, cells, waiting.submit(hands.do, Answerer.answers, shared, cells)))
            if len(ahead) >= min(most, CELLS_AHEAD // max(1, batch.frame.size)):
                yield _first(ahead)
        while ahead:
            yield _first(ahead)


def _first(ahead: deque[tuple[Batch, Cells, Future[BatchAnswers]]]) -> AnsweredBatch:
    batch, cells, future = ahead.popleft()
    return AnsweredBatch(batch, cells, future.result())
