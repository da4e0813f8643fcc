"""Looking into a model after learning: seconds by step.

Of a file and a target that are named, else of a made table of 20,000 rows and 20 columns. It is learned from
with *Quick* first, which is not counted.
"""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from desktop_app.journeys.explain import explained
from desktop_app.journeys.train_file import train_file
from desktop_app.models.opening import open_model
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from tests.benchmarks.learner.large_table import TARGET, write_large_table
from tests.benchmarks.tables import Asked, asked

ROWS, BUDGET = 20_000, 15.0
_STEPS = {  # code of what is told -> column of the table
    "": "opening",
    "why.looking": "curves",
    "why.looking_together": "together",
    "why.looking_pairs": "pairs",
}


class _Clock:
    """Adds up the seconds of each step by what the journey tells."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(_STEPS, 0.0)
        self._step, self._since = "", time.monotonic()

    def told(self, progress: Progress) -> None:
        """Take down that the next step begins."""
        code = progress.notice.code if progress.notice else ""
        if code in _STEPS and code != self._step:
            self.stop()
            self._step = code

    def stop(self) -> None:
        """Take down that the step is over."""
        now = time.monotonic()
        self.seconds[self._step] += now - self._since
        self._since = now


def main(arguments: Sequence[str]) -> None:
    """Print one line a run."""
    steps = (*_STEPS.values(), "all, s", "processor, s")
    print(f"| table | {' | '.join(steps)} |\n|---|{'---:|' * len(steps)}")
    with tempfile.TemporaryDirectory(prefix="hunch-bench-") as name:
        folder = Path(name)
        for table in asked(arguments, runs=1) if arguments else [_made(folder)]:
            _show(table, folder)


def _made(folder: Path) -> Asked:
    file = folder / "made.csv"
    write_large_table(file, ROWS)
    return Asked(file=file, target=TARGET, runs=1)


def _show(table: Asked, folder: Path) -> None:
    plan = TrainingPlan(target=table.target, budget=BUDGET)
    model, rows = folder / "made.hunch", folder / "rows"
    rows.mkdir(exist_ok=True)
    order = TrainFileOrder(path=str(table.file), plan=plan, out=str(model))
    train_file(to_json(order), rows, lambda _: None)
    for _ in range(table.runs):
        clock, worked = _Clock(), time.process_time()
        found = explained(open_model(model), rows, clock.told)
        clock.stop()
        seconds = " | ".join(f"{each:.1f}" for each in clock.seconds.values())
        worked = time.process_time() - worked
        every = sum(clock.seconds.values())
        print(f"| {table.file.name} | {seconds} | {every:.1f} | {worked:.1f} |", flush=True)
        told = f"{len(found.effects)} curves, {len(found.together)} groups, {len(found.interactions)} pairs"
        print(f"\n{told}\n", flush=True)
