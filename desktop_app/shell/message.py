"""A message of the system itself, for what must be said where there is no page and no terminal."""

import html
import importlib
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import webbrowser
from pathlib import Path
from typing import Any

from desktop_app.errors import AppError
from desktop_app.shell.seen import is_read
from desktop_app.shell.system_gi import offer_system_gi
from desktop_app.shell.webview_parts import forget_own_libraries, has_screen

log = logging.getLogger(__name__)

NAME = "Hunch"
_WARNING, _IN_FRONT = 0x30, 0x10000  # of MessageBoxW
# What desktops bring to show a text; the text follows, as one argument, and is no markup.
_PROGRAMS = (
    ("zenity", "--warning", "--no-markup", f"--title={NAME}", "--text"),
    ("kdialog", "--title", NAME, "--sorry"),
    ("xmessage", "-center", "-title", NAME),
)


def tell_unread(error: AppError) -> None:
    """Show why the program cannot open where nobody reads the terminal; what cannot be shown is logged."""
    if not is_read(sys.stderr) and not tell(error.message, error.hint) and log.hasHandlers():
        log.warning("could be said to nobody: %s", error.code)


def tell(message: str, hint: str = "") -> bool:
    """Show it in a small window of the system until the person has read it, or else as a page in the browser.

    Return whether either was possible; without a screen nothing is.
    """
    if sys.platform == "win32":
        return _by_windows(message, hint)
    if sys.platform == "darwin":
        return _by_macos(message, hint)
    if not has_screen():
        return False
    forget_own_libraries()
    return _by_gtk(message, hint) or _by_program(message, hint) or _by_browser(message, hint)


def _by_windows(message: str, hint: str) -> bool:
    import ctypes

    text = f"{message}\n\n{hint}".strip()
    return bool(ctypes.windll.user32.MessageBoxW(None, text, NAME, _WARNING | _IN_FRONT))  # type: ignore[attr-defined,unused-ignore]


def _by_macos(message: str, hint: str) -> bool:
    try:
        kit: Any = importlib.import_module("AppKit")  # it comes with the window
    except ImportError:
        return _by_browser(message, hint)
    kit.NSApplication.sharedApplication().activateIgnoringOtherApps_(True)  # noqa: FBT003 - as macOS calls it
    alert = kit.NSAlert.alloc().init()
    alert.setMessageText_(message)
    alert.setInformativeText_(hint)
    alert.runModal()
    return True


def _by_gtk(message: str, hint: str) -> bool:
    if not offer_system_gi():
        return False
    try:
        importlib.import_module("gi").require_version("Gtk", "3.0")
        gtk: Any = importlib.import_module("gi.repository.Gtk")
    except (ImportError, ValueError):
        return False
    if not gtk.init_check(None)[0]:
        return False
    box = gtk.MessageDialog(
        message_type=gtk.MessageType.WARNING, buttons=gtk.ButtonsType.CLOSE, text=message, title=NAME
    )
    box.format_secondary_text(hint)
    box.set_position(gtk.WindowPosition.CENTER)
    box.set_keep_above(True)
    box.run()
    box.destroy()
    while gtk.events_pending():
        gtk.main_iteration()
    return True


def _by_program(message: str, hint: str) -> bool:
    text = f"{message}\n\n{hint}".strip()
    for name, *options in _PROGRAMS:
        found = shutil.which(name)
        if found is None:
            continue
        try:
            command = [found, *options, text]  # one of three, by its name
            done = subprocess.run(command, stderr=subprocess.PIPE, check=False)  # noqa: S603
        except OSError:  # it cannot be run, or takes no text so long
            continue
        if done.returncode == 0 or (done.returncode == 1 and not done.stderr):  # its button, or its cross
            return True
    return False


def _by_browser(message: str, hint: str) -> bool:
    """Show a page of its own; it stays in the folder of temporary files, since the browser reads it later."""
    try:
        handle, name = tempfile.mkstemp(prefix="hunch-says-", suffix=".html")
    except OSError:
        return False
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as page:
        page.write(f"<!doctype html><meta charset=utf-8><title>{NAME}</title><h1>{NAME}</h1>")
        page.write(f"<p>{html.escape(message)}<p>{html.escape(hint)}")
    return webbrowser.open(Path(name).as_uri())
