"""The ways not to start, each really made: the program starts all the same, or says why in one sentence."""

import os
import re
import signal
import sqlite3
from pathlib import Path

import pytest

from desktop_app.shell.instance import COMING, NOTE
from desktop_app.shell.visitor import first_page
from tests.e2e.screen import wait_until
from tests.e2e.starts import CUT_OFF, PATIENCE, Start, may_be_alone, prepared

pytestmark = pytest.mark.skipif(os.name != "posix", reason="made by means of POSIX")
ALONE = pytest.mark.skipif(not may_be_alone(), reason="needs root, and namespaces of Linux")
LINK = re.compile(r"http://127\.0\.0\.1:\d+/enter\?key=\S+")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


def page_of(start: Start) -> str:
    """Return the first page of a start without a screen; end it afterwards."""
    try:
        line = start.first_line()
        while not (found := LINK.search(line)):
            assert line, start.end()
            line = start.first_line()
        return first_page(found.group())
    finally:
        start.stop()


def refused(start: Start) -> tuple[int, list[str]]:
    """Return the code with which it ended by itself, and what it said."""
    code, _said, complained = start.end()
    return code, complained.splitlines()


def test_an_odd_name_a_dead_proxy_and_no_folder_for_temporary_files_are_no_hindrance(tmp_path: Path) -> None:
    home = tmp_path / "Jürgen Świątek 测试 & O'Brien %20 $HOME"
    home.mkdir()
    proxy = dict.fromkeys(("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"), "http://127.0.0.1:9")
    known = {"HOME": str(home), "XDG_DATA_HOME": None, "TMPDIR": str(tmp_path / "gone"), **proxy}

    assert "<h1" in page_of(Start(tmp_path, None, environment=known))

    assert (home / ".local/share/hunch/workspace.sqlite").exists()


def test_a_broken_policy_and_a_damaged_note_are_no_hindrance_and_the_first_is_said(
    tmp_path: Path, workspace: Path
) -> None:
    workspace.mkdir()
    (workspace / NOTE).write_text('{"port":')
    (tmp_path / "policy.json").write_text("{broken")
    named = {"HUNCH_POLICY": str(tmp_path / "policy.json")}

    page = page_of(Start(tmp_path, workspace, environment=named))

    assert "policy.json" in page
    assert "Hunch was ended from outside" in page  # as far as the note tells


@ALONE
@pytest.mark.parametrize("named", [[], ["table.csv"]])
def test_a_computer_that_is_shut_off_from_itself_is_said(
    tmp_path: Path, workspace: Path, named: list[str]
) -> None:
    (tmp_path / "table.csv").write_text("a,b\n1,2\n")
    files = [str(tmp_path / name) for name in named]

    code, lines = refused(Start(tmp_path, workspace, files, within=CUT_OFF))

    assert code == 1
    assert lines == [
        "Hunch cannot talk to itself on this computer (127.0.0.1), and no page can be shown.",
        "Ask IT to allow this program on 127.0.0.1. Nothing else is needed.",
    ]


@ALONE
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("ro", "cannot be written to."),
        ("size=4k,nr_inodes=2", "The disk is full:"),
        ("size=64k", "The disk is full:"),
    ],
)
def test_a_disk_that_takes_nothing_is_said(tmp_path: Path, options: str, said: str) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = prepared(f"mount -t tmpfs -o {options} none '{disk}'")

    code, lines = refused(Start(tmp_path, disk / "hunch", within=mount))

    assert code == 3
    assert said in lines[0]
    assert len(lines) == 2


