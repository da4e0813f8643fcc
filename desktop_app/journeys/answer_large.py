"""Let many computers answer one large file together: they see it, and the place of its answers."""

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from desktop_app.engine.workshop import Hands
from desktop_app.errors import from_code
from desktop_app.errors.disk import save_error
from desktop_app.journeys.shared_rows import (
    SharedRows,
    all_answers,
    answered_rows,
    put_in_place,
    read_shared,
    written_parts,
    written_whole,
)
from desktop_app.journeys.shared_work import done_alone
from desktop_app.models.batches import parts_of
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.models import Answers
from desktop_app.records.notices import Notice, Value
from desktop_app.records.orders import PredictedFile
from desktop_app.records.shared_files import NotAnswered, SharedFile
from desktop_app.records.written import Parts, Written
from desktop_app.tables.out.parts import in_parts, parts_in

T = TypeVar("T")

_TASKS = 4  # for each place, so that none waits long for the others; each looks over all rows once
_READ, _ANSWERED = 0.2, 0.7  # of the time


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """Those who do the work: a thread waits for each."""

    hands: Hands
    waiting: Executor
    known: tuple[object, ...]  # to all of them: the `SharedWork` and more, or what stands for it

    @property
    def tasks(self) -> int:
        """How many pieces of work there should be."""
        return _TASKS * max(1, self.hands.places)

    def knowing(self, thing: object) -> "Many":
        """Return them with a thing that every act gets, and that is handed over once."""
        return replace(self, known=(*self.known, self.hands.share(thing)))

    def one(self, act: Callable[..., T], *things: object) -> T:
        """Return what an act comes to, wherever it is done. Raises AppError."""
        (found,) = self.each(act, [things])
        return found

    def each(
        self,
        act: Callable[..., T],
        things: Sequence[tuple[object, ...]],
        done: Callable[[int], None] = lambda _: None,
    ) -> list[T]:
        """Return what it comes to with each of the things, and tell *done* how many are. Raises AppError."""
        found, alone = list[T](), partial(done_alone, act)
        for one in self.waiting.map(lambda some: self.hands.do(alone, *self.known, *some), things):
            if isinstance(one, NotAnswered):
                raise from_code(one.code, one.values)
            found.append(one)
            done(len(found))
        return found


def answered_large(many: Many, file: SharedFile, parts: Parts | None, report: Report) -> PredictedFile:
    """Return what came of a file; the answers are then in their place, whole, or as *parts* in a folder.

    Raises AppError.
    """
    rows = many.one(read_shared, file)
    report(Progress(fraction=_READ))
    try:
        many = many.knowing(rows)
        answers = _answers(many, rows, report)
        written = _written(many, rows, parts)
    finally:
        shutil.rmtree(rows.folder, ignore_errors=True)
    return PredictedFile(answers=answers, written=written, warnings=rows.read.warnings)


def _answers(many: Many, rows: SharedRows, report: Report) -> Answers:
    """Let ranges of rows be answered, each of whole batches: so the numbers are those of one computer."""
    count = rows.read.new.table.rows
    ranges = parts_of(range(count), _most_each(count, many.tasks, rows.at_once))

    def told(done: int) -> None:
        values: dict[str, Value] = {"done": ranges[done - 1].stop, "rows": count}
        fraction = _READ + (_ANSWERED - _READ) * done / len(ranges)
        report(Progress(fraction=fraction, notice=Notice(code="apply.running", values=values)))

    many.each(answered_rows, [(some,) for some in ranges], told)
    return many.one(all_answers)


def _written(many: Many, rows: SharedRows, wished: Parts | None) -> Written:
    out, count = Path(rows.file.out), rows.read.new.table.rows
    if not wished and out.suffix.lower() != ".csv":
        return many.one(written_whole)
    parts = wished or Parts(rows=_most_each(count, many.tasks), ending=".csv", are_headed=False)
    numbers = range(parts_in(parts, count))
    some = parts_of(numbers, _most_each(len(numbers), many.tasks))
    found = many.each(written_parts, [(parts, one) for one in some])
    written = [one for those in found for one in those]
    if not wished:
        return many.one(put_in_place, written)
    try:
        for one in written:
            Path(one.path).replace(out / Path(one.path).name)
    except OSError as error:
        raise save_error(error, out) from error
    return in_parts(written, out, parts, count)


def _most_each(things: int, tasks: int, at_once: int = 1) -> int:
    """Return how many things each task has, a multiple of so many that go together."""
    return at_once * max(1, -(-things // (at_once * tasks)))
