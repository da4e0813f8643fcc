"""What a developer can ask for: run, tests and checks, bundle, screens, languages, bench, lock, setup."""

import os
import subprocess
import sys
from collections.abc import Sequence

import environment
import system_parts

TESTS = ("test", "check", "test-long", "test-frameworks", "test-windows")
WITH_ALL_TOOLS = (*TESTS, "bundle", "release", "screens", "languages", "bench")
USAGE = f"python3 build/dev.py run [FILE] | {' | '.join(WITH_ALL_TOOLS)} | setup | lock"


def carry_out(arguments: Sequence[str]) -> int:
    """Set up what the command needs, then give way to it; return its exit code."""
    command, *rest = arguments or ["help"]
    os.chdir(environment.ROOT)
    match command:
        case "run":
            return _run(rest)
        case _ if command in WITH_ALL_TOOLS:
            return _with_all_tools(command, rest)
        case "setup":
            _everything()
            return 0
        case "lock":
            return environment.lock()
        case _:
            print(USAGE)
            return 2


def _run(rest: Sequence[str]) -> int:
    """Open the app; the parts for a window are fetched only where there is a screen to show it on."""
    if system_parts.has_display():
        environment.ready("run", window=system_parts.window())
    else:
        environment.ready("run")
    return _give_way("main.py", rest)


def _with_all_tools(command: str, rest: Sequence[str]) -> int:
    _everything()
    if command == "bench":
        return _give_way("-m", ["tests.benchmarks", *rest])
    checks = {"test": [], "check": ["--fast"], "test-long": ["--long"]}
    script = "check.py" if command in checks else f"{command.removeprefix('test-')}.py"
    return _give_way(f"build/{script}", [*checks.get(command, []), *rest])


def _everything() -> None:
    system_parts.for_tests()
    environment.ready("dev", window=system_parts.window())


def _give_way(script: str, rest: Sequence[str]) -> int:
    command = [str(environment.python()), script, *rest]
    sys.stdout.flush()
    if os.name == "posix":
        # Ctrl+C then reaches the program alone, which ends its own processes; a parent would kill it first.
        os.execv(command[0], command)  # noqa: S606 - our own interpreter and script
    return subprocess.call(command)
