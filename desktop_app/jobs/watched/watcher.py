"""One watched folder: each turn does the next thing there is to do in it, and says what happened."""

import hashlib
import json
import shutil
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import AppError, DataError, FileError, InternalError
from desktop_app.jobs.endings import logged, problem_of
from desktop_app.jobs.watched.answering import Answerer
from desktop_app.jobs.watched.later import REST, Later
from desktop_app.jobs.watched.leaving import Leaving
from desktop_app.jobs.watched.looking import look, take
from desktop_app.jobs.watched.memory import Memory
from desktop_app.jobs.watched.news import news, out_name
from desktop_app.jobs.watched.places import check_folder
from desktop_app.jobs.watched.placing import make_folder, sweep
from desktop_app.records.jobs import Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import PredictedFile, PredictFileOrder
from desktop_app.records.record import dataclass
from desktop_app.records.watched import Clock, Event, FolderFound, FolderLost, Handled, Sight, Task, Told

EVERY = 2.0  # seconds between two looks
SHARE = 10  # of the time of a look is waited at least, so that a slow drive is not kept busy
# What is said of a file by these, and not of the model or the disk: it is set aside, and the others go on.
OF_A_FILE = ("cli.map_column", "cli.out_type", "save.macros", "save.sheet_full")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pending:
    """A file that is being answered."""

    sight: Sight
    sha256: str
    asked: str
    ticket: str
    draft: Path


class Watcher:
    """Answers the new files of one folder. *order* is how: it may change, its own files are filled in here.

    *room* is a folder for drafts that nobody else uses.
    """

    def __init__(
        self, task: Task, order: PredictFileOrder, answerer: Answerer, room: Path, clock: Clock
    ) -> None:
        self.order = order
        self.has_caught_up = False  # the last look found nothing to do but what was put off before
        self._folder, self._out = Path(task.folder), Path(task.out)
        self._answerer, self._room, self._clock = answerer, room, clock
        self._memory = Memory(self._out, Path(order.model).name, task.former)
        self._leaving = Leaving(task, self._memory)
        self._later = Later(self._leaving, clock)
        self._before: Mapping[str, Sight] | None = None
        self._due: deque[Sight] = deque()
        self._pending: _Pending | None = None
        self._next_look = clock()
        self._is_lost = False
        self._problem: Problem | None = None

    @property
    def told(self) -> Told:
        """How it goes."""
        now = self._pending.sight.name if self._pending else ""
        return replace(
            self._memory.told(),
            state="waiting" if self._is_lost else "answering" if now else "watching",
            now=now,
            problem=self._problem,
        )

    @property
    def is_busy(self) -> bool:
        """Whether there is something to do before the next look."""
        return bool(self._pending or self._due)

    def turn(self) -> Event | None:
        """Do the next thing and return what happened, if anything did.

        Raises AppError where no file can be answered now: ModelError for a model that is refused, UsageError
        for an order that no file fits, SaveError for the disk. It can be called again.
        """
        try:
            if self._pending:
                return self._finish(self._pending)
            return self._begin(self._due.popleft()) if self._due else self._look()
        except Exception as error:
            self._problem = logged(problem_of(error, str(self._room)), "watch")
            self._due.clear()
            self._next_look = self._clock() + REST
            self._drop()
            raise

    def give_up(self) -> None:
        """Stop here; a file that is being answered is new when somebody looks again."""
        self._drop()
        shutil.rmtree(self._room, ignore_errors=True)

    def _drop(self) -> None:
        pending, self._pending = self._pending, None
        if pending:
            with suppress(AppError):
                self._answerer.give_up(pending.ticket)

    def _look(self) -> Event | None:
        start = self._clock()
        if start < self._next_look:
            return None
        try:
            sights = look(self._folder)
        except OSError:
            sights = None
        self._next_look = self._clock() + max(EVERY, SHARE * (self._clock() - start))
        was_lost, self._is_lost = self._is_lost, sights is None
        if sights is None:
            return None if was_lost else FolderLost()
        self._find_new(sights)
        return FolderFound() if was_lost else None

    def _find_new(self, sights: Mapping[str, Sight]) -> None:
        if self._before is None:
            check_folder(self._folder, self._out)
            sweep(self._out)
        make_folder(self._out)
        self._memory.refresh()
        self._later.forget_others(sights)
        asked = self._asked()
        found = news(
            sights,
            self._before or {},
            lambda sight: self._later.rests(sight) or self._memory.knows(sight, asked),
        )
        self.has_caught_up = self._before is not None and all(map(self._later.holds, found))
        if self._before is not None and not found:
            self._problem = None
        self._before, self._due = sights, deque(found)

    def _begin(self, sight: Sight) -> Event | None:
        shutil.rmtree(self._room, ignore_errors=True)
        came, goes = self._room / "came", self._room / "goes"
        for place in (came, goes):
            place.mkdir(parents=True, mode=0o700)
        asked, copy = self._asked(), came / sight.name
        try:
            sha256 = take(self._folder, sight, copy)
        except FileError as error:
            return self._later.put_off(self._handled(sight, "", asked), error)
        if sha256 is None:  # it changes still, and is seen again
            return self._later.miss(self._handled(sight, "", asked))
        known = self._memory.of(sight.name, sha256)
        if known and self._memory.knows_content(sight.name, sha256, asked):
            self._memory.add(replace(known, sight=sight))  # the same once more, saved at another time
            return None
        draft = goes / "".join(out_name(sight.name))
        order = replace(self.order, path=str(copy), out=str(draft))
        ticket = self._answerer.begin(order, sight.size)
        self._pending = _Pending(sight=sight, sha256=sha256, asked=asked, ticket=ticket, draft=draft)
        return None

    def _finish(self, pending: _Pending) -> Event | None:
        outcome = self._answerer.outcome(pending.ticket)
        if outcome is None:
            return None
        self._pending = None
        handled = self._handled(pending.sight, pending.sha256, pending.asked)
        if isinstance(outcome, PredictedFile):
            return self._leaving.hand_over(handled, pending.draft, outcome)
        if isinstance(outcome, InternalError):
            return self._later.put_off(handled, outcome)
        if isinstance(outcome, FileError | DataError) or outcome.code in OF_A_FILE:
            return self._leaving.set_aside(handled, outcome)
        raise outcome

    def _handled(self, sight: Sight, sha256: str, asked: str) -> Handled:
        return Handled(
            sight=sight, sha256=sha256, model=Path(self.order.model).name, fate="begun", asked=asked
        )

    def _asked(self) -> str:
        """Return what tells one way of answering from others: the model and what was said of columns."""
        model = Path(self.order.model)
        try:
            found = model.stat()
        except OSError as error:
            raise FileError("error.file_gone", file=model.name) from error
        told = json.dumps([to_json(self.order), found.st_size, found.st_mtime_ns])
        return hashlib.sha256(told.encode()).hexdigest()[:16]
