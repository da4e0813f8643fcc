"""`hunch watch`: answer each new file that appears in a folder."""

import tempfile
import time
from pathlib import Path
from typing import Any

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.column_options import column_options
from desktop_app.cli.failures import STOPPED
from desktop_app.cli.output import DONE, WITH_WARNINGS, Output
from desktop_app.cli.stopping import unstoppable
from desktop_app.cli.work import answered_json, check_answers_rows, done_by_worker, existing
from desktop_app.errors import AppError, DataError, FileError, SaveError, from_code
from desktop_app.jobs.watched.places import answers_folder, check_folder
from desktop_app.jobs.watched.watcher import Watcher
from desktop_app.language import _, mark
from desktop_app.records.jsonable import JSON
from desktop_app.records.orders import PredictedFile, PredictFileOrder
from desktop_app.records.watched import Answered, Event, FolderFound, FolderLost, SetAside, Task
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.watch_words import answered_line, reason_lines
from desktop_app.workspace.allowed import check_allowed

HELP = mark(
    """Answer each new file that appears in a folder.

    What is there is answered first, then what comes, until Ctrl+C. The answers go into the folder "answered"
    in FOLDER, under the name of the file, each with a note. No file is changed, moved or answered twice.

    Example: hunch watch customers.hunch inbox --out answers"""
)
BEAT = 0.2  # seconds between two turns where there is nothing to do


class OwnAnswers:
    """Answers each file at once, in a worker of its own."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._outcome: PredictedFile | AppError | None = None

    def begin(self, order: PredictFileOrder, size: int) -> str:  # noqa: ARG002 - others have a queue
        """Answer the file."""
        try:
            self._outcome = done_by_worker(self._asked, "predict_file", order, PredictedFile)
        except AppError as error:
            self._outcome = error
        return ""

    def outcome(self, ticket: str) -> PredictedFile | AppError | None:  # noqa: ARG002 - there is one
        """Return what came of it."""
        return self._outcome

    def give_up(self, ticket: str) -> None:
        """Do nothing: what was begun is over."""


@click.command("watch", help=_(HELP), short_help=_("Answer each new file that appears in a folder"))
@click.argument("model")
@click.argument("folder")
@click.option("--out", metavar="FOLDER", help=_("Where the answers go; by itself into FOLDER/answered."))
@click.option("--once", is_flag=True, help=_("Answer what is there, then end."))
@column_options
@global_options
def command(asked: Asked, model: str, folder: str, *, once: bool, **options: Any) -> int:
    """Watch the folder until somebody stops it, or once; a line a file."""
    check_allowed("watch", asked.settings.policy)
    check_allowed("export", asked.settings.policy)
    order = PredictFileOrder(
        model=existing(model),
        path="",
        out="",
        matches=options["matches"],
        multiply=options["multiply"],
        allow_missing=options["allow_missing"],
    )
    place = Path(folder).absolute()
    out = Path(options["out"]).absolute() if options["out"] else answers_folder(place)
    check_folder(place, out)
    check_answers_rows(asked, order.model)
    task = Task(folder=str(place), out=str(out), model=Path(order.model).stem)
    with tempfile.TemporaryDirectory(prefix="hunch-") as room:
        watcher = Watcher(task, order, OwnAnswers(asked), Path(room) / "file", time.monotonic)
        begins = text_of("watch.begins", {"folder": place.name, "path": str(out)})
        asked.output.remark(begins, "" if once else text_of("watch.ends_by"))
        return _watch(watcher, _Teller(asked.output, task, once=once), once=once)


class _Teller:
    """Says what happens, a line each, and counts it."""

    def __init__(self, output: Output, task: Task, *, once: bool) -> None:
        self._output, self._folder, self._once = output, task.folder, once
        self._answered = self._aside = self._doubtful = 0

    @property
    def code(self) -> int:
        """The exit code that says what the files came to."""
        if self._aside:
            return DataError.exit_code
        return WITH_WARNINGS if self._doubtful else DONE

    def tell(self, event: Event) -> None:
        """Say what happened; raises FileError where the folder is gone and nobody would wait for it."""
        match event:
            case Answered():
                self._answered += 1
                answers = event.predicted.answers
                self._doubtful += answers.need_care
                self._output.say(answered_line(event.name, event.out, answers))
                self._output.entry(_answered_json(event))
            case SetAside():
                self._aside += 1
                message, hint = reason_lines(from_code(event.problem.code, event.problem.values))
                told = {"file": event.name, "reason": f"{message} {hint}"}
                self._output.say(text_of("watch.aside", told))
                self._output.entry(_aside_json(event, message, hint))
            case FolderLost():
                if self._once:
                    raise FileError("watch.no_folder", path=self._folder)
                self._output.complain(text_of("watch.lost", {"path": self._folder}))
            case FolderFound():
                self._output.remark(text_of("watch.found", {"path": self._folder}))

    def put_off(self, error: SaveError) -> None:
        """Say why nothing can be written now: a full disk may have room again, and a drive come back."""
        if self._once:
            raise error
        self._output.complain(error.message, error.hint)

    def sum_up(self) -> None:
        """Say how many files came to what."""
        self._output.remark(text_of("watch.summary", {"count": self._answered, "aside": self._aside}))


def _watch(watcher: Watcher, teller: _Teller, *, once: bool) -> int:
    try:
        while not (once and watcher.has_caught_up):
            try:
                event = watcher.turn()
            except SaveError as error:
                teller.put_off(error)
                continue
            if event:
                teller.tell(event)
            elif not watcher.is_busy:
                time.sleep(BEAT)
    except KeyboardInterrupt:
        with unstoppable():
            teller.sum_up()
        return STOPPED
    teller.sum_up()
    return teller.code


def _answered_json(event: Answered) -> dict[str, JSON]:
    return {
        "file": event.name,
        "answered": True,
        **answered_json(event.predicted),
        "out": event.out,
        "note": event.note,
    }


def _aside_json(event: SetAside, message: str, hint: str) -> dict[str, JSON]:
    return {
        "file": event.name,
        "answered": False,
        "error": {"code": event.problem.code, "message": message, "hint": hint},
        "note": event.note,
    }
