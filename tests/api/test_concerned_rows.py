"""The rows that a thing said of a new file is about can be looked at."""

from dataclasses import replace

from desktop_app.records.models import Concerned
from desktop_app.records.notices import about
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import FITS, stored_answers

STRANGE = about("region", "check.unseen", "caution", count=60, values=["Moon"])
FOUND = replace(
    FITS,
    fit="caution",
    notices=(*FITS.notices, STRANGE),
    concerned=(Concerned(code="check.unseen", columns=("region",), rows=(2, 29)),),
)


def brought(workspace: Workspace, training: StoredTraining) -> StoredAnswers:
    return stored_answers(workspace, training, FOUND)


def test_a_line_that_speaks_of_rows_leads_to_them(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    stored = brought(workspace, training)

    page = person.get(f"/answers/{stored.id}").text
    rows = person.get(f"/answers/{stored.id}/rows/0").text

    assert page.count(f'href="/answers/{stored.id}/rows/') == 1
    assert "has a value it has never seen in 60 rows" in rows
    assert "The first 2 of 60 rows." in rows
    assert "row 2 column 2" in rows
    assert '<th class="row-number" scope="row">30</th>' in rows
    assert rows.index(">region</bdi>") < rows.index(">months</bdi>"), "what it speaks of comes first"


def test_there_are_no_rows_of_what_was_not_said(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    stored = brought(workspace, training)

    assert person.get(f"/answers/{stored.id}/rows/1").status_code == 404
