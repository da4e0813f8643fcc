"""Why a job did not come to its end, in a code and values."""

import logging
import secrets
import signal
import traceback
from pathlib import Path

from desktop_app.errors import AppError
from desktop_app.errors.disk import is_of_the_disk, save_error
from desktop_app.jobs.limits import READING
from desktop_app.jobs.titles import file_name, title
from desktop_app.records.jobs import Job, Order, Problem

log = logging.getLogger(__name__)

OUT_OF_MEMORY = 77  # exit code of a worker that got no more memory: to say more would need some
_SIGNALS = ("SIGABRT", "SIGBUS", "SIGFPE", "SIGILL", "SIGKILL", "SIGSEGV", "SIGSYS", "SIGXCPU", "SIGXFSZ")
_WINDOWS = {3, 0xC0000005, 0xC0000017, 0xC00000FD, 0xC0000409}  # abort, access, memory, stack, fail-fast
_CRASHES = {-getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)} | _WINDOWS | {OUT_OF_MEMORY}
_LONGEST_TRACEBACK = 20_000  # letters


def died(work: Job | Order, exit_code: int | None, last_words: str = "") -> Problem:
    """Return what to say of a worker that ended without a word.

    A crash while a file from outside is read is the file's fault, so the person hears which one.
    """
    log.error("worker of %s ended with exit code %s\n%s", work.journey, exit_code, last_words)
    if work.journey in READING and exit_code in _CRASHES:
        return Problem(code="refuse.unsafe", values={"file": file_name(work.params)})
    return Problem(code="error.worker_ended", values={"job": title(work.journey, work.params)})


def problem_of(error: Exception, folder: str) -> Problem:
    """Return what to say of an exception, foreseen or not."""
    if isinstance(error, AppError):
        return Problem(code=error.code, values=dict(error.values))
    if isinstance(error, OSError) and is_of_the_disk(error):
        return problem_of(save_error(error, Path(error.filename or folder)), folder)
    trace = "".join(traceback.format_exception(error))
    reference = secrets.token_hex(4)
    return Problem(
        code="error.unexpected", values={"reference": reference}, traceback=trace[-_LONGEST_TRACEBACK:]
    )


def logged(problem: Problem, journey: str) -> Problem:
    """Write a problem down; return it without the traceback, which is for the log only."""
    if problem.traceback:
        log.error("%s: %s %s\n%s", journey, problem.code, problem.values, problem.traceback)
    return Problem(code=problem.code, values=problem.values)
