"""Answering a large file beside the model alone: `python -m tests.benchmarks scoring [ROWS] [MODEL]`.

A made-up table of ROWS rows (500,000) and 20 columns is answered by MODEL, or by one that learned from its
first 20,000 rows. Rows a second of the processor of all of answering (reading cells, cautions, writing)
stand against those of `predictor.answer` alone, on the same batches in the same run, so that a busy computer
slows both; beside them the microseconds that each row takes besides, and those of the look at the file
before it. The memory is the most, from that look to the last answer, beyond what there was once the libraries
were loaded.
"""

import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import fields, replace
from pathlib import Path
from typing import ClassVar

import pandas as pd
import psutil

from desktop_app.engine.predictor import Predictions, Predictor
from desktop_app.journeys.reading import NewFile, read_for_model
from desktop_app.journeys.train_file import train_file
from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.models.preflight import preflight
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Table
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.duck import sharing
from tests.benchmarks.learner.large_table import TARGET, write_large_table

ROWS, LEARNED_FROM, BUDGET, THREADS = 500_000, 20_000, 10.0, 2
_EVERY = 0.02  # seconds between two looks at the memory
_MIB = 1024**2


def main(arguments: Sequence[str]) -> None:
    """Print the speed of both, their ratio and the memory."""
    before = psutil.Process().memory_info().rss
    rows = int(arguments[0]) if arguments else ROWS
    with tempfile.TemporaryDirectory(prefix="hunch-bench-") as name:
        folder = Path(name)
        model = open_model(Path(arguments[1]) if len(arguments) > 1 else _learned(folder))
        timed = _Timed(**{field.name: getattr(model.predictor, field.name) for field in fields(Predictor)})
        with sharing(folder):
            place, table = _new_table(folder, model, rows)
            memory, began = _Memory(), time.process_time()
            found = preflight(model.card, place, table)
            looked = time.process_time() - began
            new = NewTable(folder=place, table=table, preflight=found, threads=THREADS)
            began = time.process_time()
            out = folder / "answers.parquet"
            apply_model(replace(model, predictor=timed), new, out, notice_text, _report)
            whole, most = time.process_time() - began, memory.stop()
    alone = sum(timed.seconds)
    print("| rows | rows a CPU second | model alone | ratio | besides, us | before, us | memory added, MiB |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    print(
        f"| {rows:,} | {rows / whole:,.0f} | {rows / alone:,.0f} | {alone / whole:.2f} "
        f"| {(whole - alone) / rows * 1e6:.1f} | {looked / rows * 1e6:.1f} | {(most - before) / _MIB:.0f} |"
    )


class _Timed(Predictor):
    """A predictor that keeps the seconds of the processor of each of its answers."""

    seconds: ClassVar[list[float]] = []

    def answer(self, frame: pd.DataFrame, pool: Executor | None = None) -> Predictions:
        """Return an answer for each row."""
        began = time.process_time()
        found = super().answer(frame, pool)
        self.seconds.append(time.process_time() - began)
        return found


def _learned(folder: Path) -> Path:
    file, out, job = folder / "few.csv", folder / "model.hunch", folder / "learning"
    job.mkdir()
    write_large_table(file, LEARNED_FROM)
    plan = TrainingPlan(target=TARGET, budget=BUDGET)
    train_file(to_json(TrainFileOrder(path=str(file), plan=plan, out=str(out))), job, _report)
    return out


def _new_table(folder: Path, model: OpenedModel, rows: int) -> tuple[Path, Table]:
    file, place = folder / "many.csv", folder / "table"
    place.mkdir()
    write_large_table(file, rows)
    read = read_for_model(NewFile(path=file, name=file.name), place, model.card, _report)
    # Without what came of the rows: to judge the answers by it is no part of answering.
    return place, replace(read, columns=tuple(column for column in read.columns if column.name != TARGET))


class _Memory:
    """Looks at the memory of this process again and again."""

    def __init__(self) -> None:
        self._most = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """Return the most bytes that there were."""
        self._is_over.set()
        self._thread.join()
        return self._most

    def _look(self) -> None:
        process = psutil.Process()
        while not self._is_over.wait(_EVERY):
            self._most = max(self._most, process.memory_info().rss)


def _report(progress: Progress) -> None:
    """Say nothing of how far it is."""
