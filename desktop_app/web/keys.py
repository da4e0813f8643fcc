"""The keys of the program, as a person finds them in a list."""

import sys
from typing import NamedTuple

from desktop_app.language import _, mark


class Key(NamedTuple):
    """What to press, and what it does."""

    press: str
    does: str


_KEYS = (
    Key(mark("Ctrl+O"), mark("Open a file")),
    Key(mark("Ctrl+S"), mark("Save the model as a file")),
    Key(mark("Ctrl+P"), mark("Print")),
    Key(mark("Ctrl+Z"), mark("Take back the last change")),
    Key(mark("Ctrl+Y"), mark("Do it again")),
    Key(mark("Ctrl+1 … Ctrl+7"), mark("Go to a step, in the window")),
    Key(mark("Ctrl+F"), mark("Find a word on the page, or a column of the table")),
    Key(mark("Ctrl+C"), mark("Copy the selected cells")),
    Key(mark("Ctrl and +, − or 0"), mark("Larger, smaller, usual size")),
    Key(mark("F1"), mark("Help and words")),
    Key("?", mark("Show this list")),
    Key(mark("Esc"), mark("Close what is open")),
)


def keys() -> tuple[Key, ...]:
    """Return the keys as they are called on this computer."""
    own = "⌘" if sys.platform == "darwin" else ""
    return tuple(Key(_named(key.press, own), _(key.does)) for key in _KEYS)


def _named(press: str, own: str) -> str:
    return press.replace("Ctrl+", own).replace("Ctrl", own) if own else _(press)
