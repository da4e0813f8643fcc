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
from desktop_app.journeys.shared_work import SharedWork, is_same, landed, quiet
from desktop_app.models.applying import answer_some, apply_model, at_once, headings
from desktop_app.models.parts import file_up_to, folder_for
from desktop_app.records.models import Answers
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.records.shared_files import SharedFile
from desktop_app.records.written import Parts, Written
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.out.delivering import deliver
from desktop_app.tables.out.parts import put_end_to_end, write_some
from desktop_app.tables.out.placing import make_as_open, placed
from desktop_app.tables.out.workbook.new_columns import Answered
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


def read_shared(work: SharedWork, folder: Path, file: SharedFile) -> SharedRows:
    """Read a file, look at how it fits, and leave its table where all see it."""
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


def answered_rows(work: SharedWork, folder: Path, rows: SharedRows, some: range) -> None:
    """Answer a range of its rows; the answers are then beside the table."""
    _check_seen(rows)
    answers = folder / ANSWERS_FILE
    answer_some(work.opened, rows.read.new, some, answers, notice_text)
    _copy(answers, file_up_to(folder_for(rows.folder, rows.read.new.question), some.stop))


def all_answers(work: SharedWork, _folder: Path, rows: SharedRows) -> Answers:
    """Put all answers together, and return what they come to."""
    return apply_model(work.opened, rows.read.new, rows.folder / ANSWERS_FILE, notice_text, quiet)


def written_parts(
    work: SharedWork, _folder: Path, rows: SharedRows, parts: Parts, numbers: range
) -> list[Written]:
    """Write some parts of the result beside the table."""
    _check_seen(rows)
    return write_some(_answered(work, rows), rows.folder / _PARTS, parts, numbers)


def put_in_place(work: SharedWork, _folder: Path, rows: SharedRows, written: list[Written]) -> Written:
    """Make the result of its parts, in its place."""
    return _landed(work, rows, put_end_to_end(written, rows.draft))


def written_whole(work: SharedWork, _folder: Path, rows: SharedRows) -> Written:
    """Write the result, of a kind that is not made of parts, in its place."""
    return _landed(work, rows, deliver(_answered(work, rows), rows.draft))


def _answered(work: SharedWork, rows: SharedRows) -> Answered:
    new = rows.read.new
    added = headings(work.opened.card, explain=new.explain)
    return answered_in(new, added, Path(rows.file.path))


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
