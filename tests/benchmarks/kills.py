"""Answering that is killed at random moments: `python -m tests.benchmarks kills [COUNT] [SEED]`.

A process that answers a table, 20 rows at a time, is killed without warning, some times in a row; then it is
let come to its end. Its answers must be, byte for byte, those of one that nobody disturbed.
"""

import multiprocessing
import os
import random
import tempfile
import time
from collections.abc import Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from desktop_app.models import batches
from desktop_app.models.parts import rows_answered
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.orders import ANSWERS_FILE, ApplyOrder

COUNT, SEED, ROWS, MOST_IN_A_ROW = 50, 1, 20, 3
_server: Any = multiprocessing.get_context("forkserver" if hasattr(os, "fork") else "spawn")


def main(arguments: Sequence[str]) -> None:
    """Print how often it was killed, and how often the answers differed."""
    count = int(arguments[0]) if arguments else COUNT
    seed = int(arguments[1]) if arguments[1:] else SEED
    from tests.unit.models.made import save
    from tests.unit.models.stored import store
    from tests.unit.models.test_applying import TYPES, texts

    with tempfile.TemporaryDirectory(prefix="hunch-bench-") as name:
        folder = Path(name)
        save(folder / "model.hunch", "forest")
        store(folder / "table", texts(), TYPES)
        kills, halves, others = kill_and_compare(folder, count, seed)
    print(f"{kills} kills, {halves} of them between two parts; {others} answers that differ")


def kill_and_compare(folder: Path, count: int, seed: int) -> tuple[int, int, int]:
    """Return how often answering a table was killed, how often amid its rows, and how many answers differ."""
    if _server.get_start_method() == "forkserver":
        _server.set_forkserver_preload([__name__, "desktop_app.journeys.apply"])
    dice = random.Random(seed)  # noqa: S311 - the same each time
    undisturbed = folder / "undisturbed"
    _answer_all(folder, undisturbed)
    wanted = (undisturbed / ANSWERS_FILE).read_bytes()
    rows = rows_answered(undisturbed)
    kills = halves = others = jobs = 0
    while kills < count:
        jobs += 1
        job = folder / f"job {jobs}"
        for _ in range(dice.randint(1, MOST_IN_A_ROW)):
            _kill(folder, job, dice.randrange(0, rows + 1, ROWS), dice.uniform(0.0, 0.05))
            kills += 1
            halves += 0 < rows_answered(job) < rows
        _answer_all(folder, job)
        others += (job / ANSWERS_FILE).read_bytes() != wanted
    return kills, halves, others


def _answer_all(folder: Path, job: Path) -> None:
    process = _started(folder, job)
    process.join()
    if process.exitcode:
        raise SystemExit(f"answering ended with exit code {process.exitcode}")


def _kill(folder: Path, job: Path, row: int, seconds: float) -> None:
    """Let the rows be answered up to one and a little further, and kill the process then."""
    process = _started(folder, job)
    while process.is_alive() and rows_answered(job) < row:
        time.sleep(0.001)
    process.join(seconds)
    process.kill()
    process.join()


def _started(folder: Path, job: Path) -> BaseProcess:
    job.mkdir(exist_ok=True)
    order = ApplyOrder(table_folder=str(folder / "table"), model=str(folder / "model.hunch"))
    process: BaseProcess = _server.Process(target=_answer, args=(to_json(order), str(job)))
    process.start()
    return process


def _answer(params: dict[str, JSON], job: str) -> None:
    from desktop_app.journeys.apply import apply

    batches.ROWS = ROWS
    apply(params, Path(job), _report)


def _report(progress: Progress) -> None:
    """Say nothing of how far it is."""
