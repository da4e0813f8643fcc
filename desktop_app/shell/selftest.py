"""Proves that this installation works: its files, its pages, a worker, a training and a prediction."""

import csv
import hashlib
import json
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import AppError
from desktop_app.language import _, mark, say
from desktop_app.paths import bundled
from desktop_app.records.jobs import Job, Lane
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.models import Answers
from desktop_app.records.orders import (
    ANSWERS_FILE,
    ApplyOrder,
    ExportOrder,
    ImportOrder,
    PrepareOrder,
    TrainOrder,
    Written,
)
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.reporting import ReportOrder
from desktop_app.records.stored import StoredTraining
from desktop_app.settings import Settings
from desktop_app.shell.assembly import RunningApp, running
from desktop_app.shell.visitor import first_page
from desktop_app.tables.samples import SAMPLES

PATIENCE = 180.0  # seconds for one job on a slow computer
BUDGET = 5.0  # seconds of learning
ENOUGH = 0.8  # share of the sample's rows that a model of it gets right with ease
HASHES = "hashes.json"  # written when the program is frozen
SAMPLE = SAMPLES[0]

FILES = mark("Its files are as they were made")
PAGES = mark("It shows its first page")
TABLE = mark("It reads a table")
MODEL = mark("It learns a model")
ANSWERS = mark("It answers every row")
REPORT = mark("It writes a report")
ENDED = mark("It leaves no process behind")
FAILED = mark("Not so: {reason}")


class SelfTestError(Exception):
    """This installation does not work."""


def selftest(settings: Settings) -> int:
    """Try everything once in a workspace that is thrown away; return 0 when all of it works, else 1."""
    try:
        _Trial(settings).run()
    except AppError as error:
        _say(say(FAILED, {"reason": error.code}))
        return 1
    except (SelfTestError, OSError) as error:
        _say(say(FAILED, {"reason": str(error)}))
        return 1
    return 0


class _Trial:
    """One round through the program."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def run(self) -> None:
        """Take every step, or raise what stopped it."""
        with _step(FILES):
            check_files()
        with tempfile.TemporaryDirectory(prefix="hunch-selftest-", ignore_cleanup_errors=True) as folder:
            with running(replace(self._settings, workspace=Path(folder) / "workspace")) as app:
                self._use(app, Path(folder) / "answers.csv")
            with _step(ENDED):
                _expect(not multiprocessing.active_children(), "a process is left")

    def _use(self, app: RunningApp, out: Path) -> None:
        with _step(PAGES):
            _expect("Hunch" in first_page(app.entrance.link()), "the first page is another one")
        with _step(TABLE):
            order = ImportOrder(path=str(SAMPLE.path), name=SAMPLE.file)
            table_id = _done(app, "import", order).subject
        with _step(MODEL):
            training = self._learn(app, table_id)
        with _step(ANSWERS):
            right = self._answer(app, training, out)
            _expect(right > ENOUGH, f"only {right:.0%} of the answers are right")
        with _step(REPORT):
            self._report(app, training, out.parent)

    def _learn(self, app: RunningApp, table_id: str) -> StoredTraining:
        plan = TrainingPlan(target=SAMPLE.target, budget=BUDGET)
        training = app.workspace.trainings.add(table_id, plan)
        order = TrainOrder(table_folder=app.workspace.tables.get(table_id).folder, plan=plan)
        _done(app, "train", order, lane="long", subject=training.id)
        return app.workspace.trainings.get(training.id)

    def _answer(self, app: RunningApp, training: StoredTraining, out: Path) -> float:
        """Return the share of right answers in the file that is saved for the person."""
        asked = PrepareOrder(
            path=str(SAMPLE.path), name=SAMPLE.file, model=training.model, training_id=training.id
        )
        answers_id = _done(app, "prepare", asked, subject=training.id).subject
        folder = app.workspace.answers.get(answers_id).folder
        _done(app, "apply", ApplyOrder(table_folder=folder, model=training.model), subject=answers_id)
        answers = app.workspace.answers.get(answers_id).answers or _missing()
        export = ExportOrder(
            table_folder=folder,
            out=str(out),
            answers=str(Path(folder) / ANSWERS_FILE),
            headings=answers.headings,
        )
        from_json(Written, _done(app, "export", export, subject=answers_id).result)
        return _share_right(out)

    def _report(self, app: RunningApp, training: StoredTraining, folder: Path) -> None:
        for name, start in (("paper.pdf", b"%PDF"), ("paper.docx", b"PK")):
            order = ReportOrder(out=str(folder / name), path=training.model)
            _done(app, "write_report", order, subject=training.id)
            _expect((folder / name).read_bytes().startswith(start), f"{name} is none")


def check_files() -> None:
    """Raise SelfTestError when a file of the frozen program is not as it was made; from source, nothing."""
    listed = bundled(HASHES)
    if not listed.exists():
        return
    for name, expected in json.loads(listed.read_text(encoding="utf-8")).items():
        path = bundled(name)
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            raise SelfTestError(name)


def _share_right(out: Path) -> float:
    with SAMPLE.path.open(encoding="utf-8-sig", newline="") as source:
        expected = [row[SAMPLE.target] for row in csv.DictReader(source)]
    with out.open(encoding="utf-8-sig", newline="") as saved:
        given = [row["prediction"] for row in csv.DictReader(saved)]
    _expect(len(expected) == len(given), f"{len(given)} rows came out of {len(expected)}")
    right = sum(1 for a, b in zip(expected, given, strict=True) if a == b)
    return right / len(expected)


def _done(app: RunningApp, journey: str, order: object, *, lane: Lane = "short", subject: str = "") -> Job:
    """Return the job once it is finished."""
    job = app.supervisor.submit(journey, to_json(order), lane=lane, subject=subject)
    deadline = time.monotonic() + PATIENCE
    while not (job := app.workspace.jobs.get(job.id)).is_over:
        _expect(time.monotonic() < deadline, f"{journey} does not end")
        time.sleep(0.05)
    _expect(job.state == "finished", f"{journey}: {job.problem.code if job.problem else job.state}")
    return job


def _missing() -> Answers:
    raise SelfTestError("no answers are stored")


def _expect(fact: bool, otherwise: str) -> None:  # noqa: FBT001 - reads as an assertion
    if not fact:
        raise SelfTestError(otherwise)


@contextmanager
def _step(sentence: str) -> Iterator[None]:
    start = time.monotonic()
    yield
    _say(f"{_(sentence)} ({time.monotonic() - start:.1f} s)")


def _say(line: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
