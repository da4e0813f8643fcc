"""The real program in a real window, on a screen that nobody sees."""

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from desktop_app.shell.system_gi import offer_system_gi
from tests.e2e.screen import ENOUGH, FOUND, Screen, missing, wait_until

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds


def lacks() -> str:
    """Return why there can be no window here, or nothing."""
    if not sys.platform.startswith("linux"):
        return "the screen of this test is one of Linux"
    if missing():
        return f"this computer lacks {', '.join(missing())}"
    if not offer_system_gi() or importlib.util.find_spec("gi") is None:
        return "this computer lacks python3-gi for this Python"
    import gi

    try:
        gi.require_version("WebKit2", "4.1")
    except ValueError:
        return "this computer lacks gir1.2-webkit2-4.1"
    return ""


pytestmark = pytest.mark.skipif(bool(lacks()), reason=lacks())


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with Screen() as screen:
        yield screen


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[psutil.Popen]:
    """Hunch with its window open and its first page painted."""
    program = start(screen, tmp_path)
    try:
        wait_until(screen.is_painted, PATIENCE)
        yield program
    finally:  # else its window would be taken for that of the next test
        if program.is_running():
            program.terminate()
        program.communicate(timeout=PATIENCE)


def start(screen: Screen, workspace: Path, *arguments: str) -> psutil.Popen:
    return psutil.Popen(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env={**screen.environment, "HUNCH_WORKSPACE": str(workspace)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def test_the_window_shows_the_first_page_and_its_title(screen: Screen, program: psutil.Popen) -> None:
    wait_until(lambda: any("Hunch" in title for title in screen.titles()), PATIENCE)

    assert program.is_running()


def test_closing_the_window_ends_the_program_and_every_process_of_it(
    screen: Screen, program: psutil.Popen, tmp_path: Path
) -> None:
    wait_until(lambda: any("Hunch" in title for title in screen.titles()), PATIENCE)
    others = program.children(recursive=True)

    screen.close_window("Hunch")

    assert program.wait(PATIENCE) == 0
    assert psutil.wait_procs(others, timeout=PATIENCE)[1] == []
    assert not (tmp_path / "instance.json").exists()


def test_a_second_start_shows_its_file_in_the_window_of_the_first(
    screen: Screen, program: psutil.Popen, tmp_path: Path
) -> None:
    table = tmp_path / "zweite Tabelle.csv"
    table.write_text("a,b\n1,2\n")

    second = start(screen, tmp_path, str(table))
    said, _ = second.communicate(timeout=PATIENCE)

    assert (second.returncode, "is shown there" in said) == (0, True)
    wait_until(lambda: any("zweite Tabelle" in title for title in screen.titles()), PATIENCE)


def test_pages_are_larger_by_the_keys_and_at_the_next_start(
    screen: Screen, program: psutil.Popen, tmp_path: Path
) -> None:
    usual = screen.ink()
    for _step in range(4):
        screen.press("ctrl+plus")
    wait_until(lambda: screen.ink() > 1.3 * usual, PATIENCE)
    program.terminate()
    program.wait(PATIENCE)

    again = start(screen, tmp_path)
    try:
        wait_until(lambda: screen.ink() > 1.3 * usual, PATIENCE)
    finally:
        again.terminate()
        again.communicate(timeout=PATIENCE)


def test_a_word_is_found_on_the_page(screen: Screen, program: psutil.Popen) -> None:
    assert program.is_running()
    screen.press("ctrl+f")
    for letter in "example":
        screen.press(letter)

    wait_until(lambda: screen.ink(FOUND) >= ENOUGH, PATIENCE)


def test_the_window_has_the_size_that_it_had_before(
    screen: Screen, program: psutil.Popen, tmp_path: Path
) -> None:
    screen.resize("Hunch", 900, 600)
    wait_until(lambda: screen.size("Hunch") == (900, 600), PATIENCE)
    screen.close_window("Hunch")
    program.wait(PATIENCE)

    again = start(screen, tmp_path)
    try:
        wait_until(lambda: screen.size("Hunch") == (900, 600), PATIENCE)
    finally:
        again.terminate()
        again.communicate(timeout=PATIENCE)


def test_a_file_is_opened_that_is_dropped_on_the_window(
    screen: Screen, program: psutil.Popen, tmp_path: Path
) -> None:
    assert program.is_running()
    table = tmp_path / "Kunden März 100%.csv"
    table.write_text("a,b\n1,2\n")
    command = [sys.executable, "-m", "tests.e2e.drag_source", str(table)]
    source = subprocess.Popen(command, cwd=ROOT, env=screen.environment)
    try:
        wait_until(lambda: any("files" in title for title in screen.titles()), PATIENCE)
        screen.drag((1350, 950), (600, 300))
        wait_until(lambda: any("Kunden März 100%" in title for title in screen.titles()), PATIENCE)
    finally:
        source.terminate()
        source.wait(PATIENCE)
