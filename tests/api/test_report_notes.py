"""The note on the page of the report: kept where it is changed there, never put back by an older page."""

import re

from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import ORIGIN, Person


def note_was(page: str) -> str:
    """Return what a page says the note was when it was made."""
    (found,) = re.findall(r'name="note_was" value="([^"]*)"', page)
    return str(found)


def changed(person: Person, training: StoredTraining, **form: str) -> str:
    """Return what the page changes when something is ticked on it."""
    data = {"token": person.token, **form}
    headers = {"HX-Request": "true"}
    address = f"/trainings/{training.id}/report"
    return person.client.post(address, base_url=ORIGIN, data=data, headers=headers).text


def test_a_page_that_is_older_than_the_note_does_not_take_it_back(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.remarks.note_on_training(training.id, "Mine,\nfor May")
    was = note_was(person.get(f"/trainings/{training.id}/report").text)
    workspace.remarks.add_to_note(training.id, "A row")

    for way in ("report", "report/save"):
        person.post(f"/trainings/{training.id}/{way}", note="Mine,\r\nfor May", note_was=was, kind="pdf")

    assert was == "Mine,\nfor May"
    assert workspace.trainings.get(training.id).note == "Mine,\nfor May\n\nA row"


def test_ticks_on_an_older_page_do_not_take_the_note_back_either(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    was = note_was(person.get(f"/trainings/{training.id}/report").text)
    workspace.remarks.add_to_note(training.id, "A row")

    for _tick in range(2):
        was = note_was(changed(person, training, note="", note_was=was))

    assert workspace.trainings.get(training.id).note == "A row"


def test_a_note_can_be_put_back_to_what_it_was_when_the_page_was_made(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.remarks.note_on_training(training.id, "Mine")

    was = note_was(changed(person, training, note="Ours", note_was="Mine"))
    assert (was, workspace.trainings.get(training.id).note) == ("Ours", "Ours")
    changed(person, training, note="Mine", note_was=was)

    assert workspace.trainings.get(training.id).note == "Mine"


def test_a_browser_does_not_fill_in_an_older_note_by_itself(person: Person, training: StoredTraining) -> None:
    for page in ("report", "results"):
        text = person.get(f"/trainings/{training.id}/{page}").text
        (field,) = re.findall(r'<textarea [^>]*name="note"[^>]*>', text)
        assert 'autocomplete="off"' in field
