"""Small tables to learn from, and a training with so little effort that a test can wait for it."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from desktop_app.engine.judging import Judgement, judge
from desktop_app.engine.material import Material
from desktop_app.engine.outcome import Outcome, conclude
from desktop_app.engine.question import Question, read_question
from desktop_app.engine.search.finished import Finished
from desktop_app.engine.search.searching import Search, run_search
from desktop_app.engine.training import Trained, train
from desktop_app.engine.validation.splits import split_rows
from desktop_app.engine.workshop import Fits
from desktop_app.records.jobs import Report
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import KindName
from desktop_app.records.tables import ColumnType, Table
from tests.unit.models.made import table_of

FEW, MANY = 90, 420  # rows: tested in turn, or on rows kept aside
TRIED: tuple[KindName, ...] = ("linear", "boosting", "kernel", "forest")  # one of each form
NEVER = 1e9  # a deadline that no clock reaches
_TYPES: dict[str, ColumnType] = {"O": "category", "f": "number", "M": "date"}


def frame_of(**columns: Any) -> pd.DataFrame:
    """Return columns as `tables.frames` would read them."""
    return pd.DataFrame({name: _read(np.asarray(values)) for name, values in columns.items()})


def _read(values: Any) -> Any:
    if values.dtype.kind in "biuf":
        return values.astype(np.float64)
    return values.astype("datetime64[us]" if values.dtype.kind == "M" else object)


def table_for(frame: pd.DataFrame, **types: ColumnType) -> Table:
    """Return the record of a table that holds these columns; *types* where they do not show it."""
    found = {name: types.get(str(name)) or _TYPES[frame[name].dtype.kind] for name in frame}
    return table_of(frame, found)


def signal(rows: int, seed: int = 0) -> pd.DataFrame:
    """Return three columns of which two together tell a kind (`left`) and a number (`spent`), and noise."""
    dice = np.random.default_rng(seed)
    age, calls, plan = dice.normal(50, 15, rows), dice.normal(0, 1, rows), dice.choice(["a", "b", "c"], rows)
    points = (age - 50) / 15 + calls
    left = np.where(points + dice.normal(0, 0.3, rows) > 0, "yes", "no")
    return frame_of(age=age, calls=calls, plan=plan, left=left, spent=5 * points + dice.normal(0, 2, rows))


def noise(rows: int, seed: int) -> pd.DataFrame:
    """Return the same columns, none of which says anything about another."""
    made, dice = signal(rows, seed), np.random.default_rng([seed, 1])
    return pd.DataFrame({name: made[name].to_numpy()[dice.permutation(rows)] for name in made})


def question_of(frame: pd.DataFrame, target: str, **plan: Any) -> Question:
    """Return what the other columns say of *target*, to be answered with little effort."""
    others = frame.drop(columns={"left": "spent", "spent": "left"}.get(target, []), errors="ignore")
    asked = read_question(others, table_for(others), TrainingPlan(target=target, **plan))
    return replace(asked, material=with_little_effort(asked.material))


def with_little_effort(material: Material) -> Material:
    """Return the same rows, to be learned from in a fraction of a second."""
    effort = replace(material.effort, rounds=(4, 12), rate=0.25, trees=4, strengths=(0.3,))
    effort = replace(effort, folds=3, repeats=min(2, effort.repeats), inner=min(2, effort.inner))
    effort = replace(effort, kinds=TRIED, seconds=(1.0, 5.0, 2.0, 2.0))
    split = split_rows(material.cells, material.target, effort, material.seed)
    return replace(material, effort=effort, split=split)


def one_thread() -> ThreadPoolExecutor:
    """Return a pool of one thread, on which every fit computes alone."""
    return ThreadPoolExecutor(1, initializer=threadpool_limits, initargs=(1,))


class _WhenAsked(Future[Any]):
    """A piece of work that is done when its outcome is asked for, unless it was cancelled."""

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work

    def result(self, timeout: float | None = None) -> Any:
        if not self.done():
            self.set_result(self._work())
        return super().result(timeout)


class InTurn(Executor):
    """Begins nothing by itself, so that what has begun at a moment does not depend on threads."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> _WhenAsked:
        return _WhenAsked(partial(fn, *args, **kwargs))


def searched(
    material: Material,
    folder: Path,
    *,
    workshop: Callable[[], Executor] = one_thread,
    clock: Callable[[], float] = lambda: 0.0,
    deadline: float = NEVER,
    identity: str = "the same",
) -> list[Finished]:
    """Return what a search finds, on one thread if on no other workshop."""
    with workshop() as pool:
        search = Search(
            folder=folder,
            identity=identity,
            deadline=deadline,
            clock=clock,
            fits=Fits(pool=pool),
            on_part=lambda _: None,
            on_kind=lambda *_: None,
        )
        return run_search(search, material)


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What came of a search that was concluded and judged."""

    question: Question
    finished: Sequence[Finished]
    outcome: Outcome
    judged: Judgement

    @property
    def material(self) -> Material:
        return self.question.material


def learned(question: Question, folder: Path) -> Learned:
    """Return what a training with little effort comes to."""
    finished = searched(question.material, folder)
    with one_thread() as pool:
        outcome = conclude(question.material, finished, Fits(pool=pool))
        judged = judge(question, outcome, pool)
    return Learned(question=question, finished=finished, outcome=outcome, judged=judged)


def trained(frame: pd.DataFrame, table: Table, plan: TrainingPlan, folder: Path, report: Report) -> Trained:
    """Return what a whole training delivers while no time passes."""
    folder.mkdir(exist_ok=True)
    return train(frame, table, plan, folder, report, clock=lambda: 0.0, threads=1)
