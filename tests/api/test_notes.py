"""Notes, and what was decided, on the pages that show them."""

from dataclasses import replace

from desktop_app.records.notices import Notice
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.notice_words import notice_text
from desktop_app.web.finding_keys import finding_key
from desktop_app.workspace.store import Workspace
from tests.api.conftest import ORIGIN, FakeJobs, Person
from tests.api.made import stored_table, stored_training, table
from tests.api.made_decisions import DECIDABLE
from tests.api.test_results import EASY

ID = Notice(code="find.id", values={"column": "id", "rows": 300}, columns=("id",))


def log_of(workspace: Workspace, training_id: str) -> list[str]:
    return [notice_text(one.notice) for one in workspace.remarks.decisions_of(training_id=training_id)]


def newest(workspace: Workspace, table_id: str) -> str:
    training = workspace.trainings.latest(table_id)
    assert training
    return training.id


def test_a_note_on_a_model_is_kept_and_shown_as_text(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    response = person.post(f"/trainings/{training.id}/note", note="<b>for May</b>\nby us")

    assert response.headers["Location"] == f"/trainings/{training.id}/results?noted=saved#notes"
    page = person.get(f"/trainings/{training.id}/results?noted=saved").text
    assert "&lt;b&gt;for May&lt;/b&gt;\nby us</textarea>" in page
    assert 'role="status">Saved</span>' in page


def test_a_note_that_is_left_is_saved_without_a_new_page(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    answer = person.client.post(
        f"/trainings/{training.id}/note",
        base_url=ORIGIN,
        data={"token": person.token, "note": "for May"},
        headers={"HX-Request": "true"},
    )

    assert answer.text.startswith("Saved<input")
    assert 'name="note_was" value="for May" hx-swap-oob="true">' in answer.text
    assert workspace.trainings.get(training.id).note == "for May"


def test_a_note_on_a_table_is_kept(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    closed = person.get(f"/tables/{stored.id}/data").text

    person.post(f"/tables/{stored.id}/note", note="from the old system")

    assert 'id="note-place">' in closed
    page = person.get(f"/tables/{stored.id}/data").text
    assert 'id="note-place" open>' in page
    assert "from the old system</textarea>" in page


def test_a_page_on_which_no_note_was_changed_takes_none_back(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.remarks.note_on_training(training.id, "by us\nfor May")
    workspace.remarks.note_on_table(training.table_id, "old")
    page = person.get(f"/trainings/{training.id}/results").text
    workspace.remarks.add_to_note(training.id, "A row")
    workspace.remarks.note_on_table(training.table_id, "new")

    person.post(f"/trainings/{training.id}/note", note="by us\r\nfor May", note_was="by us\nfor May")
    person.post(f"/tables/{training.table_id}/note", note="old", note_was="old")

    assert 'name="note_was" value="by us\nfor May"' in page
    assert workspace.trainings.get(training.id).note == "by us\nfor May\n\nA row"
    assert workspace.tables.get(training.table_id).note == "new"
    person.post(f"/trainings/{training.id}/note", note="", note_was="by us\nfor May\n\nA row")
    assert workspace.trainings.get(training.id).note == ""


def test_a_note_on_nothing_is_refused(person: Person) -> None:
    assert person.post("/trainings/0/note", note="x").status_code == 404
    assert person.post("/tables/0/note", note="x").status_code == 404


def test_columns_that_are_left_out_before_learning_stand_in_the_log(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace)

    person.post(
        f"/tables/{stored.id}/trainings",
        target="3",
        was="3",
        shown=["0", "1", "2"],
        use=["1"],
        effort="quick",
    )

    assert log_of(workspace, newest(workspace, stored.id)) == ['"region" was left out.']


def test_a_later_training_tells_what_changed_behind_what_held_before(
    person: Person, workspace: Workspace
) -> None:
    stored = stored_table(workspace)
    first = stored_training(workspace, stored.id, EASY)
    workspace.remarks.decided(Notice(code="chosen.out", values={"column": "region"}), training_id=first.id)

    person.post(f"/trainings/{first.id}/known", column="cancel_date")
    second = newest(workspace, stored.id)
    person.post(f"/trainings/{second}/all-known")

    assert log_of(workspace, newest(workspace, stored.id)) == [
        '"region" was left out.',
        '"cancel_date" was said to be known in time.',
        "All columns were said to be known in time.",
    ]
    assert log_of(workspace, first.id) == ['"region" was left out.']


def test_another_question_has_a_log_of_its_own(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    first = stored_training(workspace, stored.id)
    workspace.remarks.decided(Notice(code="chosen.out", values={"column": "id"}), training_id=first.id)

    person.post(f"/tables/{stored.id}/trainings", target="2", was="2", effort="quick")

    assert log_of(workspace, newest(workspace, stored.id)) == []


def test_a_finding_that_is_fine_stands_in_the_log_in_its_own_words(
    person: Person, workspace: Workspace
) -> None:
    stored = stored_table(workspace, replace(table(), warnings=(ID,)))
    training = stored_training(workspace, stored.id)

    person.post(f"/tables/{stored.id}/fine", finding=finding_key(ID, stored.table))
    person.post(f"/tables/{stored.id}/fine/undo")
    person.post(f"/tables/{stored.id}/reading/undo")
    person.post(f"/tables/{stored.id}/reading/undo")
    person.post(f"/tables/{stored.id}/reading/redo")

    told = [
        f"{beginning}: {notice_text(ID)}" for beginning in ("Said to be fine", "No longer said to be fine")
    ]
    assert log_of(workspace, training.id) == [*told, *told, told[0]]


def test_the_log_is_shown_with_its_days_and_names_as_text(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    empty = person.get(f"/trainings/{training.id}/results").text
    workspace.remarks.decided(Notice(code="chosen.out", values={"column": "<i>age"}), training_id=training.id)

    page = person.get(f"/trainings/{training.id}/results").text

    assert "Nothing yet." in empty
    assert '<ol class="log"><li><span class="muted number">20' in page
    assert "&#34;&lt;i&gt;age&#34; was left out." in page


def test_from_which_chance_on_it_says_yes_stands_in_the_log(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id, DECIDABLE)

    person.post(f"/trainings/{training.id}/decision", cut="2", missed="", false="")
    person.post(f"/trainings/{training.id}/decision/usual")

    assert log_of(workspace, training.id) == [
        'It says "yes" from 30 of 100 on.',
        "It says the likelier of the two again.",
    ]


def test_a_code_that_has_no_words_any_more_is_not_shown(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.remarks.decided(Notice(code="chosen.of_another_time"), training_id=training.id)

    assert "Nothing yet." in person.get(f"/trainings/{training.id}/results").text
