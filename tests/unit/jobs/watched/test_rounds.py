"""Watched folders of a workspace, answered by jobs: the rounds that are made while the program runs."""

from pathlib import Path

import pytest

from desktop_app.errors import SaveError
from desktop_app.jobs.watched.rounds import REST, Rounds
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.unit.jobs.watched.made import FakeClock
from tests.unit.jobs.watched.making_rounds import Queue, go, watch
from tests.unit.workspace.examples import imported, trained


@pytest.fixture
def training(workspace: Workspace) -> StoredTraining:
    return trained(workspace, imported(workspace))


@pytest.fixture
def queue(workspace: Workspace) -> Queue:
    return Queue(workspace)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def rounds(workspace: Workspace, queue: Queue, clock: FakeClock) -> Rounds:
    return Rounds(workspace, queue, clock)


def test_no_folder_is_looked_into_where_it_does_not_allow_that(
    rounds: Rounds,
    workspace: Workspace,
    training: StoredTraining,
    clock: FakeClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    watch_id = watch(workspace, training, tmp_path / "in")
    (tmp_path / "in" / "june.csv").write_text("a\n1\n")
    (tmp_path / "policy.json").write_text('{"watch": "off"}')
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))

    go(rounds, clock, 8)

    assert not (tmp_path / "in" / "answered").exists()
    problem = workspace.watches.get(watch_id).told.problem
    assert problem
    assert problem.code == "policy.no_watch"
    monkeypatch.delenv("HUNCH_POLICY")
    go(rounds, clock)
    assert workspace.watches.get(watch_id).told.problem is None


def test_files_are_answered_and_the_workspace_tells_of_it(
    workspace: Workspace,
    training: StoredTraining,
    rounds: Rounds,
    queue: Queue,
    clock: FakeClock,
    tmp_path: Path,
) -> None:
    watch_id = watch(workspace, training, tmp_path / "in")
    (tmp_path / "in" / "bad.csv").write_text("")
    (tmp_path / "in" / "june.csv").write_text("a\n1\n")

    go(rounds, clock)
    assert workspace.watches.get(watch_id).told.state == "answering"
    queue.work()
    go(rounds, clock)
    queue.work()
    go(rounds, clock)

    told = workspace.watches.get(watch_id).told
    assert (told.state, told.last, told.answered, told.aside) == ("watching", "june.csv", 1, 1)
    assert told.reasons[0].problem.code == "refuse.empty"
    assert (tmp_path / "in" / "answered" / "june.csv").exists()


def test_each_watch_has_one_job_at_a_time_and_two_may_share_a_folder(
    workspace: Workspace,
    training: StoredTraining,
    rounds: Rounds,
    queue: Queue,
    clock: FakeClock,
    tmp_path: Path,
) -> None:
    other = trained(workspace, imported(workspace))
    watch(workspace, training, tmp_path / "in")
    workspace.watches.add(other.id, str(tmp_path / "in"), str(tmp_path / "in" / "answered other"))
    for name in ("june.csv", "july.csv"):
        (tmp_path / "in" / name).write_text("a\n1\n")

    go(rounds, clock, 6)

    assert [Path(str(job.params["model"])).stem for job in queue.waiting] == [training.id, other.id]
    assert queue.lanes == ["short", "short"]


def test_a_watch_that_is_paused_or_stopped_takes_its_job_back(
    workspace: Workspace,
    training: StoredTraining,
    rounds: Rounds,
    queue: Queue,
    clock: FakeClock,
    tmp_path: Path,
) -> None:
    watch_id = watch(workspace, training, tmp_path / "in")
    (tmp_path / "in" / "june.csv").write_text("a\n1\n")
    go(rounds, clock)
    assert len(queue.waiting) == 1

    workspace.watches.pause(watch_id, is_paused=True)
    go(rounds, clock)
    assert queue.waiting == []
    workspace.watches.pause(watch_id, is_paused=False)
    go(rounds, clock)
    assert len(queue.waiting) == 1
    workspace.watches.stop(watch_id)
    go(rounds, clock)
    assert queue.waiting == []


