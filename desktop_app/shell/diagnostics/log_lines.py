"""The end of the log as it may leave this computer: only what this program itself is known to write.

What is not recognised is counted and left out. So no name or value gets through that a library, a worker or a
later version may once write there: a list of what is forbidden could not know it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.errors.sayings import SAYINGS

MOST_LINES = 200
_LARGEST = 400_000  # bytes of the end of the log that are looked at
_LONGEST = 1_000  # letters
_HEAD = re.compile(
    r"(?P<moment>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d{3} "
    r"(?P<level>[A-Z]{4,8}) (?P<room>[A-Za-z_.0-9]+): (?P<said>.*)"
)
_ROOM = re.compile(r"desktop_app(\.[a-z_]+)+")
_LIBRARIES = ("waitress", "pywebview", "asyncio", "concurrent")
_ERROR = r"[A-Z]\w{0,60}(?:Error|Exception|Interrupt|Exit|Warning)"
_REFERENCE, _JOURNEY, _CODE = r"[0-9a-f]{8}", r"[a-z_]{1,40}", r"(?P<code>[a-z_]{1,40}\.[a-z_.]{1,60})"
_RULE = r"(?:None|(?:/(?:[a-z0-9_.-]+|<[a-z_:]+>))*/?)"  # of an address, which holds no id
_NOTED = "|".join(
    (
        *("the watched folders go on after a fault", "a watched folder goes on after a fault"),
        *("no spare worker could be started", "a model does not answer in time"),
        *("a served model does not answer in time", "an outcome is not on disk yet"),
        *("an outcome has no place to be written to", rf"the result of {_JOURNEY} is not what it should be"),
    )
)
# What each room writes; what stands outside of the group stays on this computer.
SAID = tuple(
    (room, re.compile(pattern))
    for room, pattern in (
        (
            "desktop_app.jobs.endings",
            rf"(worker of {_JOURNEY} ended with exit code (?:-?\d{{1,12}}|None)\.).*",
        ),
        ("desktop_app.jobs.endings", rf"((?:{_NOTED}): (?:{_CODE})?)"),
        ("desktop_app.jobs.endings", r"(a (?:served )?model ended while it was asked\.).*"),
        ("desktop_app.jobs.endings", rf"({_JOURNEY}: {_CODE} {_REFERENCE})"),
        ("desktop_app.jobs.foreman", rf"(what the worker of {_JOURNEY} said makes no sense)"),
        ("desktop_app.web.errors", rf"({_REFERENCE}: unforeseen on [A-Z]{{3,7}} {_RULE}: {_ERROR})(?:: .*)?"),
        ("desktop_app.cli.failures", rf"({_REFERENCE}: {_ERROR})(?:: .*)?"),
        ("desktop_app.service.problems", rf"({_REFERENCE}: unforeseen on {_RULE}: {_ERROR})(?:: .*)?"),
        ("desktop_app.journeys.shared_work", rf"(a file could not be answered: {_ERROR})(?:: .*)?"),
        ("desktop_app.shell.message", rf"(could be said to nobody: {_CODE})"),
        ("desktop_app.shell.programs", rf"(programs are not answered: {_ERROR})(?:: .*)?"),
        ("desktop_app.shell.retention", rf"(tables could not be forgotten: {_CODE})"),
        (
            "desktop_app.shell.retention",
            r"(\d{1,9} tables that nobody opened for \d{1,6} days are forgotten)",
        ),
        ("desktop_app.shell.web_process", r"(the window cannot be drawn:) .*"),
        ("desktop_app.engine.search.searching", rf"([a-z_]{{1,40}} failed: {_ERROR})(?:: .*)?"),
        ("desktop_app.models.saving", rf"(not saved: {_CODE})"),
        ("desktop_app.remote.elsewhere", rf"(the cluster lost a piece of work: {_ERROR})(?:: .*)?"),
        ("desktop_app.reports.notice_words", r"(There is no sentence for) .*"),
    )
)
_RAISED = re.compile(rf"((?:after )?{_ERROR}(?:: No module named '[\w.]{{1,80}}')?)(?::.*)?")
_FRAME = re.compile(r'  File "(?P<path>[^"]+)", line (?P<line>\d{1,7}), in (?P<name>[\w<>.]{1,80})')
_ROOMS = (
    "api|cli|engine|errors|jobs|journeys|models|records|remote|reports|service|shell|tables|web|workspace"
)
_OURS = re.compile(
    rf"(?:^|.*[/\\])(desktop_app[/\\](?:(?:{_ROOMS})(?:[/\\][a-z_0-9]+)*[/\\])?[a-z_0-9]+\.py)"
)
_INSTALLED = re.compile(r".*[/\\](?:site|dist)-packages[/\\]([\w.-]+(?:[/\\][\w.-]+)*\.py)")


def log_lines(file: Path, most: int = MOST_LINES) -> list[str]:
    """Return the last lines of the log, each with what of it may leave; none where there is no log."""
    return list(_passed(_end_of(file)))[-most:]


def _end_of(file: Path) -> list[str]:
    try:
        if not file.is_file():  # a pipe would never end
            return []
        with file.open("rb") as reading:
            reading.seek(max(0, file.stat().st_size - _LARGEST))
            lines = reading.read(_LARGEST).decode("utf-8", "replace").split("\n")
    except OSError:
        return []
    # Ours are short; to look into a long one takes very long.
    return [line.rstrip("\r") for line in lines if len(line) <= _LONGEST]


def _passed(lines: list[str]) -> Iterator[str]:
    is_ours = False  # only below a line that we wrote there is a trace of ours
    for line in lines:
        if head := _HEAD.fullmatch(line):
            said = _known(head["room"], head["said"])
            is_ours = said is not None
            kept = said if said is not None else f"({len(head['said'])} letters left out)"
            yield f"{head['moment']} {_level(head['level'])} {_room(head['room'])}: {kept}"
        elif is_ours and (kept := _of_trace(line)):
            yield kept


def _known(room: str, said: str) -> str | None:
    """Return what may leave of a line of ours; None where it is none that is known."""
    for ours, pattern in SAID:
        if room == ours and (match := pattern.fullmatch(said)):
            code = match.groupdict().get("code")
            return match[1] if code is None or code in SAYINGS else None
    return None


def _level(level: str) -> str:
    return level if level in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL") else "OTHER"


def _room(room: str) -> str:
    first = room.split(".", maxsplit=1)[0]
    return room if _ROOM.fullmatch(room) else first if first in _LIBRARIES else "other"


def _of_trace(line: str) -> str:
    """Return a line of a trace without the folder in which the program lies; nothing where it is none."""
    if raised := _RAISED.fullmatch(line):
        return f"  {raised[1]}"
    frame = _FRAME.fullmatch(line)
    if not frame:
        return ""
    place = _OURS.fullmatch(frame["path"]) or _INSTALLED.fullmatch(frame["path"])
    where = place[1].replace("\\", "/") if place else "…"
    return f"    {where}:{frame['line']} {frame['name']}"
