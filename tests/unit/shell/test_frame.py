"""The window stands where it stood, and always where it can be seen."""

from dataclasses import dataclass

import pytest

from desktop_app.shell.frame import Frame, keep_frame, kept_frame, on_screen
from desktop_app.workspace.store import Workspace


@dataclass
class Screen:
    x: int = 0
    y: int = 0
    width: int = 1920
    height: int = 1080


def test_a_frame_is_kept(workspace: Workspace) -> None:
    frame = Frame(width=1000, height=700, x=-1900, y=20, is_maximized=True)

    keep_frame(workspace.choices, frame)

    assert kept_frame(workspace.choices) == frame


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", '{"width": "wide"}', '{"width": 1e99}', '{"x": 99999999}', "[" * 10**5]
)
def test_what_is_no_frame_is_the_usual_one(workspace: Workspace, kept: str) -> None:
    workspace.choices.keep("window", kept)

    assert kept_frame(workspace.choices) == Frame()


def test_a_frame_is_never_too_small_to_be_used(workspace: Workspace) -> None:
    keep_frame(workspace.choices, Frame(width=10, height=10))

    assert (kept_frame(workspace.choices).width, kept_frame(workspace.choices).height) == (720, 480)


@pytest.mark.parametrize(
    ("x", "y", "is_kept"),
    [
        (0, 0, True),
        (-900, 0, True),
        (-1150, 0, False),
        (1900, 0, False),
        (100, -40, False),
        (100, 1070, False),
    ],
)
def test_a_window_that_no_screen_shows_gets_a_new_place(x: int, y: int, *, is_kept: bool) -> None:
    frame = on_screen(Frame(x=x, y=y), [Screen()])

    assert (frame.x, frame.y) == ((x, y) if is_kept else (None, None))


def test_the_place_on_a_second_screen_is_kept_as_long_as_that_is_there() -> None:
    frame = Frame(x=2000, y=100)

    assert on_screen(frame, [Screen(), Screen(x=1920)]) == frame
    assert on_screen(frame, [Screen()]).x is None


def test_a_window_is_no_larger_than_the_screen() -> None:
    frame = on_screen(Frame(width=3000, height=2000, x=0, y=0), [Screen(width=1366, height=768)])

    assert (frame.width, frame.height) == (1366, 768)
