"""Where the files of a workspace lie, and how they get there without ever being half there."""

import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from desktop_app.errors import SaveError
from desktop_app.records.jobs import Job
from desktop_app.records.looking_ahead import AHEAD_FILES
from desktop_app.records.views import view_name
from desktop_app.tables.out.placing import settle
from desktop_app.tables.stored.storage import RECORD, TEXTS, VALUES

TABLE_FILES = (TEXTS, VALUES, RECORD)
SOURCE_FILE = "source"  # our copy of a workbook that a browser brought, beside its answers
UPLOADS = "uploads"  # copies on their way to or from a browser


class Folders:
    """The folders of a workspace. Names in them are ids we made, never names from outside."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.database = root / "workspace.sqlite"
        self.reserve = root / "reserve"
        self._jobs, self._tables, self._sources, self._models, self._answers = (
            root / name for name in ("jobs", "tables", "sources", "models", "answers")
        )

    def make(self) -> None:
        """Make what is not there, for this user only; a root that was there keeps its own rights.

        Raises SaveError where folders of our names hold files, but no database says what they are: they may
        be the person's own, and what no row knows is swept.
        """
        ours = (self._jobs, self._tables, self._sources, self._models, self._answers)
        if not self.database.exists():
            for folder in (*ours, self.root / UPLOADS):
                if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                    raise SaveError("error.workspace_foreign", folder=str(self.root), name=folder.name)
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        for folder in ours:
            folder.mkdir(exist_ok=True, mode=0o700)
            folder.chmod(0o700)

    def job(self, job_id: str) -> Path:
        """Return the folder a job works in."""
        return self._jobs / job_id

    def table(self, reading: str) -> Path:
        """Return the folder of the rows of a table, as one job has read them."""
        return self._tables / reading

    def files_of_table(self, reading: str) -> Iterator[tuple[int, int]]:
        """Yield of each file of such a folder what tells it apart from others, by any name, and its bytes."""
        for name in TABLE_FILES:
            with suppress(OSError):
                found = (self.table(reading) / name).stat()
                yield found.st_ino, found.st_size

    def source(self, table_id: str) -> Path:
        """Return our copy of the file that a browser brought for a table."""
        return self._sources / table_id

    def model(self, training_id: str) -> Path:
        """Return the model file of a training."""
        return self._models / f"{training_id}.hunch"

    def answers(self, answers_id: str) -> Path:
        """Return the folder of a new file and its answers."""
        return self._answers / answers_id

    def clear(self, job: Job) -> None:
        """Remove what a job worked with: its folder, and our copy of a file that a browser brought for it."""
        remove(self.job(job.id))
        if brought := self.brought_for(job):
            remove(brought)

    def brought_for(self, job: Job) -> Path | None:
        """Return our copy of the file that a browser brought for a job, if that is what the job reads."""
        read = Path(str(job.params.get("path", "")))
        return read if read.parent == self.root / UPLOADS else None

    def is_job(self, folder: Path) -> bool:
        """Whether *folder* is one that a job of this workspace works in."""
        return folder.parent == self._jobs

    def sweep(
        self,
        *,
        jobs: Sequence[str],
        readings: Sequence[str],
        tables: Sequence[str],
        models: Sequence[str],
        answers: Sequence[str],
    ) -> None:
        """Remove everything that belongs to none of these ids."""
        _keep_only(self._jobs, set(jobs))
        _keep_only(self._tables, set(readings))
        for view in self._tables.glob(f"*/{view_name('*')}"):  # jobs of the run before, which are forgotten
            remove(view)
        _keep_only(self._sources, set(tables))
        kept = [self.model(training_id) for training_id in models]
        _keep_only(self._models, {place.name for model in kept for place in files_of_model(model)})
        _keep_only(self._answers, set(answers))


def tested_beside(model: Path) -> Path:
    """Return the file of the rows that tested a model; it is in no model file, and older models have none."""
    return model.with_suffix(".tested")


def ahead_beside(model: Path) -> dict[str, Path]:
    """Return the files with what a forecast said last, by their kind; they may not be there."""
    return {kind: model.with_suffix(f".{name}") for kind, name in AHEAD_FILES.items()}


def files_of_model(model: Path) -> tuple[Path, ...]:
    """Return where the file of a model lies, and where all that lies beside it."""
    return (model, tested_beside(model), *ahead_beside(model).values())


def move_files(names: Iterable[str], source: Path, goal: Path) -> None:
    """Move the files of these names into a new folder *goal*, which is there complete or not at all.

    Raises ValueError where *source* lacks one. Everything else in *source* is left there: what a worker
    was not asked for does not get into the workspace.
    """
    coming = goal.with_name(f".{goal.name}")
    remove(coming)
    remove(goal)
    coming.mkdir(mode=0o700)
    for name in names:
        move_file(source / name, coming / name)
    settle(coming)
    coming.rename(goal)
    settle(goal.parent)


def move_ahead(folder: Path, kinds: Iterable[str], model: Path) -> None:
    """Move what a forecast said from the folder of a job beside its model, in place of what was there."""
    for kind, beside in ahead_beside(model).items():
        remove(beside)
        if kind in kinds:
            move_file(folder / AHEAD_FILES[kind], beside)


def move_file(source: Path, goal: Path) -> None:
    """Move one file onto *goal*, its bytes on disk before its name; raises ValueError where there is none."""
    if not source.exists() or not stat.S_ISREG(source.lstat().st_mode):
        raise ValueError(f"the job left no {source.name}")
    source.chmod(0o600)
    settle(source)
    source.replace(goal)
    settle(goal.parent)


def share_file(file: Path, goal: Path) -> None:
    """Give a file that is never written again a second name, or copy it where the disk has no such thing."""
    try:
        os.link(file, goal)
    except OSError:
        shutil.copyfile(file, goal)
        goal.chmod(0o600)
        settle(goal)
    settle(goal.parent)


def remove(place: Path) -> None:
    """Remove a file or a folder; what still holds it open keeps it until the next start."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place, ignore_errors=True)
    else:
        with suppress(OSError):
            place.unlink()


def _keep_only(folder: Path, names: set[str]) -> None:
    for found in folder.iterdir():
        if found.name not in names:
            remove(found)
