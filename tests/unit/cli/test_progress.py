"""A bar is drawn only where a person watches."""

import io

import pytest

from desktop_app.cli.output import Output
from desktop_app.cli.progress import Bar
from desktop_app.records.jobs import Progress
from desktop_app.records.notices import Notice


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "80")
    return Terminal()


def halfway(*, milestone: bool = False) -> Progress:
    notice = Notice(code="learn.candidate_done", values={"kind": "linear", "right": 0.81})
    return Progress(fraction=0.5, notice=notice, milestone=milestone, seconds_left=35.0)


def test_a_terminal_shows_how_far_it_is_and_how_long_it_takes(terminal: Terminal) -> None:
    Bar(Output(), terminal)(halfway(milestone=True))

    assert terminal.getvalue() == (
        "Straight-line model: right for 81 of 100 so far.\n"
        "\r\x1b[K[############............]  50%  About 35 seconds left"
    )


def test_the_bar_goes_when_the_work_is_over(terminal: Terminal) -> None:
    bar = Bar(Output(), terminal)

    bar(halfway())
    bar.clear()

    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_line_never_breaks(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    Bar(Output(), terminal)(halfway())

    assert len(terminal.getvalue().removeprefix("\r\x1b[K")) == 39


def test_a_file_gets_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    Bar(Output())(halfway(milestone=True))

    assert capsys.readouterr().err == ""


def test_quiet_gets_no_bar(terminal: Terminal) -> None:
    Bar(Output(quiet=True), terminal)(halfway())

    assert terminal.getvalue() == ""


@pytest.mark.parametrize("fraction", [-1.0, 0.0, 0.999, 7.0])
def test_the_bar_is_never_longer_than_its_frame(terminal: Terminal, fraction: float) -> None:
    Bar(Output(), terminal)(Progress(fraction=fraction))

    frame = terminal.getvalue().removeprefix("\r\x1b[K")
    assert frame.index("]") == 25
