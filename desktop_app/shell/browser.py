"""Shows the pages in a browser: prints links that work once until the person ends the program."""

import signal
import sys
import threading
import webbrowser
from collections.abc import Callable
from typing import TextIO

from desktop_app.language import _
from desktop_app.shell.sentences import ENDED, ENTER_PRINTS, OPEN_LINK


def serve_pages(new_link: Callable[[], str], first_link: str, *, asked: TextIO | None = None) -> None:
    """Print *first_link*, another one at each Enter, and return when the person ends the program."""
    enough = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: enough.set())
    _show(first_link)
    reader = threading.Thread(
        target=_print_more, args=(asked or sys.stdin, new_link), name="links", daemon=True
    )
    reader.start()
    try:
        while not enough.wait(3600):
            pass
    except KeyboardInterrupt:
        sys.stdout.write("\n")
    _write(_(ENDED))


def _show(link: str) -> None:
    if sys.platform in ("win32", "darwin") and not sys.stdout.isatty():
        # Nobody sees what is printed. On Linux this would show the link to every user of the computer.
        webbrowser.open(link)
    _write(_(OPEN_LINK), f"  {link}", _(ENTER_PRINTS))


def _print_more(asked: TextIO | None, new_link: Callable[[], str]) -> None:
    while asked is not None and asked.readline():
        _write(f"  {new_link()}")


def _write(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
