"""A column in another unit can be corrected with a click, which is remembered and can be undone."""

from dataclasses import replace
from pathlib import Path

from desktop_app.records.matching import Scaling
from desktop_app.records.notices import about
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import FITS, LACKS, stored_answers

THOUSANDTH = Scaling(column="months", factor=0.001)
OFF = replace(
    FITS,
    fit="caution",
    notices=(*FITS.notices, about("months", "check.factor", "caution", factor=1000)),
    offers=(THOUSANDTH,),
)
DONE = replace(
    FITS, notices=(*FITS.notices, about("months", "check.divided", factor=1000)), scaled=(THOUSANDTH,)
)


def test_the_line_of_a_thousandfold_column_has_a_button(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    stored = stored_answers(workspace, training, OFF)

    page = person.get(f"/answers/{stored.id}").text
    response = person.post(f"/answers/{stored.id}/scale", place="0")

    assert ">Divide by 1,000</button>" in page
    assert response.headers["Location"].startswith("/opening/")
    assert jobs.orders[-1][0] == "prepare"
    assert jobs.orders[-1][1]["scalings"] == [{"column": "months", "factor": 0.001}]
    assert workspace.trainings.get(training.id).scalings == (THOUSANDTH,)


def test_a_click_undoes_it_and_it_is_forgotten(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    workspace.answers.remember(training.id, (), (THOUSANDTH,))
    stored = stored_answers(workspace, training, DONE)

    assert "is divided by 1,000" in person.get(f"/answers/{stored.id}").text
    person.post(f"/answers/{stored.id}/scale", undo="0")

    assert jobs.orders[-1][1]["scalings"] == []
    assert workspace.trainings.get(training.id).scalings == ()


def test_answers_are_kept_where_their_file_is_corrected_afterwards(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    off, done = (stored_answers(workspace, training, one, answered=True) for one in (OFF, DONE))

    page = person.get(f"/answers/{off.id}").text
    assert ">Divide by 1,000</button>" in page
    assert "These answers stay." in page
    assert ">Undo</button>" in person.get(f"/answers/{done.id}").text
    response = person.post(f"/answers/{off.id}/scale", place="0")

    assert response.headers["Location"].startswith("/opening/")
    assert jobs.orders[-1][1]["instead"] == off.id
    assert workspace.answers.get(off.id).answers


def test_the_next_file_is_told_what_is_remembered(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    workspace.answers.remember(training.id, (), (THOUSANDTH,))

    with Path(__file__).open("rb") as file:
        person.post(f"/trainings/{training.id}/files", file=(file, "april.csv"))

    assert jobs.orders[-1][1]["known_scalings"] == [{"column": "months", "factor": 0.001}]


def test_a_file_whose_columns_are_matched_is_told_the_same(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    workspace.answers.remember(training.id, (), (THOUSANDTH,))
    stored = stored_answers(workspace, training, LACKS)

    person.post(f"/answers/{stored.id}/match")

    assert jobs.orders[-1][1]["known_scalings"] == [{"column": "months", "factor": 0.001}]


def test_what_was_not_offered_is_not_done(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    stored = stored_answers(workspace, training, OFF)

    assert person.post(f"/answers/{stored.id}/scale", place="1").status_code == 400
    assert person.post(f"/answers/{stored.id}/scale", undo="0").status_code == 400
