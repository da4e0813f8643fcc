"""Made tables, trainings and answers, landed in a real workspace as jobs land them."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.records.jsonable import to_json
from desktop_app.records.models import Answers, Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.orders import ApplyOrder, ImportOrder, Prepared, PrepareOrder, TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import (
    Baseline,
    Candidate,
    Confusion,
    Evaluation,
    Importance,
    Score,
    Skill,
    Verdict,
)
from desktop_app.records.stored import StoredAnswers, StoredTable, StoredTraining
from desktop_app.records.tables import Bar, Column, Recipe, Table
from desktop_app.workspace.store import Workspace
from tests.stored_rows import write_rows as write_cells

ROWS = 300
HEADINGS = ("prediction", "probability", "probability: no", "probability: yes", "caution")
FITS = Preflight(
    fit="fits", rows=ROWS, notices=(Notice(code="check.fits", values={"rows": ROWS, "columns": 2}),)
)
LACKS = Preflight(
    fit="unfit",
    rows=ROWS,
    notices=(Notice(code="check.missing_many", values={"count": 1, "columns": ["months"]}, level="problem"),),
    missing=("months",),
)

EVALUATION = Evaluation(
    task="classification",
    target="left",
    classes=("no", "yes"),
    common="no",
    rows=ROWS,
    tested="held_out",
    folds=5,
    features=("months", "region"),
    left_out=(),
    warnings=(),
    baseline=Baseline(metric="accuracy", value=0.73, answer="no"),
    score=Score(metric="accuracy", value=0.88, low=0.84, high=0.91, rows=120),
    skill=Skill(value=0.55, low=0.4),
    verdict=Verdict(level="good", shape="two"),
    candidates=(
        Candidate(name="linear", metric="log_loss", score=0.4, practice=0.81, seconds=1, chosen=True),
    ),
    importances=(Importance(column="months", loss=0.1, low=0.08, high=0.12),),
    confusion=Confusion(labels=("no", "yes"), counts=((80, 8), (6, 26))),
)


def table(name: str = "customers.csv", *more: Column) -> Table:
    """Return a table of customers, with *more* columns behind the usual four."""
    yes_no = (Bar(label="no", count=220), Bar(label="yes", count=80))
    kinds = tuple(Bar(label=kind, count=100) for kind in ("West", "East", "South"))
    columns = (
        Column(name="id", type="id", position=0, missing=0, distinct=ROWS),
        Column(name="months", type="number", position=1, missing=3, distinct=60, whole=True, low=2, high=60),
        Column(
            name="region", type="category", position=2, missing=0, distinct=3, top_values=kinds, bars=kinds
        ),
        Column(name="left", type="yes/no", position=3, missing=0, distinct=2, top_values=yes_no, bars=yes_no),
        *more,
    )
    return Table(name=name, rows=ROWS, columns=columns, recipe=Recipe(format="csv", delimiter=","))


def stored_table(workspace: Workspace, made: Table | None = None) -> StoredTable:
    """Return a table that was opened; a cell says its row and column.

    Of ten rows the last is empty, and the one before counts as missing.
    """
    made = made or table()
    job = workspace.jobs.add("import", to_json(ImportOrder(path="-", name=made.name)), lane="short")
    write_rows(Path(job.folder), made)
    workspace.land(job, to_json(made))
    return workspace.tables.get(job.id)


def write_rows(folder: Path, made: Table) -> None:
    """Write the files of a stored table."""
    for name, content in _files(made.rows, tuple(one.position for one in made.columns)).items():
        (folder / name).write_bytes(content)
    (folder / "table.json").write_text(json.dumps(to_json(made)), encoding="utf-8")


@cache
def _files(rows: int, positions: tuple[int, ...]) -> dict[str, bytes]:
    """Return the files of the cells, which most tests have alike."""
    cells = ", ".join(map(_cell, positions))
    with TemporaryDirectory() as folder:
        write_cells(Path(folder), f"SELECT range AS row, {cells} FROM range({rows})")  # noqa: S608 - ours
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def _cell(position: int) -> str:
    if position >= 4:  # a wide table is made fast of columns that hold one value
        return f"'{position}' AS r{position}, '{position}' AS v{position}"
    cell = f"if(row % 10 = 9, NULL, 'row ' || row || ' column {position}')"
    return f"{cell} AS r{position}, if(row % 10 = 8, NULL, {cell}) AS v{position}"


def stored_training(
    workspace: Workspace, table_id: str, evaluation: Evaluation | None = EVALUATION
) -> StoredTraining:
    """Return a training that has ended, or that waits where there is no *evaluation*."""
    plan = TrainingPlan(target="left", budget=15.0)
    training = workspace.trainings.add(table_id, plan)
    order = TrainOrder(table_folder="-", plan=plan)
    job = workspace.jobs.add("train", to_json(order), lane="long", subject=training.id)
    if evaluation:
        (Path(job.folder) / "model.hunch").write_bytes(b"PK a model")
        workspace.land(job, to_json(evaluation))
    return workspace.trainings.get(training.id)


def stored_answers(
    workspace: Workspace,
    training: StoredTraining,
    preflight: Preflight = FITS,
    *,
    answered: bool = False,
    told: tuple[Notice, ...] = (),
) -> StoredAnswers:
    """Return a new file that was brought to a model, with its answers if they were given."""
    made = replace(table("march.csv"), columns=table().columns[:3], warnings=told)
    order = PrepareOrder(path="-", name=made.name, model=training.model, training_id=training.id)
    job = workspace.jobs.add("prepare", to_json(order), lane="short", subject=training.id)
    write_rows(Path(job.folder), made)
    workspace.land(job, to_json(Prepared(table=made, preflight=preflight)))
    if answered:
        _answer(workspace, workspace.answers.get(job.id))
    return workspace.answers.get(job.id)


def _answer(workspace: Workspace, brought: StoredAnswers) -> None:
    import duckdb

    order = ApplyOrder(table_folder=brought.folder, model="-")
    job = workspace.jobs.add("apply", to_json(order), lane="short", subject=brought.id)
    goal = Path(job.folder) / "answers.parquet"
    duckdb.sql(
        f"COPY (SELECT range AS row, 'yes' AS a0, 0.75::DOUBLE AS a1, 0.25::DOUBLE AS a2, "  # noqa: S608 - ours
        f"0.75::DOUBLE AS a3, "
        f"if(range = 1, 'new value in region: Moon', '') AS a4 FROM range({ROWS})) TO '{goal}'"
    )
    answers = Answers(
        rows=ROWS, cautions=1, preflight=brought.preflight, headings=HEADINGS, counts={"yes": ROWS}
    )
    workspace.land(job, to_json(answers))
