"""The rows that tested a model lie beside it, and go with it; so does what was found by comparing them."""

from pathlib import Path

import pytest

from desktop_app.records.jsonable import to_json
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import an_evaluation, imported, submitted, trained


def landed_with_rows(workspace: Workspace) -> StoredTraining:
    """Land a model with the rows that tested it."""
    training, job = submitted(workspace, imported(workspace))
    (Path(job.folder) / "model.hunch").write_text("a model")
    (Path(job.folder) / "unseen.parquet").write_text("rows")
    workspace.land(job, to_json(an_evaluation()))
    return workspace.trainings.get(training.id)


def compared(workspace: Workspace, journey: str, subject: str, found: str) -> str:
    job = workspace.jobs.add(journey, {}, lane="short", subject=subject)
    workspace.land(job, {"found": found})
    return job.id


def test_the_rows_that_tested_a_model_land_beside_it(workspace: Workspace) -> None:
    training = landed_with_rows(workspace)

    assert Path(training.tested).read_text() == "rows"
    assert Path(training.tested).parent == Path(training.model).parent
    assert Path(training.model).read_text() == "a model"


def test_they_stay_as_long_as_the_model(workspace: Workspace) -> None:
    training = landed_with_rows(workspace)

    workspace.tidy()
    assert Path(training.tested).is_file()

    workspace.trainings.delete(training.id)
    workspace.tidy()
    assert not list((workspace.folder / "models").iterdir())


def test_a_model_that_came_without_them_has_none(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))

    assert training.tested
    assert not Path(training.tested).exists()


def test_rows_of_a_model_that_does_not_land_are_not_kept(workspace: Workspace) -> None:
    _training, job = submitted(workspace, imported(workspace))
    (Path(job.folder) / "unseen.parquet").write_text("rows")

    with pytest.raises(ValueError, match=r"model\.hunch"):
        workspace.land(job, to_json(an_evaluation()))

    assert not list((workspace.folder / "models").iterdir())


def test_a_link_in_their_place_is_not_followed(workspace: Workspace, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("of the person")
    _training, job = submitted(workspace, imported(workspace))
    (Path(job.folder) / "model.hunch").write_text("a model")
    (Path(job.folder) / "unseen.parquet").symlink_to(secret)

    with pytest.raises(ValueError, match=r"unseen\.parquet"):
        workspace.land(job, to_json(an_evaluation()))

    assert secret.exists()
    assert not list((workspace.folder / "models").iterdir())


def test_a_training_knows_the_reading_that_it_learned_from(workspace: Workspace) -> None:
    table = imported(workspace)

    assert trained(workspace, table).reading == table.reading


def test_what_was_compared_last_is_there_in_the_next_run_and_no_more_than_that(workspace: Workspace) -> None:
    training = landed_with_rows(workspace)
    for found in ("first", "second"):
        compared(workspace, "compare_groups", training.id, found)
    compared(workspace, "compare_trainings", training.id, "models")
    compared(workspace, "export", training.id, "a file")

    workspace.tidy()
    workspace.tidy()

    kept = [job.result for job in workspace.jobs.list(subject=training.id) if job.result]
    assert kept == [{"found": "models"}, {"found": "second"}]
    workspace.trainings.delete(training.id)
    workspace.tidy()
    assert workspace.jobs.list() == ()


def test_jobs_are_found_by_what_they_do_and_for_whom(workspace: Workspace) -> None:
    one, other = (workspace.jobs.add("compare_groups", {}, lane="short", subject=name) for name in "ab")
    workspace.jobs.add("export", {}, lane="short", subject="a")

    assert [job.id for job in workspace.jobs.list("compare_groups")] == [other.id, one.id]
    assert [job.id for job in workspace.jobs.list("compare_groups", "a")] == [one.id]
