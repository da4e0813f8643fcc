"""The program itself, and the clock that it goes by."""

import datetime
import platform
import sys
from pathlib import Path

import desktop_app
from desktop_app.language import _, date
from desktop_app.records.checkup import Finding

_DAY = datetime.timedelta(days=1)


def program_findings() -> tuple[Finding, ...]:
    """Return which Hunch this is, what it runs on, and whether the clock can be right."""
    system = f"{platform.python_version()}, {platform.platform(terse=True)}"
    return (
        Finding(code="hunch", thing="Hunch", value=desktop_app.__version__, told=desktop_app.__version__),
        Finding(code="python", thing="Python", value=system, told=system),
        clock_finding(datetime.datetime.now().astimezone(), _made()),
    )


def clock_finding(now: datetime.datetime, made: datetime.datetime) -> Finding:
    """Return whether it is later than when the program was put here: ahead, no clock is known to be wrong."""
    fine = now > made - _DAY
    return Finding(
        code="clock",
        thing=_("Clock"),
        value=date(now),
        fine=fine,
        effect=_("what is made now carries a wrong date"),
        fix=_("Set the date and the time of this computer."),
        told="" if fine else "behind",
    )


def _made() -> datetime.datetime:
    own = Path(sys.executable if hasattr(sys, "_MEIPASS") else desktop_app.__file__)
    return datetime.datetime.fromtimestamp(own.stat().st_mtime).astimezone()
