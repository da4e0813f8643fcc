"""Watched folders are remembered with their model."""

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.records.watched import Told
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import imported, trained


def test_a_watch_is_kept_and_how_it_goes(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))
    watch = workspace.watches.add(training.id, "/in\udcff", "/in/answered")

    workspace.watches.tell(watch.id, Told(answered=3, last="june.csv"))
    workspace.watches.pause(watch.id, is_paused=True)

    (found,) = workspace.watches.list(training.id)
    assert (found.folder, found.out, found.is_paused) == ("/in\udcff", "/in/answered", True)
    assert found.told == Told(answered=3, last="june.csv")
    assert workspace.watches.get(watch.id) == found


def test_a_watch_goes_and_comes_with_its_model(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))
    watch = workspace.watches.add(training.id, "/in", "/out")

    workspace.trainings.delete(training.id)
    assert workspace.watches.list() == ()
    workspace.trainings.undo_delete(training.id)
    assert len(workspace.watches.list()) == 1

    workspace.watches.stop(watch.id)
    with pytest.raises(NotFoundError):
        workspace.watches.get(watch.id)


def test_a_folder_that_the_new_model_watches_already_is_not_watched_twice(workspace: Workspace) -> None:
    table = imported(workspace)
    old, new = trained(workspace, table), trained(workspace, table)
    for training, folder in ((old, "/in"), (old, "/other"), (new, "/in")):
        workspace.watches.add(training.id, folder, f"{folder}/answered {training.id}")

    workspace.watches.hand_over(old.id, new.id, "left")

    assert workspace.watches.list(old.id) == ()
    assert sorted(watch.folder for watch in workspace.watches.list(new.id)) == ["/in", "/other"]


def test_only_a_model_that_is_there_can_watch(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError):
        workspace.watches.add("nobody", "/in", "/out")
