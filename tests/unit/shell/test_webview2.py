"""On Windows what draws the window may be missing: Microsoft's installer is offered where it was brought."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop_app.shell import webview2
from desktop_app.shell.webview2 import BOOTSTRAPPER, Native, offer_webview2


class FakeWindows:
    """A Windows with a person who has made up their mind."""

    def __init__(self, *, is_there: bool = False, agrees: bool = True, code: int = 0) -> None:
        self.asked: list[str] = []
        self.ran: list[Sequence[str]] = []
        self._agrees, self._code = agrees, code
        self.native = Native(is_there=lambda: is_there, ask=self._ask, run=self._run)

    def _ask(self, question: str) -> bool:
        self.asked.append(question)
        return self._agrees

    def _run(self, command: Sequence[str]) -> int:
        self.ran.append(command)
        return self._code


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """The folder of a program that was brought with the installer."""
    folder = tmp_path / "Programs" / "Hunch"
    folder.mkdir(parents=True)
    (folder / BOOTSTRAPPER).touch()
    return folder


def test_a_person_who_agrees_gets_it_in_silence(tmp_path: Path, beside: Path) -> None:
    windows = FakeWindows()

    assert offer_webview2(tmp_path, beside, windows.native)

    assert windows.ran == [[str(beside / "MicrosoftEdgeWebview2Setup.exe"), "/silent", "/install"]]
    assert "Microsoft Edge WebView2 Runtime. Install it now?" in windows.asked[0]
    assert "needs the network" in windows.asked[0]


def test_a_person_who_declines_is_not_asked_again(tmp_path: Path, beside: Path) -> None:
    windows = FakeWindows(agrees=False)

    assert not offer_webview2(tmp_path, beside, windows.native)
    assert not offer_webview2(tmp_path, beside, windows.native)

    assert (len(windows.asked), windows.ran) == (1, [])


def test_what_could_not_be_installed_is_offered_again_at_the_next_start(tmp_path: Path, beside: Path) -> None:
    windows = FakeWindows(code=1)

    assert not offer_webview2(tmp_path, beside, windows.native)
    assert not offer_webview2(tmp_path, beside, windows.native)

    assert len(windows.ran) == 2


def test_nobody_is_asked_where_it_is_there_or_it_left_the_installer_out(tmp_path: Path, beside: Path) -> None:
    here, without = FakeWindows(is_there=True), FakeWindows()

    offer_webview2(tmp_path, beside, here.native)
    offer_webview2(tmp_path, tmp_path, without.native)

    assert (here.asked, without.asked) == ([], [])


class FakeRegistry:
    """winreg with one value, under a part of the key's name."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE = "user", "machine"

    def __init__(self, root: str, part: str, version: str) -> None:
        self._root, self._part, self._version = root, part, version

    def OpenKey(self, root: str, key: str) -> "FakeRegistry":  # noqa: N802 - theirs
        if root != self._root or self._part not in key:
            raise FileNotFoundError
        return self

    def QueryValueEx(self, _key: object, name: str) -> tuple[str, int]:  # noqa: N802 - theirs
        assert name == "pv"
        return self._version, 1

    def __enter__(self) -> "FakeRegistry":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""


@pytest.mark.parametrize(
    ("root", "part", "version", "is_there"),
    [
        ("user", "F3017226", "128.0.2739.42", True),
        ("machine", r"WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226", "109.0.1518.140", True),
        ("machine", "65C35B14", "130.0.1.0", True),  # of Edge Canary
        ("machine", "F3017226", "0.0.0.0", False),  # noqa: S104 - a version that was removed, no address
        ("machine", "no such client", "1.0", False),
    ],
)
def test_its_version_stands_in_the_registry(
    monkeypatch: pytest.MonkeyPatch, root: str, part: str, version: str, is_there: bool
) -> None:
    monkeypatch.setitem(sys.modules, "winreg", FakeRegistry(root, part, version))

    assert webview2.windows().is_there() == is_there


@pytest.mark.parametrize(("pressed", "agreed"), [(6, True), (7, False), (0, False)])
def test_only_yes_is_a_yes(monkeypatch: pytest.MonkeyPatch, pressed: int, agreed: bool) -> None:
    box = SimpleNamespace(user32=SimpleNamespace(MessageBoxW=lambda *_about: pressed))
    monkeypatch.setattr("ctypes.windll", box, raising=False)

    assert webview2.windows().ask("Install it?") == agreed


def test_the_installer_is_started_with_what_stands_there(tmp_path: Path) -> None:
    assert webview2.windows().run([sys.executable, "-c", "raise SystemExit(3)", str(tmp_path)]) == 3
