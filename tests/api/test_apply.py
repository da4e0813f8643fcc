"""Use on new data: does it fit, and answering it."""

from dataclasses import replace
from typing import Any

from desktop_app.records.jobs import Live, Problem
from desktop_app.records.models import Preflight
from desktop_app.records.notices import Notice, Value
from desktop_app.records.stored import StoredTraining
from desktop_app.web.preview import preview_of
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import FITS, LACKS, stored_answers, stored_table, stored_training


def test_without_a_model_the_page_shows_the_way(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    page = person.get(f"/tables/{stored.id}/apply").text

    assert "There is no model to use yet. Learn first." in page
    assert f'class="button primary" href="/tables/{stored.id}/predict"' in page


def test_while_a_model_is_learned_the_page_says_so(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id, evaluation=None)

    page = person.get(f"/trainings/{training.id}/apply").text
    workspace.jobs.cancel(training.job_id)

    assert "It is still learning." in page
    assert f'class="button primary" href="/trainings/{training.id}/learn"' in page
    assert "Learn first." in person.get(f"/trainings/{training.id}/apply").text


def test_a_new_file_is_compared_with_what_the_model_needs(
    person: Person, training: StoredTraining, jobs: FakeJobs, here: Any
) -> None:
    upload = here.uploads.begin()

    response = person.post(f"/trainings/{training.id}/files", upload=upload, name="march.csv")

    journey, order = jobs.orders[0]
    assert (journey, order["name"], order["training_id"]) == ("prepare", "march.csv", training.id)
    assert response.headers["Location"].startswith("/opening/")


def test_once_it_is_read_the_page_shows_whether_it_fits(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training)

    goes_on = person.get(f"/opening/{brought.id}")
    page = person.get(goes_on.headers["Location"]).text

    assert "300 rows. All 2 columns it needs are there." in page
    assert "Answer them" in page
    assert "march.csv" in page


def test_a_missing_column_is_named_and_can_be_gone_without(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    brought = stored_answers(workspace, training, LACKS)

    page = person.get(f"/answers/{brought.id}").text
    person.post(f"/answers/{brought.id}/answer", without_missing=1)

    assert "Does not fit" in page
    assert "&#34;months&#34;" in page
    assert "Answer them" not in page
    assert "Every row then gets a caution." in page
    assert jobs.orders[0][1]["allow_missing"] == ["months"]


def test_another_table_cannot_be_gone_on_with(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    found = Notice(code="check.wrong_file", values={"matched": 0, "columns": 2}, level="problem")
    other = Preflight(fit="unfit", rows=300, notices=(found,), missing=("months", "region"))
    brought = stored_answers(workspace, training, other)

    page = person.get(f"/answers/{brought.id}").text
    person.post(f"/answers/{brought.id}/answer", without_missing=1)

    assert "This looks like another table: 0 of 2 columns fit." in page
    assert "Go on without" not in page
    assert f'class="button primary" href="/trainings/{training.id}/apply">Choose another file<' in page
    assert jobs.orders[0][1]["allow_missing"] == []


def test_what_was_compared_is_said_the_worst_first(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    new: dict[str, Value] = {"column": "region", "count": 1, "values": ["Moon"]}
    notices = (
        *FITS.notices,
        Notice(code="check.unseen", values=new, level="caution"),
        *LACKS.notices,
    )
    brought = stored_answers(workspace, training, replace(LACKS, notices=notices))

    page = person.get(f"/answers/{brought.id}").text

    order = [page.index(words) for words in ("&#34;months&#34;", "&#34;Moon&#34;", "All 2 columns")]
    assert order == sorted(order)


def test_nothing_is_gone_without_unasked(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    brought = stored_answers(workspace, training, LACKS)

    person.post(f"/answers/{brought.id}/answer")

    assert jobs.orders[0][1]["allow_missing"] == []


def test_the_page_shows_how_far_answering_is(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    brought = stored_answers(workspace, training)
    jobs.progress = Live(fraction=0.5)

    goes_on = person.post(f"/answers/{brought.id}/answer")
    page = person.get(goes_on.headers["Location"]).text
    job = workspace.jobs.active(brought.id)

    assert job is not None
    assert 'value="50"' in page
    assert f"/answers/{brought.id}/cancel/{job.id}" in page
    assert "hx-trigger" in person.poll(f"/answers/{brought.id}/progress/{job.id}").text


def test_a_cancelled_answering_can_be_begun_again(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training)
    person.post(f"/answers/{brought.id}/answer")
    job = workspace.jobs.active(brought.id)
    assert job is not None

    person.post(f"/answers/{brought.id}/cancel/{job.id}")

    assert "Answer them" in person.get(f"/answers/{brought.id}?job={job.id}").text


def test_the_page_of_a_new_file_shows_and_ends_no_work_for_another(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training)
    other = stored_training(workspace, training.table_id, evaluation=None)

    polled = person.poll(f"/answers/{brought.id}/progress/{other.job_id}")
    cancelled = person.post(f"/answers/{brought.id}/cancel/{other.job_id}")

    assert [polled.status_code, cancelled.status_code] == [404, 404]
    assert workspace.jobs.get(other.job_id).state == "waiting"


def test_a_failure_while_answering_is_said(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training)
    goes_on = person.post(f"/answers/{brought.id}/answer").headers["Location"]
    job = workspace.jobs.active(brought.id)
    assert job is not None
    workspace.jobs.fail(job.id, Problem(code="error.worker_ended", values={"job": "Answering rows"}))

    page = person.get(goes_on).text

    assert "&#34;Answering rows&#34; ended unexpectedly." in page
    assert "Answer them" in page


def test_answers_stand_before_what_the_file_holds(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training, answered=True)

    page = person.get(f"/answers/{brought.id}").text

    assert "Rows in: 300. Rows answered: 300, in the same order." in page
    assert "1 of 300 rows has a caution." in page
    assert page.index(">prediction<") < page.index(">probability: yes<") < page.index(">months<")
    assert "new value in region: Moon" in page
    assert "0.750" in page
    assert '<th scope="col" class="ours amount">probability: yes</th>' in page  # above its numbers


def test_where_all_rows_are_shown_they_are_called_so(workspace: Workspace, training: StoredTraining) -> None:
    brought = stored_answers(workspace, training, answered=True)
    some = preview_of(brought, decimals=0)
    assert some
    count = len(some.given)

    whole = preview_of(replace(brought, table=replace(brought.table, rows=count)), decimals=0)

    assert (some.title, whole and whole.title) == (f"The first {count} rows", f"All {count} rows")


def test_brought_files_are_listed_renamed_and_deleted(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training, answered=True)
    person.post(f"/answers/{brought.id}/name", name="March, corrected")

    page = person.get(f"/trainings/{training.id}/apply").text
    gone = person.post(f"/answers/{brought.id}/delete")

    assert "March, corrected" in page
    assert "Answered" in page
    assert f"/answers/{brought.id}/undo" in person.get(gone.headers["Location"]).text
    person.post(f"/answers/{brought.id}/undo")
    assert person.get(f"/answers/{brought.id}").status_code == 200


def test_of_files_with_one_name_the_earlier_ones_are_marked(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    earlier, later = stored_answers(workspace, training), stored_answers(workspace, training)

    page = person.get(f"/trainings/{training.id}/apply").text

    assert page.count("an earlier file of this name") == 1
    assert page.index(later.id) < page.index(earlier.id) < page.index("an earlier file of this name")


def test_work_that_waits_says_for_what(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    brought = stored_answers(workspace, training)
    other = jobs.submit("explain", {}, lane="short", subject=training.id)
    goes_on = person.post(f"/answers/{brought.id}/answer").headers["Location"]

    assert "Waits until other work is done" not in person.get(goes_on).text
    workspace.jobs.start(other.id)
    assert "Waits until other work is done: Looking into the model" in person.get(goes_on).text
