"""Columns of a new file under other names: asked on its page, answered there, remembered for the model."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.records.jsonable import to_json
from desktop_app.records.matching import ColumnMatch, Suggestion
from desktop_app.records.models import Preflight
from desktop_app.records.notices import Notice, about
from desktop_app.records.orders import Prepared, PrepareOrder
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.web import matching
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import FITS, LACKS, stored_answers, table, write_rows

ASKED = replace(LACKS, suggestions=(Suggestion(column="months", source="Monate", matched=297, of=300),))
MATCH = ColumnMatch(column="months", source="Monate")
USED = replace(FITS, mapped=(MATCH,))
JSON_MATCH = [{"column": "months", "source": "Monate"}]


def brought(workspace: Workspace, training: StoredTraining, found: Preflight) -> StoredAnswers:
    """Return a new file in which the column of months is called "Monate"."""
    name = "months" if found.mapped else "Monate"
    number, months, region = table().columns[:3]
    columns = (number, replace(months, name=name, heading="Monate" if found.mapped else ""), region)
    made = replace(table("march.csv"), columns=columns)
    order = PrepareOrder(path="/march.csv", name=made.name, model=training.model, training_id=training.id)
    job = workspace.jobs.add("prepare", to_json(order), lane="short", subject=training.id)
    write_rows(Path(job.folder), made)
    workspace.land(job, to_json(Prepared(table=made, preflight=found)))
    return workspace.answers.get(job.id)


def test_a_likely_column_is_asked_about_with_what_speaks_for_it(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    page = person.get(f"/answers/{brought(workspace, training, ASKED).id}").text

    assert "&#34;months&#34; is not there. Is it &#34;Monate&#34;? 297 of 300 values fit." in page
    assert "Yes, use it" in page
    assert "Yes to all" not in page
    assert '<details class="more">' in page


def test_two_questions_can_be_answered_at_once(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    both = (*ASKED.suggestions, Suggestion(column="region", source="id", matched=3, of=3))
    stored = brought(workspace, training, replace(ASKED, missing=("months", "region"), suggestions=both))

    page = person.get(f"/answers/{stored.id}").text
    person.post(f"/answers/{stored.id}/match", source0="1", source1="0")

    _, _, form = page.rpartition("Yes to all")[0].rpartition("<form")
    assert 'name="source0" value="1"' in form
    assert 'name="source1" value="0"' in form
    assert jobs.orders[0][1]["matches"] == [*JSON_MATCH, {"column": "region", "source": "id"}]


def test_where_no_column_would_be_left_it_is_not_gone_on_without_them(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    both = (*ASKED.suggestions, Suggestion(column="region", source="id", matched=3, of=3))
    found = replace(ASKED, missing=("months", "region"), suggestions=both, needed=2)
    stored = brought(workspace, training, found)

    page = person.get(f"/answers/{stored.id}").text
    person.post(f"/answers/{stored.id}/answer", without_missing="1")

    assert "Yes to all" in page
    assert "Go on without" not in page
    assert 'class="button primary" href' not in page  # another file is not what is wanted here
    assert jobs.orders[0][1]["allow_missing"] == []


def test_yes_reads_the_file_once_more_and_is_remembered_for_the_model(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    stored = brought(workspace, training, ASKED)

    response = person.post(f"/answers/{stored.id}/match", source0="1")

    journey, order = jobs.orders[0]
    assert journey == "prepare"
    assert (order["path"], order["instead"], order["matches"]) == ("/march.csv", stored.id, JSON_MATCH)
    assert response.headers["Location"].startswith("/opening/")
    assert workspace.trainings.get(training.id).matches == (MATCH,)


def test_the_next_file_is_read_with_what_is_remembered(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs, here: Any
) -> None:
    workspace.answers.remember(training.id, (MATCH,), ())

    person.post(f"/trainings/{training.id}/files", upload=here.uploads.begin(), name="april.csv")

    assert jobs.orders[0][1]["matches"] == JSON_MATCH


def test_no_is_kept_and_any_other_column_can_be_chosen(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    stored = brought(workspace, training, ASKED)

    person.post(f"/answers/{stored.id}/refuse", place="0")
    page = person.get(f"/answers/{stored.id}").text
    person.post(f"/answers/{stored.id}/match", source0="0")

    assert "Is it &#34;Monate&#34;?" not in page
    assert '<details class="more" open>' in page
    assert '<option value="0">id – ID</option><option value="1">Monate – number' in page
    assert '<option value="2"' not in page  # which the model needs itself
    assert jobs.orders[0][1]["matches"] == [{"column": "months", "source": "id"}]
    assert jobs.orders[0][1]["refused"] == ["months"]


def test_a_match_can_be_taken_back_and_is_then_forgotten(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    other = ColumnMatch(column="region", source="Gebiet")
    workspace.answers.remember(training.id, (MATCH, other), ())
    stored = brought(workspace, training, USED)

    page = person.get(f"/answers/{stored.id}").text
    person.post(f"/answers/{stored.id}/match", source0="")

    assert '<option value="1" selected>Monate – number</option>' in page
    assert jobs.orders[0][1]["matches"] == []
    assert workspace.trainings.get(training.id).matches == (other,)


@pytest.mark.parametrize("answered", [False, True])
def test_a_match_is_taken_back_beside_the_line_that_says_it(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs, answered: bool
) -> None:
    told = replace(USED, notices=(*USED.notices, about("months", "check.mapped", source="Monate")))
    stored = stored_answers(workspace, training, told, answered=answered)

    page = person.get(f"/answers/{stored.id}").text
    person.post(f"/answers/{stored.id}/match", source0="")

    assert page.count(">Undo</button>") == 1
    assert jobs.orders[-1][1]["matches"] == []


def test_nothing_is_asked_where_all_columns_are_there_or_the_rows_are_answered(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    fits, answered = (
        stored_answers(workspace, training),
        stored_answers(workspace, training, ASKED, answered=True),
    )

    pages = [person.get(f"/answers/{one.id}").text for one in (fits, answered)]

    assert not any("Match columns" in page for page in pages)


def test_another_table_can_be_matched_and_nothing_is_opened_at_once(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    wrong = Notice(code="check.wrong_file", values={"matched": 0, "columns": 2}, level="problem")
    found = replace(LACKS, notices=(wrong,))

    page = person.get(f"/answers/{brought(workspace, training, found).id}").text

    assert "Match columns" in page
    assert '<details class="more" open>' not in page


def test_of_a_wide_file_fewer_columns_are_asked_at_once(
    person: Person, workspace: Workspace, training: StoredTraining, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "_MOST_CHOICES", 3)
    found = replace(LACKS, missing=("months", "region"))

    page = person.get(f"/answers/{brought(workspace, training, found).id}").text

    assert 'name="source0"' in page
    assert 'name="source1"' not in page
    assert "1 more column is asked then." in page


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        ("match", {"source0": "2"}),  # a column that the model needs itself
        ("match", {"source0": "9"}),
        ("match", {"source0": "-1"}),
        ("refuse", {"place": "7"}),
        ("refuse", {"place": "9" * 5000}),  # more digits than a number may have
        ("refuse", {}),
    ],
)
def test_what_no_form_of_the_page_says_is_not_followed(
    page: str,
    fields: dict[str, str],
    person: Person,
    workspace: Workspace,
    training: StoredTraining,
    jobs: FakeJobs,
) -> None:
    stored = brought(workspace, training, ASKED)

    response = person.post(f"/answers/{stored.id}/{page}", **fields)

    assert response.status_code == 400
    assert jobs.orders == []
    assert workspace.answers.get(stored.id).preflight.refused == ()


def test_one_column_cannot_stand_for_two(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    stored = brought(workspace, training, replace(LACKS, missing=("months", "region")))

    response = person.post(f"/answers/{stored.id}/match", source0="1", source1="1")

    assert "&#34;Monate&#34; was chosen for two columns." in response.text
    assert jobs.orders == []
