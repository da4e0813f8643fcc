"""A file that shows that a model has become worse: it is learned again with its rows, in a click or two."""

from dataclasses import replace
from pathlib import Path
from shutil import copy
from typing import Literal

import pytest

from desktop_app.records.decisions import Costs, Decision
from desktop_app.records.jsonable import to_json
from desktop_app.records.lineage import JOINED_FILE, Again, Against, Joined, Lineage
from desktop_app.records.matching import ColumnMatch
from desktop_app.records.models import Preflight, Truth
from desktop_app.records.orders import ANSWERS_FILE, ApplyOrder, Prepared, PrepareOrder
from desktop_app.records.results import Score
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import FITS, LACKS, _answer, table, write_rows
from tests.unit.reports.made import score

ROWS = 320  # of the new file; 8 of 10 hold an answer, and the first 300 are those of the old table
LINEAGE = Lineage(
    content="0" * 64,
    name="left",
    created="2026-03-01T10:00:00+00:00",
    rows_then=240,
    rows_new=160,
    joined=True,
    is_known=True,
    against=Against(rows=160, now=0.8, before=0.6, low=0.1, high=0.3),
)


def with_truth(
    workspace: Workspace,
    training: StoredTraining,
    *,
    holds: Literal["fits", "worse"] = "worse",
    preflight: Preflight = FITS,
    rows: int = ROWS,
    promised: Score | None = None,
) -> StoredAnswers:
    made = replace(table("march.csv"), rows=rows)
    order = PrepareOrder(path="-", name=made.name, model=training.model, training_id=training.id)
    job = workspace.jobs.add("prepare", to_json(order), lane="short", subject=training.id)
    write_rows(Path(job.folder), made)
    workspace.land(job, to_json(Prepared(table=made, preflight=preflight)))
    _answer(workspace, workspace.answers.get(job.id))
    brought = workspace.answers.get(job.id)
    assert brought.answers
    truth = Truth(
        score=score(0.7, 0.66, 0.74, rows=300),
        promised=promised or score(0.88, 0.86, 0.9),
        holds=holds,
        known=300,
        is_brought=training.evaluation is not None and training.evaluation.is_brought,
    )
    again = workspace.jobs.add(
        "apply", to_json(ApplyOrder(table_folder=brought.folder, model="-")), lane="short", subject=brought.id
    )
    copy(Path(brought.folder) / ANSWERS_FILE, again.folder)
    workspace.land(again, to_json(replace(brought.answers, truth=truth)))
    return workspace.answers.get(brought.id)


def put_together(person: Person, workspace: Workspace, brought: StoredAnswers, rows: str = "both") -> str:
    """Choose the rows as a person does, and land what a worker makes of them; return the job's id."""
    opening = person.post(f"/answers/{brought.id}/again", rows=rows).headers["Location"]
    job = workspace.jobs.get(opening.split("/")[-1])
    made = replace(table("customers.csv + march.csv"), rows=256)
    write_rows(Path(job.folder), made)
    (Path(job.folder) / JOINED_FILE).write_bytes(b"PAR1")
    again = Again(model=str(job.params["model"]), name="left", first=240, joined=True, is_known=True)
    workspace.land(job, to_json(Joined(table=made, again=again)))
    assert person.get(opening).headers["Location"] == f"/again/{job.id}"
    return job.id


@pytest.mark.parametrize("holds", ["fits", "worse"])
def test_a_file_that_says_what_is_right_offers_to_learn_again(
    person: Person, workspace: Workspace, training: StoredTraining, holds: Literal["fits", "worse"]
) -> None:
    brought = with_truth(workspace, training, holds=holds)

    page = person.get(f"/answers/{brought.id}").text

    kind = "button primary" if holds == "worse" else "button"
    assert f'<a class="{kind}" href="/answers/{brought.id}/again">Learn again with these rows</a>' in page


