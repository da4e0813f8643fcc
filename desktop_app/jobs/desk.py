"""Where models are asked: at most two are held open, each in a worker of its own."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop_app.errors import AppError, InternalError, UsageError, from_code
from desktop_app.jobs.crew import Crew
from desktop_app.jobs.endings import logged, note, problem_of
from desktop_app.jobs.messages import BrokenMessageError, Said, encode
from desktop_app.jobs.process import WorkerProcess
from desktop_app.jobs.talk import Talk
from desktop_app.jobs.worker import ANSWERING
from desktop_app.language import spoken
from desktop_app.records.asking import Ask, Opening, Ready, Reply
from desktop_app.records.jobs import Order, Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.serving import RowsAnswered
from desktop_app.workspace.folders import remove
from desktop_app.workspace.store import Workspace

MOST = 2  # models that are open
LOADING, OPENING, QUESTION = 60.0, 10.0, 5.0  # seconds that each may take
IDLE = 300.0  # seconds without a question after which a model is closed

Do = Callable[[Callable[[], None]], None]  # has something done in the jobs thread, and waits until it is


class _Held:
    """A model that is open, and the worker that holds it."""

    def __init__(self, worker: WorkerProcess, folder: Path) -> None:
        self.worker, self.folder = worker, folder
        self.talk = Talk(worker)


class _Seat:
    """A model that is asked: one question at a time."""

    def __init__(self, opening: Opening, before: list["_Seat"]) -> None:
        self.opening = opening
        self.before = before  # those that have to go before this one is opened
        self.lock = threading.Lock()
        self.asked = time.monotonic()
        self.held: _Held | None = None
        self.is_gone = False


class Desk:
    """Answers questions about single rows. `ask` is for all threads, the rest for the jobs thread.

    Workers are started and ended by the jobs thread alone, which never waits for an answer.
    """

    def __init__(self, workspace: Workspace, crew: Crew, do: Do) -> None:
        self._workspace, self._crew, self._do = workspace, crew, do
        self._seats: OrderedDict[Opening, _Seat] = OrderedDict()  # asked last is last
        self._lock = threading.Lock()  # of the seats; whoever has it waits for nothing
        self._open: set[_Seat] = set()  # for the jobs thread

    def ask(self, opening: Opening, question: Ask) -> Reply:
        """Return what the model says; raises what the worker met, and InternalError if it gives no answer."""
        try:
            raw = encode(question)
        except ValueError as error:  # a number that is none
            raise UsageError("error.not_understood") from error
        while True:
            seat = self._seat(opening)
            with seat.lock:
                if not seat.is_gone:
                    return self._answered(seat, raw)

    def due_in(self) -> float | None:
        """Return the seconds until a model has been idle for long enough, None where none is open."""
        with self._lock:
            asked = [seat.asked for seat in self._seats.values()]
        return max(0.0, min(asked) + IDLE - time.monotonic()) if asked else None

    def send_idle_home(self) -> None:
        """Close the models that nobody asks any more."""
        with self._lock:
            idle = [seat for seat in self._seats.values() if seat.asked + IDLE <= time.monotonic()]
        for seat in idle:
            if not seat.lock.acquire(blocking=False):
                seat.asked = time.monotonic()  # somebody waits for its answer
                continue
            try:
                self._leave(seat)
                self._end(seat)
            finally:
                seat.lock.release()

    def send_home(self) -> None:
        """Close all models; who waits for an answer hears that there is none."""
        for seat in [*self._open]:
            self._end(seat)

    def _seat(self, opening: Opening) -> _Seat:
        """Return the seat of a model; a new one where it has none, for which the oldest have to go."""
        with self._lock:
            if opening not in self._seats:
                oldest = list(self._seats.values())[: max(0, len(self._seats) + 1 - MOST)]
                for seat in oldest:
                    del self._seats[seat.opening]
                self._seats[opening] = _Seat(opening, oldest)
            self._seats.move_to_end(opening)
            seat = self._seats[opening]
            seat.asked = time.monotonic()
            return seat

    def _answered(self, seat: _Seat, raw: bytes) -> Reply:
        """Ask the model of a seat, whose lock is held."""
        try:
            held = seat.held
            if held is None or not held.worker.is_alive:  # it may have died while nobody asked
                held = self._opened(seat)
            said = _answer(held, raw)
        except BaseException:
            self._leave(seat)
            self._do(partial(self._end, seat))
            raise
        if isinstance(said, Problem):
            raise _met(said)
        return said

    def _opened(self, seat: _Seat) -> _Held:
        self._make_room(seat)
        self._do(partial(self._start, seat))
        held = seat.held
        if held is None:
            raise InternalError("ask.ended")  # the app is closing
        for seconds in (LOADING, OPENING):
            _wait_for(held, seconds)
        return held

    def _make_room(self, seat: _Seat) -> None:
        """Close the models that have to go before this one, once they have answered who asks them now."""
        for older in seat.before:
            with older.lock:
                self._make_room(older)
                self._leave(older)
                self._do(partial(self._end, older))
        seat.before = []

    def _leave(self, seat: _Seat) -> None:
        """Take a seat away; whoever waits for it takes another."""
        with self._lock:
            seat.is_gone = True
            if self._seats.get(seat.opening) is seat:
                del self._seats[seat.opening]

    def _start(self, seat: _Seat) -> None:
        """Give a worker the order to open a model; one that held it before has died."""
        self._end(seat)
        folder = self._workspace.folder_aside()
        try:
            seat.held = held = _Held(self._crew.take(ANSWERING), folder)
        except OSError as error:
            remove(folder)
            raise _met(problem_of(error, str(folder))) from error
        self._open.add(seat)
        params = to_json(seat.opening)
        held.worker.give(Order(journey=ANSWERING, params=params, folder=str(folder), language=spoken()))

    def _end(self, seat: _Seat) -> None:
        held, seat.held = seat.held, None
        self._open.discard(seat)
        if held:
            held.worker.end()
            held.talk.close()
            remove(held.folder)


def _wait_for(held: _Held, seconds: float) -> None:
    """Wait until a worker has loaded, or has opened its model; raises what it met."""
    said = _heard(held, b"", seconds, "ask.not_open")
    if isinstance(said, Problem):
        raise _met(said)
    if not isinstance(said, Ready):
        raise InternalError("ask.ended")


def _answer(held: _Held, raw: bytes) -> Reply | Problem:
    said = _heard(held, raw, QUESTION, "ask.slow")
    if isinstance(said, Ready | RowsAnswered):
        raise InternalError("ask.ended")
    return said


def _heard(held: _Held, raw: bytes, seconds: float, too_slow: str) -> Said:
    """Return what a worker says; raises InternalError where that is nothing."""
    try:
        return held.talk.hear(raw, seconds=seconds)
    except TimeoutError as error:
        note("a model does not answer in time", error)
        raise InternalError(too_slow) from error
    except (EOFError, BrokenMessageError) as error:
        note(f"a model ended while it was asked. {held.worker.last_words()}", error)
        raise InternalError("ask.ended") from error


def _met(problem: Problem) -> AppError:
    """Return what a worker met, once it is written down."""
    said = logged(problem, ANSWERING)
    return from_code(said.code, said.values)
