"""Journeys that wait, refuse, die, eat memory or talk nonsense, to test jobs without the engine."""

import gc
import os
import pickle
import struct
import sys
import tempfile
import time
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from desktop_app.errors import DataError, FileError, ModelError, UsageError
from desktop_app.journeys.journey import Journey
from desktop_app.records.asking import Ask, Reply
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.orders import FinishOrder
from tests.unit.workspace.examples import a_table, an_evaluation, leave_table

Params = dict[str, JSON]


def load() -> Mapping[str, Journey]:
    """Return every journey of this module, those of the app's names included."""
    return {
        "wait": wait,
        "refuse": refuse,
        "stumble": stumble,
        "die": die,
        "eat": eat,
        "babble": babble,
        "stall": stall,
        "print": print_much,
        "large": large,
        "count": count,
        "look": look_around,
        "import": read,
        **dict.fromkeys(("prepare", "inspect_model", "group_file", "odd_file", "write_report"), die),
        "train_file": read_and_die,
        "train": search,
        "finish": finish,
        "answer": open_to_talk,
    }


def load_nothing() -> Mapping[str, Journey]:
    """Fail as a broken installation does."""
    raise ImportError("a library is missing")


def wait(params: Params, folder: Path, report: Report) -> Params:
    """Report progress for a number of seconds."""
    seconds = float(str(params.get("seconds", 60)))
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        report(Progress(fraction=1 - left / seconds, seconds_left=left))
        time.sleep(0.02)
    return {"waited": seconds}


def refuse(params: Params, folder: Path, report: Report) -> Params:
    """Meet a failure that was foreseen."""
    raise FileError("refuse.empty", file="empty.csv")


def stumble(params: Params, folder: Path, report: Report) -> Params:
    """Meet a failure that nobody foresaw, or one of the disk."""
    if "errno" in params:
        raise OSError(int(str(params["errno"])), "no room", str(folder / "texts.parquet"))
    raise RuntimeError(params.get("words"))


def die(params: Params, folder: Path, report: Report) -> Params:
    """End by a signal."""
    os.kill(os.getpid(), int(float(str(params["signal"]))))
    time.sleep(60)
    return {}


def eat(params: Params, folder: Path, report: Report) -> Params:
    """Ask for more memory than a worker may have."""
    return {"bytes": len(bytearray(int(str(params["bytes"]))))}


def babble(params: Params, folder: Path, report: Report) -> Params:
    """Send something that is none of our messages, as a process does that a file has taken over."""
    kind = params["kind"]
    if kind == "pickle":
        _pipe().send_bytes(pickle.dumps(_Touch(str(params["canary"]))))
    elif kind == "long":
        _pipe().send_bytes(b" " * 2 * 1024 * 1024)
    elif kind == "link":
        (folder / "result.json").symlink_to(str(params["goal"]))
        _pipe().send_bytes(b'{"kind":"finished","body":{"result":{}}}')
    else:
        _pipe().send_bytes(str(params["text"]).encode())
    time.sleep(60)
    return {}


def stall(params: Params, folder: Path, report: Report) -> Params:
    """Begin a message and never end it."""
    report(Progress(fraction=0.1, milestone=True))
    os.write(_pipe().fileno(), struct.pack("!i", 1000) + b"{")
    time.sleep(60)
    return {}


def print_much(params: Params, folder: Path, report: Report) -> Params:
    """Print, as libraries do."""
    os.write(1, b"noise from C\n")
    sys.stdout.write("noise from Python\n")
    sys.stdout.flush()
    return {}


def large(params: Params, folder: Path, report: Report) -> Params:
    """Return more than fits into a message."""
    return {"letters": "x" * 3_000_000}


def count(params: Params, folder: Path, report: Report) -> Params:
    """Report far more often than anybody looks; every hundredth time something worth keeping."""
    for number in range(1000):
        notice = Notice(code="learn.checked", values={"count": number})
        report(Progress(fraction=number / 1000, notice=notice, milestone=number % 100 == 0))
    return {}


