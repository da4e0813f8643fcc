"""The program for Windows shows its pages in a browser of Linux, over the loopback that both share."""

import http.cookiejar
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from wine.prefix import Prefix

from tests.windows.conftest import Hunch

PATIENCE = 120  # seconds
BROWSER = r"HKCU\Software\Wine\WineBrowser"
pytestmark = pytest.mark.windows


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.2)


@pytest.fixture
def shown(windows: Prefix, tmp_path: Path) -> Path:
    """A list of the addresses that the person's browser was asked to show."""
    listed = tmp_path / "shown"
    listed.touch()
    browser = tmp_path / "browser"
    browser.write_text(f"#!/bin/sh\necho \"$1\" >> '{listed}'\n")
    browser.chmod(0o755)
    windows.must(["reg", "add", BROWSER, "/v", "Browsers", "/d", str(browser), "/f"])
    return listed


@pytest.fixture
def running(hunch: Hunch, shown: Path) -> Iterator[subprocess.Popen[str]]:
    """The program, started without a window, once it has shown its link; ended after the test."""
    program = hunch.start("--browser")
    try:
        wait_until(lambda: bool(addresses(shown)) or program.poll() is not None)
        yield program
    finally:
        hunch.windows.kill("hunch.exe")
        program.communicate(timeout=PATIENCE)


def addresses(shown: Path) -> list[str]:
    return shown.read_text(encoding="utf-8").splitlines()


def test_the_browser_shows_its_first_page_and_a_second_start_hands_over(
    hunch: Hunch, running: subprocess.Popen[str], shown: Path
) -> None:
    cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    browser = urllib.request.build_opener(urllib.request.ProxyHandler({}), cookies)
    (link,) = addresses(shown)

    with browser.open(link, timeout=PATIENCE) as page:
        text = page.read().decode("utf-8")
    second = hunch.run("--browser")

    assert (page.status, "<title>" in text, "Hunch" in text) == (200, True, True)
    wait_until(lambda: len(addresses(shown)) == 2 or "http://127.0.0.1" in second.stdout)
    assert (second.returncode, running.poll()) == (0, None)


@pytest.mark.usefixtures("running")
def test_workers_die_with_a_program_that_is_killed(hunch: Hunch) -> None:
    wait_until(lambda: len(hunch.windows.running("hunch.exe")) >= 2)  # itself and the spare worker

    hunch.windows.kill("hunch.exe", only_first=True)

    wait_until(lambda: hunch.windows.running("hunch.exe") == [])
