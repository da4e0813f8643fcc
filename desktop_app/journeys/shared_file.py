"""A file on storage that several computers see, answered as a whole by whichever of them is asked."""

import secrets
import shutil
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.errors.disk import save_error
from desktop_app.journeys.predict_file import answer_file
from desktop_app.journeys.shared_work import SharedWork, is_same, landed, quiet
from desktop_app.records.orders import PredictedFile
from desktop_app.records.shared_files import SharedFile


def answered_shared(work: SharedWork, folder: Path, file: SharedFile) -> PredictedFile:
    """Return what came of a file, read into *folder*; the answers are then in their place, whole."""
    if not is_same(file):
        raise FileError("shared.changed", file=Path(file.path).name)
    draft = Path(work.draft) / secrets.token_hex(8)
    out = draft / Path(file.out).name
    try:
        draft.mkdir()
    except OSError as error:
        raise save_error(error, Path(file.out)) from error
    try:
        found = answer_file(work.opened, replace(work.order, path=file.path, out=str(out)), folder, quiet)
        landed(out, Path(file.out), force=work.force)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return found