def look_around(params: Params, folder: Path, report: Report) -> Params:
    """Say what this process is and may do."""
    import resource

    names = ("RLIMIT_AS", "RLIMIT_CORE", "RLIMIT_CPU")
    return {
        "process": os.getpid(),
        "temporary": tempfile.gettempdir(),
        "threads": [os.environ["OMP_NUM_THREADS"], os.environ["OPENBLAS_NUM_THREADS"]],
        "status": Path("/proc/self/status").read_text() if sys.platform == "linux" else "",
        **{name: resource.getrlimit(getattr(resource, name))[0] for name in names},
    }


def read(params: Params, folder: Path, report: Report) -> Params:
    """Leave a table, or die of the file; begin when another file is there, if one is named."""
    while "after" in params and not Path(str(params["after"])).exists():
        time.sleep(0.01)
    if "signal" in params:
        return die(params, folder, report)
    if "bytes" in params:
        return eat(params, folder, report)
    if not params.get("leave_nothing"):
        leave_table(folder)
    (folder / "stray.txt").write_text("what nobody asked for")
    return _json(a_table(str(params.get("name", "people.csv"))))


def search(params: Params, folder: Path, report: Report) -> Params:
    """Finish some candidates, then search on."""
    for number in range(int(str(params.get("candidates", 2)))):
        (folder / f"candidate-{number}.json").write_text("{}")
    report(Progress(fraction=0.2, notice=Notice(code="learn.checked", values={"count": 0}), milestone=True))
    if "signal" in params:
        return die(params, folder, report)
    return wait(params, folder, report)


def finish(params: Params, folder: Path, report: Report) -> Params:
    """Make a model of the candidates that are there."""
    order = from_json(FinishOrder, params)
    if not list(Path(order.search_folder).glob("candidate-*.json")):
        raise DataError("learn.stopped_early")
    (folder / "model.hunch").write_text("the best of them")
    return _json(an_evaluation(stopped=True))


def open_to_talk(params: Params, folder: Path, report: Report) -> Any:
    """Open a model that is none, or fail as its name says; then do with a question what its cells say."""
    match params["model"]:
        case "slow":
            time.sleep(60)
        case "refused":
            raise ModelError("model.unsound", model="refused.hunch")
        case "deadly":
            os.kill(os.getpid(), 9)
    return _talk


def _talk(question: Ask) -> Reply:
    import resource

    match question.cells:
        case {"sleep": float(seconds)}:
            time.sleep(seconds)
        case {"signal": float(number)}:
            die({"signal": number}, Path(), print)
        case {"stumble": str(words)}:
            raise RuntimeError(words)
        case {"refuse": _}:
            raise UsageError("error.not_understood")
        case {"say": str(text)}:
            _pipe().send_bytes(text.encode())
        case {"stall": _}:
            os.write(_pipe().fileno(), struct.pack("!i", 1000) + b"{")
            time.sleep(60)
        case {"letters": float(count)}:
            return Reply(answer="x" * int(count))
    seconds, memory = (resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS))
    return Reply(answer=str(os.getpid()), amount=seconds, high=memory, cells=question.cells)


class _Touch:
    """When unpickled, touches a file: the proof that code was run."""

    def __init__(self, canary: str) -> None:
        self._canary = canary

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (Path(self._canary),)


def _pipe() -> "Connection[Any, Any]":
    """Return the worker's end of the pipe, which no journey is given."""
    return next(thing for thing in gc.get_objects() if isinstance(thing, Connection) and not thing.closed)


def _json(record: object) -> Params:
    data: Params = to_json(record)
    return data


def read_and_die(params: Params, folder: Path, report: Report) -> Params:
    """Say that the file is read, if told so, and end by a signal."""
    if params["read"]:
        report(Progress(fraction=0.1, read=True))
    return die(params, folder, report)