def test_a_file_under_way_at_the_end_is_answered_once_at_the_next_start(
    workspace: Workspace,
    training: StoredTraining,
    rounds: Rounds,
    queue: Queue,
    clock: FakeClock,
    tmp_path: Path,
) -> None:
    watch_id = watch(workspace, training, tmp_path / "in")
    (tmp_path / "in" / "june.csv").write_text("a\n1\n")
    go(rounds, clock)
    workspace.jobs.interrupt(queue.waiting.pop().id)
    workspace.tidy()

    later = Rounds(workspace, queue, clock)
    go(later, clock)
    queue.work()
    go(later, clock, 9)

    assert workspace.watches.get(watch_id).told.answered == 1
    assert queue.waiting == []


def test_a_folder_that_is_handed_over_has_only_its_new_files_answered_by_the_new_model(
    workspace: Workspace,
    training: StoredTraining,
    rounds: Rounds,
    queue: Queue,
    clock: FakeClock,
    tmp_path: Path,
) -> None:
    newer = trained(workspace, imported(workspace))
    watch(workspace, training, tmp_path / "in")
    (tmp_path / "in" / "june.csv").write_text("a\n1\n")
    go(rounds, clock)
    queue.work()
    go(rounds, clock)

    workspace.watches.hand_over(training.id, newer.id, training.name)
    (tmp_path / "in" / "july.csv").write_text("a\n2\n")
    go(rounds, clock, 9)

    assert [job.params["model"] for job in queue.waiting] == [newer.model]
    assert Path(str(queue.waiting[0].params["path"])).name == "july.csv"
    assert workspace.watches.list(newer.id)[0].told.answered == 1


def test_a_fault_in_one_folder_holds_up_no_other(
    workspace: Workspace,
    training: StoredTraining,
    rounds: Rounds,
    queue: Queue,
    clock: FakeClock,
    tmp_path: Path,
) -> None:
    first = watch(workspace, training, tmp_path / "first")
    (tmp_path / "first" / "answered").write_text("a file of this name")
    watch(workspace, training, tmp_path / "second")
    (tmp_path / "second" / "june.csv").write_text("a\n1\n")

    go(rounds, clock)

    assert workspace.watches.get(first).told.problem is not None
    assert len(queue.waiting) == 1


def test_a_workspace_that_takes_nothing_of_one_watch_holds_up_no_other(
    workspace: Workspace,
    training: StoredTraining,
    rounds: Rounds,
    queue: Queue,
    clock: FakeClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("first", "second"):
        watch(workspace, training, tmp_path / name)
        (tmp_path / name / "june.csv").write_text("a\n1\n")
    calls = []

    def folder_aside() -> Path:
        calls.append(clock.now)
        if len(calls) == 1:
            raise SaveError("error.disk_full", free="0 B")
        return tmp_path / f"room {len(calls)}"

    monkeypatch.setattr(workspace, "folder_aside", folder_aside)

    go(rounds, clock)
    assert len(queue.waiting) == 1
    assert calls == [0.0, 0.0]
    clock.now += REST
    go(rounds, clock)
    assert len(queue.waiting) == 2


def test_files_are_asked_about_as_on_the_page_of_the_model(
    workspace: Workspace,
    training: StoredTraining,
    rounds: Rounds,
    queue: Queue,
    clock: FakeClock,
    tmp_path: Path,
) -> None:
    watch(workspace, training, tmp_path / "in")
    (tmp_path / "in" / "june.csv").write_text("a\n1\n")

    go(rounds, clock)

    asked = queue.waiting[0].params
    assert asked["own_decision"] is False
    assert asked["learned_from"] == workspace.rows_of(training) != ""


def test_the_thread_begins_and_ends(rounds: Rounds) -> None:
    rounds.start()
    rounds.close()
