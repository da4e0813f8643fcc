"""From which chance on a model says "yes": the section of the results page, and what follows from it."""

import json
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop_app.records.decisions import Costs, Decision
from desktop_app.records.results import Verdict
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import ORIGIN, FakeDialogs, FakeJobs, Person
from tests.api.made import EVALUATION, stored_answers, stored_table, stored_training
from tests.api.made_decisions import DECIDABLE, write_model
from tests.api.test_results import NUMBER, THREE

KEPT = Decision(value="yes", chance=0.3, costs=Costs(missed=5.0, false=1.0))


@pytest.fixture
def decidable(workspace: Workspace) -> StoredTraining:
    return stored_training(workspace, stored_table(workspace).id, DECIDABLE)


def page_of(person: Person, training: StoredTraining, **query: str) -> str:
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    return person.get(f"/trainings/{training.id}/results?{asked}").text


def shown(page: str, part: str) -> str:
    """Return what the section shows now of one of its parts."""
    found = re.search(rf'data-told="{part}">([^<]*)<', page)
    assert found is not None, part
    return found[1].replace("&#34;", '"')


def test_the_line_stands_where_it_is_by_itself_until_somebody_moves_it(
    person: Person, decidable: StoredTraining
) -> None:
    page = page_of(person, decidable)

    assert shown(page, "sentence") == 'It finds 26 of 32 "yes". When it says "yes", 26 of 34 are right.'
    assert [shown(page, part) for part in ("found", "missed", "false", "right")] == ["26", "6", "8", "80"]
    assert page.count("data-sentence=") == 4
    assert 'max="3" step="1" value="1"' in page
    assert "Back to the usual" not in page


def test_right_and_wrong_answers_stand_there_once_and_follow_the_line(
    person: Person, decidable: StoredTraining, workspace: Workspace
) -> None:
    older = stored_training(workspace, stored_table(workspace).id, EVALUATION)

    moved, fixed = page_of(person, decidable, cut="2"), page_of(person, older)

    assert [page.count('<table class="confusion') for page in (moved, fixed)] == [1, 1]
    assert [page.count(">When is it right, and when wrong?</h2>") for page in (moved, fixed)] == [1, 1]
    assert shown(moved, "found") == "30"


def test_another_place_is_shown_without_scripts_and_nothing_is_kept(
    person: Person, decidable: StoredTraining, workspace: Workspace
) -> None:
    answer = person.post(f"/trainings/{decidable.id}/decision/look", cut="2", missed="", false="")

    page = person.get(answer.headers["Location"]).text
    assert answer.headers["Location"].endswith("#decide")
    assert "token" not in answer.headers["Location"]
    assert shown(page, "sentence") == 'It finds 30 of 32 "yes". When it says "yes", 30 of 50 are right.'
    assert workspace.trainings.get(decidable.id).decision is None


def test_costs_lead_to_the_cheapest_place_and_are_said_beside_doing_without(
    person: Person, decidable: StoredTraining
) -> None:
    page = person.client.post(
        f"/trainings/{decidable.id}/decision/look",
        base_url=ORIGIN,
        headers={"HX-Request": "true"},
        data={"token": person.token, "cheapest": "1", "missed": "5", "false": "1"},
    ).text

    assert page.lstrip().startswith("<section")
    assert shown(page, "line") == 'It says "yes" from 30 of 100 on.'
    assert shown(page, "cost") == "For every 100 rows, its mistakes cost about 25."
    assert "Never saying &#34;yes&#34; would cost 133, always saying it 73.3" in page
    assert 'name="missed" value="5"' in page


def test_one_cost_alone_says_nothing_yet(person: Person, decidable: StoredTraining) -> None:
    page = page_of(person, decidable, missed="5", false="")

    assert "Say what both cost; 0 for one that costs nothing." in page
    assert 'value="1" autocomplete' in page


def test_what_is_kept_stays_and_can_be_taken_back(
    person: Person, decidable: StoredTraining, workspace: Workspace
) -> None:
    person.post(f"/trainings/{decidable.id}/decision", cut="2", missed="5", false="1")

    assert workspace.trainings.get(decidable.id).decision == KEPT
    page = page_of(person, decidable)
    assert "You decided: it says &#34;yes&#34; from 30 of 100 on. New files are answered so." in page
    assert shown(page, "found") == "30"
    assert "Right for 88 of 100" in page

    person.post(f"/trainings/{decidable.id}/decision/usual")

    assert workspace.trainings.get(decidable.id).decision is None
    assert "You decided" not in page_of(person, decidable)


