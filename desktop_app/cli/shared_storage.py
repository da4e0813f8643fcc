"""Files that the workers of a cluster read and answer themselves, on storage that they see."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.cli.asked import Asked
from desktop_app.cli.work import done_by_worker
from desktop_app.errors import AppError, FileError, from_code
from desktop_app.records.orders import PredictedFile, PredictFileOrder
from desktop_app.records.shared_files import AnsweredThere, AnswerThereOrder, NotAnswered, SharedFile
from desktop_app.tables.out.placing import open_as_around


def answered_there(
    asked: Asked, order: PredictFileOrder, files: Sequence[tuple[Path, Path]], draft: Path, *, force: bool
) -> AnsweredThere:
    """Return what came of files, each given with the place of its answers.

    In the folder *draft* lies what is not finished. It is made as open as the one around it: each worker
    tries to write there.
    """
    open_as_around(draft)
    wanted = AnswerThereOrder(
        order=order,
        files=tuple(_seen_here(file, out) for file, out in files),
        draft=str(draft),
        force=force,
        language=asked.settings.language,
        cluster=order.cluster,
    )
    return done_by_worker(asked, "answer_there", wanted, AnsweredThere)


def lone_answered_there(asked: Asked, order: PredictFileOrder) -> PredictedFile:
    """Return what came of the file of an order, whose *out* is a draft in its own folder. Raises AppError."""
    out = Path(order.out)
    found = answered_there(asked, order, [(Path(order.path), out)], out.parent, force=False)
    (outcome,) = found.outcomes
    if isinstance(outcome, NotAnswered):
        raise error_of(outcome)
    return replace(outcome, on_cluster=found.on_cluster)


def error_of(outcome: NotAnswered) -> AppError:
    """Return why a file was not answered."""
    return from_code(outcome.code, outcome.values)


def _seen_here(file: Path, out: Path) -> SharedFile:
    try:
        found = file.stat()
    except OSError as error:
        raise FileError("error.file_gone", file=file.name) from error
    return SharedFile(path=str(file), out=str(out), size=found.st_size, modified=found.st_mtime)
