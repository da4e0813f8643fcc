"""Every row of a table answered: a batch at a time, in the order of the file, one answer for each row."""

import math
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop_app.engine.cells import Cells
from desktop_app.engine.predictor import Predictions
from desktop_app.engine.workshop import HERE, Hands, workshop
from desktop_app.models.answer_file import AnswerFile, Kind, Sums
from desktop_app.models.answerer import BatchAnswers, answered_in_turn, answerer_of
from desktop_app.models.apiece import with_groups
from desktop_app.models.batches import MOST_ROWS, Batch, read_batches, rows_at_once
from desktop_app.models.cautions import Say, Texts, about_model, caution_texts, with_guesses
from desktop_app.models.changed_units import cautions_of_units
from desktop_app.models.decided import chances_of_answers
from desktop_app.models.left_out_rows import rules_for, with_left_out
from desktop_app.models.matched import recipe_for
from desktop_app.models.opening import OpenedModel
from desktop_app.models.preflight import check_missing
from desktop_app.models.true_score import AnsweredTable, true_score
from desktop_app.models.unmet import with_unmet
from desktop_app.records.decisions import Decision
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.models import CAUTION, REASONS, Answers, ModelCard, Preflight
from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Table
from desktop_app.tables.steps.ruled_out import read_ruled_out

_MOST_DECIMALS = 12
_CHANCE_DECIMALS, _MOVED_DECIMALS = 6, 2  # of a chance, and of what moved it
_MORE_DECIMALS = 2  # than the usual miss has: the answer is not known better than that
_PLAIN_DECIMALS = 2  # kept where the file has them, however large the misses

_EXPLAINED_AT_ONCE = 500  # rows: seconds of work, after which the time left is told; done again after a crash


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTable:
    """A table to answer, how it fits the model, the columns it may lack, and what was decided."""

    folder: Path
    table: Table
    preflight: Preflight
    allow_missing: tuple[str, ...] = ()
    decision: Decision | None = None
    threads: int = 2  # that share its rows
    hands: Hands = HERE  # others that answer instead
    explain: bool = False  # say for each row what moved its answer
    learned_from: Path | None = None  # folder of the table that the model learned from; None: gone
    question: str = ""  # tells parts of these answers from those of others, where they may have been left


def apply_model(model: OpenedModel, new: NewTable, out: Path, say: Say, report: Report) -> Answers:
    """Write the answers of every row to *out*, a Parquet file, and return what came of it.

    Its columns are row, a0, a1, ... in the order of `headings`; *say* gives a caution its words. Where this
    was cut off, it goes on behind the parts that are left beside *out*. Raises DataError where the table
    lacks a column that is neither there nor allowed to be missing.
    """
    check_missing(model.card, new.preflight, new.allow_missing)
    added, rows, begun = headings(model.card, explain=new.explain), new.table.rows, time.monotonic()
    with AnswerFile(out, _kinds(model.card, added), new.question) as file, workshop(new.threads) as pool:
        first = file.done
        if first:
            report(_resumed(first, rows))
        for columns in _answered(model, new, range(first, rows), say, pool):
            file.add(columns)
            report(_progress(file.done, first, rows, time.monotonic() - begun))
        file.finish()
        answers = _answers(file.sums(added.index(CAUTION)), new, added)
    told = true_score(model.card, _answered_table(new, out))
    if isinstance(told, Notice):
        return replace(answers, untold=told)
    return replace(answers, truth=told)


def answer_some(model: OpenedModel, new: NewTable, rows: range, out: Path, say: Say) -> None:
    """Write the answers to some *rows* to *out*, as `apply_model` writes those to all."""
    kinds = _kinds(model.card, headings(model.card, explain=new.explain))
    with AnswerFile(out, kinds, new.question, rows.start) as file, workshop(new.threads) as pool:
        for columns in _answered(model, new, rows, say, pool):
            file.add(columns)
        file.finish()


def at_once(new: NewTable, card: ModelCard) -> int:
    """Return how many rows are answered at a time; ranges of whole such batches have the same answers."""
    most = _EXPLAINED_AT_ONCE if new.explain else MOST_ROWS
    return rows_at_once(new.table, card.schema.features, most)


def _answered_table(new: NewTable, out: Path) -> AnsweredTable:
    was_seen = any(notice.code == "check.seen_before" for notice in new.preflight.notices)
    return AnsweredTable(
        folder=new.folder,
        table=new.table,
        answers=out,
        decision=new.decision,
        seen_in=new.learned_from if was_seen else None,
    )


