"""What a training costs beyond its fits: `hunch train` against a plain script, each a process of its own.

The plain script (`plain_script.py`) reads the file with pandas and does the same fits and scoring, two fits
at a time on one thread each, as we do. Runs go in turn, so that other work on the computer meets both alike.
The ratio of the medians is what counts. Tables of few rows are left out: there we hide every row twice and
repeat the choice each time, which no plain script does.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import pandas as pd

from desktop_app.engine.effort import Effort, plan_effort
from desktop_app.engine.features.categories import MOST_SPREAD
from desktop_app.engine.leaks.giveaway import STRONG
from desktop_app.engine.roles import FEW_ROWS
from desktop_app.engine.size import Size
from tests.benchmarks.tables import Asked, asked

ROOT = Path(__file__).resolve().parents[2]
PLAIN = Path(__file__).with_name("plain_script.py")
BUDGET = 60.0  # seconds, as `train` has it when nothing is said


def main(arguments: Sequence[str]) -> None:
    """Print one line a table: both medians and their ratio."""
    print("| table | rows | ours, s | plain script, s | ratio |\n|---|---:|---:|---:|---:|")
    for table in asked(arguments, runs=5):
        frame = pd.read_csv(table.file)
        if len(frame) >= FEW_ROWS:
            _measure(table, frame)


def _measure(table: Asked, frame: pd.DataFrame) -> None:
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "model.hunch")
        main_py = str(ROOT / "main.py")
        ours = [sys.executable, main_py, "train", str(table.file), "--target", table.target]
        ours += ["--out", model, "--force", "--known", "all", "--quiet"]
        settings = Path(folder) / "settings.json"
        settings.write_text(json.dumps(_settings(ours, frame, table.target)))
        plain = [sys.executable, str(PLAIN), str(table.file), table.target, str(settings)]
        pairs = [(_seconds(ours), _seconds(plain)) for _ in range(table.runs)]
    mine, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(
        f"| {table.file.name} | {len(frame):,} | {mine:.1f} | {theirs:.1f} | {mine / theirs:.2f} |",
        flush=True,
    )


def _settings(ours: Sequence[str], frame: pd.DataFrame, target: str) -> dict[str, object]:
    """Return what the plain script is to do: as much as we plan, and as we then did with single columns."""
    found = subprocess.run([*ours, "--json"], cwd=ROOT, capture_output=True, check=False).stdout
    return {**asdict(_effort(frame, target)), "alone": json.loads(found)["skill"]["value"] >= STRONG}


def _effort(frame: pd.DataFrame, target: str) -> Effort:
    """Return what our own learner plans for a table of this size."""
    features = frame.drop(columns=target)
    numbers = features.select_dtypes("number").shape[1]
    levels = features.select_dtypes(exclude="number").nunique().clip(upper=MOST_SPREAD)
    answers = 1 if frame[target].dtype.kind == "f" else frame[target].nunique()
    size = Size(
        rows=int(frame[target].notna().sum()),
        numbers=features.shape[1] + 2 * len(levels),
        spread=2 * numbers + len(levels),
        wide=2 * numbers + int(levels.sum()) + 2 * len(levels),
        answers=answers,
        classes=answers > 1,
    )
    return plan_effort(size, BUDGET)


def _seconds(command: Sequence[str]) -> float:
    started = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode
    took = time.monotonic() - started
    if code not in (0, 5):
        raise SystemExit(f"{command[1]} ended with {code}")
    return took
