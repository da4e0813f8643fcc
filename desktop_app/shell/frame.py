"""The size and the place of the window, from one start to the next."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Protocol

from desktop_app.errors import SaveError
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.record import dataclass
from desktop_app.workspace.choices import Choices

SMALLEST = (720, 480)
_NAME = "window"
_FURTHEST = 2**15  # pixels
_REACHABLE = 100  # pixels of the window's head that must lie on a screen, so that it can be moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where the window stands and how large it is; without a place the system chooses one."""

    width: int = 1200
    height: int = 820
    x: int | None = None
    y: int | None = None
    is_maximized: bool = False


class Screen(Protocol):
    """A screen as pywebview tells of it."""

    x: int
    y: int
    width: int
    height: int


def kept_frame(choices: Choices) -> Frame:
    """Return the frame that was kept last; the usual one where there is none that can be."""
    try:
        frame = from_json(Frame, json.loads(choices.get(_NAME) or "{}"))
    except (TypeError, ValueError, RecursionError):  # it may come from a backup of anybody's
        return Frame()
    if any(abs(number) > _FURTHEST for number in (frame.width, frame.height, frame.x or 0, frame.y or 0)):
        return Frame()
    return replace(frame, width=max(frame.width, SMALLEST[0]), height=max(frame.height, SMALLEST[1]))


def keep_frame(choices: Choices, frame: Frame) -> None:
    """Keep the frame for the next start, if the disk takes it."""
    with suppress(SaveError):
        choices.keep(_NAME, json.dumps(to_json(frame)))


def on_screen(frame: Frame, screens: Sequence[Screen]) -> Frame:
    """Return the frame no larger than the largest screen, and without its place where none shows its head."""
    if not screens:
        return replace(frame, x=None, y=None)
    width = min(frame.width, max(screen.width for screen in screens))
    height = min(frame.height, max(screen.height for screen in screens))
    frame, x, y = replace(frame, width=width, height=height), frame.x, frame.y
    if x is None or y is None or any(_shows(screen, x, y, width) for screen in screens):
        return frame
    return replace(frame, x=None, y=None)


class Follower:
    """Follows what a person makes of the frame of an open window."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    def follow(self, events: Any) -> None:
        """Be told by the events of the window, as pywebview has them."""
        events.resized += lambda width, height: self._placed(width=int(width), height=int(height))
        events.moved += lambda x, y: self._placed(x=int(x), y=int(y))
        events.maximized += lambda: self._note(is_maximized=True)
        events.restored += lambda: self._note(is_maximized=False)

    def _placed(self, **changed: int) -> None:
        # Maximized, it has another size and place than those to which it goes back.
        if not self.frame.is_maximized:
            self._note(**changed)

    def _note(self, **changed: Any) -> None:
        self.frame = replace(self.frame, **changed)


def _shows(screen: Screen, x: int, y: int, width: int) -> bool:
    seen = min(x + width, screen.x + screen.width) - max(x, screen.x)
    return seen >= _REACHABLE and screen.y <= y <= screen.y + screen.height - _REACHABLE
