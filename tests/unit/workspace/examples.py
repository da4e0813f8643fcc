"""Records and files as journeys make them, in the smallest size."""

import hashlib
from pathlib import Path
from typing import Any

from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.models import Answers, Preflight
from desktop_app.records.orders import ApplyOrder, ImportOrder, Prepared, PrepareOrder, TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Baseline, Candidate, Evaluation, Score, Skill, Verdict
from desktop_app.records.stored import StoredAnswers, StoredTable, StoredTraining
from desktop_app.records.tables import Column, Recipe, Table
from desktop_app.workspace.store import Workspace

PLAN = TrainingPlan(target="churn", seed=7)
PREFLIGHT = Preflight(fit="fits", rows=3, notices=())
ANSWERS = Answers(rows=3, cautions=1, preflight=PREFLIGHT, headings=("churn",), counts={"yes": 1, "no": 2})


def a_table(name: str = "people.csv") -> Table:
    column = Column(name="age", type="number", position=0, missing=0, distinct=3, minimum=0.1)
    sha256 = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()
    return Table(name=name, rows=3, columns=(column,), recipe=Recipe(format="csv"), sha256=sha256)


def an_evaluation(*, stopped: bool = False) -> Evaluation:
    return Evaluation(
        task="classification",
        target="churn",
        classes=("no", "yes"),
        common="no",
        rows=3,
        tested="repeated",
        folds=3,
        features=("age",),
        left_out=(),
        warnings=(),
        baseline=Baseline(metric="accuracy", value=0.5, answer="no"),
        score=Score(metric="accuracy", value=0.8, low=0.7, high=0.9, rows=3),
        skill=Skill(value=0.3, low=0.1),
        verdict=Verdict(level="useful", shape="two"),
        candidates=(Candidate(name="linear", metric="log_loss", score=0.4, practice=0.8, seconds=1.0),),
        stopped=stopped,
    )


def leave_table(folder: Path, content: str = "rows") -> None:
    """Leave the files of a table, as the journeys `import` and `prepare` do."""
    (folder / "texts.parquet").write_text(content)
    (folder / "values.parquet").write_text("")
    (folder / "table.json").write_text("{}")


def imported(workspace: Workspace, name: str = "people.csv") -> StoredTable:
    """Land a table."""
    order = ImportOrder(path=f"/home/{name}", name=name)
    job = workspace.jobs.add("import", to_json(order), lane="short")
    leave_table(Path(job.folder))
    workspace.land(job, to_json(a_table(name)))
    return workspace.tables.get(job.id)


def submitted(workspace: Workspace, table: StoredTable) -> tuple[StoredTraining, Job]:
    """Add a training and the job that waits for it."""
    training = workspace.trainings.add(table.id, PLAN)
    params: Any = to_json(TrainOrder(table_folder=table.folder, plan=PLAN))
    return training, workspace.jobs.add("train", params, lane="long", subject=training.id)


def trained(workspace: Workspace, table: StoredTable, evaluation: Evaluation | None = None) -> StoredTraining:
    """Land a model."""
    training, job = submitted(workspace, table)
    (Path(job.folder) / "model.hunch").write_text("a model")
    workspace.land(job, to_json(evaluation or an_evaluation()))
    return workspace.trainings.get(training.id)


def prepared(workspace: Workspace, training: StoredTraining) -> StoredAnswers:
    """Land a new file."""
    order = PrepareOrder(path="/new.csv", name="new.csv", model=training.model, training_id=training.id)
    job = workspace.jobs.add("prepare", to_json(order), lane="short", subject=training.id)
    leave_table(Path(job.folder))
    workspace.land(job, to_json(Prepared(table=a_table("new.csv"), preflight=PREFLIGHT)))
    return workspace.answers.get(job.id)


def answered(workspace: Workspace, answers: StoredAnswers, content: str = "answers") -> StoredAnswers:
    """Land the answers to a new file."""
    order = ApplyOrder(table_folder=answers.folder, model="model.hunch")
    job = workspace.jobs.add("apply", to_json(order), lane="long", subject=answers.id)
    (Path(job.folder) / "answers.parquet").write_text(content)
    workspace.land(job, to_json(ANSWERS))
    return workspace.answers.get(answers.id)
