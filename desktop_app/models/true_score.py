"""The score of the answers to a new file, where it says itself what is right."""

from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import LARGEST, coded_values
from desktop_app.engine.evaluation.measures import balanced_of, mean_of, precision_of
from desktop_app.engine.evaluation.promise import is_worse, promised_score
from desktop_app.engine.evaluation.resampling import Measured, once, resampling_of
from desktop_app.engine.target import outcome_of
from desktop_app.models.few_rows import FEWEST, is_clearly_worse
from desktop_app.models.seen_before import rows_seen
from desktop_app.records.decisions import Decision
from desktop_app.records.models import ModelCard, Truth
from desktop_app.records.notices import Notice, Value
from desktop_app.records.results import Score
from desktop_app.records.tables import ColumnType, Table
from desktop_app.tables.duck import connect
from desktop_app.tables.stored.cells import Draw, draw_of
from desktop_app.tables.stored.frames import read_frame, row_numbers

MOST_ROWS = 20_000  # that are counted: no share of them is off by more than 1 in 140 (95 %)
_FIRST_CHANCE = 2  # the column of the answers that holds the chance of the first class


class AnsweredTable(NamedTuple):
    """A new table, the file of its answers that `applying` wrote, and what both came of."""

    folder: Path
    table: Table
    answers: Path
    decision: Decision | None  # by which the rows were answered
    seen_in: Path | None  # folder of the table that the model learned from; None: none of the rows is in it


class _Known(NamedTuple):
    """Rows in which the answer is filled in."""

    rows: Ints  # (known,) in the table, rising
    values: Ints | Floats  # (known,) codes of classes, -1 for one it has never seen; or amounts
    clusters: Ints  # (known,) rows that are resampled together
    draw: Draw | None  # which rows of the table were looked at; None: all
    of: int  # how many there are in the whole table
    seen: int = 0  # rows left out of these, which the model learned from


def true_score(card: ModelCard, new: AnsweredTable) -> Truth | Notice | None:
    """Return how right the answers to a new table are; None where nothing in it says so.

    Where it is said and yet cannot be counted, a notice says why. Rows that the model learned from are not
    counted. The measure is the one that the training promised.
    """
    known = _known_rows(card, new.folder, new.table) if _is_whole(card) else None
    if known is None:
        return None
    if new.seen_in:
        known = _without(known, rows_seen(card, new.folder, new.table, new.seen_in, known.draw))
    if not known.rows.size:
        return Notice(code="truth.all_seen", values={"target": card.schema.target})
    score = _score(card, known, _measured(card, known, _answers(card, known.rows, new.answers)))
    return _truth(card, known, score, new.decision) if score else _no_rare(card)


def _without(known: _Known, seen: Ints) -> _Known:
    """Return the rows that the model did not learn from."""
    is_new = ~np.isin(known.rows, seen)
    return known._replace(
        rows=known.rows[is_new],
        values=known.values[is_new],
        clusters=known.clusters[is_new],
        seen=int(np.count_nonzero(~is_new)),
    )


def _no_rare(card: ModelCard) -> Notice:
    """Return that no row is of the rare kind."""
    rare = card.evaluation.rare
    values: dict[str, Value] = {"yes": rare.value if rare else "", "target": card.schema.target}
    return Notice(code="truth.no_rare", values=values)


def _truth(card: ModelCard, known: _Known, score: Score, decision: Decision | None) -> Truth:
    promised, rare = promised_score(card.evaluation, decision), card.evaluation.rare
    return Truth(
        score=score,
        promised=promised,
        holds=_holds(score, promised, len(np.unique(known.clusters))),
        known=known.of,
        strange=int(np.count_nonzero(known.values == -1)) if card.schema.classes else 0,
        target=card.schema.target,
        yes=rare.value if rare else "",
        surest=int(np.count_nonzero(known.values == _rare_code(card))) if rare else 0,
        decimals=card.evaluation.decimals,
        seen=known.seen,
        is_brought=card.evaluation.is_brought,
    )


def _holds(score: Score, promised: Score, things: int) -> Literal["fits", "worse", "few"]:
    """Return whether the promise holds: a few rows can break it, and cannot keep it; nor none at all."""
    if not promised.rows:
        return "few"
    if score.rows < FEWEST:
        return "worse" if is_clearly_worse(score, promised, things) else "few"
    return "worse" if is_worse(score, promised) else "fits"


def _is_whole(card: ModelCard) -> bool:
    """Return whether the promise is of what the model answers; a file may say anything."""
    metric, rare = card.evaluation.score.metric, card.evaluation.rare
    if (metric == "mean_absolute_error") == bool(card.schema.classes):
        return False
    return rare.value in card.schema.classes if rare else metric != "precision_at_k"


