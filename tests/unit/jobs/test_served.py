"""A served model is asked, with real processes: it is started again, and never waited for without end."""

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from desktop_app.errors import AppError, FileError, ModelError
from desktop_app.jobs.served import Served
from desktop_app.records.serving import AskRows
from desktop_app.settings import Settings
from tests import served_for_tests
from tests.unit.jobs.watching import until, workers


def model(folder: Path, name: str = "one.hunch") -> Path:
    path = folder / name
    path.write_text("a model")
    return path


@pytest.fixture
def served(settings: Settings, tmp_path: Path) -> Iterator[Served]:
    found = Served(model(tmp_path), settings, served_for_tests.load)
    yield found
    found.close()


def process(served: Served, text: str = "") -> int:
    return int(served.ask(AskRows(form="json", text=text), 20.0).text)


def failure(served: Served, text: str, seconds: float = 20.0) -> str:
    with pytest.raises(AppError) as caught:
        served.ask(AskRows(form="json", text=text), seconds)
    assert caught.value.message
    return caught.value.code


def test_one_worker_answers_all_and_its_folder_is_shared(served: Served) -> None:
    (served.folder / "rows").write_text("of this")

    assert served.starts == 0
    assert served.open().name == "one"
    assert served.is_ready
    assert process(served) == process(served) == workers()[0].pid
    assert served.ask(AskRows(form="table", file="rows"), 20.0).text == "of this"
    assert served.starts == 1


def test_a_worker_that_was_killed_is_replaced(served: Served) -> None:
    before = process(served)
    psutil.Process(before).kill()
    until(lambda: not served.is_ready)

    assert process(served) != before
    assert len(workers()) == 1


def test_a_worker_that_dies_of_rows_is_said_and_the_next_are_answered(served: Served) -> None:
    before = process(served)

    assert failure(served, "die") == "ask.ended"

    until(lambda: served.is_ready)
    assert process(served) != before


def test_one_that_hangs_is_ended_in_time_and_replaced(served: Served) -> None:
    process(served)
    begun = time.monotonic()

    assert failure(served, "sleep", 0.3) == "ask.slow"

    assert time.monotonic() - begun < 5
    until(lambda: served.is_ready)
    assert len(workers()) == 1


def test_who_waits_for_another_is_told_to_come_again(served: Served) -> None:
    process(served)
    waiting = threading.Thread(target=lambda: failure(served, "sleep", 2.0))
    waiting.start()
    time.sleep(0.2)

    assert failure(served, "", 0.1) == "service.busy"
    waiting.join(10)


def test_who_comes_while_it_is_opened_is_told_to_come_again(served: Served) -> None:
    assert failure(served, "", 0.01) == "service.busy"

    until(lambda: served.is_ready)


def test_what_the_worker_says_of_rows_is_raised_and_it_stays(served: Served) -> None:
    before = process(served)

    assert failure(served, "refuse") == "error.not_understood"
    assert failure(served, "stumble") == "error.unexpected"
    assert process(served) == before


@pytest.mark.parametrize("text", ["no JSON", '{"kind":"reply","body":{}}', '{"kind":"ready","body":{}}'])
def test_garbage_ends_the_worker(served: Served, text: str) -> None:
    before = process(served)

    assert failure(served, f"say {text}") == "ask.ended"

    until(lambda: served.is_ready)
    assert process(served) != before


def test_a_model_that_is_refused_or_gone_is_said(settings: Settings, tmp_path: Path) -> None:
    refused = Served(model(tmp_path, "refused.hunch"), settings, served_for_tests.load)
    with pytest.raises(ModelError):
        refused.open()
    refused.close()

    gone = Served(tmp_path / "gone.hunch", settings, served_for_tests.load)
    with pytest.raises(FileError):
        gone.open()
    gone.close()
    assert workers() == []


def test_a_file_that_is_replaced_meanwhile_is_not_the_one_that_is_served(
    served: Served, tmp_path: Path
) -> None:
    process(served)
    model(tmp_path).write_text("another model")

    assert (served.folder / "one.hunch").read_text() == "a model"


def test_closing_leaves_no_process_and_no_file(settings: Settings, tmp_path: Path) -> None:
    served = Served(model(tmp_path), settings, served_for_tests.load)
    process(served)
    folder = served.folder

    served.close()

    assert workers() == []
    assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX forks")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_process_that_was_forked_off_asks_a_worker_of_its_own(served: Served) -> None:
    mine = process(served)
    ours, theirs = os.pipe()

    child = os.fork()
    if child == 0:
        try:
            os.write(theirs, str(process(served)).encode())
            served.close()
        finally:
            os._exit(0)
    os.waitpid(child, 0)

    assert 0 < int(os.read(ours, 20)) != mine
    assert process(served) == mine
    os.close(ours)
    os.close(theirs)
