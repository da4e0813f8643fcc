"""Runs every check and test, in the order in which they are cheapest to fail.

    python build/check.py            all of it, as CI does: ends with one freeze and its self-test
    python build/check.py --fast     style, types, contracts, unit and API tests
    python build/check.py --long     unit and API tests with twenty times the kills and attacks; two freezes

Everything runs even when something before it failed, but the tests of the frozen program, which would only
repeat it. Steps that keep one processor busy run two at a time, and say what they have to say when they end.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import offline

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
TESTS = ["-p", "no:cacheprovider", "-q"]
# Each process takes the tests in one piece while it can: what a file of tests shares is then made once.
_UNIT = ["tests/unit", "tests/api", "-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]
# Files of browser tests, which share the most, are never parted, and are taken in their order. These tests
# wait for much of their time: one process more than there are processors has something to do meanwhile.
_PAGES = ["-n", str(min(4, (os.cpu_count() or 1) + 1)), "--dist", "loadfile", "--no-loadscope-reorder"]
_TIDY = """
import subprocess, sys
command = ["git", "ls-files", "--others", "--exclude-standard", "--", "build"]
try:
    sys.exit(subprocess.run(command, capture_output=True, text=True).stdout or 0)
except OSError:
    print("git is not here, so this was not looked at")
"""


@dataclass(frozen=True)
class Step:
    """One check: what it is called in the list at the end, and what it runs."""

    name: str
    command: Sequence[str]
    is_fast: bool = True
    after_failure: bool = True
    is_single: bool = False  # keeps one processor busy, and needs nothing of others of its kind


@dataclass(frozen=True)
class Outcome:
    """How a step ended, after how many seconds."""

    name: str
    seconds: float
    said: str
    is_fine: bool = True


def main(arguments: Sequence[str]) -> int:
    """Run the steps and return 1 when any of them failed."""
    os.chdir(ROOT)
    # Started in the background of a shell, Ctrl+C would be ignored by every program that the tests stop so.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    steps = _steps()
    if "--long" in arguments:
        steps = [
            Step("unit and API tests, at length", _pytest(*_UNIT, "--scale", "20")),
            Step("two bundles are the same bytes", [sys.executable, "-B", "build/reproducible.py"]),
        ]
    elif "--fast" in arguments:
        steps = [step for step in steps if step.is_fast]
    outcomes = carry_out(steps)
    failed = [one.name for one in outcomes if not one.is_fine]
    print("\n" + "\n".join(f"{one.seconds:7.1f} s  {one.name}: {one.said}" for one in outcomes))
    print(f"\n{'Failed: ' + ', '.join(failed) if failed else 'Everything is fine.'}", flush=True)
    return 1 if failed else 0


def carry_out(steps: Sequence[Step]) -> list[Outcome]:
    """Run the steps in their order, those that keep one processor busy two at a time."""
    outcomes: list[Outcome] = []
    for is_single, group in groupby(steps, key=lambda step: step.is_single):
        if is_single:
            with ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as both:
                outcomes += both.map(_ran_quietly, list(group))
            continue
        for step in group:
            if step.after_failure or all(one.is_fine for one in outcomes):
                print(f"\n== {step.name}", flush=True)
                outcomes.append(_ran(step, lambda step: subprocess.call(step.command, env=_environment())))
            else:
                outcomes.append(Outcome(step.name, 0.0, "left out, since something failed"))
    return outcomes


def _ran_quietly(step: Step) -> Outcome:
    """Run a step beside another; print what it said in one piece."""

    def run(step: Step) -> int:
        done = subprocess.run(
            step.command, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        sys.stdout.write(f"\n== {step.name}\n{done.stdout.decode(errors='replace')}")
        sys.stdout.flush()
        return done.returncode

    return _ran(step, run)


def _ran(step: Step, run: Callable[[Step], int]) -> Outcome:
    started = time.monotonic()
    code = run(step)
    return Outcome(step.name, time.monotonic() - started, f"failed ({code})" if code else "fine", code == 0)


def _steps() -> list[Step]:
    if not offline.is_allowed():
        print("The end-to-end tests run with the network in reach: only root may take it away.")
    frozen = ["tests/bundle", "--frozen", "-n", "2", "--dist", "loadfile"]
    return [
        Step("style", [_tool("ruff"), "check", "."], is_single=True),
        Step("format", [_tool("ruff"), "format", "--check", "--quiet", "."], is_single=True),
        Step("contracts between rooms", [_tool("lint-imports"), "--no-cache"], is_single=True),
        Step("types", [_tool("mypy")], is_single=True),
        Step("the freeze", [sys.executable, "-B", "build/bundle.py"], is_fast=False, is_single=True),
        # The tests start hundreds of processes, which may write no bytecode and would each compile all of it.
        Step("bytecode", [sys.executable, "-m", "compileall", "-q", "desktop_app"], is_single=True),
        Step("unit and API tests", _pytest(*_UNIT)),
        Step("end-to-end tests", offline.wrapped(_pytest("tests/e2e", *_PAGES)), is_fast=False),
        Step("the frozen program", _pytest(*frozen), is_fast=False, after_failure=False),
        Step("nothing is left in build/", [sys.executable, "-B", "-c", _TIDY]),
    ]


def _pytest(*arguments: str) -> list[str]:
    return [sys.executable, "-B", "-m", "pytest", *TESTS, *arguments]


def _tool(name: str) -> str:
    return str(BIN / (f"{name}.exe" if os.name == "nt" else name))


def _environment() -> dict[str, str]:
    # A proxy of the network must not decide how tests end.
    plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return plain | {"PYTHONDONTWRITEBYTECODE": "1"}


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main(sys.argv[1:]))
