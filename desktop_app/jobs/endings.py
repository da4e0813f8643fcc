"""Why a job did not come to its end, in a code and values."""

import logging
import secrets
import signal
from pathlib import Path

from desktop_app.errors import AppError
from desktop_app.errors.disk import is_of_the_disk, save_error
from desktop_app.errors.traces import trace_of
from desktop_app.jobs.limits import READING
from desktop_app.jobs.titles import file_name, title
from desktop_app.records.jobs import Job, Order, Problem
from desktop_app.records.notices import Value

log = logging.getLogger(__name__)

OUT_OF_MEMORY = 77  # exit code of a worker that got no more memory: to say more would need some
_SIGNALS = ("SIGABRT", "SIGBUS", "SIGFPE", "SIGILL", "SIGKILL", "SIGSEGV", "SIGSYS", "SIGXCPU", "SIGXFSZ")
_WINDOWS = {3, 0xC0000005, 0xC0000017, 0xC00000FD, 0xC0000409}  # abort, access, memory, stack, fail-fast
_LEARNING = (
    "train",
    "finish",
    "train_file",
    "verify",
    "group_file",
    "odd_file",
    "forecast_file",
    "look_ahead",
    "keep_beside",
)
_CRASHES = {-getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)} | _WINDOWS | {OUT_OF_MEMORY}


def died(work: Job | Order, exit_code: int | None, last_words: str = "", *, read: bool = False) -> Problem:
    """Return what to say of a worker that ended without a word.

    A crash while a file from outside is read is the file's fault, so the person hears which one;
    *read* says that this was over. Rows that are stored here are from no such file.
    """
    log.error("worker of %s ended with exit code %s. %s", work.journey, exit_code, last_words)
    name = file_name(work.params)
    if work.journey in READING and name and not read and exit_code in _CRASHES:
        if work.journey == "bring_onnx":
            return Problem(code="onnx.unsafe", values={"file": name})
        is_alone = work.journey == "verify" and not work.params.get("path")
        if is_alone or work.journey in (
            "inspect_model",
            "write_report",
            "sign",
            "look_at_model",
            "accept_model",
            "save_impersonal",
            "hand_over",
        ):
            return Problem(code="model.unsound", values={"model": name})
        return Problem(code="refuse.unsafe", values={"file": name})
    if work.journey in _LEARNING and exit_code == OUT_OF_MEMORY:
        return Problem(code="learn.memory_out")
    return Problem(code="error.worker_ended", values={"job": title(work.journey, work.params)})


def problem_of(error: Exception, folder: str) -> Problem:
    """Return what to say of an exception, foreseen or not."""
    if isinstance(error, AppError):
        return Problem(code=error.code, values=dict(error.values))
    if isinstance(error, OSError) and is_of_the_disk(error):
        return problem_of(save_error(error, Path(error.filename or folder)), folder)
    values: dict[str, Value] = {"reference": secrets.token_hex(4)}
    return Problem(code="error.unexpected", values=values, traceback=trace_of(error))


def note(what: str, error: Exception) -> None:
    """Write down a fault that this process met, without the values in it."""
    code = error.code if isinstance(error, AppError) else ""
    log.error("%s: %s\n%s", what, code, trace_of(error))


def logged(problem: Problem, journey: str) -> Problem:
    """Write a problem down; return it without the traceback, which is for the log only."""
    if problem.traceback:
        reference = problem.values.get("reference", "")
        log.error("%s: %s %s\n%s", journey, problem.code, reference, problem.traceback)
    return Problem(code=problem.code, values=problem.values)