def test_a_line_between_two_places_stays_where_it_is_when_nothing_is_moved(
    person: Person, decidable: StoredTraining, workspace: Workspace
) -> None:
    between = replace(KEPT, chance=0.9999)
    workspace.trainings.decide(decidable.id, between)

    person.post(f"/trainings/{decidable.id}/decision", cut="0", missed="5", false="1")
    untouched = workspace.trainings.get(decidable.id).decision
    person.post(f"/trainings/{decidable.id}/decision", cut="2", missed="5", false="1")

    assert untouched == between
    assert workspace.trainings.get(decidable.id).decision == KEPT


def test_where_no_mistake_costs_anything_no_place_is_cheapest(
    person: Person, decidable: StoredTraining
) -> None:
    page = page_of(person, decidable, missed="0", false="0")

    assert "Where neither mistake costs anything, no place is the cheapest." in page


@pytest.mark.parametrize(
    "evaluation",
    [EVALUATION, THREE, NUMBER, replace(DECIDABLE, verdict=Verdict(level="guessing", shape="two"))],
    ids=("older", "three kinds", "number", "guessing"),
)
def test_where_there_is_no_line_to_draw_none_is_offered(
    person: Person, workspace: Workspace, evaluation: object
) -> None:
    training = stored_training(workspace, stored_table(workspace).id, evaluation)  # type: ignore[arg-type]

    assert "data-decide" not in page_of(person, training)
    assert person.post(f"/trainings/{training.id}/decision", cut="0").status_code == 400
    assert person.post(f"/trainings/{training.id}/decision/look", cut="0").status_code == 400


@pytest.mark.parametrize(
    "form",
    [
        {"cut": "4"},
        {"cut": "-1"},
        {"cut": "x"},
        {"missed": "1", "false": "1"},
        {"cut": "1", "missed": "nan", "false": "1"},
        {"cut": "1", "missed": "-1", "false": "1"},
        {"cut": "1", "missed": "1e999", "false": "1"},
        {"cut": "1", "missed": "1", "false": "1e-9"},
        {},
    ],
)
def test_what_cannot_be_decided_is_refused(
    person: Person, decidable: StoredTraining, workspace: Workspace, form: dict[str, str]
) -> None:
    assert person.post(f"/trainings/{decidable.id}/decision", **form).status_code == 400
    assert workspace.trainings.get(decidable.id).decision is None


def test_what_no_mistake_can_cost_is_named_where_it_can_be_mended(
    person: Person, decidable: StoredTraining
) -> None:
    page = person.get(f"/trainings/{decidable.id}/results?missed=nan&false=1").text

    assert "&#34;nan&#34; is no cost" in page
    assert '<details class="more" open>' in page
    assert re.search(r'name="false"[^>]* value="1"', page)


def test_new_files_are_answered_as_was_decided(
    person: Person, decidable: StoredTraining, workspace: Workspace, jobs: FakeJobs
) -> None:
    workspace.trainings.decide(decidable.id, KEPT)
    brought = stored_answers(workspace, decidable)

    person.post(f"/answers/{brought.id}/answer")

    assert jobs.orders[-1][1]["decision"] == {
        "value": "yes",
        "chance": 0.3,
        "costs": {"missed": 5.0, "false": 1.0},
    }


def test_rows_that_were_answered_before_can_be_answered_again(
    person: Person, decidable: StoredTraining, workspace: Workspace
) -> None:
    brought = stored_answers(workspace, decidable, answered=True)
    assert "Answer them again" not in person.get(f"/answers/{brought.id}").text

    workspace.trainings.decide(decidable.id, KEPT)

    page = person.get(f"/answers/{brought.id}").text
    assert "Since these rows were answered, you decided" in page
    assert "Answer them again" in page


def settings_in(content: bytes) -> dict[str, object]:
    with ZipFile(BytesIO(content)) as archive:
        said: dict[str, object] = json.loads(archive.read("settings.json"))
    return said


def test_the_decision_travels_in_the_model_that_is_saved_and_the_stored_one_stays(
    person: Person, decidable: StoredTraining, workspace: Workspace
) -> None:
    write_model(decidable)
    learned = Path(decidable.model).read_bytes()
    assert person.get(f"/trainings/{decidable.id}/model").data == learned
    workspace.trainings.decide(decidable.id, KEPT)

    download = person.get(f"/trainings/{decidable.id}/model")

    assert download.headers["Content-Disposition"] == "attachment; filename=left.hunch"
    assert settings_in(download.data)["decision"] == {
        "value": "yes",
        "chance": 0.3,
        "costs": {"missed": 5.0, "false": 1.0},
    }
    assert Path(decidable.model).read_bytes() == learned


def test_the_window_saves_the_model_with_what_was_decided(
    owner: Person, decidable: StoredTraining, workspace: Workspace, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    write_model(decidable)
    workspace.trainings.decide(decidable.id, KEPT)
    dialogs.chosen = tmp_path

    owner.post(f"/trainings/{decidable.id}/model")

    assert "decision" in settings_in((tmp_path / "left.hunch").read_bytes())
