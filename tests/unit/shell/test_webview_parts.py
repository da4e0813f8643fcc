"""What stands against a window is found before it is opened, and said."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.shell.webview_parts import Hindrance, hindrance, prepare_environment

ASK = "from desktop_app.shell.webview_parts import hindrance; print(hindrance())"
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks as on Linux")


@LINUX
def test_without_a_display_there_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    found = hindrance()

    assert found == Hindrance()
    assert found.sentence == "There is no screen here, so Hunch is shown in a browser."


@LINUX
def test_a_display_that_does_not_answer_is_no_screen_and_no_crash(tmp_path: Path) -> None:
    environment = {**os.environ, "DISPLAY": ":9999", "WAYLAND_DISPLAY": "", "XDG_RUNTIME_DIR": str(tmp_path)}

    done = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.startswith("Hindrance(part=")


def test_a_dot_net_that_cannot_be_loaded_is_a_missing_part(monkeypatch: pytest.MonkeyPatch) -> None:
    def as_pythonnet_says_it(_name: str) -> None:
        raise RuntimeError("Failed to create a default .NET runtime")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(importlib, "import_module", as_pythonnet_says_it)

    assert hindrance() == Hindrance(part=".NET Framework 4.8")


def test_the_missing_part_is_named_in_the_sentence() -> None:
    assert Hindrance(part="gir1.2-webkit2-4.1").sentence == (
        "This computer has no part to draw the window (gir1.2-webkit2-4.1), so Hunch opens in your browser. "
        "Install gir1.2-webkit2-4.1 for a window of its own."
    )


def test_our_own_pages_never_go_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "intranet.example")
    monkeypatch.setenv("no_proxy", "")

    prepare_environment()
    prepare_environment()

    assert os.environ["NO_PROXY"] == "127.0.0.1,intranet.example"
    assert os.environ["no_proxy"] == "127.0.0.1"


def test_what_a_person_chose_for_the_web_view_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "0")

    prepare_environment()

    assert os.environ["WEBKIT_DISABLE_DMABUF_RENDERER"] == "0"


@pytest.mark.parametrize(("before", "after"), [("", None), ("/opt-lib", "/opt-lib")])
def test_the_frozen_program_leaves_its_libraries_to_itself(
    monkeypatch: pytest.MonkeyPatch, before: str, after: str | None
) -> None:
    for name in ("NO_PROXY", "no_proxy", "WEBKIT_DISABLE_DMABUF_RENDERER"):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(sys, "_MEIPASS", "/folder", raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/folder")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)

    prepare_environment()

    assert os.environ.get("LD_LIBRARY_PATH") == after
