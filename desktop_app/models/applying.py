"""Every row of a table answered: a batch at a time, in the order of the file, one answer for each row."""

import math
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.engine.predictor import Predictions
from desktop_app.engine.workshop import workshop
from desktop_app.models.answer_file import AnswerFile, Kind
from desktop_app.models.batches import read_batches
from desktop_app.models.cautions import Say, Texts, about_model, caution_texts
from desktop_app.models.changed_units import cautions_of_units
from desktop_app.models.decided import chances_of_answers, decided
from desktop_app.models.left_out_rows import rules_for, with_left_out
from desktop_app.models.matched import recipe_for
from desktop_app.models.opening import OpenedModel
from desktop_app.models.preflight import check_missing
from desktop_app.models.unmet import with_unmet
from desktop_app.records.decisions import Decision
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.models import Answers, ModelCard, Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Table
from desktop_app.tables.steps.ruled_out import read_ruled_out

_MOST_DECIMALS = 12
_CHANCE_DECIMALS = 6
_MORE_DECIMALS = 2  # than the usual miss has: the answer is not known better than that
_PLAIN_DECIMALS = 2  # kept where the file has them, however large the misses

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTable:
    """A table to answer, how it fits the model, the columns it may lack, and what was decided."""

    folder: Path
    table: Table
    preflight: Preflight
    allow_missing: tuple[str, ...] = ()
    decision: Decision | None = None
    threads: int = 2  # that share its rows


def apply_model(model: OpenedModel, new: NewTable, out: Path, say: Say, report: Report) -> Answers:
    """Write the answers of every row to *out*, a Parquet file, and return what came of it.

    Its columns are row, a0, a1, ... in the order of `headings`; *say* gives a caution its words. Raises
    DataError where the table lacks a column that is neither there nor allowed to be missing.
    """
    check_missing(model.card, new.preflight, new.allow_missing)
    features, rows = model.card.schema.features, new.table.rows
    rules = rules_for(recipe_for(model.card, new.table), new.table)
    tally = _Tally()
    begun = time.monotonic()
    always = [*about_model(model.card.evaluation.verdict), *cautions_of_units(features, new.table)]
    with AnswerFile(out, _kinds(model.card)) as file, workshop(new.threads) as pool:
        for batch in read_batches(new.folder, new.table, features):
            found = model.predictor.answer(batch.frame, pool)
            predictions = decided(found, model.predictor.classes, new.decision)
            cautions = caution_texts(batch.frame, features, batch.unread, say, always=always)
            left_out = read_ruled_out(new.folder, new.table, rules, start=batch.start, count=len(batch.frame))
            cautions = with_left_out(cautions, left_out, say)
            cautions = with_unmet(cautions, batch.frame, model.card.schema, say)
            columns = _columns(predictions, model.card)
            file.add(batch.start, [*columns, cautions])
            tally.add(columns[0], predictions, cautions)
            report(_progress(batch.start + len(batch.frame), rows, time.monotonic() - begun))
        file.finish()
    return tally.answers(new, headings(model.card))


def headings(card: ModelCard) -> tuple[str, ...]:
    """Return the headings of the columns that are added, in English whatever the person speaks."""
    if card.schema.task == "regression":
        return ("prediction", "low", "high", "caution")
    return ("prediction", "probability", *(f"probability: {name}" for name in card.schema.classes), "caution")


def _kinds(card: ModelCard) -> tuple[Kind, ...]:
    text: Kind = "VARCHAR"
    number: Kind = "DOUBLE"
    first = number if card.schema.task == "regression" else text
    return (first, *[number] * (len(headings(card)) - 2), text)


def _columns(predictions: Predictions, card: ModelCard) -> list[Any]:
    if predictions.probabilities is not None:
        chances = predictions.probabilities.round(_CHANCE_DECIMALS)
        answered = chances_of_answers(predictions, card.schema.classes).round(_CHANCE_DECIMALS)
        return [predictions.labels, answered, *chances.T]
    decimals = decimals_of(card)
    return [
        numbers.round(decimals) + 0.0  # which makes 0 of -0
        for numbers in (predictions.amounts, predictions.low, predictions.high)
        if numbers is not None
    ]


def decimals_of(card: ModelCard) -> int:
    """Return after how many digits an answer says more than is known; never fewer than a price has."""
    misses = card.evaluation.misses
    if misses is None or misses.half <= 0:
        return min(card.evaluation.decimals, _MOST_DECIMALS)
    enough = -math.floor(math.log10(misses.half)) + _MORE_DECIMALS
    return max(min(enough, _MOST_DECIMALS), min(card.evaluation.decimals, _PLAIN_DECIMALS))


def _progress(done: int, rows: int, seconds: float) -> Progress:
    return Progress(
        fraction=done / rows,
        notice=Notice(code="apply.running", values={"done": done, "rows": rows}),
        seconds_left=seconds / done * (rows - done),
    )


class _Tally:
    """What came of the answers so far."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._amounts: list[Floats] = []
        self._cautions = 0

    def add(self, answers: Any, predictions: Predictions, cautions: Texts) -> None:
        """Count the answers of a batch."""
        self._cautions += int(np.count_nonzero(cautions != ""))
        if predictions.labels is None:
            self._amounts.append(answers)
        else:
            self._counts.update(predictions.labels.tolist())

    def answers(self, new: NewTable, added: tuple[str, ...]) -> Answers:
        """Return the record of all answers."""
        amounts = np.concatenate(self._amounts) if self._amounts else None
        found = new.preflight
        return Answers(
            rows=new.table.rows,
            cautions=self._cautions,
            # What was answered is not unfit: the columns that are missing were allowed to be.
            preflight=replace(found, fit="caution") if found.missing else found,
            headings=added,
            counts=dict(sorted(self._counts.items())),
            low=None if amounts is None else float(amounts.min()),
            middle=None if amounts is None else float(np.median(amounts)),
            high=None if amounts is None else float(amounts.max()),
            decision=new.decision,
        )
