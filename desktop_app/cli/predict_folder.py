"""`hunch predict MODEL FOLDER`: every file of a folder answered, several side by side."""

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.cli.asked import Asked
from desktop_app.cli.failures import error_json, stopped
from desktop_app.cli.folder_cluster import FolderCluster
from desktop_app.cli.folder_plan import Planned, exit_code, planned
from desktop_app.cli.goal import goal
from desktop_app.cli.side_by_side import Together, in_turn, shared_out
from desktop_app.cli.stopping import unstoppable
from desktop_app.cli.work import answered_json, check_answers_rows, done_by_worker
from desktop_app.errors import AppError, DataError, FileError, InternalError, UsageError
from desktop_app.jobs.watched.placing import make_folder
from desktop_app.jobs.watched.watcher import OF_A_FILE
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.orders import PredictedFile, PredictFileOrder
from desktop_app.records.remote import Cluster, OnCluster
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.watch_words import answered_line
from desktop_app.reports.where_learned import where_answered
from desktop_app.tables.out.delivering import ANSWER_ENDINGS

# What one file lacks of that which is asked of all.
_LACKING = ("cli.no_sheet", "cli.no_sheets", "cli.no_range", "cli.no_letters", "cli.assume_column")
Outcome = PredictedFile | AppError


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """The folder whose files are answered, and how their answers are kept."""

    folder: Path
    out: Path
    ending: str = ""  # of all answers; empty: as each file's own
    force: bool = False


@dataclass(frozen=True, slots=True)
class _Answering:
    """How one of the files is answered."""

    asked: Asked
    order: PredictFileOrder
    folders: Folders
    crew: FolderCluster
    together: Together

    def __call__(self, number: int, one: Planned) -> Outcome:
        """Return what came of a file, whose answers are then there, whole."""
        report = self.together.of(number, one.file.name)

        def by(cluster: Cluster | None, draft: Path) -> PredictedFile:
            of_file = replace(self.order, path=str(one.file), out=str(draft), cluster=cluster)
            return done_by_worker(self.asked, "predict_file", of_file, PredictedFile, report)

        try:
            with goal(one.out, force=self.folders.force, endings=ANSWER_ENDINGS) as place:
                found = self.crew.answered(lambda cluster: by(cluster, place.draft))
                place.land()
        except AppError as error:
            if not _is_of_file(error):
                raise
            return error
        return found


def predict_folder(asked: Asked, order: PredictFileOrder, folders: Folders) -> int:
    """Answer every file, tell of each, and return the exit code; *order* says how one file is answered."""
    if folders.out.suffix.lower() in ANSWER_ENDINGS or folders.out.is_file():
        raise UsageError("folder.out", out=folders.out.name, folder=folders.folder.name)
    files = planned(folders.folder, folders.out, folders.ending)
    check_answers_rows(asked, order.model)
    due = [one for one in files if folders.force or not one.is_there]
    crew = FolderCluster.reached(asked, order.cluster if due else None)
    make_folder(folders.out)
    settings, places = shared_out(asked.settings, len(due))
    together = Together(asked.output, len(due))
    answered = _Answering(replace(asked, settings=settings), order, folders, crew, together)
    outcomes: dict[Path, Outcome] = {}
    try:
        for one, outcome in zip(due, in_turn(answered, due, places, together), strict=True):
            outcomes[one.file] = outcome
            asked.output.say(_line(one, outcome))
    except KeyboardInterrupt:
        with unstoppable():
            return stopped(asked.output, text_of("folder.stopped", {"path": str(folders.out)}))
    asked.output.say(*where_answered(crew.told))
    return _sum_up(asked, files, outcomes, folders, crew.told)


def _is_of_file(error: AppError) -> bool:
    """Whether it is the file that cannot be answered, and not the model, the order or the disk."""
    return isinstance(error, FileError | DataError | InternalError) or error.code in (*OF_A_FILE, *_LACKING)


def _line(one: Planned, outcome: Outcome) -> str:
    if isinstance(outcome, PredictedFile):
        return answered_line(one.file.name, one.out.name, outcome.answers)
    reason = f"{outcome.message} {outcome.hint}".strip()
    return text_of("watch.aside", {"file": one.file.name, "reason": reason})


def _sum_up(
    asked: Asked,
    files: list[Planned],
    outcomes: dict[Path, Outcome],
    folders: Folders,
    on_cluster: OnCluster | None,
) -> int:
    """Say what all came to, and return the exit code."""
    errors = [one for one in outcomes.values() if isinstance(one, AppError)]
    answered = [one for one in outcomes.values() if isinstance(one, PredictedFile)]
    doubtful = sum(one.answers.need_care for one in answered)
    there = len(files) - len(outcomes)
    counts: dict[str, JSON] = {
        "answered": len(answered),
        "doubtful": doubtful,
        "aside": len(errors),
        "there": there,
    }
    told = [_json(one, outcomes.get(one.file)) for one in files]
    there_too: dict[str, JSON] = {"on_cluster": to_json(on_cluster)} if on_cluster else {}
    asked.output.result({"files": [*told], **counts, "out": str(folders.out), **there_too})
    if answered or there:
        values = {"count": len(answered), "aside": len(errors), "path": str(folders.out)}
        asked.output.remark(text_of("folder.summary", values))
    else:
        asked.output.remark(text_of("folder.none", {"count": len(errors)}))
    if doubtful:
        asked.output.complain(text_of("folder.doubtful", {"count": doubtful}))
    if there:
        asked.output.remark(text_of("folder.there", {"count": there}))
    codes = [error.exit_code for error in errors]
    return exit_code(codes, answered=len(answered) + there, doubtful=doubtful)


def _json(one: Planned, outcome: Outcome | None) -> dict[str, JSON]:
    if outcome is None:
        return {"file": one.file.name, "out": str(one.out), "there": True}
    if isinstance(outcome, AppError):
        return {"file": one.file.name, "error": error_json(outcome)}
    return {"file": one.file.name, **answered_json(outcome), "out": str(one.out)}
