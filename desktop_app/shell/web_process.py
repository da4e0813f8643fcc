"""The process that draws the pages: it may end by itself, and its last picture would stay for ever."""

import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from desktop_app.web.entrance import Entrance

log = logging.getLogger(__name__)

FATAL = 0b110  # of GLib: an error, after which it ends the program
SOON = 60.0  # seconds within which a second end means that it cannot draw here


def begin_anew_where_it_cannot_begin(is_coming: Callable[[], bool], arguments: Sequence[str]) -> None:
    """Start the program once more, with *arguments*, where WebKit would end it while *is_coming* its window.

    It does so when the process that draws cannot begin, as where a security program does not let it. The
    new start finds the note that no window came, and opens in the browser.
    """
    if not sys.platform.startswith("linux"):
        return
    from gi.repository import GLib

    def ending(_domain: str, _level: int, words: str, *_: object) -> None:
        log.error("the window cannot be drawn: %s", words)
        if is_coming():
            logging.shutdown()
            os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # it is no part of this start
            os.execv(sys.executable, (*this_program(), *arguments))  # noqa: S606 - by our own words

    GLib.log_set_handler(None, GLib.LogLevelFlags(FATAL), ending)


def this_program() -> tuple[str, ...]:
    """Return the words that start this program, frozen or by Python, before those of the person."""
    return (sys.executable, *sys.orig_argv[1 : len(sys.orig_argv) - len(sys.argv) + 1])


class Revival:
    """Shows the page again when the process that drew it has ended; gives up when that is in vain."""

    def __init__(self, entrance: Entrance, give_up: Callable[[], None]) -> None:
        self.has_given_up = False
        self._entrance, self._give_up = entrance, give_up
        self._last = float("-inf")  # moment of the last end

    def watch(self, window: Any) -> None:
        """Be told when the process of *window* ends; the window must be there.

        On Windows and macOS the web view sees to it by itself: it shows a page to load again, or loads.
        """
        if not sys.platform.startswith("linux"):
            return
        from gi.repository import GLib
        from webview.platforms.gtk import BrowserView

        view = BrowserView.instances[window.uid].webview

        def listen() -> None:  # what is not None would be called again and again
            view.connect("web-process-terminated", lambda *_: self.ended(view.get_uri(), view.load_uri))

        GLib.idle_add(listen)

    def ended(self, address: str, load: Callable[[str], None]) -> None:
        """Show the page at *address* again, or give up where that was done a moment ago."""
        now = time.monotonic()
        is_in_vain, self._last = now - self._last < SOON, now
        if not is_in_vain:
            # By a link of its own: loading again would use that of the start a second time.
            load(self._entrance.link(self._page(address)))
        elif not self.has_given_up:
            self.has_given_up = True
            self._give_up()

    def _page(self, address: str) -> str:
        """Return the page of an address of ours; for any other, and for a link, the first one."""
        parts = urlsplit(address or "")
        is_page = address.startswith(f"{self._entrance.origin}/") and parts.path != "/enter"
        return parts._replace(scheme="", netloc="", fragment="").geturl() if is_page else "/"
