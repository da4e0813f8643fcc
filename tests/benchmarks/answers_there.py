"""Answering a large file on a cluster: what stays on the computer that asks, and what can be shared out.

python -m tests.benchmarks answers_there [ROWS] [MODEL FILE]

A file of ROWS rows (2,000,000) that repeats those of FILE, or a made-up table, is answered by `hunch predict`
alone, with `--dask` and with `--dask --shared`, by two workers of this computer: seconds of the clock, and of
the processor in the command and its worker, which tell what the computer that asks is left with. The answers
must be the same bytes. Then the seconds of each stage of `--shared`, and what more workers make of them: what
one does for all takes as long as ever, ranges and parts are shared out.
"""

import filecmp
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from desktop_app.journeys.answer_large import Many, answered_large
from desktop_app.journeys.shared_work import SharedWork
from desktop_app.records.orders import PredictFileOrder
from desktop_app.records.shared_files import SharedFile
from desktop_app.remote.elsewhere import Elsewhere
from tests.benchmarks.learner.large_table import TARGET, write_large_table
from tests.benchmarks.scale import ROOT, WORKERS, cluster_here

ROWS, LEARNED_FROM, BUDGET = 2_000_000, 20_000, 10
SIZES = (1, 2, 4, 8, 16, 32, 100)
SHARED_OUT = ("answered_rows", "written_parts")


@dataclass(eq=False)
class Timed:
    """Hands that note how long each piece of work took."""

    hands: Elsewhere
    seconds: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.hands, name)

    def do(self, work: Callable[..., Any], *things: object) -> Any:
        """Return what the work comes to."""
        began = time.monotonic()
        found = self.hands.do(work, *things)
        assert isinstance(work, partial)  # what is done alone
        self.seconds[work.args[0].__name__].append(time.monotonic() - began)
        return found


def main(arguments: Sequence[str]) -> None:
    """Print what each way takes, then the stages of the last one."""
    rows = int(arguments[0]) if arguments else ROWS
    with tempfile.TemporaryDirectory(prefix="hunch-bench-") as name, cluster_here() as (cluster, client):
        folder = Path(name)
        model, file = _given(arguments[1:], folder)
        many = _repeated(file, folder / "many.csv", rows)
        there = ("--dask", cluster.address, "--dask-keys", cluster.keys)
        print("| way | processor here, s | clock, s |\n|---|---:|---:|")
        for way, more in (("alone", ()), ("--dask", there), ("--dask --shared", (*there, "--shared"))):
            clock, processor = _run(
                "predict", str(model), str(many), "--out", str(folder / f"{way}.csv"), *more
            )
            print(f"| {way} | {processor:.1f} | {clock:.0f} |", flush=True)
            assert filecmp.cmp(folder / "alone.csv", folder / f"{way}.csv", shallow=False)
        _print_stages(_stages(Timed(Elsewhere(client, WORKERS)), model, many))


def _given(arguments: Sequence[str], folder: Path) -> tuple[Path, Path]:
    """Return a model, and a file for it: those that are named, or made-up ones."""
    if arguments:
        return Path(arguments[0]).absolute(), Path(arguments[1]).absolute()
    file, model = folder / "few.csv", folder / "few.hunch"
    write_large_table(file, LEARNED_FROM)
    _run("train", str(file), "--target", TARGET, "--budget", str(BUDGET), "--out", str(model))
    return model, file


def _repeated(file: Path, to: Path, rows: int) -> Path:
    head, *lines = file.read_bytes().splitlines(keepends=True)
    with to.open("wb") as out:
        out.write(head)
        for start in range(0, rows, len(lines)):
            out.writelines(lines[: rows - start])
    return to


def _run(*arguments: str) -> tuple[float, float]:
    """Return the seconds of the clock, and of the processor in a command and what it started."""
    began = time.monotonic()
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 5)
    return time.monotonic() - began, used.ru_utime + used.ru_stime


def _stages(hands: Timed, model: Path, file: Path) -> dict[str, list[float]]:
    """Return the seconds of each piece of work, by its name."""
    draft, found = file.parent / "draft", file.stat()
    draft.mkdir()
    order = PredictFileOrder(model=str(model), path="", out="", threads=1)
    work = SharedWork(model=model.read_bytes(), order=order, draft=str(draft), force=True, language="en")
    shared = SharedFile(
        path=str(file), out=str(file.parent / "there.csv"), size=found.st_size, modified=found.st_mtime
    )
    with ThreadPoolExecutor(WORKERS) as waiting:
        many = Many(hands=hands, waiting=waiting, known=(hands.share(work),))
        answered_large(many, shared, None, lambda _: None)
    return hands.seconds


def _print_stages(seconds: dict[str, list[float]]) -> None:
    print("\n| stage | pieces | seconds of all |\n|---|---:|---:|")
    for stage, those in seconds.items():
        print(f"| {stage} | {len(those)} | {sum(those):.1f} |")
    shared = sum(sum(seconds[stage]) for stage in SHARED_OUT)
    alone = sum(map(sum, seconds.values())) - shared
    print(f"\n| workers | {' | '.join(map(str, SIZES))} |\n|---|{'---:|' * len(SIZES)}")
    print(f"| seconds | {' | '.join(f'{alone + shared / size:.0f}' for size in SIZES)} |")
