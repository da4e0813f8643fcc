"""A new file that says itself what is right: the page tells whether the model still holds."""

import io
from dataclasses import replace
from pathlib import Path
from shutil import copy
from typing import Literal

import pytest

from desktop_app.records.jsonable import to_json
from desktop_app.records.models import Truth
from desktop_app.records.notices import Notice
from desktop_app.records.orders import ANSWERS_FILE, ApplyOrder
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_answers
from tests.unit.reports.made import score


def with_truth(
    workspace: Workspace, training: StoredTraining, truth: Truth | None, untold: Notice | None = None
) -> StoredAnswers:
    brought = stored_answers(workspace, training, answered=True)
    assert brought.answers is not None
    order = ApplyOrder(table_folder=brought.folder, model="-")
    job = workspace.jobs.add("apply", to_json(order), lane="short", subject=brought.id)
    copy(Path(brought.folder) / ANSWERS_FILE, job.folder)
    workspace.land(job, to_json(replace(brought.answers, truth=truth, untold=untold)))
    return brought


@pytest.mark.parametrize(
    ("holds", "word"),
    [("fits", "Still holds"), ("worse", "Has become worse"), ("few", "Too few rows to say")],
)
def test_the_true_score_stands_beside_the_promised_one(
    person: Person,
    workspace: Workspace,
    training: StoredTraining,
    holds: Literal["fits", "worse", "few"],
    word: str,
) -> None:
    now, promised = score(0.7, 0.66, 0.74, rows=300), score(0.88, 0.86, 0.9)
    brought = with_truth(workspace, training, Truth(score=now, promised=promised, holds=holds, known=300))

    page = person.get(f"/answers/{brought.id}").text

    assert "Is it still right?" in page
    assert word in page
    assert "Right for 70 of 100 here (66 to 74)." in page
    assert "Promised: 88." in page


def truth(holds: Literal["fits", "worse", "few"], value: float) -> Truth:
    now, promised = score(value, value - 0.04, value + 0.04, rows=300), score(0.88, 0.86, 0.9)
    return Truth(score=now, promised=promised, holds=holds, known=300)


def test_over_several_files_it_is_said_and_shown_since_when_it_is_worse(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    told = (truth("fits", 0.88), truth("few", 0.6), truth("worse", 0.7), None, truth("worse", 0.65))
    for place, one in enumerate(told):
        brought = with_truth(workspace, training, one)
        workspace.answers.rename(brought.id, f"month {place}")

    page = person.get(f"/trainings/{training.id}/apply").text

    assert "It has become worse since &#34;month 2&#34;, brought on 2" in page
    assert page.count("Right for 70 of 100 here (66 to 74).") == 1
    assert 'aria-label="Each file across' in page
    assert "Answered" in page  # of the file that says nothing


def test_of_one_file_there_is_no_picture(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    with_truth(workspace, training, truth("fits", 0.88))

    page = person.get(f"/trainings/{training.id}/apply").text

    assert "Still holds" in page
    assert "Right for 88 of 100 here (84 to 92)." in page
    assert "Is it still right?" not in page


def test_why_nothing_could_be_counted_is_said(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    why = Notice(code="truth.no_rare", values={"yes": "yes", "target": "left"})
    brought = with_truth(workspace, training, None, why)

    page = person.get(f"/answers/{brought.id}").text

    assert "Is it still right?" in page
    assert "but no row is &#34;yes&#34;" in page


def test_the_rows_that_it_learned_from_are_looked_for_in_a_file(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    person.post(f"/trainings/{training.id}/files", file=(io.BytesIO(b"a,b\n1,2\n"), "new.csv"))
    person.post(f"/answers/{stored_answers(workspace, training).id}/answer")

    rows = workspace.rows_of(training)
    assert rows
    assert [order["learned_from"] for _journey, order in jobs.orders] == [rows, rows]


def test_where_nothing_says_what_is_right_there_is_no_such_part(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = with_truth(workspace, training, None)

    assert "Is it still right?" not in person.get(f"/answers/{brought.id}").text
