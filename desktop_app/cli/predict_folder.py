"""`hunch predict MODEL FOLDER`: every file of a folder answered, several side by side."""

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.cli.asked import Asked
from desktop_app.cli.failures import error_json, stopped
from desktop_app.cli.folder_cluster import FolderCluster
from desktop_app.cli.folder_plan import Planned, exit_code, planned
from desktop_app.cli.folder_ways import Here, Outcome, There, Way
from desktop_app.cli.stopping import unstoppable
from desktop_app.cli.work import answered_json, check_answers_rows
from desktop_app.errors import AppError, UsageError
from desktop_app.jobs.watched.placing import make_folder
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.orders import PredictedFile, PredictFileOrder
from desktop_app.records.remote import OnCluster
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.watch_words import answered_line
from desktop_app.reports.where_learned import where_answered
from desktop_app.tables.out.delivering import ANSWER_ENDINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """The folder whose files are answered, and how their answers are kept."""

    folder: Path
    out: Path
    ending: str = ""  # of all answers; empty: as each file's own
    force: bool = False
    shared: bool = False  # with the workers of a cluster, which see both: they read and write themselves


def predict_folder(asked: Asked, order: PredictFileOrder, folders: Folders) -> int:
    """Answer every file, tell of each, and return the exit code; *order* says how one file is answered."""
    if folders.out.suffix.lower() in ANSWER_ENDINGS or folders.out.is_file():
        raise UsageError("folder.out", out=folders.out.name, folder=folders.folder.name)
    files = planned(folders.folder, folders.out, folders.ending)
    check_answers_rows(asked, order.model)
    due = [one for one in files if folders.force or not one.is_there]
    way = _way(asked, replace(order, cluster=order.cluster if due else None), folders)
    make_folder(folders.out)
    outcomes: dict[Path, Outcome] = {}
    try:
        for one, outcome in zip(due, way.outcomes(due), strict=True):
            outcomes[one.file] = outcome
            asked.output.say(_line(one, outcome))
    except KeyboardInterrupt:
        with unstoppable():
            return stopped(asked.output, text_of("folder.stopped", {"path": str(folders.out)}))
    asked.output.say(*where_answered(way.told))
    return _sum_up(asked, files, outcomes, folders, way.told)


def _way(asked: Asked, order: PredictFileOrder, folders: Folders) -> Way:
    if folders.shared and order.cluster:
        return There(asked, order, force=folders.force)
    return Here(asked, order, FolderCluster.reached(asked, order.cluster), folders.force)


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
