"""Shows the pages in a browser: gives out links that work once until the person ends the program."""

import html
import os
import signal
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from desktop_app.language import _, say
from desktop_app.shell.message import tell
from desktop_app.shell.seen import is_read
from desktop_app.shell.sentences import COPY_LINK, ENDED, ENTER_PRINTS, NO_BROWSER, OPEN_LINK, OPEN_PAGE
from desktop_app.shell.webview_parts import has_screen

PAGE = "open-hunch.html"


def serve_pages(new_link: Callable[[], str], first_link: str, folder: Path) -> None:
    """Give out *first_link*, another one at each Enter, and return when the person ends the program.

    Where nobody reads what is printed, the link is shown by a page in *folder*.
    """
    enough = threading.Event()
    for name in ("SIGTERM", "SIGHUP"):
        if signal.getsignal(number := getattr(signal, name, signal.SIGTERM)) == signal.SIG_DFL:
            signal.signal(number, lambda *_: enough.set())
    try:
        if is_read(sys.stdout) or not show_link(first_link, folder):
            _write(_(OPEN_LINK), f"  {first_link}", _(ENTER_PRINTS))
            _tell_where(first_link, folder)
        threading.Thread(target=_print_more, args=(sys.stdin, new_link), name="links", daemon=True).start()
        # A signal that comes just before a wait begins is not seen until it ends, so no wait is long.
        while not enough.wait(1):
            pass
    except KeyboardInterrupt:
        _write("")
    (folder / PAGE).unlink(missing_ok=True)
    _write(_(ENDED))


def show_link(link: str, folder: Path) -> bool:
    """Let the browser show the link in a way in which no other user sees it; return whether it could."""
    if sys.platform in ("win32", "darwin"):
        return webbrowser.open(link)
    if not has_screen():
        return False
    # Every user of a Linux computer can read the command line of a browser, but not this file. The link is
    # to be copied, because a click in a file comes from another site, and those are not let in.
    return webbrowser.open(write_page(link, folder).as_uri())


def _tell_where(link: str, folder: Path) -> None:
    """Where nobody reads the terminal and no browser could be opened, say so in a window of the system."""
    if not is_read(sys.stdout) and (has_screen() or sys.platform in ("win32", "darwin")):
        tell(_(NO_BROWSER), say(OPEN_PAGE, {"path": str(write_page(link, folder))}))


def write_page(link: str, folder: Path) -> Path:
    """Write a page that shows *link* and that only this user can read; return where it lies."""
    page = folder / PAGE
    page.unlink(missing_ok=True)
    with os.fdopen(os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write("<!doctype html><meta charset=utf-8><title>Hunch</title><h1>Hunch</h1>")
        file.write(f"<p>{html.escape(_(COPY_LINK))}<p><input readonly size=100 value={html.escape(link)!r}>")
    return page


def _print_more(asked: TextIO | None, new_link: Callable[[], str]) -> None:
    while asked is not None and asked.readline():
        _write(f"  {new_link()}")


def _write(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
