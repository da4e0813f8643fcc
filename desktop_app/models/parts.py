"""Where the answers of a table wait until all are there: work that was cut off goes on behind them."""

import hashlib
import json
import shutil
from pathlib import Path

from desktop_app.records.jsonable import JSON

_FOLDER = "parts-"
_ENDING = ".parquet"


class Parts:
    """Files in the folder of a job with the answers of its rows from the first on, each whole or not there.

    A file is called after the row behind its last one. All are answers to one *question*, by `question_of`:
    those to another one, and what was being written when the work was cut off, are removed.
    """

    def __init__(self, job: Path, question: str) -> None:
        self.folder = folder_for(job, question)
        for other in job.glob(f"{_FOLDER}*"):
            if other != self.folder:
                shutil.rmtree(other)
        self.folder.mkdir(exist_ok=True)
        for half in set(self.folder.iterdir()).difference(self.files):
            half.unlink()

    @property
    def files(self) -> list[Path]:
        """Those that are there, in the order of their rows."""
        return sorted(self.folder.glob(f"*{_ENDING}"))


def folder_for(job: Path, question: str) -> Path:
    """Return where the parts of a job lie; for who lets others answer them."""
    return job / f"{_FOLDER}{question}"


def file_up_to(folder: Path, row: int) -> Path:
    """Return the place of a part there: of the answers up to a row which is not among them."""
    return folder / f"{row:015d}{_ENDING}"


def question_of(model: Path, *facts: JSON) -> str:
    """Return a sha256 of a model file and of all else that its answers depend on."""
    told = hashlib.sha256(model.read_bytes())
    told.update(json.dumps(facts, sort_keys=True, allow_nan=False).encode())
    return told.hexdigest()


def rows_answered(job: Path) -> int:
    """Return how many rows have their answers in the folder of a job that was cut off."""
    return max((int(file.stem) for file in job.glob(f"{_FOLDER}*/*{_ENDING}")), default=0)
