"""A file on storage that several computers see, answered as a whole by whichever of them is asked."""

import secrets
import shutil
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.errors.disk import save_error
from desktop_app.journeys.predict_file import answer_file
from desktop_app.journeys.shared_work import SharedWork, done_alone, is_same, landed, quiet
from desktop_app.records.orders import PredictedFile
from desktop_app.records.shared_files import NotAnswered, SharedFile


def answered_shared(work: SharedWork, file: SharedFile) -> PredictedFile | NotAnswered:
    """Return what came of a file; the answers are then in their place, whole."""
    draft = Path(work.draft) / secrets.token_hex(8)
    try:
        return done_alone(work, lambda folder: _answered(work, file, draft, folder))
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _answered(work: SharedWork, file: SharedFile, draft: Path, folder: Path) -> PredictedFile:
    if not is_same(file):
        raise FileError("shared.changed", file=Path(file.path).name)
    out = draft / Path(file.out).name
    try:
        draft.mkdir()
    except OSError as error:
        raise save_error(error, Path(file.out)) from error
    found = answer_file(work.opened, replace(work.order, path=file.path, out=str(out)), folder, quiet)
    landed(out, Path(file.out), force=work.force)
    return found
