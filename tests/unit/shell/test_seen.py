"""Whether a person reads what is printed."""

import ctypes
import io
import os
import sys

import pytest

from desktop_app.shell import seen


@pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
def test_a_terminal_is_read_and_a_file_is_not() -> None:
    leader, follower = os.openpty()
    with os.fdopen(follower, "w") as terminal:
        assert seen.is_read(terminal)
    os.close(leader)

    assert not seen.is_read(io.StringIO())
    assert not seen.is_read(None)  # as in a windowed program


class Terminal(io.StringIO):
    """A stream that takes itself for a terminal, as that of a hidden console does."""

    def isatty(self) -> bool:
        return True


class FakeConsole:
    """A console of Windows in which so many programs are."""

    def __init__(self, programs: int) -> None:
        self.kernel32, self._programs = self, programs

    def GetConsoleProcessList(self, _list: object, _room: int) -> int:  # noqa: N802 - theirs
        return self._programs


@pytest.mark.parametrize(("programs", "is_read"), [(1, False), (2, True)])
def test_a_console_of_our_own_is_the_hidden_one_of_an_icon(
    monkeypatch: pytest.MonkeyPatch, programs: int, is_read: bool
) -> None:
    monkeypatch.setattr(ctypes, "windll", FakeConsole(programs), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    seen._console_is_shown.cache_clear()

    assert seen.is_read(Terminal()) == is_read

    seen._console_is_shown.cache_clear()
