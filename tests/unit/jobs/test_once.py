"""One order in one worker, as the command line does it."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.errors import AppError, FileError, InternalError, ModelError
from desktop_app.jobs.endings import OUT_OF_MEMORY, died
from desktop_app.jobs.once import run_once
from desktop_app.records.jobs import Order, Problem, Progress
from desktop_app.records.jsonable import JSON
from desktop_app.settings import Settings
from tests import journeys_for_tests
from tests.unit.jobs.watching import workers

INTERRUPTED = """
import os, signal, sys
from desktop_app.jobs.once import run_once
from desktop_app.records.jobs import Order
from desktop_app.settings import read_settings
from tests import journeys_for_tests
from tests.unit.jobs.watching import workers

signal.signal(signal.SIGINT, signal.default_int_handler)  # which a process in the background has not
order = Order(journey="wait", params={"seconds": 600}, folder=sys.argv[1])
def press_ctrl_c(_progress):
    os.kill(os.getpid(), signal.SIGINT)

try:
    run_once(order, read_settings({}), press_ctrl_c, load=journeys_for_tests.load)
except KeyboardInterrupt:
    print("interrupted", len(workers()))
"""


def once(journey: str, params: dict[str, JSON], folder: Path, settings: Settings) -> dict[str, JSON]:
    order = Order(journey=journey, params=params, folder=str(folder))
    return run_once(order, settings, lambda _: None, load=journeys_for_tests.load)


def test_the_caller_gets_the_result_and_sees_the_progress(tmp_path: Path, settings: Settings) -> None:
    seen: list[Progress] = []
    order = Order(journey="wait", params={"seconds": 0.3}, folder=str(tmp_path))

    result = run_once(order, settings, seen.append, load=journeys_for_tests.load)

    assert result == {"waited": 0.3}
    assert seen
    assert workers() == []


def test_the_caller_gets_the_failure_that_the_worker_met(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(FileError, match=r"refuse\.empty"):
        once("refuse", {}, tmp_path, settings)


@pytest.mark.parametrize(
    ("journey", "params"),
    [("die", {"signal": 9}), ("babble", {"kind": "long"}), ("babble", {"kind": "text", "text": "?"})],
)
def test_a_worker_that_dies_or_babbles_is_said_to_have_ended(
    tmp_path: Path, settings: Settings, journey: str, params: dict[str, JSON]
) -> None:
    with pytest.raises(InternalError, match=r"error\.worker_ended"):
        once(journey, params, tmp_path, settings)

    assert workers() == []


def test_ctrl_c_ends_the_worker(tmp_path: Path) -> None:
    command = [sys.executable, "-c", INTERRUPTED, str(tmp_path)]

    found = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)

    assert found.stdout.strip() == "interrupted 0"
    assert found.stderr == ""


@pytest.mark.parametrize(("read", "code"), [(False, "refuse.unsafe"), (True, "error.worker_ended")])
def test_a_crash_is_the_files_fault_only_while_it_is_read(
    tmp_path: Path, settings: Settings, read: bool, code: str
) -> None:
    params: dict[str, JSON] = {"path": "bomb.csv", "plan": {"target": "y"}, "signal": 11, "read": read}

    with pytest.raises(AppError) as caught:
        once("train_file", params, tmp_path, settings)

    assert caught.value.code == code


def test_a_model_that_ends_its_reader_is_refused_as_a_model(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(ModelError) as caught:
        once("inspect_model", {"path": "/somewhere/bomb.hunch", "signal": 11}, tmp_path, settings)

    assert caught.value.values == {"model": "bomb.hunch"}


@pytest.mark.parametrize(
    ("table", "exit_code", "read", "problem"),
    [
        ("", -11, False, Problem(code="model.unsound", values={"model": "bomb.hunch"})),
        ("/somewhere/c.csv", -11, False, Problem(code="refuse.unsafe", values={"file": "c.csv"})),
        ("/somewhere/c.csv", OUT_OF_MEMORY, True, Problem(code="learn.memory_out")),
        (
            "/somewhere/c.csv",
            -11,
            True,
            Problem(code="error.worker_ended", values={"job": "Checking a model"}),
        ),
    ],
)
def test_what_ended_a_model_that_was_to_be_proved_is_told_apart(
    table: str, exit_code: int, read: bool, problem: Problem
) -> None:
    params: dict[str, JSON] = {"model": "/somewhere/bomb.hunch", "path": table}

    assert died(Order(journey="verify", params=params, folder=""), exit_code, read=read) == problem


def test_reading_a_file_loads_no_scikit_learn() -> None:
    code = (
        "import sys; from desktop_app.journeys.catalogue import JOURNEYS;"
        "[JOURNEYS[name] for name in ('import', 'inspect_file', 'export')];"
        "print(*{'sklearn', 'pandas', 'scipy'} & set(sys.modules))"
    )

    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    assert loaded.strip() == ""
