"""How fast the program starts and what it holds while nobody uses it, beside another program.

*Answered*: from starting the process, in browser mode, to the last byte of the first page, fetched by this
script over the link that is printed. *Painted*: from starting the process, with its window, to 300 pixels
of text of the first page on the screen; the screen is Xvfb without acceleration, looked at every 20 ms.
*Ready*: to the moment at which the spare worker, started once the page is painted, has loaded what it needs
and rests. *Memory*: what the processes hold for themselves (unique set size) then: the main process, the
spare worker, and the web view of the system.

With the Python of an environment that has Orange 3, its canvas is started in the same run, painted when its
main window shows white ground; it keeps its home between starts, as on a computer where it is in use. On
Linux the *bare view* tells how much of it is the system's: a window with one page of text, no program. Each
figure is the median of RUNS (5) runs, the programs in turn, after one that is not counted (warm disk); the
bus of the desktop runs already. Where that is allowed the programs run with raised priority, so that other
work on the computer counts for less.
"""

import contextlib
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from desktop_app.shell.visitor import first_page
from tests.e2e.screen import ENOUGH, TEXT, Screen, missing, wait_until

ROOT = Path(__file__).resolve().parents[2]

FROZEN = ROOT / "out" / "dist" / "hunch" / ("hunch.exe" if os.name == "nt" else "hunch")
WHITE, GROUND = b"\xff\xff\xff", 10_000  # pixels of it that show the window of the other program
REST = 0.5  # seconds in which a worker that is ready uses no processor
COLUMNS = ("answered, s", "painted, s", "worker ready, s", "main, MB", "worker, MB", "web view, MB")


@dataclass(frozen=True)
class Program:
    """One program to start, and where it keeps what it remembers."""

    name: str
    command: Sequence[str]
    home: str
    is_ours: bool = True
    shows: tuple[bytes, int] = (TEXT, ENOUGH)  # a colour, and of how many pixels, once it is painted
    measured: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in COLUMNS})

    def note(self, **figures: float) -> None:
        """Keep the figures of one start."""
        for name, figure in zip(COLUMNS, figures.values(), strict=False):
            self.measured[name].append(figure)

    def row(self) -> str:
        """Return its medians as a row of a table; nothing where it was not measured."""
        medians = [statistics.median(runs[1:]) if runs[1:] else 0 for runs in self.measured.values()]
        pairs = zip(COLUMNS, medians, strict=True)
        cells = (f"{value:.{0 if 'MB' in name else 2}f}" if value else "" for name, value in pairs)
        return f"| {self.name} | {' | '.join(cells)} |"


def main(arguments: Sequence[str]) -> None:
    """Print a table of medians: [RUNS] [PYTHON of an environment with Orange 3]."""
    runs = int(arguments[0]) if arguments else 5
    with contextlib.suppress(OSError):
        os.nice(-15)
    with tempfile.TemporaryDirectory() as home:
        programs = _programs(arguments[1:], home)
        for _run in range(runs + 1):
            for program in programs:
                _start(program)
    print("| start | " + " | ".join(COLUMNS) + " |\n|---|" + "---:|" * len(COLUMNS))
    print(*(program.row() for program in programs), sep="\n", flush=True)


def _programs(other: Sequence[str], home: str) -> list[Program]:
    programs = [Program("source", [sys.executable, str(ROOT / "main.py")], home)]
    if FROZEN.exists():
        programs.append(Program("frozen", [str(FROZEN)], home))
    if sys.platform == "linux":
        bare = [sys.executable, "-m", "tests.benchmarks.bare_view"]
        programs.append(Program("bare view", bare, home, is_ours=False))
    if other:
        programs.append(
            Program("Orange", [other[0], "-m", "Orange.canvas"], home, is_ours=False, shows=(WHITE, GROUND))
        )
    return programs


def _start(program: Program) -> None:
    answered = _answered(program) if program.is_ours else 0.0
    if missing():
        program.note(answered=answered)
        return
    with Screen() as screen, _shown(program, screen) as (process, began):
        painted = time.monotonic() - began
        ready = _rested(process) - began
        main, worker, view = _memory(process)
    program.note(answered=answered, painted=painted, ready=ready, main=main, worker=worker, view=view)


def _answered(program: Program) -> float:
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"HUNCH_WORKSPACE": folder}
        began = time.monotonic()
        with subprocess.Popen(
            [*program.command, "--browser"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            for line in process.stdout or []:
                if found := re.search(r"http://\S+key=\S+", line):
                    first_page(found.group())
                    break
            took = time.monotonic() - began
            process.terminate()
            process.communicate()
    return took


@contextlib.contextmanager
def _shown(program: Program, screen: Screen) -> Iterator[tuple[psutil.Process, float]]:
    """Start it and go on when its window is painted; yield the process and when it began."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**screen.environment, "HUNCH_WORKSPACE": folder}
        if not program.is_ours:
            environment["HOME"] = program.home
        began = time.monotonic()
        process = subprocess.Popen(
            list(program.command), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        colour, pixels = program.shows
        wait_until(lambda: screen.ink(colour) >= pixels, 120)
        yield psutil.Process(process.pid), began
        process.terminate()
        process.wait(30)


def _rested(process: psutil.Process) -> float:
    """Return when the program and its workers had nothing left to do."""
    used, since = -1.0, time.monotonic()
    while time.monotonic() - since < REST:
        now = sum(one.cpu_times().user + one.cpu_times().system for one in _ours(process))
        if now - used > 0.02:
            used, since = now, time.monotonic()
        time.sleep(0.02)
    return since


def _ours(process: psutil.Process) -> list[psutil.Process]:
    return [one for one in (process, *process.children(recursive=True)) if "WebKit" not in one.name()]


def _memory(process: psutil.Process) -> tuple[float, float, float]:
    """Return the megabytes of the main process, of its workers and of the web view."""
    own = [_held(one) for one in _ours(process)]
    view = sum(_held(one) for one in process.children(recursive=True) if "WebKit" in one.name())
    return own[0], sum(own[1:]), view


def _held(process: psutil.Process) -> float:
    return float(process.memory_full_info().uss) / 1e6