def _answered(
    model: OpenedModel, new: NewTable, rows: range, say: Say, pool: Executor
) -> Iterator[list[Any]]:
    """Yield the columns of one batch of these rows after the other."""
    if not rows:  # all were answered before
        return
    card, cautions = model.card, _Cautions(model.card, new, say)
    digits = _MOVED_DECIMALS if model.predictor.classes else decimals_of(card)
    answerer = answerer_of(model, new.decision, explain=new.explain, learned_from=new.learned_from)
    batches = read_batches(new.folder, new.table, card.schema.features, rows, at_once(new, card))
    for batch, cells, found in answered_in_turn(answerer, batches, new.hands, pool):
        why = _reasons(cells, found, digits, say)
        texts = with_guesses(cautions.texts(batch), found.predictions, say)
        yield [*_columns(found.predictions, card), texts, *why]


def _reasons(cells: Cells, found: BatchAnswers, digits: int, say: Say) -> list[Texts]:
    if found.moved is None:
        return []
    from desktop_app.models.reasons import reasons_of  # loads what explains, which few orders need

    return reasons_of(cells, found.moved, digits, say)


class _Cautions:
    """Why the answers of a table should not be trusted, batch by batch."""

    def __init__(self, card: ModelCard, new: NewTable, say: Say) -> None:
        self._schema, self._new, self._say = card.schema, new, say
        self._each = card.evaluation.apart
        self._rules = rules_for(recipe_for(card, new.table), new.table)
        of_units = cautions_of_units(card.schema.features, new.table)
        self._always = [*about_model(card.evaluation.verdict), *of_units]

    def texts(self, batch: Batch) -> Texts:
        """Return one cell a row."""
        frame, new, say = batch.frame, self._new, self._say
        cells = caution_texts(frame, self._schema.features, batch.unread, say, always=self._always)
        left_out = read_ruled_out(new.folder, new.table, self._rules, start=batch.start, count=len(frame))
        cells = with_unmet(with_left_out(cells, left_out, say), frame, self._schema, say)
        return with_groups(cells, frame, self._each, say)


def headings(card: ModelCard, *, explain: bool = False) -> tuple[str, ...]:
    """Return the headings of the columns that are added, in English whatever the person speaks."""
    last = (CAUTION, *REASONS) if explain else (CAUTION,)
    if card.schema.task == "regression":
        return ("prediction", *(("low", "high") if card.evaluation.is_tested else ()), *last)
    return ("prediction", "probability", *(f"probability: {name}" for name in card.schema.classes), *last)


def _kinds(card: ModelCard, added: tuple[str, ...]) -> tuple[Kind, ...]:
    caution = added.index(CAUTION)
    numbers = range(0 if card.schema.task == "regression" else 1, caution)
    return tuple("DOUBLE" if place in numbers else "VARCHAR" for place in range(len(added)))


def _columns(predictions: Predictions, card: ModelCard) -> list[Any]:
    if predictions.probabilities is not None:
        chances = predictions.probabilities.round(_CHANCE_DECIMALS)
        answered = chances_of_answers(predictions, card.schema.classes).round(_CHANCE_DECIMALS)
        return [predictions.labels, answered, *chances.T]
    decimals, ends = decimals_of(card), (predictions.low, predictions.high)
    return [
        numbers.round(decimals) + 0.0  # which makes 0 of -0
        for numbers in (predictions.amounts, *(ends if card.evaluation.is_tested else ()))
        if numbers is not None
    ]


def decimals_of(card: ModelCard) -> int:
    """Return after how many digits an answer says more than is known; never fewer than a price has."""
    misses = card.evaluation.misses
    if misses is None or misses.half <= 0:
        return min(card.evaluation.decimals, _MOST_DECIMALS)
    enough = -math.floor(math.log10(misses.half)) + _MORE_DECIMALS
    return max(min(enough, _MOST_DECIMALS), min(card.evaluation.decimals, _PLAIN_DECIMALS))


def _progress(done: int, first: int, rows: int, seconds: float) -> Progress:
    return Progress(
        fraction=done / rows,
        notice=Notice(code="apply.running", values={"done": done, "rows": rows}),
        seconds_left=seconds / (done - first) * (rows - done),
    )


def _resumed(first: int, rows: int) -> Progress:
    values: dict[str, Value] = {"row": min(first + 1, rows), "rows": rows}
    return Progress(fraction=first / rows, notice=Notice(code="apply.resumed", values=values), milestone=True)


def _answers(sums: Sums, new: NewTable, added: tuple[str, ...]) -> Answers:
    found = new.preflight
    return Answers(
        rows=new.table.rows,
        cautions=sums.cautions,
        # What was answered is not unfit: the columns that are missing were allowed to be.
        preflight=replace(found, fit="caution") if found.missing else found,
        headings=added,
        counts=sums.counts,
        low=sums.low,
        middle=sums.middle,
        high=sums.high,
        decision=new.decision,
    )