def _known_rows(card: ModelCard, folder: Path, table: Table) -> _Known | None:
    """Return the rows that hold the answer, drawn at random where there are many."""
    target = table.column(card.schema.target)
    if target is None or target.missing >= table.rows:
        return None
    filled = table.rows - target.missing
    draw = draw_of(table.rows, MOST_ROWS * table.rows / filled, card.plan.seed)
    things = card.evaluation.tested_column if card.evaluation.tested_by == "group" else ""
    wanted: dict[str, ColumnType] = {things: "text"} if table.column(things) else {}
    wanted[target.name] = "text" if card.schema.classes else "number"
    frame = read_frame(folder, table, wanted, draw)
    rows = row_numbers(folder, draw) if draw else np.arange(table.rows)
    is_known = frame[target.name].notna().to_numpy()
    if not is_known.any():
        return None
    return _Known(
        rows=rows[is_known],
        values=_values(frame[target.name][is_known], card.schema.classes),
        clusters=_clusters(frame[things][is_known]) if things in wanted else np.arange(is_known.sum()),
        draw=draw,
        of=filled,
    )


def _values(cells: "pd.Series[Any]", classes: tuple[str, ...]) -> Ints | Floats:
    if not classes:
        return np.asarray(np.clip(cells.to_numpy(dtype=np.float64), -LARGEST, LARGEST))
    codes, names = coded_values(cells)
    places = {name: place for place, name in enumerate(classes)}
    meant = np.array([places.get(outcome_of(name, classes), -1) for name in names], dtype=np.int64)
    return np.asarray(meant[codes])


def _clusters(cells: "pd.Series[Any]") -> Ints:
    """Return which rows are about one thing; each row without one stands for itself."""
    codes = coded_values(cells)[0].astype(np.int64)
    alone = np.flatnonzero(codes < 0)
    codes[alone] = codes.max(initial=-1) + 1 + np.arange(len(alone))
    return codes


def _answers(card: ModelCard, rows: Ints, answers: Path) -> Floats:
    """Return (rows,) what the measure needs: the class that was answered, a chance, or the amount."""
    cell = "list_position(?, a0) - 1" if card.schema.classes else "a0"
    bound: list[object] = [list(card.schema.classes)] if card.schema.classes else []
    if card.evaluation.score.metric == "precision_at_k":
        cell, bound = f"a{_FIRST_CHANCE + _rare_code(card)}", []
    with connect(folder=answers.parent) as duck:
        duck.register("known", pd.DataFrame({"row": rows}))
        found = duck.execute(
            f"SELECT {cell} AS said FROM read_parquet(?) JOIN known USING (row) ORDER BY row",  # noqa: S608 - our names
            [*bound, str(answers)],
        ).fetchnumpy()
        duck.unregister("known")
    return np.asarray(found["said"], dtype=np.float64)


def _rare_code(card: ModelCard) -> int:
    rare = card.evaluation.rare
    return card.schema.classes.index(rare.value) if rare else -1


def _measured(card: ModelCard, known: _Known, answers: Floats) -> Measured:
    """Return the measure of the promise; kinds that it has never seen are wrong, whatever was answered."""
    metric = card.evaluation.score.metric
    if metric == "mean_absolute_error":
        return mean_of(np.abs(answers - known.values))
    if metric == "precision_at_k":
        return precision_of(answers, known.values == _rare_code(card))
    right = np.asarray(answers == known.values, dtype=np.float64)
    if metric == "accuracy":
        return mean_of(right)
    return _each_alike(right, known.values.astype(np.int64))


def _each_alike(right: Floats, values: Ints) -> Measured:
    """Return the mean over the known kinds of how many of each are right, times the share of such rows.

    One row of a new kind would else weigh as much as all rows of an old one.
    """
    is_known = values >= 0
    if not is_known.any():
        return mean_of(right)
    each, share = balanced_of(right[is_known], values[is_known]), mean_of(is_known.astype(np.float64))
    return lambda weights: each(weights[:, is_known]) * share(weights)


def _score(card: ModelCard, known: _Known, measured: Measured) -> Score | None:
    """Return the score with its 95 % range; None where it has no value, as without a row of a rare kind."""
    value = once(measured, len(known.rows))
    if not np.isfinite(value):
        return None
    low, high = resampling_of(known.clusters, card.plan.seed).bounds(measured)
    metric = card.evaluation.score.metric
    return Score(metric=metric, value=value, low=min(low, value), high=max(high, value), rows=len(known.rows))
