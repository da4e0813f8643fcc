"""Starts by an icon, on a screen that nobody sees: what goes wrong is shown, since no terminal is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from desktop_app.shell.browser import PAGE
from desktop_app.shell.visitor import first_page
from tests.e2e.screen import Screen, wait_until
from tests.e2e.starts import PATIENCE, Start, may_be_alone, prepared
from tests.e2e.test_window import lacks

pytestmark = pytest.mark.skipif(bool(lacks()), reason=lacks())
WEB_PROCESSES = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.1/WebKitWebProcess"))


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with Screen() as screen:
        yield screen


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


def start(screen: Screen, workspace: Path, *arguments: str, within: tuple[str, ...] = ()) -> Start:
    """Start the program on the screen."""
    names = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
    shown = {name: screen.environment[name] for name in names}
    return Start(workspace.parent, workspace, arguments, environment=shown, within=within)


def test_why_it_cannot_open_is_shown_in_a_window_of_the_system(screen: Screen, workspace: Path) -> None:
    workspace.mkdir()
    (workspace / "workspace.sqlite").write_bytes(b"no database " * 700)

    refused = start(screen, workspace)
    wait_until(lambda: "Hunch" in screen.titles(), PATIENCE)
    assert refused.process.is_running()
    screen.close_window("Hunch")

    assert refused.end()[0] == 1


def test_a_page_whose_process_has_ended_is_shown_again(screen: Screen, workspace: Path) -> None:
    program = start(screen, workspace)
    wait_until(screen.is_painted, PATIENCE)
    usual = screen.ink()
    before = drawing(program)

    for process in before:
        process.kill()

    wait_until(lambda: any(process not in before for process in drawing(program)), PATIENCE)
    wait_until(lambda: enlarged(screen, usual), PATIENCE)  # it lives: its last picture would not grow
    assert program.stop()[0] == 0


def drawing(program: Start) -> list[psutil.Process]:
    """Return the processes that draw pages."""
    return [one for one in program.process.children() if one.name() == "WebKitWebProcess"]


def enlarged(screen: Screen, usual: int) -> bool:
    """Ask for larger pages; return whether they are."""
    screen.press("ctrl+plus")
    return screen.ink() > 1.3 * usual


@pytest.mark.skipif(not (may_be_alone() and WEB_PROCESSES), reason="needs root, namespaces and WebKitGTK")
def test_where_no_window_can_be_drawn_the_browser_takes_over(screen: Screen, workspace: Path) -> None:
    broken = prepared(f"mount --bind /bin/false '{WEB_PROCESSES[0]}'")
    table = workspace.parent / "table of Müller.csv"
    table.write_text("a,b\n1,2\n")

    program = start(screen, workspace, str(table), within=broken)

    assert program.wait_for_browser() == (workspace / PAGE).as_uri()
    assert table.name in first_page(link_in(workspace / PAGE))
    assert "The window could not be shown, and Hunch opens in your browser." in program.stop()[1]


def link_in(page: Path) -> str:
    """Return the link that a page shows to be copied."""
    found = re.search(r"value='([^']+)'", page.read_text(encoding="utf-8"))
    assert found
    return found[1]


def test_a_screen_that_does_not_answer_is_none_and_the_link_is_written(workspace: Path) -> None:
    program = Start(workspace.parent, workspace, environment={"DISPLAY": ":9999"})

    assert program.first_line() == "There is no screen here, so Hunch is shown in a browser."
    assert program.first_line() == "Open this link once:"
    program.stop()
    assert not program.browsed.exists()


def test_a_second_start_without_a_terminal_shows_the_pages_of_the_first_again(
    screen: Screen, workspace: Path
) -> None:
    first = start(screen, workspace, "--browser")
    first.wait_for_browser()
    first.browsed.unlink()

    second = start(screen, workspace)

    assert second.wait_for_browser() == (workspace / PAGE).as_uri()
    assert second.end()[:2] == (0, "Hunch is already open.\n")
    first.stop()
