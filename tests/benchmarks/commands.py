"""How soon something comes of a command: its libraries load in a worker of its own each time.

A model is learned from each table, in five seconds. *Inspect* and *predict* are counted from starting the
process to its end, over the table itself; *learning* from giving the order of `train` until the worker has
read the table and begins to learn. Each figure is the median of RUNS (5) after one that does not count. Our
own code is compiled before, as it is for people from the second start on.
"""

import compileall
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from desktop_app.jobs.once import run_once
from desktop_app.records.jobs import Order, Progress
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.settings import read_settings
from tests.benchmarks.tables import Asked, asked

ROOT = Path(__file__).resolve().parents[2]


class _Begun(Exception):  # noqa: N818 - nothing went wrong
    """The worker learns."""


def main(arguments: Sequence[str]) -> None:
    """Print one line a table."""
    compileall.compile_dir(ROOT / "desktop_app", quiet=1)
    print("| table | inspect, s | predict, s | learning, s |\n|---|---:|---:|---:|")
    for table in asked(arguments, runs=5):
        with tempfile.TemporaryDirectory(prefix="hunch-bench-") as folder:
            figures = " | ".join(f"{_median(table.runs, wait):.2f}" for wait in _waits(table, Path(folder)))
        print(f"| {table.file.name} | {figures} |", flush=True)


def _waits(table: Asked, folder: Path) -> list[Callable[[], object]]:
    file, model, out = str(table.file), str(folder / "model.hunch"), str(folder / "answers.csv")
    _do("train", file, "--target", table.target, "--known", "all", "--budget", "5", "--out", model)
    return [
        partial(_do, "inspect", file),
        partial(_do, "predict", model, file, "--out", out, "--force"),
        partial(_begin_to_learn, table, folder),
    ]


def _median(runs: int, wait: Callable[[], object]) -> float:
    took = []
    for _ in range(runs + 1):
        began = time.monotonic()
        wait()
        took.append(time.monotonic() - began)
    return statistics.median(took[1:])


def _do(*words: str) -> None:
    command = [sys.executable, str(ROOT / "main.py"), *words]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in (0, 5):
        raise SystemExit(f"{words[0]} ended with {done.returncode}")


def _begin_to_learn(table: Asked, folder: Path) -> None:
    plan = TrainingPlan(target=table.target, all_known=True)
    order = TrainFileOrder(path=str(table.file), plan=plan, out=str(folder / "other.hunch"))
    with tempfile.TemporaryDirectory(dir=folder) as job:
        task = Order(journey="train_file", params=to_json(order), folder=job)
        try:
            run_once(task, read_settings({}), _end_when_read)
        except _Begun:
            return
    raise SystemExit("it did not learn")


def _end_when_read(progress: Progress) -> None:
    if progress.read:
        raise _Begun
