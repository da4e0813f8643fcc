"""Rows like the one that is tried, and what would turn its answer."""

import re
from dataclasses import replace

import pytest

from desktop_app.errors import InternalError
from desktop_app.records.asking import Reply
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import stored_table, stored_training
from tests.api.test_results import THREE
from tests.api.trying.conftest import Trier, value_of
from tests.api.trying.made import ALIKE, AMOUNT, TABLE, TRIED, FakeDesk


def test_rows_like_it_stand_in_a_table_with_what_became_of_them(trier: Trier) -> None:
    found = trier.ask("similar")

    assert "Of the 5 most similar past rows, 2 were &#34;yes&#34;." in found
    assert "Few past rows are like this one (2). Treat the answer as a guess." in found
    assert found.count('<th class="row-number" scope="row">') == 5
    assert "months" in found


def test_of_more_kinds_the_rows_with_the_answer_are_counted(
    person: Person, workspace: Workspace, desk: FakeDesk
) -> None:
    desk.replies["similar"] = replace(
        ALIKE, like=tuple(replace(one, outcome="Gentoo") for one in ALIKE.like), near=9
    )
    desk.replies["answer"] = Reply(answer="Gentoo", chances={"Adelie": 0.1, "Chinstrap": 0.1, "Gentoo": 0.8})
    training = stored_training(
        workspace, stored_table(workspace, TABLE).id, replace(THREE, features=TRIED.features)
    )

    found = person.post(f"/trainings/{training.id}/try/similar").text

    assert "Of the 5 most similar past rows, 5 were &#34;Gentoo&#34;." in found
    assert "Few past rows" not in found


def test_without_its_table_no_past_rows_can_be_shown(
    trier: Trier, workspace: Workspace, desk: FakeDesk
) -> None:
    workspace.tables.delete(trier.training.table_id)

    assert "is not there any more" in trier.ask("similar")
    assert desk.asked == []


def test_what_would_turn_the_answer_can_be_tried(trier: Trier, desk: FakeDesk) -> None:
    trier.look()
    found = trier.person.post(f"{trier.here}/change", may=["c1", "c3"], before=trier.before).text

    assert desk.asked[0].allowed == ("months", "region")
    assert "It would answer &#34;no&#34; with this instead:" in found
    assert "&#34;months&#34;: 11 instead of 4" in found
    assert "It may not change what happens." in found

    filled = trier.press(fill=value_of(found, "fill"))
    assert value_of(filled, "c1") == "11"
    assert value_of(trier.press(act="undo", c1="11"), "c1") == "18"


def test_all_numbers_and_kinds_may_change_at_first(trier: Trier) -> None:
    page = trier.look()

    assert re.findall(r'name="may" value="(\w+)" checked', page) == ["c1", "c2", "c3", "c4"]


def test_what_was_unticked_stays_so(trier: Trier) -> None:
    page = trier.press(may="c2", may_ask="1", change_open="1", act="change")

    assert re.findall(r'name="may" value="(\w+)" checked', page) == ["c2"]
    assert '<details class="more" open data-remember="change_open">' in page
    assert "&#34;months&#34;: 11 instead of 4" in page


def test_nothing_found_names_what_might_have_changed(trier: Trier, desk: FakeDesk) -> None:
    desk.replies["change"] = Reply()

    assert "No change of &#34;months&#34; turns the answer." in trier.ask("change", may="c1")
    assert "Tick at least one column that may change." in trier.ask("change")


def test_a_number_is_to_become_larger_or_smaller(
    person: Person, workspace: Workspace, desk: FakeDesk
) -> None:
    desk.replies["change"] = Reply()
    training = stored_training(workspace, stored_table(workspace, TABLE).id, AMOUNT)
    here = f"/trainings/{training.id}/try"

    less = person.post(f"{here}/change", may="c0", wanted="less").text

    assert '<option value="more" selected>larger</option>' in person.get(here).text
    assert not desk.asked[0].more
    assert "makes the answer clearly smaller" in less


def test_of_more_kinds_one_can_be_wanted(person: Person, workspace: Workspace, desk: FakeDesk) -> None:
    training = stored_training(
        workspace, stored_table(workspace, TABLE).id, replace(THREE, features=TRIED.features)
    )

    person.post(f"/trainings/{training.id}/try/change", may=["c1"], wanted="Gentoo")
    person.post(f"/trainings/{training.id}/try/change", may=["c1"], wanted="Moon")

    assert [one.wanted for one in desk.asked] == ["Gentoo", ""]


def test_a_wanted_answer_that_is_the_answer_already_needs_no_change(
    person: Person, workspace: Workspace, desk: FakeDesk
) -> None:
    desk.replies["change"] = Reply(answer="Gentoo", chances={"Adelie": 0.2, "Gentoo": 0.8})
    training = stored_training(
        workspace, stored_table(workspace, TABLE).id, replace(THREE, features=TRIED.features)
    )
    here = f"/trainings/{training.id}/try/change"

    already, other = (person.post(here, may=["c1"], wanted=wanted).text for wanted in ("Gentoo", "Adelie"))

    assert "It already answers &#34;Gentoo&#34;." in already
    assert "No change of" not in already
    assert "No change of &#34;months&#34; turns the answer." in other


@pytest.mark.parametrize("part", ["similar", "change"])
def test_a_failure_is_said_in_its_place(trier: Trier, desk: FakeDesk, part: str) -> None:
    desk.replies[part] = InternalError("ask.slow")

    assert "The model did not answer in time." in trier.ask(part, may="c1")


@pytest.mark.parametrize("part", ["similar", "change"])
def test_nothing_is_asked_of_a_row_that_cannot_be_read(trier: Trier, desk: FakeDesk, part: str) -> None:
    assert "It answers as soon as 1 value is mended." in trier.ask(part, c1="abc", may="c1")
    assert desk.asked == []
