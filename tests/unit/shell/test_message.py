"""Where nobody reads a terminal and there is no page, the system itself shows what happened."""

import ctypes
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.errors import InternalError
from desktop_app.shell.message import tell, tell_unread

STUCK = InternalError("error.other_stuck")
TELL = "from desktop_app.shell.message import tell; print(tell('It is so.', '<b>Do</b> this.'))"
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as on Linux")


def told_by(tmp_path: Path, program: str) -> tuple[str, list[str]]:
    """Tell on a screen that does not answer, with one program there is; return what was said, and to it."""
    script, heard = tmp_path / program, tmp_path / "heard"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{heard}"\n')
    script.chmod(0o755)
    environment = {**os.environ, "DISPLAY": ":9999", "WAYLAND_DISPLAY": "", "PATH": str(tmp_path)}
    environment |= {"BROWSER": "browser", "TMPDIR": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    command = [sys.executable, "-c", TELL]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip(), heard.read_text().splitlines()


@LINUX
def test_without_gtk_a_program_of_the_desktop_shows_it(tmp_path: Path) -> None:
    said, heard = told_by(tmp_path, "zenity")

    assert said == "True"
    assert heard[-3:] == ["It is so.", "", "<b>Do</b> this."]


@LINUX
def test_without_any_of_them_the_browser_shows_it(tmp_path: Path) -> None:
    said, heard = told_by(tmp_path, "browser")

    assert said == "True"
    page = Path(heard[0].removeprefix("file://")).read_text()
    assert "<p>It is so.<p>&lt;b&gt;Do&lt;/b&gt; this." in page


@LINUX
def test_where_nothing_can_be_shown_the_log_says_which(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    with caplog.at_level(logging.WARNING):
        tell_unread(STUCK)

    assert "could be said to nobody: error.other_stuck" in caplog.text


class FakeWindows:
    """Notes what is shown, as user32 would."""

    def __init__(self) -> None:
        self.user32, self.shown = self, ""

    def MessageBoxW(self, _owner: object, text: str, title: str, _kind: int) -> int:  # noqa: N802 - theirs
        self.shown = f"{title}: {text}"
        return 1


def test_windows_shows_it_in_a_box_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = FakeWindows()
    monkeypatch.setattr(ctypes, "windll", windows, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")

    assert tell(STUCK.message, STUCK.hint)

    assert windows.shown == (
        "Hunch: Hunch is already open but does not answer.\n\nWait a minute, or end it and start again."
    )
