"""One model that a service asks: held open in a worker of its own, which is started again when it ends."""

import atexit
import json
import os
import shutil
import tempfile
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import FileError, InternalError, from_code
from desktop_app.jobs.endings import logged, note
from desktop_app.jobs.limits import limits_of
from desktop_app.jobs.messages import BrokenMessageError, Said, encode
from desktop_app.jobs.process import WorkerProcess
from desktop_app.jobs.talk import Talk
from desktop_app.jobs.worker import SERVING, Loader, load_on_demand
from desktop_app.records.asking import Ready
from desktop_app.records.jobs import Order, Problem
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.record import dataclass
from desktop_app.records.serving import AskRows, RowsAnswered, ServedModel, ServeOrder
from desktop_app.settings import Settings
from desktop_app.workspace.folders import remove

LOADING, OPENING, TELLING = 60.0, 30.0, 10.0  # seconds that each may take
_LEAST = 0.05  # seconds that a question is given, however long it had to wait for its turn


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A worker that holds the model open, and what the model says of itself."""

    worker: WorkerProcess
    talk: Talk
    model: ServedModel


class _State:
    """What belongs to one process: the thread that starts workers, and so each worker, is not forked."""

    def __init__(self) -> None:
        self.process = os.getpid()
        self.turn, self.lock = threading.Lock(), threading.Lock()
        self.starter = ThreadPoolExecutor(1, thread_name_prefix="served")
        self.opening: Future[_Held] | None = None
        self.worker: WorkerProcess | None = None
        self.folder: Path | None = None
        self.starts = 0


class Served:
    """Asks one model, one question at a time. Any thread may use it, and each process that is forked off.

    On Linux a worker dies with the thread that started it: so one thread, which lives as long as this,
    starts them all.
    """

    def __init__(self, model: Path, settings: Settings, load: Loader = load_on_demand) -> None:
        self._model, self._settings, self._load = model, settings, load
        self._last = _State()
        atexit.register(self.close)

    @property
    def starts(self) -> int:
        """How many workers were started."""
        return self._state.starts

    @property
    def is_ready(self) -> bool:
        """Whether the model is open, so that a question is answered at once."""
        return _is_good(self._state.opening)

    @property
    def folder(self) -> Path:
        """Where rows are laid for the worker and answers are found; it outlives the worker."""
        state = self._state
        with state.lock:
            if state.folder is None:
                state.folder = Path(tempfile.mkdtemp(prefix="hunch-served-"))
            return state.folder

    def open(self, seconds: float = LOADING + OPENING + TELLING) -> ServedModel:
        """Return what the model says of itself, opened where it is not; raises as `ask` does."""
        return self._held(time.monotonic() + seconds).model

    def ask(self, question: AskRows, seconds: float) -> RowsAnswered:
        """Return the answer, after at most so many seconds.

        Raises what the worker met, and InternalError where it does not answer in time, or ends.
        """
        ends, raw, state = time.monotonic() + seconds, encode(question), self._state
        if not state.turn.acquire(timeout=seconds):
            raise InternalError("service.busy")
        try:
            return self._answer(self._held(ends), raw, max(_LEAST, ends - time.monotonic()))
        finally:
            state.turn.release()

    def close(self) -> None:
        """End the worker; nothing is answered after this."""
        state = self._last
        if state.process == os.getpid():
            state.starter.shutdown(wait=False, cancel_futures=True)
            if state.worker:
                state.worker.end()
            if state.folder:
                remove(state.folder)

    @property
    def _state(self) -> _State:
        if self._last.process != os.getpid():
            self._last = _State()
        return self._last

    def _held(self, ends: float) -> _Held:
        opening = self.wake()
        try:
            return opening.result(timeout=max(0.0, ends - time.monotonic()))
        except TimeoutError as error:
            raise InternalError("service.busy") from error

    def wake(self) -> "Future[_Held]":
        """Have the model opened, if it is not, and return at once what will hold it."""
        state, copy = self._state, _copied(self._model, self.folder)
        with state.lock:
            if state.opening is None or (state.opening.done() and not _is_good(state.opening)):
                state.opening = state.starter.submit(self._open, state, copy)
            return state.opening

    def _answer(self, held: _Held, raw: bytes, seconds: float) -> RowsAnswered:
        try:
            return _met(_heard(held.worker, held.talk, raw, seconds))
        except _NoAnswerError:
            held.worker.end()
            held.talk.close()
            self.wake()  # so that the next question finds it open
            raise

    def _open(self, state: _State, copy: Path) -> _Held:
        """Open the model in a new worker; for the starter's thread."""
        if state.worker:
            state.worker.end()
        state.starts += 1
        # The file comes from the command line: a folder that a person names makes no file one of ours.
        limits = replace(limits_of(self._settings), models=None)
        state.worker = worker = WorkerProcess(self._load, limits)
        talk = Talk(worker)
        order = Order(
            journey=SERVING,
            params=to_json(ServeOrder(model=str(copy))),
            folder=str(copy.parent),
            language=self._settings.language,
        )
        try:
            worker.give(order)
            return _opened(worker, talk)
        except BaseException:
            worker.end()
            talk.close()
            raise


class _NoAnswerError(InternalError):
    """The worker gave no answer that makes sense, and is of no more use."""


def _copied(model: Path, folder: Path) -> Path:
    """Return our own copy of the model: a file that is replaced meanwhile would answer other columns."""
    copy = folder / model.name
    if not copy.exists():
        try:
            shutil.copyfile(model, copy)
        except OSError as error:
            raise FileError("error.file_gone", file=model.name) from error
    return copy


def _is_good(opening: "Future[_Held] | None") -> bool:
    """Whether the model was opened, and its worker lives."""
    if opening is None or not opening.done() or opening.cancelled() or opening.exception():
        return False
    return opening.result().worker.is_alive


def _opened(worker: WorkerProcess, talk: Talk) -> _Held:
    """Wait until the worker has loaded, has opened the model, and has said what it is."""
    for seconds in (LOADING, OPENING):
        said = _heard(worker, talk, b"", seconds, slow="ask.not_open")
        if not isinstance(said, Ready):
            _met(said)
            raise _NoAnswerError("ask.ended")
    told = _met(_heard(worker, talk, encode(AskRows(form="model")), TELLING))
    try:
        return _Held(worker=worker, talk=talk, model=from_json(ServedModel, json.loads(told.text)))
    except (ValueError, TypeError, LookupError) as error:
        raise _NoAnswerError("ask.ended") from error


def _met(said: Said) -> RowsAnswered:
    """Return the answer, if it is one; raises what the worker met."""
    if isinstance(said, Problem):
        problem = logged(said, SERVING)
        raise from_code(problem.code, problem.values)
    if not isinstance(said, RowsAnswered):
        raise _NoAnswerError("ask.ended")
    return said


def _heard(worker: WorkerProcess, talk: Talk, raw: bytes, seconds: float, slow: str = "ask.slow") -> Said:
    """Return what a worker says; raises _NoAnswerError where that is nothing."""
    try:
        return talk.hear(raw, seconds=seconds)
    except TimeoutError as error:
        note("a served model does not answer in time", error)
        raise _NoAnswerError(slow) from error
    except (EOFError, BrokenMessageError) as error:
        note(f"a served model ended while it was asked. {worker.last_words()}", error)
        raise _NoAnswerError("ask.ended") from error
