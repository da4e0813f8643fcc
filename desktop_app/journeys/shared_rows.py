"""A large file on storage that several computers see: each of them does some of what it takes to answer it.

One reads it, since what its cells mean is a matter of the whole, and leaves it as a stored table beside the
answers. Then many answer ranges of its rows and write parts of the result.
"""

import secrets
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.errors.disk import save_error
from desktop_app.journeys.predict_file import ReadFile, answered_in, read_to_answer
from desktop_app.journeys.shared_work import SharedWork, done_alone, is_same, landed, quiet
from desktop_app.models.applying import answer_some, apply_model, at_once
from desktop_app.models.parts import file_up_to, folder_for
from desktop_app.records.models import Answers
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.records.shared_files import NotAnswered, SharedFile
from desktop_app.records.written import Parts, Written
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.out.delivering import deliver
from desktop_app.tables.out.parts import put_end_to_end, write_some
from desktop_app.tables.out.placing import make_as_open, placed
from desktop_app.tables.stored.storage import RECORD, TEXTS, VALUES

_PARTS, _RESULT = "written", "result"  # folders beside the stored table: of parts, and of what they make


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRows:
    """A file that was read, in a folder that all see, and how many of its rows are answered at a time."""

    file: SharedFile
    read: ReadFile
    at_once: int

    @property
    def folder(self) -> Path:
        """Where its table is stored, and all that is made of it."""
        return self.read.new.folder

    @property
    def draft(self) -> Path:
        """Where the finished result lies before it has its place."""
        return self.folder / _RESULT / Path(self.file.out).name


def read_shared(work: SharedWork, file: SharedFile) -> SharedRows | NotAnswered:
    """Read a file, look at how it fits, and leave its table where all see it."""
    return done_alone(work, lambda folder: _read(work, file, folder))


def answered_rows(work: SharedWork, rows: SharedRows, some: range) -> NotAnswered | None:
    """Answer a range of its rows; the answers are then beside the table."""

    def answer(folder: Path) -> None:
        _check_seen(rows)
        answers = folder / ANSWERS_FILE
        answer_some(work.opened, rows.read.new, some, answers, notice_text)
        _copy(answers, file_up_to(folder_for(rows.folder, rows.read.new.question), some.stop))

    return done_alone(work, answer)


def all_answers(work: SharedWork, rows: SharedRows) -> Answers | NotAnswered:
    """Put all answers together, and return what they come to."""
    file = rows.folder / ANSWERS_FILE
    return done_alone(work, lambda _: apply_model(work.opened, rows.read.new, file, notice_text, quiet))


def written_parts(
    work: SharedWork, rows: SharedRows, answers: Answers, parts: Parts, numbers: range
) -> list[Written] | NotAnswered:
    """Write some parts of the result beside the table."""

    def write(_folder: Path) -> list[Written]:
        _check_seen(rows)
        answered = answered_in(rows.read.new, answers, Path(rows.file.path))
        return write_some(answered, rows.folder / _PARTS, parts, numbers)

    return done_alone(work, write)


def put_in_place(work: SharedWork, rows: SharedRows, written: list[Written]) -> Written | NotAnswered:
    """Make the result of its parts, in its place."""

    def put(_folder: Path) -> Written:
        return _landed(work, rows, put_end_to_end(written, rows.draft))

    return done_alone(work, put)


def written_whole(work: SharedWork, rows: SharedRows, answers: Answers) -> Written | NotAnswered:
    """Write the result, of a kind that is not made of parts, in its place."""

    def write(_folder: Path) -> Written:
        answered = answered_in(rows.read.new, answers, Path(rows.file.path))
        return _landed(work, rows, deliver(answered, rows.draft))

    return done_alone(work, write)


def _read(work: SharedWork, file: SharedFile, folder: Path) -> SharedRows:
    if not is_same(file):
        raise FileError("shared.changed", file=Path(file.path).name)
    order = replace(work.order, path=file.path, out=file.out)
    read = read_to_answer(work.opened, order, folder, quiet)
    shared = Path(work.draft) / secrets.token_hex(8)
    new = replace(read.new, folder=shared)
    try:
        for one in (shared, folder_for(shared, new.question), shared / _PARTS, shared / _RESULT):
            make_as_open(one)
    except OSError as error:
        raise save_error(error, Path(file.out)) from error
    for name in (VALUES, TEXTS, RECORD):
        _copy(folder / name, shared / name)
    return SharedRows(file=file, read=replace(read, new=new), at_once=at_once(new, work.opened.card))


def _check_seen(rows: SharedRows) -> None:
    """Raise FileError on a computer that joined later, and does not see what the others do."""
    if not (rows.folder / RECORD).is_file():
        raise FileError("shared.changed", file=Path(rows.file.path).name)


def _copy(file: Path, to: Path) -> None:
    with placed(to) as goal:
        shutil.copyfile(file, goal)


def _landed(work: SharedWork, rows: SharedRows, done: Written) -> Written:
    out = Path(rows.file.out)
    landed(Path(done.path), out, force=work.force)
    return replace(done, path=str(out))
