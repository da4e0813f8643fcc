"""Files that are dropped on the window: the system tells their paths to the window, and to no page."""

import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_PATIENCE, _LOOK = 2.0, 0.05  # seconds: the page may hear of it before the window does


def listen(window: Any) -> None:
    """Have the paths noted from now on; the window must be there."""
    _state()["num_listeners"] = 1
    if sys.platform.startswith("linux"):
        from gi.repository import GLib
        from webview.platforms.gtk import BrowserView

        # pywebview looks for a text only, which not every file manager gives.
        view = BrowserView.instances[window.uid].webview

        def connect() -> bool:
            view.connect("drag-data-received", _note)
            return False  # once is enough

        GLib.idle_add(connect)


def taken_drop() -> Path | None:
    """Return the file that was dropped last, once; None where no path came of it."""
    state, deadline = _state(), time.monotonic() + _PATIENCE
    while not state["paths"]:
        if time.monotonic() > deadline:
            return None
        time.sleep(_LOOK)
    _name, told = state["paths"][-1]
    state["paths"] = []
    path = Path(told)
    return path if path.exists() else Path(unquote(told))  # GTK may tell it as an address


def _note(*received: Any) -> None:
    """Note what GTK tells of a drop: the widget, the drag, its place, the data, a number and the time."""
    data = received[4]
    files = [unquote(urlsplit(uri).path) for uri in data.get_uris() or () if uri.startswith("file:")]
    _state()["paths"] += [(Path(file).name, file) for file in files]


def _state() -> dict[str, Any]:
    # It is pywebview's own: its events of drops need scripts that our content policy forbids.
    from webview import dom

    return dom._dnd_state
