"""The commands as a person and a script use them, each in a process of its own."""

import csv
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
PATIENCE = 120
REFUSED = {
    "empty": (["inspect", "empty.csv"], 3, "refuse.empty"),
    "binary": (["inspect", "binary.csv"], 3, "refuse.not_table"),
    "header": (["train", "header.csv", "--target", "a"], 3, "refuse.header_only"),
    "one_column": (["train", "one_column.csv", "--target", "a"], 4, "plan.only_column"),
    "unknown": (["train", "customers.csv", "--target", "lft"], 4, "plan.target_unknown"),
    "one_value": (["train", "constant.csv", "--target", "same"], 4, "plan.one_value"),
    "no_target": (["train", "customers.csv"], 2, "cli.no_target"),
    "not_a_model": (["predict", "customers.csv", "customers.csv", "--out", "o.csv"], 7, "model.not_model"),
}


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


def write(path: Path, rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def customers(count: int, *, seed: int = 1) -> list[list[object]]:
    """Return rows whose last column follows from the calls, with some noise."""
    chance = random.Random(seed)  # noqa: S311 - made-up rows
    rows: list[list[object]] = [["number", "calls", "region", "left"]]
    for number in range(count):
        calls = chance.randint(0, 9)
        left = calls + chance.gauss(0, 1.5) > 6
        rows.append([f"C-{number:05}", calls, chance.choice(["West", "East"]), "yes" if left else "no"])
    return rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("Meine Dateien – é")
    write(place / "customers.csv", customers(600))
    write(place / "one_column.csv", [["a"], *([n] for n in range(50))])
    write(place / "constant.csv", [["a", "same"], *([n % 7, "x"] for n in range(50))])
    (place / "empty.csv").write_bytes(b"")
    (place / "header.csv").write_text("a,b\n")
    (place / "binary.csv").write_bytes(b"\x7fELF\x00\x01" + bytes(range(256)) * 40)
    return place


@pytest.fixture(scope="module")
def refusals(folder: Path) -> dict[str, tuple[int, str, str]]:
    """All refusals at once: each starts a worker of its own."""
    begun = {name: begin(folder, *arguments, "--json") for name, (arguments, _, _) in REFUSED.items()}
    return {name: (process.wait(PATIENCE), *process.communicate()) for name, process in begun.items()}


@pytest.fixture(scope="module")
def trained(folder: Path) -> dict[str, Any]:
    code, out, err = run(folder, "train", "customers.csv", "--target", "left", "--budget", "3", "--json")
    assert code == 0, err
    told: dict[str, Any] = json.loads(out)
    return told


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_done_is_refused_in_one_sentence_with_a_hint(
    name: str, refusals: dict[str, tuple[int, str, str]]
) -> None:
    code, out, err = refusals[name]
    error = json.loads(out)["error"]

    assert (code, error["code"]) == REFUSED[name][1:]
    assert err.splitlines() == [line for line in (error["message"], error["hint"]) if line]
    assert error["message"]


def test_a_missing_target_lists_the_columns(refusals: dict[str, tuple[int, str, str]]) -> None:
    _, out, _ = refusals["no_target"]

    assert json.loads(out)["error"]["hint"] == (
        'Add --target COLUMN. Columns: "number", "calls", "region", "left"'
    )


def test_training_saves_a_model_and_tells_how_good_it_is(folder: Path, trained: dict[str, Any]) -> None:
    assert trained["model"] == str(folder / "customers.hunch")
    assert (folder / "customers.hunch").stat().st_size > 1000
    assert trained["task"] == "classification"
    assert trained["verdict"]["level"] in ("useful", "good")
    assert trained["score"]["low"] <= trained["score"]["value"] <= trained["score"]["high"]
    assert trained["score"]["value"] > trained["baseline"]["value"]
    assert "calls" in trained["features"]
    assert "number" in {excluded["column"] for excluded in trained["excluded"]}


def test_nothing_that_exists_is_overwritten(folder: Path, trained: dict[str, Any]) -> None:
    before = (folder / "customers.hunch").read_bytes()

    code, out, err = run(folder, "train", "customers.csv", "--target", "left")

    assert (code, out) == (2, "")
    assert err.splitlines()[0] == "customers.hunch is already there."
    assert (folder / "customers.hunch").read_bytes() == before


def test_a_table_and_a_model_can_be_looked_at(folder: Path, trained: dict[str, Any]) -> None:
    with (
        begin(folder, "inspect", "customers.csv", "--json") as table,
        begin(folder, "inspect", "customers.hunch", "--json") as model,
    ):
        about_table, about_model = (json.loads(process.communicate()[0]) for process in (table, model))

    assert about_table["rows"] == 600
    assert [column["name"] for column in about_table["columns"]] == ["number", "calls", "region", "left"]
    assert about_table["questions"] == []
    assert about_model["target"] == "left"
    assert about_model["verdict"] == trained["verdict"]


def test_every_row_is_answered_in_its_order(folder: Path, trained: dict[str, Any]) -> None:
    write(folder / "new.csv", [row[:3] for row in customers(200, seed=2)])

    code, out, err = run(folder, "predict", "customers.hunch", "new.csv", "--out", "answers.csv", "--json")

    told, rows = json.loads(out), read(folder / "answers.csv")
    assert code == (5 if told["cautions"] else 0), err
    assert told["rows"] == len(rows) == 200
    assert [row["number"] for row in rows] == [row["number"] for row in read(folder / "new.csv")]
    assert set(rows[0]) == {
        *("number", "calls", "region"),
        *("prediction", "probability", "probability: no", "probability: yes", "caution"),
    }
    assert {row["prediction"] for row in rows} == {"yes", "no"}


def test_values_never_seen_are_cautions_and_exit_code_five(folder: Path, trained: dict[str, Any]) -> None:
    write(folder / "strange.csv", [["number", "calls", "region"], ["C-1", 3, "North"], ["C-2", 99, "West"]])

    code, out, err = run(folder, "predict", "customers.hunch", "strange.csv", "--out", "strange.xlsx")

    assert code == 5
    assert 'See the column "caution" in' in err
    assert "Rows in: 2. Rows answered: 2, in the same order." in out
    assert (folder / "strange.xlsx").read_bytes().startswith(b"PK")


def test_a_missing_column_is_named_unless_it_may_be_missing(folder: Path, trained: dict[str, Any]) -> None:
    write(folder / "short.csv", [["number", "region"], ["C-1", "West"], ["C-2", "East"]])
    asked = ("predict", "customers.hunch", "short.csv", "--out", "short_answers.csv")

    code, _, err = run(folder, *asked)

    assert code == 4
    assert err.startswith('The file lacks: "calls".')
    assert not (folder / "short_answers.csv").exists()

    code, _, _ = run(folder, *asked, "--allow-missing", "calls")

    assert code == 5
    assert all("without calls" in row["caution"] for row in read(folder / "short_answers.csv"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_ctrl_c_writes_nothing(folder: Path) -> None:
    with begin(folder, "train", "customers.csv", "--target", "left", "--out", "stopped.hunch") as process:
        wait_for_draft(folder)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)

    assert (process.returncode, err) == (130, "Stopped. Nothing was written.\n")
    assert not list(folder.glob("stopped*"))
    assert not list(folder.glob(".hunch-*"))


def wait_for_draft(folder: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not list(folder.glob(".hunch-*")) and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.5)


def test_nothing_is_left_in_the_folder_but_what_was_asked_for(folder: Path, trained: dict[str, Any]) -> None:
    assert not list(folder.glob(".*"))
    assert not (folder / "workspace").exists()
