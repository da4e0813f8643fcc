"""A watched folder from look to look: what is answered, what is set aside, and what never happens."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import DataError, FileError, ModelError, UsageError
from desktop_app.jobs.watched import leaving
from desktop_app.jobs.watched.later import REST
from desktop_app.jobs.watched.placing import put
from desktop_app.records.watched import Answered, FolderFound, FolderLost, SetAside
from tests.unit.jobs.watched.made import Scene


def test_a_new_file_is_answered_under_its_name_with_a_note(scene: Scene) -> None:
    scene.look()
    scene.write("june.csv")

    (event,) = scene.look(2)

    assert isinstance(event, Answered)
    assert scene.left() == ["june.csv", "june.csv note.txt"]
    assert (scene.out / "june.csv").read_text() == "A,B\n1,2\n"
    note = (scene.out / "june.csv note.txt").read_text(encoding="utf-8-sig")
    assert 'Answers of the model "left" to "june.csv"' in note
    assert "Rows in: 2. Rows answered: 2, in the same order." in note
    assert (scene.inbox / "june.csv").read_text() == "a,b\n1,2\n"


def test_a_file_that_grows_is_waited_for(scene: Scene) -> None:
    for length in range(1, 4):
        scene.write("june.csv", "a\n" * length)
        assert scene.look() == []

    assert len(scene.look()) == 1
    assert scene.answers.asked == ["june.csv"]


def test_nothing_is_answered_twice_also_after_a_restart(scene: Scene) -> None:
    scene.write("june.csv")
    scene.look(5)

    scene.restart()
    scene.look(5)

    assert scene.answers.asked == ["june.csv"]
    assert scene.watcher.told.answered == 1


def test_the_same_content_saved_at_another_time_is_not_answered_again(scene: Scene) -> None:
    scene.write("june.csv")
    scene.look(2)

    scene.write("june.csv", modified=2_000_000_000)

    assert scene.look(3) == []
    assert scene.answers.asked == ["june.csv"]


def test_a_newer_version_is_answered_beside_the_first(scene: Scene) -> None:
    scene.write("june.csv")
    scene.look(2)
    scene.write("june.csv", "a,b\n3,4\n", modified=2_000_000_000)

    scene.look(2)

    assert "june (2).csv" in scene.left()
    assert (scene.out / "june.csv").read_text() == "A,B\n1,2\n"
    assert (scene.out / "june (2).csv").read_text() == "A,B\n3,4\n"


def test_a_file_that_does_not_fit_stays_with_the_reason_in_a_note(scene: Scene) -> None:
    scene.write("june.csv")
    scene.answers.refuses["june.csv"] = DataError("cli.missing_columns", columns=["age"])

    (event,) = scene.look(4)

    assert isinstance(event, SetAside)
    assert scene.left() == ["june.csv not answered.txt"]
    note = (scene.out / event.note).read_text(encoding="utf-8-sig")
    assert 'The file lacks: "age".' in note
    assert "--map" not in note
    assert (scene.inbox / "june.csv").exists()
    told = scene.watcher.told
    assert (told.aside, told.reasons[0].name) == (1, "june.csv")


def test_a_file_that_was_set_aside_is_tried_again_when_something_else_is_asked(scene: Scene) -> None:
    scene.write("june.csv")
    scene.answers.refuses["june.csv"] = DataError("cli.missing_columns", columns=["age"])
    scene.look(2)
    scene.answers.refuses.clear()

    assert scene.look(2) == []
    scene.watcher.order = replace(scene.order, allow_missing=("age",))

    assert [type(event) for event in scene.look(2)] == [Answered]
    assert scene.watcher.told.aside == 0


@pytest.mark.parametrize(
    "error", [ModelError("model.unsound", model="left.hunch"), UsageError("cli.map", word="a")]
)
def test_what_holds_up_all_files_sets_none_of_them_aside(scene: Scene, error: ModelError) -> None:
    scene.write("june.csv")
    scene.answers.refuses["june.csv"] = error

    with pytest.raises(type(error)):
        scene.look(2)

    assert scene.watcher.told.problem is not None
    assert scene.left() == []
    scene.answers.refuses.clear()
    scene.clock.now += REST
    assert len(scene.look(2)) == 1
    scene.look()
    assert scene.watcher.told.problem is None


def test_a_model_that_is_gone_is_said_of_no_file(scene: Scene) -> None:
    scene.write("june.csv")
    scene.model.unlink()

    with pytest.raises(FileError, match="file_gone"):
        scene.look()


def test_a_folder_that_vanishes_is_waited_for_and_said_once(scene: Scene, tmp_path: Path) -> None:
    scene.look()
    scene.inbox.rename(tmp_path / "away")

    assert scene.look(3) == [FolderLost()]
    assert scene.watcher.told.state == "waiting"
    (tmp_path / "away").rename(scene.inbox)
    scene.write("june.csv")

    events = scene.look(3)
    assert (events[0], type(events[1])) == (FolderFound(), Answered)


def test_a_file_that_vanishes_is_no_error(scene: Scene) -> None:
    scene.write("june.csv")
    scene.look()
    scene.write("july.csv")
    scene.answers.is_slow = True
    scene.look()
    (scene.inbox / "july.csv").unlink()
    scene.answers.is_slow = False

    assert [type(event) for event in scene.look(3)] == [Answered]


def test_answers_never_feed_the_folder_they_came_from(scene: Scene) -> None:
    scene.write("june.csv")

    scene.look(6)

    assert scene.answers.asked == ["june.csv"]
    scene.restart(out=scene.inbox)
    with pytest.raises(UsageError, match="of_answers"):
        scene.look()


def test_a_folder_of_answers_is_not_watched(scene: Scene) -> None:
    scene.look()
    scene.inbox, out = scene.out, scene.inbox / "elsewhere"
    scene.restart(out=out)

    with pytest.raises(UsageError, match="of_answers"):
        scene.look()


@pytest.mark.parametrize("step", ["note", "answers", "noted"])
def test_a_crash_at_any_step_doubles_nothing_and_loses_nothing(
    step: str, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_what: object) -> None:
        raise KeyboardInterrupt

    def put_and_stop(file: Path, goal: Path) -> None:
        put(file, goal)
        raise KeyboardInterrupt

    place = {"note": ("write_note", stop), "answers": ("put", stop), "noted": ("put", put_and_stop)}[step]
    scene.write("june.csv")
    with monkeypatch.context() as patch:
        patch.setattr(leaving, *place)
        with pytest.raises(KeyboardInterrupt):
            scene.look(2)

    scene.restart()
    scene.look(3)

    assert [name for name in scene.left() if name.endswith(".csv")] == ["june.csv"]
    assert (scene.out / "june.csv").read_text() == "A,B\n1,2\n"
    assert scene.watcher.told.answered == 1


def test_a_draft_of_a_program_that_was_killed_is_swept(scene: Scene) -> None:
    scene.out.mkdir()
    (scene.out / f".hunch-{'0' * 16}.part").write_text("half")
    (scene.out / ".hunch-notes.part").write_text("mine")

    scene.look()

    assert scene.left() == [".hunch-notes.part"]


def test_two_programs_at_one_folder_answer_a_file_once(scene: Scene) -> None:
    scene.write("june.csv")
    first = scene.watcher
    scene.answers.is_slow = True
    scene.look(2)
    assert first.told.now == "june.csv"
    scene.answers.is_slow = False
    second = scene.restart()
    scene.look(2)
    assert second.told.answered == 1

    assert first.turn() is None
    assert [name for name in scene.left() if name.endswith(".csv")] == ["june.csv"]


def test_letting_go_ends_what_is_on_its_way(scene: Scene) -> None:
    scene.write("june.csv")
    scene.answers.is_slow = True
    scene.look(2)

    scene.watcher.give_up()

    assert scene.answers.given_up == 1
    assert not scene.room.exists()
    assert scene.left() == []