@ALONE
def test_a_little_room_is_enough(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = prepared(f"mount -t tmpfs -o size=2m none '{disk}'")

    assert "<h1" in page_of(Start(tmp_path, disk / "hunch", within=mount))


@ALONE
def test_a_home_that_may_not_even_be_looked_into_is_said(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    tmp_path.chmod(0o755)
    for folder in (tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    known = {"HOME": str(home), "XDG_DATA_HOME": None, "PYTHONDONTWRITEBYTECODE": "1"}

    code, lines = refused(
        Start(tmp_path, None, environment=known, within=("setpriv", "--reuid=65534", "--clear-groups"))
    )

    assert (code, lines[0].endswith("cannot be written to.")) == (3, True)


@ALONE
def test_a_person_whom_the_system_does_not_know_is_said(tmp_path: Path) -> None:
    unknown = {"HOME": None, "XDG_DATA_HOME": None, "PYTHONDONTWRITEBYTECODE": "1"}
    nobody = ("setpriv", "--reuid=54321", "--clear-groups")

    code, lines = refused(Start(tmp_path, None, environment=unknown, within=nobody))

    assert code == 2
    assert lines[0] == "This computer names no home folder for you, and Hunch keeps its folder there."


def test_what_is_damaged_newer_or_not_ours_is_said_and_stays_as_it_is(
    tmp_path: Path, workspace: Path
) -> None:
    database = workspace / "workspace.sqlite"
    (workspace / "models").mkdir(parents=True)
    (workspace / "models" / "mine.txt").write_text("a file of the person")
    assert "no workspace.sqlite" in refused(Start(tmp_path, workspace))[1][0]
    (workspace / "models" / "mine.txt").unlink()

    database.write_bytes(noise := b"no database " * 700)
    code, lines = refused(Start(tmp_path, workspace))
    assert (code, lines[0]) == (1, "Part of what Hunch remembers is damaged: workspace.sqlite.")
    assert database.read_bytes() == noise

    database.unlink()
    with sqlite3.connect(database) as made:
        made.execute("PRAGMA user_version = 999")
    made.close()
    code, lines = refused(Start(tmp_path, workspace))
    assert (code, lines[0]) == (1, "What Hunch remembers here was last used by a newer Hunch.")


def test_a_hunch_that_hangs_is_said_to_a_second_start(tmp_path: Path, workspace: Path) -> None:
    first = Start(tmp_path, workspace)
    first.first_line()
    first.process.suspend()

    code, lines = refused(Start(tmp_path, workspace))

    assert (code, lines[0]) == (1, "Hunch is already open but does not answer.")
    first.process.resume()
    first.stop()


@pytest.fixture
def killed(tmp_path: Path, workspace: Path) -> Path:
    """A file while whose opening the program was killed."""
    table = tmp_path / "customers.csv"
    os.mkfifo(table)  # whose end never comes
    start = Start(tmp_path, workspace, [str(table)])
    wait_until(lambda: _is_opening(workspace), PATIENCE)
    start.kill()
    table.unlink()
    table.write_text("a,b\n1,2\n")
    return table


def _is_opening(workspace: Path) -> bool:
    if not (workspace / NOTE).exists():
        return False
    with sqlite3.connect(workspace / "workspace.sqlite") as database:
        found = database.execute("SELECT count(*) FROM job WHERE state = 'running'").fetchone()[0]
    database.close()
    return bool(found)


def test_killed_while_it_opened_a_file_it_opens_without_the_file_and_says_so(
    tmp_path: Path, workspace: Path, killed: Path
) -> None:
    page = page_of(Start(tmp_path, workspace, [str(killed)]))

    assert "Hunch was ended while it opened" in page
    assert "customers.csv" in page
    assert "Open it again" in page
    assert "Hunch was ended" not in page_of(Start(tmp_path, workspace))  # it ended by itself


def test_killed_while_it_showed_a_page_it_says_so_once(tmp_path: Path, workspace: Path) -> None:
    start = Start(tmp_path, workspace)
    start.first_line()
    wait_until((workspace / NOTE).exists, PATIENCE)
    start.kill()

    assert "Hunch was ended from outside the last time." in page_of(Start(tmp_path, workspace))

    assert "Hunch was ended" not in page_of(Start(tmp_path, workspace))


def test_after_a_start_without_a_window_the_pages_come_by_the_browser(
    tmp_path: Path, workspace: Path
) -> None:
    workspace.mkdir()
    (workspace / COMING).touch()

    page = page_of(Start(tmp_path, workspace))

    assert "The window could not be shown, and Hunch opens in your browser." in page


def test_closing_the_terminal_ends_it_by_itself(tmp_path: Path, workspace: Path) -> None:
    start = Start(tmp_path, workspace)
    while not LINK.search(start.first_line()):
        pass
    start.first_line()  # how it is ended is said once it listens

    start.process.send_signal(signal.SIGHUP)

    code, said, _complained = start.end()
    assert (code, said.splitlines()[-1]) == (0, "Hunch has ended. Everything is saved.")
