"""Models are held open and asked, with real processes."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from desktop_app.errors import AppError, InternalError, ModelError, UsageError
from desktop_app.jobs import desk
from desktop_app.jobs.limits import limits_of
from desktop_app.jobs.supervisor import Supervisor
from desktop_app.records.asking import Ask, Cell, Opening, Reply
from desktop_app.settings import Settings
from desktop_app.workspace.store import Workspace
from tests import journeys_for_tests
from tests.unit.jobs.watching import until, workers

ONE, TWO, THREE = (Opening(model=name) for name in ("one", "two", "three"))


def asked(supervisor: Supervisor, opening: Opening = ONE, /, **cells: Cell) -> Reply:
    return supervisor.ask(opening, Ask(about="answer", cells={**cells}))


def process(supervisor: Supervisor, opening: Opening = ONE) -> int:
    """Return the process that answers for a model."""
    return int(asked(supervisor, opening).answer)


def failure(supervisor: Supervisor, opening: Opening = ONE, /, **cells: Cell) -> str:
    with pytest.raises(AppError) as caught:
        asked(supervisor, opening, **cells)
    assert caught.value.message
    return caught.value.code


def test_a_model_stays_open_for_the_next_question(supervisor: Supervisor) -> None:
    first, second = asked(supervisor, day="2024-05-01", size=1.5, kind=None), asked(supervisor)

    assert first.cells == {"day": "2024-05-01", "size": 1.5, "kind": None}
    assert first.answer == second.answer
    assert len(workers()) == 1


def test_two_models_are_open_and_for_a_third_the_one_goes_that_was_asked_longest_ago(
    supervisor: Supervisor,
) -> None:
    one, two = process(supervisor, ONE), process(supervisor, TWO)
    process(supervisor, ONE)

    three = process(supervisor, THREE)

    assert {worker.pid for worker in workers()} == {one, three}
    assert process(supervisor, ONE) == one
    assert process(supervisor, TWO) != two
    assert len(workers()) == 2


def test_many_who_ask_at_once_are_answered_by_one_worker(supervisor: Supervisor) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: process(supervisor), range(24)))

    assert len(found) == len(workers()) == 1


def test_many_models_asked_at_once_are_never_more_than_two_workers(supervisor: Supervisor) -> None:
    openings = [Opening(model=str(place % 3)) for place in range(6)]
    seen: list[int] = []

    with ThreadPoolExecutor(6) as pool:
        answers = [pool.submit(process, supervisor, opening) for opening in openings]
        while not all(answer.done() for answer in answers):
            seen.append(len(workers()))
            time.sleep(0.02)

    assert all(answer.result() for answer in answers)
    assert max(seen) == 2


def test_a_worker_that_died_while_nobody_asked_is_replaced(supervisor: Supervisor) -> None:
    before = process(supervisor)
    worker = psutil.Process(before)
    worker.kill()
    until(lambda: not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE)

    assert process(supervisor) != before


def test_a_worker_that_dies_of_a_question_is_said_and_the_next_one_is_answered(
    supervisor: Supervisor,
) -> None:
    assert failure(supervisor, signal=9.0) == "ask.ended"

    assert asked(supervisor, size=2.0).cells == {"size": 2.0}


@pytest.mark.parametrize("cells", [{"sleep": 60.0}, {"stall": None}])
def test_an_answer_takes_no_longer_than_it_may(
    supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch, cells: dict[str, Cell]
) -> None:
    process(supervisor)
    monkeypatch.setattr(desk, "QUESTION", 0.3)

    assert failure(supervisor, ONE, **cells) == "ask.slow"
    assert workers() == []


def test_opening_takes_no_longer_than_it_may(supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "OPENING", 0.3)

    assert failure(supervisor, Opening(model="slow")) == "ask.not_open"
    assert workers() == []


def test_a_model_that_is_refused_or_ends_its_worker_is_said(supervisor: Supervisor) -> None:
    with pytest.raises(ModelError):
        asked(supervisor, Opening(model="refused"))
    assert failure(supervisor, Opening(model="deadly")) == "ask.ended"

    assert workers() == []


def test_what_goes_wrong_with_one_question_is_raised_and_the_model_stays_open(
    supervisor: Supervisor, caplog: pytest.LogCaptureFixture
) -> None:
    before = process(supervisor)

    assert failure(supervisor, refuse=None) == "error.not_understood"
    assert failure(supervisor, stumble="Jane Doe") == "error.unexpected"
    assert failure(supervisor, letters=2e6) == "ask.too_long"

    assert process(supervisor) == before
    assert "in _talk" in caplog.text
    assert "Jane Doe" not in caplog.text


def test_a_number_that_is_none_is_not_asked(supervisor: Supervisor) -> None:
    with pytest.raises(UsageError):
        asked(supervisor, size=float("nan"))


@pytest.mark.parametrize(
    "text",
    [
        "no JSON",
        '{"kind":"finished","body":{"result":{}}}',
        '{"kind":"ready","body":{}}',
        '{"kind":"reply","body":{"amount":1e999}}',
        '{"kind":"reply","body":{"cautions":[{"code":"no.such.code"}]}}',
    ],
)
def test_garbage_ends_the_worker_and_the_next_question_is_answered(supervisor: Supervisor, text: str) -> None:
    assert failure(supervisor, say=text) == "ask.ended"
    assert workers() == []

    assert process(supervisor)


def test_a_worker_that_speaks_unasked_is_not_believed(supervisor: Supervisor) -> None:
    asked(supervisor, say='{"kind":"reply","body":{"answer":"first"}}')  # and then its own answer
    (seat,) = supervisor._foreman.desk._open
    until(lambda: bool(seat.held and seat.held.worker._pipe.poll()))

    assert failure(supervisor) == "ask.ended"


def test_a_model_that_nobody_asks_any_more_is_closed(
    supervisor: Supervisor, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "IDLE", 0.3)

    process(supervisor)

    until(lambda: workers() == [])
    until(lambda: not list((workspace.folder / "jobs").iterdir()))


def test_closing_leaves_no_worker_and_who_waits_hears_it(workspace: Workspace, settings: Settings) -> None:
    supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load)
    process(supervisor)
    heard: list[str] = []
    waiting = threading.Thread(target=lambda: heard.append(failure(supervisor, sleep=60.0)))
    waiting.start()
    time.sleep(0.1)

    supervisor.close()

    waiting.join(10)
    assert heard == ["ask.ended"]
    assert workers() == []
    with pytest.raises(InternalError):
        asked(supervisor)


def test_after_closing_no_model_is_opened_again(workspace: Workspace, settings: Settings) -> None:
    supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load)
    process(supervisor)
    supervisor.close()

    for opening in (ONE, TWO):
        assert failure(supervisor, opening) == "ask.ended"
    assert workers() == []


def test_a_model_is_opened_by_the_spare_worker(supervisor: Supervisor) -> None:
    supervisor.prepare_spare()
    until(lambda: len(workers()) == 1)
    spare = workers()[0].pid

    assert process(supervisor) == spare


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits are of POSIX")
def test_the_limits_of_workers_hold_and_those_of_reading_only_until_it_is_open(
    supervisor: Supervisor, settings: Settings
) -> None:
    found = asked(supervisor)

    assert found.amount == -1
    assert found.high == limits_of(settings).memory


def test_an_installation_without_its_libraries_is_said(workspace: Workspace, settings: Settings) -> None:
    supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load_nothing)

    assert failure(supervisor) == "error.unexpected"

    supervisor.close()


def test_where_no_folder_can_be_made_it_is_said(
    supervisor: Supervisor, workspace: Workspace, tmp_path: Path
) -> None:
    (workspace.folder / "jobs").rename(tmp_path / "elsewhere")

    assert failure(supervisor) == "save.failed"
