"""Watched folders on the page of new data."""

from pathlib import Path

from desktop_app.records.jobs import Problem
from desktop_app.records.stored import StoredTraining
from desktop_app.records.watched import LeftOut, Told
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, Person


def test_a_typed_folder_is_watched(
    person: Person, workspace: Workspace, training: StoredTraining, tmp_path: Path
) -> None:
    response = person.post(f"/trainings/{training.id}/watches", folder=f' "{tmp_path}" ')

    assert response.status_code == 303
    (watch,) = workspace.watches.list(training.id)
    assert (watch.folder, watch.out) == (str(tmp_path), str(tmp_path / "answered"))
    page = person.get(f"/trainings/{training.id}/apply").text
    assert tmp_path.name in page
    assert "No file answered yet." in page


def test_in_the_window_the_dialog_is_asked(
    owner: Person, dialogs: FakeDialogs, workspace: Workspace, training: StoredTraining, tmp_path: Path
) -> None:
    owner.post(f"/trainings/{training.id}/watches")
    assert workspace.watches.list() == ()

    dialogs.chosen = tmp_path
    owner.post(f"/trainings/{training.id}/watches")
    assert [watch.folder for watch in workspace.watches.list()] == [str(tmp_path)]


def test_what_cannot_be_watched_is_refused(
    person: Person, workspace: Workspace, training: StoredTraining, tmp_path: Path
) -> None:
    address = f"/trainings/{training.id}/watches"

    assert "Without its full path" in person.post(address, folder="inbox").text
    assert "There is no folder" in person.post(address, folder=str(tmp_path / "nowhere")).text
    person.post(address, folder=str(tmp_path))
    assert "already" in person.post(address, folder=str(tmp_path)).text
    assert len(workspace.watches.list()) == 1


def test_a_folder_that_cannot_be_watched_stays_in_its_field_with_the_reason(
    person: Person, training: StoredTraining
) -> None:
    answer = person.post(f"/trainings/{training.id}/watches", folder='/<nowhere> "x"')

    assert answer.status_code == 400
    assert "Each of its rows gets an answer" in answer.text
    assert 'value="/&lt;nowhere&gt; &#34;x&#34;"' in answer.text
    assert 'id="folder-refused"' in answer.text


def test_a_watch_rests_goes_on_and_stops(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    watch = workspace.watches.add(training.id, "/in", "/in/answered")

    person.post(f"/watches/{watch.id}/pause")
    assert "Paused" in person.get(f"/trainings/{training.id}/apply").text
    person.post(f"/watches/{watch.id}/resume")
    assert "Paused" not in person.get(f"/trainings/{training.id}/apply").text
    person.post(f"/watches/{watch.id}/stop")
    assert workspace.watches.list() == ()


def test_how_it_goes_is_told_in_words(person: Person, workspace: Workspace, training: StoredTraining) -> None:
    watch = workspace.watches.add(training.id, "/in", "/in/answered")
    problem = Problem(code="cli.missing_columns", values={"columns": ["age"]})
    workspace.watches.tell(
        watch.id,
        Told(
            state="waiting",
            last="<b>june.csv",
            answered=12,
            aside=3,
            reasons=(LeftOut(name="may.csv", problem=problem),),
            problem=Problem(code="error.disk_full", values={"free": "0 B"}),
        ),
    )

    page = person.poll(f"/watches/{watch.id}").text

    assert "12 files answered." in page
    assert "3 files could not be answered." in page
    assert "The file lacks: &#34;age&#34;." in page
    assert "2 more" in page
    assert "Held up" in page
    assert "<b>june" not in page
