"""Opens the program: in a window where there can be one, else as pages for a browser."""

import logging
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import InternalError
from desktop_app.language import _, say
from desktop_app.settings import Settings
from desktop_app.shell.assembly import RunningApp, running
from desktop_app.shell.browser import serve_pages, show_link
from desktop_app.shell.dialogs import NativeDialogs
from desktop_app.shell.instance import Place, hand_over, take_place
from desktop_app.shell.log import give_output_a_place, keep_log
from desktop_app.shell.reach import is_reached
from desktop_app.shell.seen import is_read
from desktop_app.shell.sentences import ALREADY_OPEN, OPEN_LINK, SHOWN_THERE, WINDOW_ENDED, WINDOW_FAILED
from desktop_app.shell.web_process import begin_anew_where_it_cannot_begin
from desktop_app.shell.webview2 import offer_webview2, program_folder, windows
from desktop_app.shell.webview_parts import forget_screen, hindrance, prepare_environment
from desktop_app.shell.window import Window
from desktop_app.web.entrance import Beginning
from desktop_app.workspace.cut_off import cut_off_opening, file_of
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
    reason = None if browser else _why_no_window(place, settings.workspace)
    in_browser = browser or reason is not None
    try:
        # Where no window came, that ended the program, and not what it did.
        beginning = Beginning(reason=reason or str, was_killed=place.was_killed and not place.had_no_window)
        if not in_browser and not _in_window(place, file, settings, beginning):
            _in_browser(place, None, settings, Beginning(reason=lambda: _(WINDOW_ENDED)))
        elif in_browser:
            _in_browser(place, file, settings, beginning)
    finally:
        place.leave()
    if not in_browser:
        _end_with_the_window()
    return 0


def _why_no_window(place: Place, workspace: Path) -> Callable[[], str] | None:
    """Return what says why there can be no window, in the language of then; None where there can be one."""
    if place.had_no_window:
        return lambda: _(WINDOW_FAILED)
    if sys.platform == "win32":
        offer_webview2(workspace, program_folder(), windows())
    found = hindrance()
    if found is None:
        return None
    if not found.part:
        forget_screen()
    return lambda: found.sentence


def _in_window(place: Place, file: Path | None, settings: Settings, beginning: Beginning) -> bool:
    """Show the window until it is closed; return whether a person did so, and not who draws it."""
    dialogs = NativeDialogs()
    with running(settings, dialogs=dialogs, beginning=beginning) as app:
        place.announce(app.address)
        if file and not _was_cut_off(app, file):
            _check_reach(app)
            hand_over(settings.workspace, file)  # takes the same way as the file of a later start
        window = Window(app, dialogs, place.window_is_there)
        place.window_comes()
        # By full paths: the folder in which it was started may be another one now.
        again = ("--workspace", str(settings.workspace), *([str(file)] if file else []))
        begin_anew_where_it_cannot_begin(place.is_window_coming, again)
        window.show()
        app.begun.result()  # raises what kept the pages from being made
        if window.is_blocked:
            raise InternalError("start.blocked")
    return not window.revival.has_given_up


def _check_reach(app: RunningApp) -> None:
    """Raise InternalError where our pages cannot be reached, and what kept them from being made."""
    app.begun.result()
    if not is_reached(app.entrance.port):
        raise InternalError("start.blocked")


def _was_cut_off(app: RunningApp, file: Path) -> bool:
    """Whether the run before was ended while it opened this file: then the first page asks first."""
    job = cut_off_opening(app.workspace) if app.entrance.beginning.was_killed else None
    return job is not None and file_of(app.workspace, job) == file


def _end_with_the_window() -> None:
    """End the process at once where a thread of pywebview still waits for an answer of the page that is gone.

    It asks after each load; closed before the answer, Python would wait for that thread for ever.
    """
    if all(thread.daemon or thread is threading.main_thread() for thread in threading.enumerate()):
        return
    logging.shutdown()
    sys.stdout.flush()
    os._exit(0)


def _in_browser(place: Place, file: Path | None, settings: Settings, beginning: Beginning) -> None:
    with running(settings, beginning=beginning) as app:
        place.announce(app.address)
        is_opened = file is not None and not _was_cut_off(app, file)
        _check_reach(app)
        link = hand_over(settings.workspace, file) if is_opened else app.entrance.link()
        app.supervisor.prepare_spare()
        if reason := beginning.reason():
            print(reason, flush=True)  # noqa: T201 - the person started it and waits for this
        serve_pages(app.entrance.link, link, settings.workspace)


def _show_in_other(workspace: Path, file: Path | None) -> int:
    link = hand_over(workspace, file)
    lines = [say(SHOWN_THERE, {"file": file.name}) if file else _(ALREADY_OPEN)]
    if link and (is_read(sys.stdout) or not show_link(link, workspace)):
        lines += [_(OPEN_LINK), f"  {link}"]
    print(*lines, sep="\n", flush=True)  # noqa: T201 - the person started it and waits for this
    return 0
