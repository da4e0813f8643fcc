"""A new file that says itself what is right: the page tells whether the model still holds."""

from dataclasses import replace
from pathlib import Path
from shutil import copy
from typing import Literal

import pytest

from desktop_app.records.jsonable import to_json
from desktop_app.records.models import Truth
from desktop_app.records.orders import ANSWERS_FILE, ApplyOrder
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import stored_answers
from tests.unit.reports.made import score


def with_truth(workspace: Workspace, training: StoredTraining, truth: Truth | None) -> StoredAnswers:
    brought = stored_answers(workspace, training, answered=True)
    assert brought.answers is not None
    order = ApplyOrder(table_folder=brought.folder, model="-")
    job = workspace.jobs.add("apply", to_json(order), lane="short", subject=brought.id)
    copy(Path(brought.folder) / ANSWERS_FILE, job.folder)
    workspace.land(job, to_json(replace(brought.answers, truth=truth)))
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
    assert ("Promised: 88." in page) == (holds != "few")


def test_where_nothing_says_what_is_right_there_is_no_such_part(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = with_truth(workspace, training, None)

    assert "Is it still right?" not in person.get(f"/answers/{brought.id}").text
