"""The pages of a model that was made elsewhere: nothing is promised and nothing offered that cannot be."""

import re
import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from desktop_app.records.asking import Reply
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.model_files import Accepted, Looked, LookOrder, Origin
from desktop_app.records.notices import Notice
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.reports.row_words import answer_text
from desktop_app.web.trying.asking import Subject
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import FITS, stored_answers
from tests.api.test_learning_again import with_truth
from tests.api.test_models_page import HUNCH
from tests.unit.reports.made import a_number, two_kinds
from tests.unit.reports.made_brought import untested, with_rows

ORIGIN = Origin(file="churn.hunch", version="0.1.0", made="2026-03-04T05:06:07+00:00")
LOOKED = Looked(
    name="churn.hunch",
    version="0.1.0",
    made=ORIGIN.made,
    table="churn.onnx",
    target="left",
    rows=0,
    columns=("months",),
    is_brought=True,
)
PAGES = ("results", "try", "apply", "report", "share")


def looked(workspace: Workspace) -> Job:
    """Land what such a file says of itself; its bytes are those of another model."""
    look: Any = to_json(LookOrder(path="-", name="churn.hunch"))
    job = workspace.jobs.add("look_at_model", look, lane="short")
    shutil.copyfile(HUNCH, Path(job.folder) / "model.hunch")
    workspace.land(job, to_json(LOOKED))
    return workspace.jobs.get(job.id)


def brought(workspace: Workspace, evaluation: Evaluation) -> str:
    """Land a model that came as a file and had been made elsewhere."""
    job = looked(workspace)
    plan = TrainingPlan(target=evaluation.target)
    accepted = Accepted(origin=ORIGIN, table="churn.onnx", plan=plan, evaluation=evaluation)
    opening = workspace.jobs.add("accept_model", {}, lane="short", subject=job.id)
    workspace.land(opening, to_json(accepted))
    return job.id


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "made",
    [
        untested(),
        untested(a_number()),
        with_rows(),
        with_rows(a_number()),
        with_rows(two_kinds("suspicious")),
    ],
    ids=["untested", "untested number", "with rows", "with rows number", "too good"],
)
def test_no_page_says_what_is_not_known_or_offers_what_cannot_be(
    person: Person, workspace: Workspace, page: str, made: Evaluation
) -> None:
    shown = person.get(f"/trainings/{brought(workspace, made)}/{page}")

    assert shown.status_code == 200
    for words in (
        "earn again",
        "never seen",
        "Models that were tried",
        "Compare groups",
        "Look into the model",
    ):
        assert words not in shown.text
    assert re.findall(r"\b0 of \d", shown.text) == []


def test_one_that_nobody_tested_is_used_to_find_out(person: Person, workspace: Workspace) -> None:
    model_id = brought(workspace, untested())

    results, new = (
        unescape(person.get(f"/trainings/{model_id}/{page}").text) for page in ("results", "apply")
    )

    assert "Not tested" in results
    assert 'came as ONNX: "churn.onnx"' in results
    assert f'class="button primary" href="/trainings/{model_id}/apply"' in results
    assert "Nobody has tested this model here" in new
    assert 'Where "left" is filled in, you see how good its answers are.' in new


def test_it_stands_among_the_models_with_where_it_comes_from(person: Person, workspace: Workspace) -> None:
    brought(workspace, untested())

    page = unescape(person.get("/models").text)

    assert 'made elsewhere, as ONNX: "churn.onnx"' in page
    assert "Not tested" in page
    assert "made elsewhere, as ONNX" in person.get("/").text


def test_its_file_can_be_handed_on_and_no_other_form(person: Person, workspace: Workspace) -> None:
    model_id = brought(workspace, untested())

    page = unescape(person.get(f"/trainings/{model_id}/share").text)

    assert "the graph, as it came" in page
    assert "Save the model" in page
    assert "Save without personal values" not in page
    assert "/share/html" not in page
    assert person.post(f"/trainings/{model_id}/share/html").status_code == 404
    assert person.post(f"/trainings/{model_id}/share/html/learn").status_code == 404
    assert person.post(f"/trainings/{model_id}/share/onnx").status_code == 303


@pytest.mark.parametrize("made", [untested(), with_rows()], ids=["untested", "with rows"])
def test_a_file_with_answers_says_how_good_it_is(
    person: Person, workspace: Workspace, made: Evaluation
) -> None:
    training = workspace.trainings.get(brought(workspace, made))
    with_truth(workspace, training, promised=made.score)

    answers = workspace.answers.of_training(training.id)[0]
    page = person.get(f"/answers/{answers.id}").text

    assert "Right for 70 of 100 here (66 to 74)." in page
    assert ("Nothing was promised" in page) is not made.is_tested
    assert "earn again" not in page


def test_before_its_file_is_opened_it_says_where_it_comes_from(person: Person, workspace: Workspace) -> None:
    job = looked(workspace)

    page = unescape(person.get(f"/model-files/{job.id}").text)

    assert 'It was made elsewhere, as ONNX: "churn.onnx"' in page
    assert "learned from" not in page


def test_a_file_that_fits_is_not_blamed_for_the_model(person: Person, workspace: Workspace) -> None:
    training = workspace.trainings.get(brought(workspace, untested()))
    notice = Notice(code="check.untested", level="caution")
    fits = replace(FITS, fit="caution", notices=(*FITS.notices, notice))

    page = person.get(f"/answers/{stored_answers(workspace, training, fits).id}").text

    assert '<span class="badge" data-tone="good">' in page
    assert page.count("Nobody has tested this model here") == 1
    assert "Answer them" in page


def test_one_that_is_too_good_to_be_true_asks_for_other_rows(person: Person, workspace: Workspace) -> None:
    model_id = brought(workspace, with_rows(two_kinds("suspicious")))

    page = unescape(person.get(f"/trainings/{model_id}/results").text)

    assert 'Can you bring rows that it has not seen, with "left" filled in?' in page
    assert f'href="/trainings/{model_id}/apply">Bring such rows' in page


def test_no_past_rows_are_asked_for(person: Person, workspace: Workspace) -> None:
    page = person.get(f"/trainings/{brought(workspace, with_rows())}/try").text

    assert "Rows like this one" not in page
    assert "Keep for the report" in page


def test_files_that_tell_how_good_it_is_are_listed_without_a_promise(
    person: Person, workspace: Workspace
) -> None:
    training = workspace.trainings.get(brought(workspace, untested()))
    for _ in range(2):
        with_truth(workspace, training, promised=training.evaluation.score if training.evaluation else None)

    page = person.get(f"/trainings/{training.id}/apply").text

    assert "How good is it?" in page
    assert "Nobody had tested it. How good it was in 2 files:" in page
    assert page.count("Answered</span>") == 2


def test_the_unit_that_its_schema_file_says_stands_behind_its_answers(workspace: Workspace) -> None:
    made = untested(a_number(), unit="USD")
    training = workspace.trainings.get(brought(workspace, made))

    subject = Subject(training=training, evaluation=made, table=None, folder="", known=())

    assert answer_text(Reply(amount=1200.0), subject.asked) == "Most likely 1200 USD."


def test_one_that_does_not_beat_guessing_asks_for_other_rows(person: Person, workspace: Workspace) -> None:
    model_id = brought(workspace, with_rows(two_kinds("guessing")))

    page = person.get(f"/trainings/{model_id}/results").text

    assert f'href="/trainings/{model_id}/apply">Bring other rows' in page
    assert "Use on new data</a>" not in page.partition("<main")[2]
