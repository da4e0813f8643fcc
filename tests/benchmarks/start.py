"""How fast the program starts, from source and frozen.

*Answered*: from starting the process, in browser mode, to the last byte of the first page, fetched by this
script over the link that is printed. *Painted*: from starting the process, with its window, to 300 pixels of
text of the first page on the screen; the screen is Xvfb without acceleration, looked at every 20 ms.
*Memory*: what the main process holds for itself (unique set size) one second later. Each figure is the median
of RUNS (5) runs after one that is not counted (warm disk); the bus of the desktop runs already. Where that is
allowed the programs run with raised priority, so that other work on the computer counts for less.
"""

import contextlib
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from desktop_app.shell.visitor import first_page
from tests.e2e.screen import Screen, missing, wait_until

ROOT = Path(__file__).resolve().parents[2]

FROZEN = ROOT / "out" / "dist" / "hunch" / ("hunch.exe" if os.name == "nt" else "hunch")


@dataclass(frozen=True)
class Start:
    """What one start took."""

    seconds: float
    megabytes: float = 0.0


def main(arguments: Sequence[str]) -> None:
    """Print a table of medians."""
    runs = int(arguments[0]) if arguments else 5
    programs = {"source": [sys.executable, str(ROOT / "main.py")]}
    if FROZEN.exists():
        programs["frozen"] = [str(FROZEN)]
    with contextlib.suppress(OSError):
        os.nice(-15)
    print("| start | answered, s | painted, s | main process, MB |\n|---|---:|---:|---:|")
    for name, command in programs.items():
        answered = _median(runs, lambda command=command: _answered(command))  # type: ignore[misc]
        painted = Start(0)
        if not missing():
            with Screen() as screen:
                painted = _median(runs, lambda command=command, screen=screen: _painted(command, screen))  # type: ignore[misc]
        print(
            f"| {name} | {answered.seconds:.2f} | {painted.seconds:.2f} | {painted.megabytes:.0f} |",
            flush=True,
        )


def _median(runs: int, measure: Callable[[], Start]) -> Start:
    measure()  # not counted: brings the files into memory
    starts = [measure() for _ in range(runs)]
    return Start(
        seconds=statistics.median(start.seconds for start in starts),
        megabytes=statistics.median(start.megabytes for start in starts),
    )


def _answered(command: Sequence[str]) -> Start:
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"HUNCH_WORKSPACE": folder}
        started = time.monotonic()
        with subprocess.Popen(
            [*command, "--browser"], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as program:
            for line in program.stdout or []:
                if found := re.search(r"http://\S+key=\S+", line):
                    first_page(found.group())
                    break
            took = time.monotonic() - started
            program.terminate()
            program.communicate()
    return Start(took)


def _painted(command: Sequence[str], screen: Screen) -> Start:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**screen.environment, "HUNCH_WORKSPACE": folder}
        wait_until(lambda: not screen.is_painted(), 30)
        started = time.monotonic()
        program = subprocess.Popen(
            list(command), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait_until(screen.is_painted, 120)
        took = time.monotonic() - started
        time.sleep(1)
        size = psutil.Process(program.pid).memory_full_info().uss / 1e6
        program.terminate()
        program.wait(30)
    return Start(took, size)
