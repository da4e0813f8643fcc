"""Whether the reasons of an answer sum to it: six models, 1,000 rows each.

The tables are made up, of numbers, days, kinds, texts and empty cells, and ask three questions: which of two
kinds, which of five, and what number. With five columns every set of them is tried; with 45 orders are drawn,
and the columns that count least are told together. Each model is learned (Quick) and asked
as `predict --explain` asks it.
The gap is that between an answer and the usual one with all reasons added: of a chance as it is, of a number
as a share of how far its answers lie apart.
"""

import csv
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.explanation.contributions import Explaining
from desktop_app.journeys.import_table import import_table
from desktop_app.journeys.train import train
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.models.past_rows import read_past, rows_beside
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.orders import MODEL_FILE, ImportOrder, TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.reports.names import kind_name
from desktop_app.tables.stored.storage import read_table

ROWS = 1_000
WIDE = 40  # columns beyond the five
EMPTY = 0.06  # of the cells
EXACT = 1e-6
BUDGET = 15.0  # seconds
QUESTIONS = {"left": "one of two kinds", "stage": "one of five kinds", "spent": "a number"}
_WORDS = ("late", "paid", "called", "moved", "asked", "new", "old", "sent")

Columns = dict[str, list[str]]


def main(_arguments: Sequence[str]) -> None:
    """Print one line a model."""
    print("| question | columns | kinds of model | off by at most | within 1e-6 |")
    print("|---|---:|---|---:|---|")
    for more in (0, WIDE):
        with tempfile.TemporaryDirectory(prefix="hunch-bench-") as name:
            table = Path(name) / "table"
            table.mkdir()
            file = write_table(Path(name) / "made.csv", more)
            import_table(to_json(ImportOrder(path=str(file), name=file.name)), table, _report)
            for target in QUESTIONS:
                _show(target, table, Path(name) / target)


def _show(target: str, table: Path, job: Path) -> None:
    job.mkdir()
    others = tuple(name for name in QUESTIONS if name != target)
    plan = TrainingPlan(target=target, budget=BUDGET, exclude=others, all_known=True, any_row=True)
    learned = train(to_json(TrainOrder(table_folder=str(table), plan=plan)), job, _report)
    evaluation = from_json(Evaluation, learned)
    model = open_model(job / MODEL_FILE)
    answers, sums = _answers_and_sums(model, table)
    apart = 1.0 if model.predictor.classes else float(np.ptp(answers)) or 1.0
    gap = float(np.max(np.abs(answers - sums))) / apart
    kinds = ", ".join(kind_name(one.name) for one in evaluation.candidates if one.weight)
    print(
        f"| {QUESTIONS[target]} | {len(evaluation.features)} | {kinds} | {gap:.1e} "
        f"| {'yes' if gap <= EXACT else '**no**'} |",
        flush=True,
    )


def _answers_and_sums(model: OpenedModel, folder: Path) -> tuple[Floats, Floats]:
    """Return what the model answers to the rows, and the usual answers with all reasons added."""
    past = read_past(model, folder, read_table(folder))
    if past is None:
        raise SystemExit("there are no rows")
    found = model.predictor.model.answers(past.cells)
    places = found.argmax(axis=1)
    explaining = Explaining(model.predictor.model, rows_beside(model, past), model.card.plan.seed, many=True)
    why = explaining.of_rows(past.cells, places)
    return found[np.arange(len(places)), places], why.usual + why.amounts.sum(axis=1)


def write_table(path: Path, more: int) -> Path:
    """Write the table as CSV, with so many columns beyond the five; the same each time."""
    columns = _columns(np.random.default_rng(more), more)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(columns)
        out.writerows(zip(*columns.values(), strict=True))
    return path


def _columns(dice: np.random.Generator, more: int) -> Columns:
    age, days = dice.normal(45, 14, ROWS).round(1), dice.integers(0, 900, ROWS)
    plan, words = dice.choice(["basic", "gold", "silver"], ROWS), dice.choice(_WORDS, (ROWS, 4))
    extra = dice.normal(0, 1, (ROWS, more)).round(2)
    # Bent, and another way for each kind, so that no straight line answers it alone.
    bent = (((age - 45) / 14) ** 2 - 1) * np.where(plan == "gold", 1.5, -0.7)
    pull = bent + (words == "late").sum(axis=1) - days / 900 + dice.normal(0, 0.3, ROWS)
    pull = pull + extra.sum(axis=1) / max(1.0, more**0.5)
    stages = np.array(["one", "two", "three", "four", "five"])
    facts: dict[str, Sequence[object]] = {
        "age": age.tolist(),
        "joined": (np.datetime64("2022-01-01") + days).astype(str).tolist(),
        "plan": plan.tolist(),
        "note": [" ".join(row) for row in words.tolist()],
        "visits": dice.poisson(4, ROWS).tolist(),
        **{f"measure {place + 1}": extra[:, place].tolist() for place in range(more)},
    }
    return {
        **{name: _with_empty(cells, dice) for name, cells in facts.items()},
        "left": np.where(pull > np.median(pull), "yes", "no").tolist(),
        "stage": stages[np.searchsorted(np.quantile(pull, [0.2, 0.4, 0.6, 0.8]), pull)].tolist(),
        "spent": [f"{amount:.2f}" for amount in (200 + 60 * pull).tolist()],
    }


def _with_empty(cells: Sequence[object], dice: np.random.Generator) -> list[str]:
    return ["" if empty else str(cell) for cell, empty in zip(cells, dice.random(ROWS) < EMPTY, strict=True)]


def _report(progress: Progress) -> None:
    """Say nothing of how far it is."""