def test_a_file_that_lacks_a_column_does_not(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = with_truth(workspace, training, preflight=LACKS)

    assert "Learn again with these rows" not in person.get(f"/answers/{brought.id}").text
    assert person.get(f"/answers/{brought.id}/again").headers["Location"] == f"/answers/{brought.id}"
    assert person.post(f"/answers/{brought.id}/again", rows="both").status_code == 404


def test_the_rows_are_counted_before_it_is_chosen(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = with_truth(workspace, training)

    page = person.get(f"/answers/{brought.id}/again").text

    assert "256 rows: 240 of &#34;customers.csv&#34;, and 16 new ones" in page
    assert "256 rows of &#34;march.csv&#34;" in page
    assert "240 rows of the new file stand in &#34;customers.csv&#34; already, and count once." in page
    assert "Fewer than 50 rows are new" in page
    assert "Both models are then compared" not in page


def test_where_nothing_is_new_it_is_said(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = with_truth(workspace, training, rows=300)

    page = person.get(f"/answers/{brought.id}/again").text

    assert "No row of the new file holds a &#34;left&#34;" in page
    assert "<legend>" not in page


def test_without_the_old_table_the_new_file_alone_can_be_learned_from(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = with_truth(workspace, training)
    workspace.tables.delete(training.table_id)
    workspace.tidy()

    page = person.get(f"/answers/{brought.id}/again").text

    assert "Both together" not in page
    assert "The rows that it learned from are not here any more" in page
    assert "neither has seen" not in page
    assert "Whether the old one has seen some of them is not known." in page


def test_rows_that_neither_has_seen_are_promised_where_there_are_enough(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = with_truth(workspace, training, rows=400)

    assert "rows that neither has seen" in person.get(f"/answers/{brought.id}/again").text


@pytest.mark.parametrize(("rows", "joined"), [("both", True), ("alone", False)])
def test_the_chosen_rows_are_put_together(
    person: Person,
    workspace: Workspace,
    training: StoredTraining,
    jobs: FakeJobs,
    rows: str,
    joined: bool,
) -> None:
    brought = with_truth(workspace, training)

    opening = person.post(f"/answers/{brought.id}/again", rows=rows).headers["Location"]

    journey, order = jobs.orders[-1]
    assert (journey, order["joined"], order["second"]) == ("join", joined, brought.folder)
    assert order["first"] == workspace.rows_of(training)
    assert "Putting the rows together" in person.get(opening).text


def test_then_it_learns_once_with_the_same_choices(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    workspace.trainings.decide(
        training.id, Decision(value="yes", chance=0.2, costs=Costs(missed=4.0, false=1.0))
    )
    match = ColumnMatch(column="months", source="months here")
    workspace.answers.remember(training.id, [match], ())
    job_id = put_together(person, workspace, with_truth(workspace, training))

    first = person.post(f"/again/{job_id}").headers["Location"]
    second = person.post(f"/again/{job_id}").headers["Location"]

    assert first == second
    begun = workspace.trainings.get(first.split("/")[2])
    assert (begun.name, begun.table_id, begun.matches) == ("left (2)", job_id, (match,))
    assert begun.plan.target == training.plan.target
    assert begun.plan.costs
    assert begun.plan.costs.costs == Costs(missed=4.0, false=1.0)
    assert [journey for journey, _ in jobs.orders].count("train") == 1
    assert jobs.orders[-1][1]["again"] == to_json(
        Again(model=training.model, name="left", first=240, joined=True, is_known=True)
    )
    assert workspace.tables.get(job_id).name == "customers.csv + march.csv"
    assert Path(workspace.tables.get(job_id).source).read_bytes() == b"PAR1"


def test_learned_once_more_after_it_failed_it_still_knows_the_old_one(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    job_id = put_together(person, workspace, with_truth(workspace, training))
    begun = person.post(f"/again/{job_id}").headers["Location"].split("/")[2]
    told = jobs.orders[-1][1]["again"]

    person.post(f"/trainings/{begun}/again")

    assert jobs.orders[-1][0] == "train"
    assert jobs.orders[-1][1]["again"] == told


def test_what_was_not_put_together_cannot_be_learned_from(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    assert person.get(f"/again/{training.job_id}").status_code == 404
    brought = with_truth(workspace, training)
    waiting = person.post(f"/answers/{brought.id}/again", rows="both").headers["Location"].split("/")[-1]
    assert person.get(f"/again/{waiting}").status_code == 404


def test_a_model_that_answered_no_file_says_how_it_is_learned_again(
    person: Person, training: StoredTraining
) -> None:
    page = person.get(f"/trainings/{training.id}/apply").text

    way = f'href="/trainings/{training.id}/apply">Learn again with new rows</a>'
    assert way in person.get(f"/trainings/{training.id}/results").text
    assert "it can learn again with those rows" in page
