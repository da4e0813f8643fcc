"""The commands as a person and a script use them, each in processes of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.made_files import customers, read, write

ROOT = Path(__file__).parents[2]
PATIENCE = 240


def begin(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        cwd=folder,
        env={**os.environ, "HUNCH_WORKSPACE": str(folder / "workspace"), "HUNCH_LANGUAGE": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    with begin(folder, *arguments) as process:
        out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("Meine Dateien – é")
    write(place / "customers.csv", customers(600))
    return place


@pytest.fixture(scope="module")
def trained(folder: Path) -> dict[str, Any]:
    code, out, err = run(folder, "train", "customers.csv", "--target", "left", "--budget", "2", "--json")
    assert code == 0, err
    told: dict[str, Any] = json.loads(out)
    return told


def test_training_saves_a_model_and_tells_how_good_it_is(folder: Path, trained: dict[str, Any]) -> None:
    assert trained["model"] == str(folder / "customers.hunch")
    assert (folder / "customers.hunch").stat().st_size > 1000
    assert trained["task"] == "classification"
    assert trained["verdict"]["level"] in ("useful", "good")
    assert trained["score"]["low"] <= trained["score"]["value"] <= trained["score"]["high"]
    assert trained["score"]["value"] > trained["baseline"]["value"]
    assert "calls" in trained["features"]
    assert "customer" in {excluded["column"] for excluded in trained["excluded"]}


def test_every_row_is_answered_in_its_order(folder: Path, trained: dict[str, Any]) -> None:
    write(folder / "new.csv", [row[:3] for row in customers(200, seed=2)])

    code, out, err = run(folder, "predict", "customers.hunch", "new.csv", "--out", "answers.csv", "--json")

    told, rows = json.loads(out), read(folder / "answers.csv")
    assert code == (5 if told["cautions"] else 0), err
    assert told["rows"] == len(rows) == 200
    assert [row["customer"] for row in rows] == [row["customer"] for row in read(folder / "new.csv")]
    assert set(rows[0]) == {
        *("customer", "calls", "region"),
        *("prediction", "probability", "probability: no", "probability: yes", "caution"),
    }
    assert {row["prediction"] for row in rows} == {"yes", "no"}


def test_a_model_proves_that_it_can_be_learned_again(folder: Path, trained: dict[str, Any]) -> None:
    code, out, err = run(folder, "verify", "customers.hunch", "--rerun", "customers.csv")

    assert (code, err) == (0, "")
    assert out.startswith('"customers.hunch" is intact')
    assert out.endswith("Learned again from the same file: the same model, to the last number.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM], ids=lambda way: way.name)
def test_a_command_that_is_stopped_writes_nothing(folder: Path, way: signal.Signals) -> None:
    with begin(folder, "train", "customers.csv", "--target", "left", "--out", "stopped.hunch") as process:
        wait_for_draft(folder)
        for _impatient in range(3):
            process.send_signal(way)
            time.sleep(0.05)
        _, err = process.communicate(timeout=PATIENCE)

    assert (process.returncode, err) == (130, "Stopped. Nothing was written.\n")
    assert not list(folder.glob("stopped*"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_command_that_is_stopped_while_it_starts_shows_no_traceback(folder: Path) -> None:
    for wait in (0.3, 0.5, 0.8):  # earlier, a busy computer may not have got to this program at all
        with begin(folder, "train", "customers.csv", "--target", "left", "--out", "stopped.hunch") as process:
            time.sleep(wait)
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=PATIENCE)

        # Before the program listens, the signal itself ends it, which shells call 130 as well.
        assert process.returncode in (130, -signal.SIGINT)
        assert "Traceback" not in err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_reader_that_has_heard_enough_is_no_fault(folder: Path) -> None:
    with begin(folder, "inspect", "customers.csv", "--json") as process:
        assert process.stdout
        process.stdout.close()
        err = process.stderr.read() if process.stderr else ""

    assert (process.wait(PATIENCE), err) == (0, "")


def wait_for_draft(folder: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not list(folder.glob(".hunch-*")) and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.3)


def test_nothing_is_left_in_the_folder_but_what_was_asked_for(folder: Path, trained: dict[str, Any]) -> None:
    assert not list(folder.glob(".*"))
    assert not (folder / "workspace").exists()
