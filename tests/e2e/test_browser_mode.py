"""Without a window the pages are served to a browser by links that work once; in a process of its own."""

import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import psutil
import pytest

from desktop_app.shell.browser import write_page
from desktop_app.shell.visitor import first_page
from tests.e2e.screen import wait_until

ROOT = Path(__file__).parents[2]
PATIENCE = 20  # seconds
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere there is always a screen"
)


class Program:
    """The program as a person starts it in a terminal."""

    def __init__(self, workspace: Path, *arguments: str) -> None:
        environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
        environment["HUNCH_WORKSPACE"] = str(workspace)
        self.process = subprocess.Popen(
            [sys.executable, "main.py", *arguments],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.lines: list[str] = []

    def next_link(self) -> str:
        """Return the next link that is printed."""
        output = self.process.stdout or _none()
        for line in output:
            self.lines.append(line)
            if found := re.search(r"http://127\.0\.0\.1:\d+/enter\?key=\S+", line):
                return found.group()
        raise AssertionError(f"no link in {self.lines}")

    def press_enter(self) -> None:
        keyboard = self.process.stdin or _none()
        keyboard.write("\n")
        keyboard.flush()

    def end(self) -> int:
        """End it as Ctrl+C does; return its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.wait()

    def wait(self) -> int:
        """Return the exit code with which it ends by itself."""
        rest, _ = self.process.communicate(timeout=PATIENCE)
        self.lines += rest.splitlines()
        return self.process.returncode


def _none() -> IO[str]:
    raise AssertionError("started without a pipe")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "wörk space"


@pytest.fixture
def program(workspace: Path) -> Iterator[Program]:
    program = Program(workspace)
    yield program
    if program.process.returncode is None:
        program.end()


def test_without_a_screen_a_link_is_printed_and_why(program: Program) -> None:
    link = program.next_link()

    assert "There is no screen here" in program.lines[0]
    assert "<h1" in first_page(link)


def test_a_link_works_once_and_enter_prints_another(program: Program) -> None:
    first = program.next_link()
    first_page(first)

    with pytest.raises(OSError, match="403"):
        first_page(first)
    program.press_enter()

    assert "<h1" in first_page(program.next_link())


def test_ctrl_c_ends_it_and_leaves_no_process(workspace: Path) -> None:
    program = Program(workspace)
    program.next_link()
    main = psutil.Process(program.process.pid)
    wait_until(lambda: len(main.children()) > 1, PATIENCE)  # a worker, and what tidies up after it
    workers = main.children(recursive=True)

    assert program.end() == 0

    assert "Everything is saved" in program.lines[-1]
    assert psutil.wait_procs(workers, timeout=5)[1] == []
    assert not (workspace / "instance.json").exists()


def test_a_second_start_hands_its_file_over_and_prints_where_it_is_shown(
    program: Program, workspace: Path, tmp_path: Path
) -> None:
    table = tmp_path / "tëst table.csv"
    table.write_text("a,b\n1,2\n")
    program.next_link()

    second = Program(workspace, str(table))
    link = second.next_link()

    assert '"tëst table.csv" is shown there' in second.lines[0]
    assert second.wait() == 0
    assert "table.csv" in first_page(link)


def test_the_key_of_the_link_is_in_no_command_line_and_in_no_log(program: Program, workspace: Path) -> None:
    link = program.next_link()
    first_page(link)
    key = link.rpartition("=")[2]

    main = psutil.Process(program.process.pid)
    lines = [" ".join(process.cmdline()) for process in [main, *main.children(recursive=True)]]
    logs = [file.read_text() for file in workspace.glob("*.log")]

    assert logs
    assert not [text for text in lines + logs if key in text]


def test_the_page_that_shows_the_link_is_for_this_user_alone(tmp_path: Path) -> None:
    page = write_page("http://127.0.0.1:1/enter?key=a&b=<c>", tmp_path)

    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert "value='http://127.0.0.1:1/enter?key=a&amp;b=&lt;c&gt;'" in page.read_text()
