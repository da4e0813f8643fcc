"""A large table, and models at work: `python -m tests.benchmarks learner_scale [ROWS] [MODEL FILE]...`.

First a table of ROWS rows (500,000) and 20 columns is learned from by `hunch train`, a minute being given:
the time on the clock, of which learning, and the most memory of the worker that does it. ROWS 0 leaves it
out. Then each MODEL answers the rows of the FILE behind it, many times over: bytes of the model, rows a
second when all are answered at once (reading the file not included), milliseconds for one row in a process
that has done it before, and the most memory that answering adds, against what the columns it reads take.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from tests.benchmarks.learner.large_table import TARGET, write_large_table

ROOT = Path(__file__).resolve().parents[3]
ANSWERING = "tests.benchmarks.learner.answering"  # a process of its own for each model
ROWS, BUDGET = 500_000, 60
_MIB = 1024**2
_EVERY = 0.05  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A training as a process: its result, its time and the memory of its worker."""

    shown: dict[str, Any]
    seconds: float
    memory: int  # bytes, the most of the largest of its children


def main(arguments: Sequence[str]) -> None:
    """Print what a large training took, and what each model takes."""
    rows = next((int(word) for word in arguments[:1] if word.isdecimal()), ROWS)
    named = [word for word in arguments if not word.isdecimal()]
    if rows:
        _show_training(rows)
    if named:
        print("\n| model | MB | rows | rows a second | one row, ms | memory before, MiB | added | columns |")
        print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for model, file in zip(named[::2], named[1::2], strict=True):
        _show_answers(Path(model), Path(file))


def _show_training(rows: int) -> None:
    with tempfile.TemporaryDirectory(prefix="hunch-bench-") as name:
        folder = Path(name)
        file, model = folder / "large.csv", folder / "large.hunch"
        write_large_table(file, rows)
        ran = _trained(file, model, folder / "workspace")
        learning, level = ran.shown["seconds"], ran.shown["verdict"]["level"]
        print("| rows | columns | file, MB | all, s | learning, s | worker, MiB | model, MB | verdict |")
        print("|---:|---:|---:|---:|---:|---:|---:|---|")
        print(
            f"| {rows:,} | 20 | {file.stat().st_size / 1e6:.0f} | {ran.seconds:.1f} | {learning:.1f} "
            f"| {ran.memory / _MIB:.0f} | {model.stat().st_size / 1e6:.2f} | {level} |"
        )
        tried = [f"{one['name']} {one['seconds']:.1f} s" for one in ran.shown["candidates"]]
        print(f"\nskill {ran.shown['skill']['value']:.3f}; tried: {', '.join(tried)}", flush=True)


def _trained(file: Path, model: Path, workspace: Path) -> Ran:
    call = [sys.executable, str(ROOT / "main.py"), "train", str(file), "--target", TARGET, "--json"]
    call += ["--budget", str(BUDGET), "--out", str(model), "--workspace", str(workspace)]
    began, most = time.monotonic(), 0
    with tempfile.TemporaryFile("w+") as printed:
        process = psutil.Popen(call, stdout=printed)
        while process.poll() is None:
            most = max(most, _largest_child(process))
            time.sleep(_EVERY)
        seconds = time.monotonic() - began
        printed.seek(0)
        if process.returncode not in (0, 5):
            raise SystemExit(printed.read())
        return Ran(shown=json.load(printed), seconds=seconds, memory=most)


def _largest_child(process: psutil.Process) -> int:
    """Return the memory of the largest child now; 0 where there is none any more."""
    try:
        return max((child.memory_info().rss for child in process.children(recursive=True)), default=0)
    except psutil.Error:
        return 0


def _show_answers(model: Path, file: Path) -> None:
    call = [sys.executable, "-m", ANSWERING, str(model.absolute()), str(file.absolute())]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    speed = found["rows"] / found["seconds"]
    print(
        f"| {model.name} | {model.stat().st_size / 1e6:.2f} | {found['rows']:,} | {speed:,.0f} "
        f"| {found['single']:.1f} | {found['before'] / _MIB:.0f} | {found['added'] / _MIB:.0f} "
        f"| {found['held'] / _MIB:.0f} |",
        flush=True,
    )
