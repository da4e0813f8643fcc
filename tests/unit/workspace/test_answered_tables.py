"""A table that was answered lands whole: its rows, how it fits, and its answers."""

from pathlib import Path

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.records.answered_tables import AnswerTableOrder, TableAnswered
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.models import Answers
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.workspace.store import Workspace
from tests.api.made import FITS, stored_table, stored_training, table, write_rows


@pytest.fixture
def job(workspace: Workspace) -> Job:
    training = stored_training(workspace, stored_table(workspace).id)
    order = AnswerTableOrder(path="/x.csv", name="x.csv", model=training.model, training_id=training.id)
    job = workspace.jobs.add("answer_table", to_json(order), lane="short", subject=training.id)
    write_rows(Path(job.folder), table("x.csv"))
    return job


DONE = TableAnswered(
    table=table("x.csv"), preflight=FITS, answers=Answers(rows=300, cautions=0, preflight=FITS, headings=())
)


def test_it_lands_as_one_thing(workspace: Workspace, job: Job) -> None:
    (Path(job.folder) / ANSWERS_FILE).write_bytes(b"PAR1")

    workspace.land(job, to_json(DONE))

    stored, done = workspace.answers.get(job.id), workspace.jobs.get(job.id)
    assert (done.state, done.subject) == ("finished", job.id)
    assert (stored.name, stored.answers, stored.source) == ("x.csv", DONE.answers, "/x.csv")
    assert (Path(stored.folder) / ANSWERS_FILE).read_bytes() == b"PAR1"


def test_without_its_answers_nothing_of_it_lands(workspace: Workspace, job: Job) -> None:
    with pytest.raises(ValueError, match=ANSWERS_FILE):
        workspace.land(job, to_json(DONE))

    with pytest.raises(NotFoundError):
        workspace.answers.get(job.id)
    assert list((workspace.folder / "answers").iterdir()) == []
