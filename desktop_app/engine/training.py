"""Learn from a table: search, freeze the choice, test it once, and say honestly how good it is."""

import math
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from desktop_app.engine.each.concluding import Apiece, each_concluded
from desktop_app.engine.each.verdicts import each_of
from desktop_app.engine.effort import PROCESSORS
from desktop_app.engine.evaluating import Ending, evaluation_of
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.holding import Holds, anything, check_any, concluded_within, predictor_of
from desktop_app.engine.insights import has_time, insights_of
from desktop_app.engine.judging import judge
from desktop_app.engine.outcome import Outcome, conclude
from desktop_app.engine.predictor import Predictor
from desktop_app.engine.question import Question, read_question
from desktop_app.engine.search.finished import Finished, read_finished, settled_places
from desktop_app.engine.search.practice import Practised, practised
from desktop_app.engine.search.searching import Search, run_search
from desktop_app.engine.telling import Teller
from desktop_app.engine.workshop import HERE, Fits, Hands, fits_of, workshop
from desktop_app.errors import DataError
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.notices import Notice
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation, Receipt
from desktop_app.records.tables import Table

# Shares of the budget for the search; the rest is for learning again, testing and saving. Where every row is
# hidden in turn, the search is nearly all of it.
SEARCHING, SEARCHING_FEW = 0.55, 0.75
_UNTIL_JUDGED = 0.85
_UNTIL_PACED = 0.95  # what is found out beyond the score may take most of what is left
_READ = 0.01  # of the whole, once the table is read


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """What a training delivers."""

    predictor: Predictor
    evaluation: Evaluation
    tested: Unseen | None = None  # its rows are places in the frame that was learned from
    practice: Practised | None = None  # the same of its rows


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rest:
    """What is left to do once the search has ended."""

    left: float  # seconds for each model that is still learned
    paced: bool | None = None  # whether to learn from fewer rows, too; None: where there is time
    stopped: bool = False  # a person waits
    holds: Holds = anything


@dataclass(frozen=True, slots=True, kw_only=True)
class _Crew:
    """Threads of this computer, and where models are learned."""

    pool: Executor
    fits: Fits


def train(  # noqa: PLR0913 - the clock and the threads are given, so that nothing here reads the machine
    frame: pd.DataFrame,
    table: Table,
    plan: TrainingPlan,
    folder: Path,
    report: Report,
    *,
    clock: Callable[[], float] = time.monotonic,
    threads: int = 2,
    again: Receipt | None = None,
    holds: Holds = anything,
    hands: Hands = HERE,
) -> Trained:
    """Return the best model and what it is worth; each kind that is tried is kept in *folder* at once.

    *frame* holds the columns of `roles.reading`. Models are learned by *hands*, in threads of this computer
    or elsewhere. A search that is started again in the same folder goes on where it was. With the receipt of
    a training that is done *again*, the clock decides nothing: the same table, plan and program give the
    same model. Only a model that *holds* says yes to is delivered. Raises DataError where the table
    cannot answer the question, or not with a model that would be held.
    """
    began = clock()
    report(Progress(fraction=_READ, notice=Notice(code="learn.preparing")))
    places = settled_places(folder, _more(hands)) if again is None else again.places
    question = read_question(frame, table, plan, places)
    check_any(question, holds)
    teller = Teller(report=report, clock=clock, began=began, question=question)
    teller.begins()
    with workshop(*_fits_at_a_time(question, threads)) as pool, fits_of(pool, hands) as fits:
        search = Search(
            folder=folder,
            identity=question.identity,
            deadline=began + _search_share(question) * plan.budget,
            clock=clock,
            fits=fits,
            on_part=teller.searched,
            on_kind=teller.tried,
            on_start=teller.begins_kind,
            again=again,
        )
        found = run_search(search, question.material)
        at_a_time = hands.places or _fits_at_a_time(question, threads)[0]
        turns = math.ceil(question.material.effort.learned / at_a_time)
        rest = _Rest(left=_left(teller, _UNTIL_JUDGED) / turns)
        if again is not None:
            rest = _Rest(left=math.inf if again.copies > 1 else 0.0, paced=again.paced, stopped=again.stopped)
        return _finish(teller, found, _Crew(pool=pool, fits=fits), replace(rest, holds=holds))


