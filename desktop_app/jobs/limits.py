"""What a worker may take of the computer, and that it does not outlive the app.

A worker reads files from strangers. On POSIX the limits are its own, set from within before it reads; on
Windows a job object around it does the same (`jobs.windows`).
"""

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import wait
from pathlib import Path

from desktop_app.records.jobs import Order
from desktop_app.records.record import dataclass
from desktop_app.settings import Settings

LEAST_MEMORY = 2 * 1024**3  # bytes of addresses: less does not hold the libraries and their threads
# The journeys that read a file from outside.
READING = (
    *("import", "prepare", "inspect_file", "inspect_model", "train_file", "predict_file", "answer", "serve"),
    *("answer_table", "group_file", "odd_file", "forecast_file", "predict_any", "go_on"),
    "compare_beside",
    *("write_report", "verify", "check_file", "sign", "look_at_model", "accept_model"),
    *("save_impersonal", "hand_over", "bring_onnx", "look_through"),
)
_READ = ("path", "model", "like", "beside", "tested")  # what orders call such files
_WHILE_READING = ("RLIMIT_CPU", "RLIMIT_NOFILE", "RLIMIT_FSIZE")
_CPU_SECONDS = 60
_CPU_SECONDS_PER_MIB = 2
_OPEN_FILES = 64
_LEAST_FILE_SIZE = 64 * 1024**2
_MIB = 1024**2
_SET_DEATH_SIGNAL, _SET_NO_NEW_PRIVILEGES = 1, 38  # of prctl
_ARENAS = -8  # of mallopt


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one worker may take, and where it is laid down whose models it may open."""

    parent: int  # process id of the app
    threads: int
    memory: int  # bytes
    workspace: Path
    policy: Path | None = None  # as the settings name it
    models: Path | None = (
        None  # the folder of those that were made or asked about here; None: every file is foreign
    )


def limits_of(settings: Settings) -> Limits:
    """Return the limits that follow from the settings and from this computer."""
    memory = settings.memory_limit or memory_of_computer() // 2
    return Limits(
        parent=os.getpid(),
        threads=settings.workers,
        memory=max(LEAST_MEMORY, memory),
        workspace=settings.workspace,
        policy=settings.policy,
        models=settings.workspace / "models",
    )


def memory_of_computer() -> int:
    """Return the bytes of memory this computer has."""
    if sys.platform == "win32":
        from desktop_app.jobs import windows

        return windows.memory_of_computer()
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def die_with_parent(parent: int) -> None:
    """End this process when the app ends, however the app ends."""
    if sys.platform == "linux":
        _prctl(_SET_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before we could ask to be told
            os._exit(0)
    elif app := multiprocessing.parent_process():
        threading.Thread(target=_watch, args=(app.sentinel,), name="parent", daemon=True).start()


def be_modest(limits: Limits) -> None:
    """Set what holds for the whole life of a worker; call it before numpy or scikit-learn is imported."""
    threads = str(limits.threads)
    os.environ.update(
        OMP_NUM_THREADS=threads,
        OPENBLAS_NUM_THREADS=threads,
        OMP_WAIT_POLICY="PASSIVE",  # idle threads sleep: two workers may share the processors
    )
    if sys.platform == "linux":
        _prctl(_SET_NO_NEW_PRIVILEGES, 1)
        with suppress(AttributeError):  # not in every C library
            # Each thread would reserve 64 MiB of addresses, which count against the limit of memory.
            ctypes.CDLL(None).mallopt(_ARENAS, 2)
    _limit("RLIMIT_CORE", 0)


def limit_memory(limits: Limits) -> None:
    """Refuse this process more memory than it may take."""
    _limit("RLIMIT_AS", limits.memory)


def limit_reading(order: Order) -> None:
    """Bound what reading may cost, if the order begins with that: of files, of models, or of both."""
    if order.journey not in READING:
        return
    files = [Path(str(order.params.get(name, ""))) for name in _READ]
    size = sum(file.stat().st_size for file in files if file.is_file())
    _limit("RLIMIT_CPU", int(_seconds_used() + _CPU_SECONDS + _CPU_SECONDS_PER_MIB * size / _MIB))
    _limit("RLIMIT_NOFILE", _OPEN_FILES)
    if sys.platform != "win32":
        disk = os.statvfs(order.folder)
        _limit("RLIMIT_FSIZE", max(_LEAST_FILE_SIZE, disk.f_bavail * disk.f_frsize // 2))


def lift_reading() -> None:
    """Take those bounds away again, when the file is read and the work begins that may take longer."""
    if sys.platform != "win32":
        import resource

        for name in _WHILE_READING:
            kind = getattr(resource, name)
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (hard, hard))


def _limit(name: str, value: int) -> None:
    """Set a soft limit of this process, where the system knows it; one that is tighter already stays."""
    if sys.platform == "win32":
        return
    import resource

    kind = getattr(resource, name)
    soft, hard = resource.getrlimit(kind)
    bounds = [bound for bound in (value, soft, hard) if bound != resource.RLIM_INFINITY]
    with suppress(ValueError, OSError):  # macOS knows RLIMIT_AS by name only
        resource.setrlimit(kind, (min(bounds), hard))


def _seconds_used() -> float:
    times = os.times()
    return times.user + times.system


def _prctl(option: int, value: int) -> None:
    ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def _watch(app: int) -> None:
    wait([app])
    os._exit(0)
