"""Opens the program: in a window where there can be one, else as pages for a browser."""

import logging
import os
import sys
import threading
from dataclasses import replace
from pathlib import Path

from desktop_app.language import _, say
from desktop_app.settings import Settings
from desktop_app.shell.assembly import running
from desktop_app.shell.browser import serve_pages
from desktop_app.shell.dialogs import NativeDialogs
from desktop_app.shell.instance import Place, hand_over, take_place
from desktop_app.shell.log import give_output_a_place, keep_log
from desktop_app.shell.sentences import ALREADY_OPEN, OPEN_LINK, SHOWN_THERE
from desktop_app.shell.webview_parts import hindrance, prepare_environment
from desktop_app.shell.window import Window
from desktop_app.workspace.place import check_drive


def open_app(file: Path | None, settings: Settings, *, browser: bool) -> int:
    """Show the program until the person closes it; a second start hands its *file* to the first."""
    give_output_a_place()
    settings = replace(settings, workspace=settings.workspace.absolute())
    file = file.absolute() if file else None
    if hasattr(sys, "_MEIPASS"):
        # A folder that happens to be the current one may hold libraries with the names of ours.
        os.chdir(Path(sys.executable).parent)
    check_drive(settings)
    place = take_place(settings.workspace)
    if place is None:
        return _show_in_other(settings.workspace, file)
    keep_log(settings.workspace, settings.log_level)
    prepare_environment()
    in_browser = browser or _cannot_show_window()
    try:
        if in_browser:
            _in_browser(place, file, settings)
        else:
            _in_window(place, file, settings)
    finally:
        place.leave()
    if not in_browser:
        _end_with_the_window()
    return 0


def _cannot_show_window() -> bool:
    found = hindrance()
    if found:
        print(found.sentence, flush=True)  # noqa: T201 - the person started it and waits for this
    return found is not None


def _in_window(place: Place, file: Path | None, settings: Settings) -> None:
    dialogs = NativeDialogs()
    with running(settings, dialogs=dialogs) as app:
        place.announce(app.address)
        if file:
            hand_over(settings.workspace, file)  # takes the same way as the file of a later start
        Window(app, dialogs).show()
        app.begun.result()  # raises what kept the pages from being made


def _end_with_the_window() -> None:
    """End the process at once where a thread of pywebview still waits for an answer of the page that is gone.

    It asks after each load; closed before the answer, Python would wait for that thread for ever.
    """
    if all(thread.daemon or thread is threading.main_thread() for thread in threading.enumerate()):
        return
    logging.shutdown()
    sys.stdout.flush()
    os._exit(0)


def _in_browser(place: Place, file: Path | None, settings: Settings) -> None:
    with running(settings) as app:
        place.announce(app.address)
        link = hand_over(settings.workspace, file) if file else app.entrance.link()
        app.begun.result()
        app.supervisor.prepare_spare()
        serve_pages(app.entrance.link, link, settings.workspace)


def _show_in_other(workspace: Path, file: Path | None) -> int:
    link = hand_over(workspace, file)
    lines = [say(SHOWN_THERE, {"file": file.name}) if file else _(ALREADY_OPEN)]
    if link:
        lines += [_(OPEN_LINK), f"  {link}"]
    print(*lines, sep="\n", flush=True)  # noqa: T201 - the person started it and waits for this
    return 0