def assemble(  # noqa: PLR0913 - the clock and the threads are given, so that nothing here reads the machine
    frame: pd.DataFrame,
    table: Table,
    plan: TrainingPlan,
    folder: Path,
    report: Report,
    *,
    clock: Callable[[], float] = time.monotonic,
    threads: int = 2,
    holds: Holds = anything,
) -> Trained:
    """Return the best model of those that a stopped search left in *folder*, tested like any other.

    Raises DataError when it left none.
    """
    began = clock()
    question = read_question(frame, table, plan, settled_places(folder))
    teller = Teller(report=report, clock=clock, began=began, question=question)
    finished = read_finished(folder, question.identity)
    if not any(found.answers for found in finished):
        raise DataError("learn.stopped_early")
    with workshop(*_fits_at_a_time(question, threads)) as pool:
        crew = _Crew(pool=pool, fits=Fits(pool=pool))
        return _finish(teller, finished, crew, _Rest(left=0.0, paced=False, stopped=True, holds=holds))


def _more(hands: Hands) -> int:
    """Return how many places others have; 0 where they are no more than this computer is taken to have."""
    return hands.places if hands.places > PROCESSORS else 0


def _search_share(question: Question) -> float:
    return SEARCHING_FEW if question.material.effort.tested == "repeated" else SEARCHING


def _left(teller: Teller, until: float) -> float:
    """Return the seconds that are left until so much of the budget is spent."""
    return until * teller.question.plan.budget - (teller.clock() - teller.began)


def _finish(teller: Teller, finished: Sequence[Finished], crew: _Crew, rest: _Rest) -> Trained:
    question = teller.question
    teller.tests()
    outcome, apiece = _concluded(teller, finished, crew, rest)
    teller.judges()
    judged = judge(question, outcome, crew.pool)
    paced = rest.paced
    if paced is None:
        # What more rows would do is found out of the pooled model alone, which is not what answers here.
        paced = apiece is None and has_time(question, outcome, finished, _left(teller, _UNTIL_PACED))
    insights = insights_of(question, outcome, judged, crew.fits, paced=paced)
    ending = Ending(finished=tuple(finished), seconds=teller.clock() - teller.began, stopped=rest.stopped)
    evaluation = insights.added_to(evaluation_of(question, outcome, judged, ending))
    if apiece is not None:
        evaluation = replace(evaluation, each=each_of(question.material, outcome.unseen, apiece))
    teller.at(0.98)
    tested = replace(outcome.unseen, rows=question.material.target.rows[outcome.unseen.rows])
    practice = practised(question.material, outcome.corrected or outcome.choice.practice)
    predictor = predictor_of(question, outcome.model, outcome.intervals)
    return Trained(predictor=predictor, evaluation=evaluation, tested=tested, practice=practice)


def _concluded(
    teller: Teller, finished: Sequence[Finished], crew: _Crew, rest: _Rest
) -> tuple[Outcome, Apiece | None]:
    """Return what the search comes to, and what it comes to for each group where that is asked."""
    question = teller.question
    outcome = concluded_within(
        rest.holds,
        question,
        finished,
        lambda some: conclude(question.material, some, crew.fits, rest.left, question.plan.costs),
    )
    if not question.plan.each:
        return outcome, None
    return each_concluded(question.material, outcome, finished, crew.fits, teller.learned_groups)


def _fits_at_a_time(question: Question, threads: int) -> tuple[int, int]:
    """Return how many fits there are at a time, and how many threads each has."""
    effort = question.material.effort
    if effort.tested == "repeated":
        return 1, 1  # tiny fits, in which Python itself takes the time: two threads would only quarrel
    # With one fit at a time, its trees are grown by all threads.
    return (1, threads) if effort.folds == 1 else (threads, 1)
