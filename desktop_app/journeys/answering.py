"""Hold a model open and answer small questions about single rows."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path

import numpy as np
from threadpoolctl import ThreadpoolController

from desktop_app.engine.cells import Cells
from desktop_app.engine.explanation.changes import nearest_change
from desktop_app.engine.explanation.contributions import REST, Explaining
from desktop_app.engine.explanation.mixing import cell_of
from desktop_app.engine.explanation.similar import Likeness
from desktop_app.engine.explanation.wished import Ahead, from_chance, likeliest, more_than, other_than
from desktop_app.errors import NotFoundError, UsageError
from desktop_app.journeys.journey import Answering
from desktop_app.models.one_row import answered, cautions_of_row, cells_of_row, frame_of
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.models.past_rows import (
    Past,
    read_past,
    row_of_table,
    rows_beside,
    told_rows,
    weights_for,
)
from desktop_app.records.asking import Ask, Cell, Changed, Like, Opening, Reason, Reply, Why
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json
from desktop_app.records.tables import LONGEST_VALUE, Table
from desktop_app.tables.duck import sharing
from desktop_app.tables.stored.storage import read_table

MOST_LIKE = 10  # past rows
_MOST_SHOWN = 40  # columns of each


def open_for_questions(params: dict[str, JSON], folder: Path, _report: Report) -> Answering:
    """Return what answers questions about a model. Raises ModelError where it is refused."""
    opening = from_json(Opening, params)
    model = open_model(Path(opening.model), opening.trust)
    with sharing(folder):
        held = _Open(model, Path(opening.table_folder) if opening.table_folder else None)
    threads = ThreadpoolController()

    def answering(question: Ask) -> Reply:
        # To wake a second thread for each tree takes longer than the few rows that it would answer.
        with threads.limit(limits=1):
            return held.answer(question)

    return answering


class _Open:
    """A model, and the rows that it learned from where they are there."""

    def __init__(self, model: OpenedModel, folder: Path | None) -> None:
        self._model, self._folder = model, folder
        self._table = _table_in(folder)
        self._past = read_past(model, folder, self._table) if folder and self._table else None
        self._explaining = Explaining(model.predictor.model, rows_beside(model, self._past), self._seed)

    def answer(self, question: Ask) -> Reply:
        """Return what was asked for. Raises UsageError for what is no row, NotFoundError if it is gone."""
        if question.about == "row":
            return self._row(question.row)
        frame = frame_of(self._model.card, question.cells)
        row = cells_of_row(self._model, frame)
        match question.about:
            case "similar":
                return self._similar(row)
            case "change":
                return self._change(row, question)
        said = answered(self._model, row, question.decision)
        why = self._why(row, said) if question.why else None
        return replace(said, why=why, cautions=cautions_of_row(self._model, frame))

    @property
    def _seed(self) -> int:
        return self._model.card.plan.seed

    @cached_property
    def _donors(self) -> Cells:
        """The rows whose cells can take the place of a row's."""
        return self._past.cells if self._past else told_rows(self._model)

    @cached_property
    def _weights(self) -> dict[str, float]:
        return weights_for(self._model)

    def _why(self, row: Cells, said: Reply) -> Why:
        classes = self._model.predictor.classes
        found = self._explaining.of(row, classes.index(said.answer) if classes else 0)
        return Why(
            value=said.answer if classes else "",
            usual=found.usual,
            answer=found.answer,
            reasons=tuple(
                Reason(column=name, cell=None if name == REST else _shown(row, 0, name), amount=amount)
                for name, amount in found.amounts.items()
            ),
        )

    @cached_property
    def _likeness(self) -> Likeness | None:
        return Likeness(self._past.cells, self._weights, self._seed) if self._past else None

    def _similar(self, row: Cells) -> Reply:
        past, likeness = self._past, self._likeness
        if past is None or likeness is None:
            return Reply()
        distances = likeness.distances(row)
        return Reply(
            like=tuple(
                _like(past, likeness, place) for place in likeness.nearest(distances, MOST_LIKE).tolist()
            ),
            near=int(np.count_nonzero(distances <= likeness.usual)),
        )

    def _change(self, row: Cells, question: Ask) -> Reply:
        before = answered(self._model, row, question.decision)
        ahead = self._ahead(before, question)
        allowed = sorted(question.allowed, key=lambda name: -self._weights.get(name, 0.0))
        changed = nearest_change(self._model.predictor.model, row, self._donors, allowed, ahead)
        if changed is None:
            return before
        pairs = ((name, cell_of(row, 0, name), cell_of(changed, 0, name)) for name in row.layout.names)
        changes = tuple(
            Changed(column=name, before=cell, after=other) for name, cell, other in pairs if cell != other
        )
        return replace(answered(self._model, changed, question.decision), changes=changes)

    def _ahead(self, before: Reply, question: Ask) -> Ahead:
        """Return what says of answers whether they are as they are wished."""
        classes, decision = self._model.predictor.classes, question.decision
        if not classes:
            misses = self._model.card.evaluation.misses
            return more_than(before.amount or 0.0, misses.half if misses else 0.0, more=question.more)
        if question.wanted and question.wanted not in classes:
            raise UsageError("error.not_understood")
        if decision:  # about one of two classes, or it would have been refused
            wanted = question.wanted or next(name for name in classes if name != before.answer)
            is_value = wanted == decision.value
            return from_chance(classes.index(decision.value), decision.chance, on=is_value)
        if question.wanted:
            return likeliest(classes.index(question.wanted))
        return other_than(classes.index(before.answer))

    def _row(self, number: int) -> Reply:
        """Return the cells of a row of the table, and what came of it."""
        table, folder = self._table, self._folder
        if table is None or folder is None or _table_in(folder) is None or not 0 <= number < table.rows:
            raise NotFoundError("error.not_found")
        frame, outcome = row_of_table(self._model, folder, table, number)
        row = cells_of_row(self._model, frame)
        return Reply(answer=outcome, cells={name: cell_of(row, 0, name) for name in row.layout.names})


def _table_in(folder: Path | None) -> Table | None:
    """Return what is known of the table in a folder; None where it is gone."""
    if folder is None:
        return None
    try:
        return read_table(folder)
    except FileNotFoundError:
        return None


def _like(past: Past, likeness: Likeness, place: int) -> Like:
    return Like(
        row=int(past.rows[place]),
        outcome=past.outcomes[place],
        cells={name: _shown(past.cells, place, name) for name in likeness.columns[:_MOST_SHOWN]},
    )


def _shown(cells: Cells, row: int, name: str) -> Cell:
    """Return a cell for a page to show: a long text is cut."""
    cell = cell_of(cells, row, name)
    return cell[:LONGEST_VALUE] if isinstance(cell, str) else cell
