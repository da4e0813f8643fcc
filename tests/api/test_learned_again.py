"""A model that learned again: set beside the one before, whose watched folders it may take over."""

from dataclasses import replace
from pathlib import Path

from desktop_app.records.jsonable import to_json
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import EVALUATION, stored_table, stored_training
from tests.api.test_learning_again import LINEAGE, put_together, with_truth


def test_the_result_sets_both_side_by_side_and_leads_to_either(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    job_id = put_together(person, workspace, with_truth(workspace, training))
    begun = person.post(f"/again/{job_id}").headers["Location"].split("/")[2]
    job = workspace.jobs.get(workspace.trainings.get(begun).job_id)
    (Path(job.folder) / "model.hunch").write_bytes(b"PK a model")
    workspace.land(job, to_json(replace(EVALUATION, lineage=LINEAGE)))

    page = person.get(f"/trainings/{begun}/results").text

    assert "The new model and the old one" in page
    assert "&#34;The new model&#34; is right for 80, &#34;left&#34; for 60 of the same 100." in page
    assert f'href="/trainings/{begun}/apply">Use the new one</a>' in page
    assert f'href="/trainings/{training.id}/results">Keep the old one</a>' in page
    assert "learned again from &#34;left&#34;" in person.get("/models").text


def learned_from(person: Person, workspace: Workspace, training: StoredTraining) -> str:
    """Learn a model again as a person does, and return the id of the new one."""
    job_id = put_together(person, workspace, with_truth(workspace, training))
    begun = person.post(f"/again/{job_id}").headers["Location"].split("/")[2]
    job = workspace.jobs.get(workspace.trainings.get(begun).job_id)
    (Path(job.folder) / "model.hunch").write_bytes(b"PK a model")
    workspace.land(job, to_json(replace(EVALUATION, lineage=LINEAGE)))
    return begun


def test_ticked_with_the_model_before_it_the_results_that_compare_both_are_shown(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    newer = learned_from(person, workspace, training)

    away = person.get(f"/models/compare?pair={training.id}&pair={newer}").headers["Location"]

    assert away == f"/trainings/{newer}/results#learned-again"


def test_watched_folders_of_the_old_model_can_be_handed_over_and_taken_back(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.watches.add(training.id, "/inbox", "/inbox/answered")
    newer = learned_from(person, workspace, training)
    page = f"/trainings/{newer}/results"
    assert "The old model still answers 1 watched folder: &#34;inbox&#34;." in person.get(page).text

    person.post(f"/trainings/{training.id}/watches/hand-over", to=newer)

    assert "The new model now answers 1 watched folder: &#34;inbox&#34;." in person.get(page).text
    assert "Answered by &#34;left&#34; before." in person.get(f"/trainings/{newer}/apply").text
    person.post(f"/trainings/{newer}/watches/take-back", to=training.id)
    assert [watch.folder for watch in workspace.watches.list(training.id)] == ["/inbox"]


def test_folders_are_handed_over_to_no_other_model(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.watches.add(training.id, "/inbox", "/inbox/answered")
    other = stored_training(workspace, stored_table(workspace).id)

    person.post(f"/trainings/{training.id}/watches/hand-over", to=other.id)

    assert len(workspace.watches.list(training.id)) == 1


def test_where_the_old_model_is_gone_the_figures_stay(person: Person, workspace: Workspace) -> None:
    learned = stored_training(workspace, stored_table(workspace).id, replace(EVALUATION, lineage=LINEAGE))

    page = person.get(f"/trainings/{learned.id}/results").text

    assert "The new model and the old one" in page
    assert "Keep the old one" not in page
