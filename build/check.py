"""Runs every check and test, in the order in which they are cheapest to fail.

    python build/check.py            all of it, as CI does: ends with one freeze and its self-test
    python build/check.py --fast     style, types, contracts, unit and API tests
    python build/check.py --long     unit and API tests with twenty times the kills and attacks; two freezes

Everything runs even when something before it failed, but the freeze, which would only repeat it.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
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
    failed: list[str] = []
    times: list[tuple[str, float, str]] = []
    for step in steps:
        if failed and not step.after_failure:
            times.append((step.name, 0.0, "left out, since something failed"))
            continue
        print(f"\n== {step.name}", flush=True)
        started = time.monotonic()
        code = subprocess.call(step.command, env=_environment())
        times.append((step.name, time.monotonic() - started, "fine" if code == 0 else f"failed ({code})"))
        if code:
            failed.append(step.name)
    print("\n" + "\n".join(f"{seconds:7.1f} s  {name}: {outcome}" for name, seconds, outcome in times))
    print(f"\n{'Failed: ' + ', '.join(failed) if failed else 'Everything is fine.'}", flush=True)
    return 1 if failed else 0


def _steps() -> list[Step]:
    if not offline.is_allowed():
        print("The end-to-end tests run with the network in reach: only root may take it away.")
    return [
        Step("style", [_tool("ruff"), "check", "."]),
        Step("format", [_tool("ruff"), "format", "--check", "--quiet", "."]),
        Step("types", [_tool("mypy")]),
        Step("contracts between rooms", [_tool("lint-imports"), "--no-cache"]),
        # The tests start hundreds of processes, which may write no bytecode and would each compile all of it.
        Step("bytecode", [sys.executable, "-m", "compileall", "-q", "desktop_app"]),
        Step("unit and API tests", _pytest(*_UNIT)),
        Step("end-to-end tests", offline.wrapped(_pytest("tests/e2e", *_PAGES)), is_fast=False),
        Step("the frozen program", _pytest("tests/bundle", "-s"), is_fast=False, after_failure=False),
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
