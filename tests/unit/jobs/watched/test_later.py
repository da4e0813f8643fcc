"""Files of a watched folder that cannot be read or answered now, and look the same when they can."""

from pathlib import Path

import pytest

from desktop_app.errors import FileError, InternalError, SaveError
from desktop_app.jobs.watched import leaving
from desktop_app.jobs.watched import watcher as watcher_module
from desktop_app.jobs.watched.later import MOST_MISSES, REST
from desktop_app.jobs.watched.memory import NAME
from desktop_app.jobs.watched.watcher import EVERY
from desktop_app.records.watched import Answered, Event, SetAside, Sight
from tests.unit.jobs.watched.made import Scene


def forbidden(_folder: Path, sight: Sight, _goal: Path) -> str | None:
    raise FileError("error.file_unreadable", file=sight.name, reason="Permission denied")


def out_of_reach(_folder: Path, _sight: Sight, _goal: Path) -> str | None:
    return None


def kinds(events: list[Event]) -> list[type[Event]]:
    return [type(event) for event in events]


def test_a_file_that_may_not_be_read_is_answered_when_its_rights_are_mended(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.write("june.csv")
    with monkeypatch.context() as patch:
        patch.setattr(watcher_module, "take", forbidden)
        assert kinds(scene.look(4)) == [SetAside]
        assert scene.watcher.told.aside == 1
        scene.clock.now += REST
        assert scene.look() == []  # told of already

    assert scene.left() == ["june.csv not answered.txt"]
    note = (scene.out / "june.csv not answered.txt").read_text(encoding="utf-8-sig")
    assert "It is tried again by itself." in note
    scene.clock.now += REST
    assert kinds(scene.look()) == [Answered]
    assert (scene.watcher.told.aside, scene.watcher.told.answered) == (0, 1)


def test_a_file_whose_worker_was_killed_is_tried_again(scene: Scene) -> None:
    scene.write("june.csv")
    scene.answers.refuses["june.csv"] = InternalError("error.worker_ended", job="june.csv")

    assert kinds(scene.look(4)) == [SetAside]
    assert scene.answers.asked == ["june.csv"]
    scene.answers.refuses.clear()
    scene.clock.now += REST

    assert kinds(scene.look()) == [Answered]
    assert scene.watcher.told.aside == 0


def test_it_is_tried_at_once_after_a_restart_and_keeps_its_note_and_one_line(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.write("june.csv")
    with monkeypatch.context() as patch:
        patch.setattr(watcher_module, "take", forbidden)
        scene.look(2)
        scene.restart()
        assert kinds(scene.look(2)) == [SetAside]

    assert scene.left() == ["june.csv not answered.txt"]
    assert len((scene.out / NAME).read_text().splitlines()) == 1
    scene.restart()
    assert kinds(scene.look(2)) == [Answered]


def test_a_file_that_cannot_be_taken_is_told_of_in_the_end_and_holds_up_no_end(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.write("june.csv")
    monkeypatch.setattr(watcher_module, "take", out_of_reach)

    assert scene.look(MOST_MISSES) == []
    early = scene.watcher.has_caught_up
    assert kinds(scene.look(2)) == [SetAside]

    assert (early, scene.watcher.has_caught_up) == (False, True)
    scene.clock.now += REST
    scene.watcher.turn()  # a look, which finds it due again
    assert scene.watcher.is_busy
    assert scene.watcher.has_caught_up


def test_a_file_that_was_changed_does_not_wait(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.write("june.csv")
    with monkeypatch.context() as patch:
        patch.setattr(watcher_module, "take", forbidden)
        scene.look(2)
    scene.write("june.csv", "a,b\n3,4\n", modified=2_000_000_000)

    assert kinds(scene.look(2)) == [Answered]


def test_a_file_that_was_gone_meanwhile_is_told_of_anew(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher_module, "take", forbidden)
    june = scene.write("june.csv")
    assert kinds(scene.look(2)) == [SetAside]
    june.unlink()
    scene.look()
    scene.write("june.csv")

    assert kinds(scene.look(2)) == [SetAside]


def test_the_longest_ending_leaves_room_for_its_note(scene: Scene) -> None:
    name = "x." + "y" * 240
    scene.write(name)
    scene.answers.refuses[name] = FileError("refuse.empty", file=name)

    (event,) = scene.look(2)

    assert isinstance(event, SetAside)
    assert scene.left() == [event.note]


def test_a_disk_that_takes_nothing_is_tried_again_later(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_what: object) -> None:
        raise SaveError("error.disk_full", free="0 B")

    scene.write("june.csv")
    with monkeypatch.context() as patch:
        patch.setattr(leaving, "put", full)
        with pytest.raises(SaveError):
            scene.look(2)
    scene.clock.now += EVERY
    assert scene.look() == []
    scene.clock.now += REST

    assert [type(event) for event in scene.look(2)] == [Answered]
