"""Learn from a table: search, freeze the choice, test it once, and say honestly how good it is."""

import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import sklearn
from sklearn.exceptions import ConvergenceWarning
from threadpoolctl import threadpool_limits

from desktop_app.engine.evaluating import Ending, evaluation_of
from desktop_app.engine.judging import judge
from desktop_app.engine.outcome import Outcome, conclude
from desktop_app.engine.predictor import Predictor
from desktop_app.engine.question import Question, read_question
from desktop_app.engine.search.finished import Finished, read_finished
from desktop_app.engine.search.searching import Search, run_search
from desktop_app.engine.telling import Teller
from desktop_app.errors import DataError
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.notices import Notice
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Table

# Shares of the budget for the search; the rest is for learning again, testing and saving. Where every row is
# hidden in turn, the search is nearly all of it.
SEARCHING, SEARCHING_FEW = 0.55, 0.75
_READ = 0.01  # of the whole, once the table is read


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """What a training delivers."""

    predictor: Predictor
    evaluation: Evaluation


def train(  # noqa: PLR0913 - the clock and the threads are given, so that nothing here reads the machine
    frame: pd.DataFrame,
    table: Table,
    plan: TrainingPlan,
    folder: Path,
    report: Report,
    *,
    clock: Callable[[], float] = time.monotonic,
    threads: int = 2,
) -> Trained:
    """Return the best model and what it is worth; each kind that is tried is kept in *folder* at once.

    *frame* holds the columns of `roles.reading`. A search that is started again in the same folder goes on
    where it was. Raises DataError where the table cannot answer the question.
    """
    began = clock()
    report(Progress(fraction=_READ, notice=Notice(code="learn.preparing")))
    question = read_question(frame, table, plan)
    teller = Teller(report=report, clock=clock, began=began, question=question)
    teller.begins()
    with _workshop(question, threads) as pool:
        search = Search(
            folder=folder,
            identity=question.identity,
            deadline=began + _search_share(question) * plan.budget,
            clock=clock,
            pool=pool,
            on_part=teller.searched,
            on_kind=teller.tried,
            on_start=teller.begins_kind,
        )
        return _finish(teller, run_search(search, question.material), pool)


def assemble(  # noqa: PLR0913 - the clock and the threads are given, so that nothing here reads the machine
    frame: pd.DataFrame,
    table: Table,
    plan: TrainingPlan,
    folder: Path,
    report: Report,
    *,
    clock: Callable[[], float] = time.monotonic,
    threads: int = 2,
) -> Trained:
    """Return the best model of those that a stopped search left in *folder*, tested like any other.

    Raises DataError when it left none.
    """
    began = clock()
    question = read_question(frame, table, plan)
    teller = Teller(report=report, clock=clock, began=began, question=question)
    finished = read_finished(folder, question.identity)
    if not any(found.answers for found in finished):
        raise DataError("learn.stopped_early")
    with _workshop(question, threads) as pool:
        return _finish(teller, finished, pool, stopped=True)


def _search_share(question: Question) -> float:
    return SEARCHING_FEW if question.material.effort.tested == "repeated" else SEARCHING


def _finish(
    teller: Teller, finished: Sequence[Finished], pool: ThreadPoolExecutor, *, stopped: bool = False
) -> Trained:
    question = teller.question
    teller.tests()
    outcome = conclude(question.material, finished, pool)
    teller.at(0.9)
    judged = judge(question, outcome, pool)
    ending = Ending(finished=tuple(finished), seconds=teller.clock() - teller.began, stopped=stopped)
    evaluation = evaluation_of(question, outcome, judged, ending)
    teller.at(0.98)
    return Trained(predictor=_predictor(question, outcome), evaluation=evaluation)


def _predictor(question: Question, outcome: Outcome) -> Predictor:
    material = question.material
    return Predictor(
        layout=material.cells.layout,
        classes=material.target.classes,
        model=outcome.model,
        intervals=outcome.intervals,
    )


def _begin(threads: int) -> None:
    """Let each fit compute on so many threads; sums of matrices on one, since their order tells."""
    threadpool_limits(limits=1, user_api="blas")
    threadpool_limits(limits=threads, user_api="openmp")
    # What scikit-learn is told is fixed; to check it anew for each tree takes a third of a forest's time.
    sklearn.set_config(skip_parameter_validation=True)


@contextmanager
def _workshop(question: Question, threads: int) -> Iterator[ThreadPoolExecutor]:
    """Give threads for fits, so that there are the same numbers on every machine."""
    effort = question.material.effort
    if effort.tested == "repeated":
        threads = 1  # many tiny fits, in which Python itself takes the time: two threads would only quarrel
    # With one fit at a time, its trees are grown by all threads.
    at_a_time, each = (1, threads) if effort.folds == 1 else (threads, 1)
    with (
        warnings.catch_warnings(record=True),
        threadpool_limits(limits=1),
        ThreadPoolExecutor(at_a_time, initializer=_begin, initargs=(each,)) as pool,
    ):
        # A straight line that has not quite settled is judged by its answers like any other model.
        warnings.simplefilter("ignore", ConvergenceWarning)
        # Fits in two threads set the filters of warnings at the same time, and scikit-learn wonders aloud.
        warnings.filterwarnings("ignore", message="`sklearn.utils.parallel.delayed`", category=UserWarning)
        yield pool
