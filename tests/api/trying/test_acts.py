"""What the buttons do with the row: back, as usual, a real row, and into the note."""

import re

import pytest

from desktop_app.errors import InternalError
from desktop_app.records.asking import Ask, Opening, Reply
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import ORIGIN, Person
from tests.api.trying.conftest import Trier, value_of
from tests.api.trying.made import FakeDesk


def test_undo_takes_back_the_last_change_and_reset_all_of_them(trier: Trier) -> None:
    assert re.search(r'value="undo"[^>]* disabled', trier.look())
    trier.ask(c1="4")
    trier.ask(c1="4", c2="30")

    undone = trier.press(c1="4", c2="30", act="undo")
    assert (value_of(undone, "c1"), value_of(undone, "c2")) == ("4", "19.96")

    usual = trier.press(c1="4", c2="19.96", act="reset")
    assert value_of(usual, "c1") == "18"

    assert value_of(trier.press(c1="18", act="undo"), "c1") == "4", "reset can be undone, too"


def test_a_change_that_was_not_answered_yet_is_undone_all_the_same(trier: Trier) -> None:
    trier.look()

    assert value_of(trier.press(c1="55", act="undo"), "c1") == "18"


def test_without_scripts_a_form_comes_back_as_a_page_with_its_answer(trier: Trier) -> None:
    page = trier.press(c1="4")

    assert page.startswith("<!doctype html>")
    assert "about 71 are" in page
    assert value_of(page, "c1") == "4"


def test_with_scripts_a_button_brings_the_form_alone(person: Person, training: StoredTraining) -> None:
    response = person.client.post(
        f"/trainings/{training.id}/try",
        base_url=ORIGIN,
        data={"token": person.token, "act": "reset"},
        headers={"HX-Request": "true"},
    )

    assert "<!doctype" not in response.text
    assert 'id="try"' in response.text


def test_a_real_row_fills_the_fields_and_its_outcome_stands_beside_the_answer(
    trier: Trier, desk: FakeDesk
) -> None:
    page = trier.press(act="row", row="7")

    assert desk.asked[0] == Ask(about="row", cells={}, row=6)
    assert (value_of(page, "c1"), value_of(page, "c2")) == ("33", "12.25")
    assert '<option value="East" selected>' in page
    assert value_of(page, "c5") == "2021-05-04"
    assert "&lt;script&gt;alert(1)&lt;/script&gt;</textarea>" in page
    assert "<script>alert" not in page
    assert "You started from row 7. There &#34;left&#34; really is &#34;no&#34;." in page
    assert "a right answer here proves little" in page

    answer = trier.ask(c1="34")
    assert "You started from row 7." in answer


def test_the_rows_beside_are_one_button_away(trier: Trier, desk: FakeDesk) -> None:
    trier.press(act="row", row="1")
    assert re.search(r'value="earlier"[^>]* disabled', trier.press(act="earlier"))

    trier.press(act="later")

    assert [one.row for one in desk.asked if one.about == "row"] == [0, 0, 1]


@pytest.mark.parametrize(
    ("row", "said"), [("0", "There is no row 0. The last one is 300."), ("x", "There is no row 0.")]
)
def test_a_row_that_is_not_there_is_said(trier: Trier, row: str, said: str) -> None:
    page = trier.press(act="row", row=row)

    assert said in page
    assert value_of(page, "c1") == "18"


def test_a_row_that_cannot_be_read_is_said_and_the_fields_stay(trier: Trier, desk: FakeDesk) -> None:
    desk.replies["row"] = InternalError("ask.ended")

    page = trier.press(act="row", row="7", c1="4")

    assert "The model ended unexpectedly" in page
    assert value_of(page, "c1") == "4"


def test_a_row_without_an_outcome_says_so(trier: Trier, desk: FakeDesk) -> None:
    desk.replies["row"] = Reply(cells={"months": 3.0})

    assert "You started from row 2, where &#34;left&#34; is empty." in trier.press(act="row", row="2")


@pytest.mark.parametrize("form", [{"fill": "no JSON"}, {"fill": "[1]"}, {"use": "c99"}, {"act": "dance"}])
def test_a_form_that_no_page_of_ours_sends_changes_nothing(trier: Trier, form: dict[str, str]) -> None:
    assert value_of(trier.press(**form), "c1") == "18"


def test_a_row_is_kept_at_the_end_of_the_note(trier: Trier, workspace: Workspace) -> None:
    workspace.remarks.note_on_training(trier.training.id, "Mine")

    kept = trier.ask("keep", c1="4")

    note = workspace.trainings.get(trier.training.id).note
    assert "Kept. It stands in your note on this model" in kept
    assert note.startswith(
        "Mine\n\nA row that was tried:\n- months: 4\n- price: 19.96\n- note: calls often\n"
    )
    assert note.endswith('\nMost likely "yes". Of 100 rows like this, about 71 are "yes".')
    assert "Kept." in trier.press(act="keep"), "without scripts, too"


def test_a_row_that_has_no_answer_is_not_kept(trier: Trier, workspace: Workspace, desk: FakeDesk) -> None:
    assert "It answers as soon as 1 value is mended." in trier.ask("keep", c1="abc")
    desk.replies["answer"] = InternalError("ask.slow")
    assert "The model did not answer in time." in trier.ask("keep")

    assert workspace.trainings.get(trier.training.id).note == ""


def test_a_full_note_takes_no_more(trier: Trier, workspace: Workspace) -> None:
    workspace.remarks.note_on_training(trier.training.id, "x" * 20_000)

    assert "There is no more room in your note" in trier.ask("keep")


def test_a_row_that_is_kept_leaves_what_is_written_down_while_the_model_answers(
    trier: Trier, workspace: Workspace, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = desk.ask

    def slowly(opening: Opening, question: Ask) -> Reply:
        workspace.remarks.note_on_training(trier.training.id, "Written meanwhile")
        return answer(opening, question)

    monkeypatch.setattr(desk, "ask", slowly)

    assert "Kept." in trier.ask("keep")
    note = workspace.trainings.get(trier.training.id).note
    assert note.startswith("Written meanwhile\n\nA row that was tried:")
