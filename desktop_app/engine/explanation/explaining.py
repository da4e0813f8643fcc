"""All that is found out about a model once it has learned: curves, columns that go together, pairs."""

import math
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

import pandas as pd

from desktop_app.engine.arrays import drawn
from desktop_app.engine.cells import read_cells
from desktop_app.engine.explanation.asked import Asked
from desktop_app.engine.explanation.effects import effect_of
from desktop_app.engine.explanation.mixing import without_unused
from desktop_app.engine.explanation.pairs import pairs_of
from desktop_app.engine.explanation.ties import tied_columns
from desktop_app.engine.explanation.together import judged_by, togethers
from desktop_app.engine.explanation.weights import weights_of
from desktop_app.engine.predictor import Predictor
from desktop_app.engine.target import read_target
from desktop_app.engine.workshop import workshop
from desktop_app.errors import DataError
from desktop_app.records.explained import Effect, Explained, Together
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.notices import Notice
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Column

MOST_ROWS = 2_000
MOST_COLUMNS = 20
_CURVES, _ALL_COLUMNS = (0.05, 0.6), 0.7  # of the whole: when the curves begin and end, and the groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A model that is looked into, and what is known of it."""

    predictor: Predictor
    evaluation: Evaluation  # of its training
    value: str  # the class whose chance is meant; where it names none, the one whose chance varies most
    target: Column  # of the table
    seed: int


def explain(subject: Subject, frame: pd.DataFrame, report: Report, *, threads: int = 2) -> Explained:
    """Return what a model does with its strongest columns, at most 20, on at most 2,000 rows of its table.

    *frame* holds the columns that the model reads and the target, as `tables.frames` reads them; the same
    rows and seed give the same. Raises DataError where no row has a target.
    """
    predictor, seed = subject.predictor, subject.seed
    target = read_target(frame, subject.target, "classification" if predictor.classes else "regression")
    if not len(target.rows):
        raise DataError("why.other_columns", columns=[target.name])
    rows = drawn(len(target.rows), MOST_ROWS, seed)
    # Levels that none of these rows has would be looked up each time that a model is asked.
    cells = without_unused(read_cells(frame.iloc[target.rows[rows]], predictor.layout))
    place = predictor.classes.index(subject.value) if subject.value in predictor.classes else None
    with workshop(threads) as pool:
        asked = Asked.about(predictor.model, cells, place, seed)
        names = _strongest(asked, subject.evaluation)
        groups = tied_columns(asked.cells, names)
        effects = _effects(asked, names, pool, report)
        report(Progress(fraction=_CURVES[1], notice=Notice(code="why.looking_together")))
        together: tuple[Together, ...] = ()
        if target.classes == subject.evaluation.classes:  # these rows may lack one
            together = togethers(asked, judged_by(subject.evaluation, target.values[rows]), groups)
        report(Progress(fraction=_ALL_COLUMNS, notice=Notice(code="why.looking_pairs")))
        pairs = pairs_of(asked, names, groups, pool)
    return Explained(
        value=predictor.classes[asked.place] if predictor.classes else "",
        usual=float(asked.answers.mean()),
        effects=effects,
        together=together,
        interactions=pairs,
    )


def _strongest(asked: Asked, evaluation: Evaluation) -> list[str]:
    """Return the columns that the model uses, texts left out, those first that matter most on its page."""
    weights, texts = weights_of(asked.model), asked.cells.layout.texts
    used = [name for name, weight in weights.items() if weight > 0 and name not in texts]
    losses = {item.column: item.loss for item in evaluation.importances}
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
