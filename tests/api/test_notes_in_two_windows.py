"""A note that is changed in two windows at once: nothing of it is lost, and that is said."""

import html
import re

import pytest

from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import ORIGIN, Person

SAID = "The note was changed elsewhere meanwhile, so both texts are kept, yours behind the other one."
BOTH = "Theirs\nin May\n\nMine"
OLD = {"note": "Mine", "note_was": "Before"}


@pytest.fixture
def noted(workspace: Workspace, training: StoredTraining) -> StoredTraining:
    """A model whose note was another one when the page of these tests was made."""
    workspace.remarks.note_on_training(training.id, "Theirs\nin May")
    workspace.remarks.note_on_table(training.table_id, "Theirs\nin May")
    return training


def left(person: Person, address: str, **form: str) -> str:
    """Return what comes back when a field is left on a page with scripts."""
    data = {"token": person.token, **form}
    return person.client.post(address, base_url=ORIGIN, data=data, headers={"HX-Request": "true"}).text


def field_in(text: str) -> str:
    """Return what stands in the field for the note."""
    (found,) = re.findall(r'<textarea [^>]*name="note"[^>]*>(.*?)</textarea>', text, re.DOTALL)
    return html.unescape(found)


def was_in(text: str) -> str:
    (found,) = re.findall(r'name="note_was" value="([^"]*)"', text)
    return html.unescape(found)


def test_without_scripts_the_page_comes_back_with_both_texts(
    person: Person, workspace: Workspace, noted: StoredTraining
) -> None:
    for address in (f"/trainings/{noted.id}/note", f"/tables/{noted.table_id}/note"):
        page = person.get(person.post(address, **OLD).headers["Location"]).text
        assert SAID in page
        assert field_in(page) == was_in(page) == BOTH

    assert workspace.trainings.get(noted.id).note == workspace.tables.get(noted.table_id).note == BOTH


def test_with_scripts_the_field_gets_both_texts(person: Person, noted: StoredTraining) -> None:
    for address in (f"/trainings/{noted.id}/note", f"/tables/{noted.table_id}/note"):
        answer = left(person, address, **OLD)

        assert answer.startswith(SAID)
        assert field_in(answer) == was_in(answer) == BOTH
        assert f'hx-post="{address}"' in answer
        assert answer.count('hx-swap-oob="true"') == 2


def test_what_is_written_after_that_takes_the_place_of_both(
    person: Person, workspace: Workspace, noted: StoredTraining
) -> None:
    address = f"/trainings/{noted.id}/note"
    was = was_in(left(person, address, **OLD))

    assert left(person, address, note="Ours", note_was=was).startswith("Saved")
    assert workspace.trainings.get(noted.id).note == "Ours"


def test_the_page_of_the_report_keeps_and_says_it_too(
    person: Person, workspace: Workspace, noted: StoredTraining
) -> None:
    answer = left(person, f"/trainings/{noted.id}/report", **OLD)

    assert SAID in answer
    assert field_in(answer) == was_in(answer) == BOTH
    assert workspace.trainings.get(noted.id).note == BOTH
    after = left(person, f"/trainings/{noted.id}/report", note=BOTH, note_was=BOTH)
    assert SAID not in after
    assert "<textarea" not in after


def test_a_report_that_is_saved_then_holds_both_texts_and_its_page_says_so(
    person: Person, noted: StoredTraining
) -> None:
    answer = person.post(f"/trainings/{noted.id}/report/save", kind="html", **OLD)
    page = person.get(answer.headers["Location"]).text

    assert SAID in page
    assert field_in(page) == BOTH
    assert "noted=both" in "".join(re.findall(r'hx-get="([^"]*)"', page)), (
        "it is still said when that is done"
    )


def test_of_a_page_that_nobody_left_open_nothing_is_said(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.remarks.note_on_training(training.id, "Before")

    way_on = person.post(f"/trainings/{training.id}/report", **OLD).headers["Location"]

    assert "noted" not in way_on
    assert SAID not in person.get(way_on).text
    assert workspace.trainings.get(training.id).note == "Mine"
