"""All that is found out about a model once it has learned: curves, columns that go together, pairs."""

import math
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from desktop_app.engine.arrays import Floats, Ints, drawn
from desktop_app.engine.cells import read_cells
from desktop_app.engine.explanation.asked import Asked
from desktop_app.engine.explanation.effects import effect_of
from desktop_app.engine.explanation.mixing import without_unused
from desktop_app.engine.explanation.pairs import pairs_of
from desktop_app.engine.explanation.ties import tied_columns
from desktop_app.engine.explanation.together import judged_by, togethers
from desktop_app.engine.explanation.weights import weights_of
from desktop_app.engine.predictor import Predictor
from desktop_app.engine.target import Target, read_target
from desktop_app.errors import DataError
from desktop_app.records.explained import Effect, Explained, Together
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.notices import Notice
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Table

MOST_ROWS = 2_000
MOST_COLUMNS = 20
_CURVES, _ALL_COLUMNS = (0.05, 0.6), 0.7  # of the whole: when the curves begin and end, and the groups


def explain(  # noqa: PLR0913 - what the page knows of the model, and the threads, are given
    predictor: Predictor,
    frame: pd.DataFrame,
    table: Table,
    plan: TrainingPlan,
    report: Report,
    *,
    value: str = "",
    evaluation: Evaluation | None = None,
    threads: int = 2,
) -> Explained:
    """Return what a model does with its strongest columns, at most 20, on at most 2,000 rows of its table.

    *frame* holds the columns that the model reads and the target, as `tables.frames` reads them; the same
    rows and plan give the same. Chances are those of the class *value*; where it names none, of the rarer of
    two classes, or of the one of many whose chance varies most. Without the *evaluation* of its training
    nothing is said of columns that go together: their loss is one in the measure of its page. Raises
    DataError where the frame lacks a column, or no row has a target.
    """
    target = _target(predictor, frame, table, plan)
    some = drawn(len(target.rows), MOST_ROWS, plan.seed)
    # Levels that none of these rows has would be looked up each time that a model is asked.
    cells = without_unused(read_cells(frame.iloc[target.rows[some]], predictor.layout))
    with _workshop(threads) as pool:
        asked = Asked.about(predictor.model, cells, _place(predictor, value), plan.seed)
        names = _strongest(asked, evaluation)
        groups = tied_columns(asked.cells, names)
        effects = _effects(asked, names, pool, report)
        report(Progress(fraction=_CURVES[1], notice=Notice(code="why.looking_together")))
        together = _together(asked, groups, evaluation, (target, some))
        report(Progress(fraction=_ALL_COLUMNS, notice=Notice(code="why.looking_pairs")))
        pairs = pairs_of(asked, names, groups, pool)
    return Explained(
        value=predictor.classes[asked.place] if predictor.classes else "",
        usual=float(asked.answers.mean()),
        effects=effects,
        together=together,
        pairs=pairs,
    )


def _target(predictor: Predictor, frame: pd.DataFrame, table: Table, plan: TrainingPlan) -> Target:
    column = table.column(plan.target)
    lacking = [name for name in (*predictor.layout.names, plan.target) if name not in frame]
    if column is None or lacking:
        raise DataError("why.other_columns", columns=lacking)
    target = read_target(frame, column, "classification" if predictor.classes else "regression")
    if not len(target.rows):
        raise DataError("why.other_columns", columns=[plan.target])
    return target


def _place(predictor: Predictor, value: str) -> int | None:
    """Return the place of the class to speak of; None where that depends on the answers."""
    if value in predictor.classes:
        return predictor.classes.index(value)
    return int(np.argmin(predictor.model.simplest)) if len(predictor.classes) <= 2 else None


def _strongest(asked: Asked, evaluation: Evaluation | None) -> list[str]:
    """Return the columns that the model uses, texts left out, those first that matter most on its page."""
    weights, texts = weights_of(asked.model), asked.cells.layout.texts
    used = [name for name, weight in weights.items() if weight > 0 and name not in texts]
    losses = {item.column: item.loss for item in evaluation.importances} if evaluation else {}
    used.sort(key=lambda name: (-losses.get(name, -math.inf), -weights[name]))
    return used[:MOST_COLUMNS]


def _effects(asked: Asked, names: Sequence[str], pool: Executor, report: Report) -> tuple[Effect, ...]:
    found: list[Effect] = []
    first, last = _CURVES
    effects = pool.map(partial(effect_of, asked), names)
    for done, name in enumerate(names):
        said = Notice(code="why.looking", values={"column": name, "done": done + 1, "count": len(names)})
        report(Progress(fraction=first + (last - first) * done / len(names), notice=said))
        if effect := next(effects):
            found.append(effect)
    return tuple(found)


def _together(
    asked: Asked,
    groups: Sequence[tuple[str, ...]],
    evaluation: Evaluation | None,
    known: tuple[Target, Ints],
) -> tuple[Together, ...]:
    target, some = known
    if evaluation is None or target.classes != evaluation.classes:
        return ()
    values: Ints | Floats = target.values[some]
    return togethers(asked, judged_by(evaluation, values), groups)


@contextmanager
def _workshop(threads: int) -> Iterator[ThreadPoolExecutor]:
    """Give threads, each of which computes alone: more of them gain nothing on so few rows at a time."""
    one = partial(threadpool_limits, limits=1)
    with (
        warnings.catch_warnings(record=True),
        threadpool_limits(limits=1),
        ThreadPoolExecutor(threads, initializer=one) as pool,
    ):
        # Forests that answer in two threads set filters at the same time, and scikit-learn wonders aloud.
        warnings.filterwarnings("ignore", message="`sklearn.utils.parallel.delayed`", category=UserWarning)
        yield pool
