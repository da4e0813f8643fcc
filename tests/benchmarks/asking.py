"""What a question to a model that is held open takes, and whether its reasons sum to its answers.

Each table is learned from (Quick), then its rows are asked about, one after the other: through the supervisor
as pages do, for the answer with its reasons and without, for past rows like it, and for the nearest change;
then in this process, where nothing but the answer is measured. The first question opens the model: once in a
worker that loads the libraries for it, and once in the spare one that has them. At last the answers of up to
1,000 rows are taken apart: how far the sum of all reasons is from the answer at most, and how far a reason is
on average from what twenty times as many drawn orders say, as a share of the strongest reason.
"""

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from desktop_app.engine.explanation import contributions
from desktop_app.jobs.supervisor import Supervisor
from desktop_app.journeys.answering import open_for_questions
from desktop_app.journeys.import_table import import_table
from desktop_app.journeys.journey import Answering
from desktop_app.journeys.train import train
from desktop_app.records.asking import Ask, Cell, Opening, Reply, Why
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import MODEL_FILE, ImportOrder, TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.settings import read_settings
from desktop_app.tables.stored.storage import read_table
from desktop_app.workspace.store import Workspace
from tests.benchmarks.tables import Asked, asked

QUESTIONS, WARM = 200, 5  # that are asked, and those before that do not count
TAKEN_APART, COMPARED = 1_000, 10  # rows
BUDGET = 15.0  # seconds
LOADED = 8.0  # seconds in which a spare worker has loaded, also on a slow computer

Row = dict[str, Cell]


def main(arguments: Sequence[str]) -> None:
    """Print the milliseconds of each kind of question, then what the reasons come to."""
    for table in asked(arguments, runs=QUESTIONS):
        with tempfile.TemporaryDirectory(prefix="hunch-bench-") as name:
            opening = _learned(table, Path(name))
            answering = open_for_questions(to_json(opening), Path(name), _report)
            count = read_table(Path(opening.table_folder)).rows
            rows = [_row(answering, row % count) for row in range(table.runs + WARM)]
            print(f"\n{table.file.name}: {len(rows[0])} columns\n")
            print("| question | p50, ms | p95, ms |\n|---|---:|---:|")
            _show_times(answering, opening, rows, Path(name) / "workspace")
            some = [_row(answering, row) for row in range(min(count, TAKEN_APART))]
            _show_reasons(answering, opening, some)


def _learned(table: Asked, folder: Path) -> Opening:
    table_folder, job = folder / "table", folder / "job"
    table_folder.mkdir()
    job.mkdir()
    order = ImportOrder(path=str(table.file), name=table.file.name)
    import_table(to_json(order), table_folder, _report)
    plan = TrainingPlan(target=table.target, budget=BUDGET, all_known=True)
    train(to_json(TrainOrder(table_folder=str(table_folder), plan=plan)), job, _report)
    return Opening(model=str(job / MODEL_FILE), table_folder=str(table_folder))


def _show_times(answering: Answering, opening: Opening, rows: Sequence[Row], folder: Path) -> None:
    allowed = tuple(rows[0])
    kinds: dict[str, Callable[[Row], Ask]] = {
        "answer and why": lambda row: Ask(about="answer", cells=row),
        "answer alone": lambda row: Ask(about="answer", cells=row, why=False),
        "similar rows": lambda row: Ask(about="similar", cells=row),
        "nearest change": lambda row: Ask(about="change", cells=row, allowed=allowed),
    }
    workspace = Workspace(folder)
    supervisor = Supervisor(workspace, read_settings({}).in_workspace(folder))
    _show_first("a new worker", supervisor, opening, rows[0])
    for name, question in kinds.items():
        _show(f"{name}, from a page", partial(supervisor.ask, opening), [question(row) for row in rows])
    supervisor.prepare_spare()
    time.sleep(LOADED)
    copied = replace(opening, model=shutil.copy(opening.model, str(folder)))
    _show_first("the spare worker", supervisor, copied, rows[0])
    supervisor.close()
    workspace.close()
    for name, question in kinds.items():
        _show(f"{name}, without the way", answering, [question(row) for row in rows])


def _show_first(worker: str, supervisor: Supervisor, opening: Opening, row: Row) -> None:
    began = time.perf_counter()
    supervisor.ask(opening, Ask(about="answer", cells=row))
    print(f"| opened by {worker}, with its first answer | {_since(began):.0f} | |", flush=True)


def _show(name: str, ask: Callable[[Ask], Reply], questions: Sequence[Ask]) -> None:
    took = []
    for question in questions:
        began = time.perf_counter()
        ask(question)
        took.append(_since(began))
    took = took[WARM:]
    print(
        f"| {name} | {statistics.median(took):.1f} | {statistics.quantiles(took, n=20)[-1]:.1f} |", flush=True
    )


def _show_reasons(answering: Answering, opening: Opening, rows: Sequence[Row]) -> None:
    found = [_why(answering, row) for row in rows]
    gap = max(abs(why.usual + sum(one.amount for one in why.reasons) - why.answer) for why in found)
    print(f"\n{len(found)} answers taken apart: the sum of their reasons is off by {gap:.1e} at most")
    thorough = _thorough(opening)
    pairs = zip(found[:COMPARED], rows[:COMPARED], strict=True)
    print(f"a reason is off by {statistics.mean(_off(why, _why(thorough, row)) for why, row in pairs):.1%}")


def _thorough(opening: Opening) -> Answering:
    """Return the model with explanations of twenty times as many orders."""
    effort = ("MOST_ASKED", "MOST_ORDERS", "SECONDS")
    as_it_is = [getattr(contributions, name) for name in effort]
    for name, value in zip(effort, as_it_is, strict=True):
        setattr(contributions, name, 20 * value)
    opened = open_for_questions(to_json(opening), Path(opening.model).parent, _report)
    for name, value in zip(effort, as_it_is, strict=True):
        setattr(contributions, name, value)
    return opened


def _off(why: Why, thorough: Why) -> float:
    """Return the mean distance of the reasons from thorough ones, as a share of the strongest."""
    amounts = {reason.column: reason.amount for reason in thorough.reasons}
    strongest = max(map(abs, amounts.values()), default=0.0) or 1.0
    gaps = [abs(reason.amount - amounts[reason.column]) for reason in why.reasons]
    return statistics.mean(gaps) / strongest if gaps else 0.0


def _why(answering: Answering, row: Row) -> Why:
    why = answering(Ask(about="answer", cells=row)).why
    if why is None:
        raise SystemExit("an answer without reasons")
    return why


def _row(answering: Answering, row: int) -> Row:
    return answering(Ask(about="row", cells={}, row=row)).cells or {}


def _since(began: float) -> float:
    return 1000 * (time.perf_counter() - began)


def _report(progress: Progress) -> None:
    """Say nothing of how far it is."""
