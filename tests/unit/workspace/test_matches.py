"""A new file that is read once more takes its own place, and what was said of its columns is remembered."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.records.jsonable import to_json
from desktop_app.records.matching import ColumnMatch
from desktop_app.records.models import Preflight
from desktop_app.records.orders import Prepared, PrepareOrder
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import PREFLIGHT, a_table, answered, imported, leave_table, trained

MATCH = ColumnMatch(column="months", source="Monate")
LACKS = replace(PREFLIGHT, fit="unfit", missing=("months",))


def landed(
    workspace: Workspace, training: StoredTraining, path: str, found: Preflight = LACKS, instead: str = ""
) -> StoredAnswers:
    order = PrepareOrder(
        path=path, name="new.csv", model=training.model, training_id=training.id, instead=instead
    )
    job = workspace.jobs.add("prepare", to_json(order), lane="short", subject=training.id)
    leave_table(Path(job.folder))
    workspace.land(job, to_json(Prepared(table=a_table("new.csv"), preflight=found)))
    return workspace.answers.get(job.id)


@pytest.fixture
def training(workspace: Workspace) -> StoredTraining:
    return trained(workspace, imported(workspace))


@pytest.fixture
def upload(workspace: Workspace) -> Path:
    """A file that a browser has brought."""
    path = workspace.folder / "uploads" / "brought"
    path.parent.mkdir(exist_ok=True)
    path.write_text("a,b")
    return path


def test_matches_are_remembered_for_their_model(workspace: Workspace, training: StoredTraining) -> None:
    workspace.answers.remember(training.id, (MATCH,), ())

    assert workspace.trainings.get(training.id).matches == (MATCH,)
    assert trained(workspace, imported(workspace)).matches == ()


def test_a_refused_suggestion_is_kept_with_its_file(workspace: Workspace, training: StoredTraining) -> None:
    stored = landed(workspace, training, "/new.csv")

    workspace.answers.refuse(stored.id, "months")
    workspace.answers.refuse(stored.id, "months")

    assert workspace.answers.get(stored.id).preflight == replace(LACKS, refused=("months",))


def test_a_file_read_once_more_stands_in_its_own_place_under_the_name_it_was_given(
    workspace: Workspace, training: StoredTraining
) -> None:
    before = landed(workspace, training, "/new.csv")
    workspace.answers.rename(before.id, "March, corrected")

    again = landed(workspace, training, "/new.csv", PREFLIGHT, before.id)

    assert [one.id for one in workspace.answers.of_training(training.id)] == [again.id]
    assert (again.name, again.source, again.preflight) == ("March, corrected", "/new.csv", PREFLIGHT)
    with pytest.raises(NotFoundError):
        workspace.answers.get(before.id)


def test_answers_that_were_given_meanwhile_stay(workspace: Workspace, training: StoredTraining) -> None:
    before = answered(workspace, landed(workspace, training, "/new.csv"))

    landed(workspace, training, "/new.csv", PREFLIGHT, before.id)

    assert workspace.answers.get(before.id).answers is not None


def test_what_a_browser_brought_is_kept_as_long_as_its_columns_may_be_matched(
    workspace: Workspace, training: StoredTraining, upload: Path
) -> None:
    before = landed(workspace, training, str(upload))

    again = landed(workspace, training, before.source, replace(PREFLIGHT, mapped=(MATCH,)), before.id)
    workspace.tidy()

    assert Path(again.source).read_text() == "a,b"
    assert Path(again.source).parent == Path(again.folder)
    assert not Path(before.folder).exists()


def test_it_is_copied_where_the_disk_gives_no_second_names(
    workspace: Workspace, training: StoredTraining, upload: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError

    before = landed(workspace, training, str(upload))
    monkeypatch.setattr("os.link", refuse)

    again = landed(workspace, training, before.source, PREFLIGHT, before.id)

    assert Path(again.source).read_text() == "a,b"


def test_nothing_changes_where_the_reading_is_not_stored(
    workspace: Workspace, training: StoredTraining, upload: Path
) -> None:
    before = landed(workspace, training, str(upload))
    order = PrepareOrder(path=before.source, name="new.csv", model="-", instead=before.id)
    job = workspace.jobs.add("prepare", to_json(order), lane="short", subject=training.id)
    leave_table(Path(job.folder))

    with pytest.raises(TypeError):
        workspace.land(job, {"table": 7})

    assert workspace.answers.get(before.id) == before
    assert Path(before.source).read_text() == "a,b"
