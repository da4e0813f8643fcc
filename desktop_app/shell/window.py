"""The window: our pages in the web view of the system, with the progress in its title."""

import signal
import sys
import threading
from collections.abc import Callable
from typing import Any

from desktop_app.language import _
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json
from desktop_app.records.orders import FinishOrder, TrainOrder
from desktop_app.reports.notice_words import text_of
from desktop_app.shell.assembly import RunningApp
from desktop_app.shell.dialogs import NAME, NativeDialogs
from desktop_app.shell.drops import listen
from desktop_app.shell.frame import SMALLEST, Follower, keep_frame, kept_frame, on_screen
from desktop_app.shell.reach import is_reached
from desktop_app.shell.sentences import CLOSE_TITLE, STILL_LEARNING
from desktop_app.shell.web_process import Revival
from desktop_app.workspace.personal import Theme, theme_of, zoom_of

LIGHT, DARK = "#F6F7F9", "#12161B"  # the grounds of our pages; white would flash before the first one
# WebKitGTK draws once its process is there. Where that is on the way to a page then, which goes through the
# window's thread, the two wait for each other for half a second; an empty page asks nobody.
BEGINS_EMPTY = sys.platform.startswith("linux")
LOOK = 0.5  # seconds between two looks at the progress
SETTINGS = {"ALLOW_FILE_URLS": False, "ALLOW_DOWNLOADS": False, "OPEN_DEVTOOLS_IN_DEBUG": False}


class Window:
    """One window on a program that runs; it asks before it closes on a training.

    *on_shown* is called when the first page is there.
    """

    def __init__(
        self, app: RunningApp, dialogs: NativeDialogs, on_shown: Callable[[], None] = lambda: None
    ) -> None:
        self.is_blocked = False  # our own pages cannot be reached
        self.revival = Revival(app.entrance, self._leave)
        self._app, self._dialogs = app, dialogs
        self._on_shown = on_shown
        self._native: Any = None
        self._closed = threading.Event()
        self._may_close = False
        self._asking = threading.Lock()

    def show(self) -> None:
        """Show the first page and return when the person has closed the window."""
        import webview

        webview.settings.update(SETTINGS)
        # Neither js_api nor the default text_select=False: both need what our content policy forbids.
        frame = on_screen(kept_frame(self._app.workspace.choices), webview.screens)
        follower = Follower(frame)
        theme = theme_of(self._app.workspace.choices)
        self._native = webview.create_window(
            NAME,
            url=None if BEGINS_EMPTY else self._first_link(),
            html=empty_page(theme) if BEGINS_EMPTY else None,
            width=frame.width,
            height=frame.height,
            x=frame.x,
            y=frame.y,
            maximized=frame.is_maximized,
            min_size=SMALLEST,
            background_color=DARK if theme == "dark" else LIGHT,
            text_select=True,
            zoomable=True,
        )
        self._dialogs.attach(self._native, self._app.entrance.origin)
        self._native.events.shown += self._look_for_pages
        self._native.events.shown += lambda: self.revival.watch(self._native)
        self._native.events.loaded += self._go_to_first if BEGINS_EMPTY else self._begin
        self._native.events.closing += self._closing
        follower.follow(self._native.events)
        ends = (signal.SIGINT, signal.SIGTERM)
        before = [signal.signal(end, lambda *_: self._leave()) for end in ends]
        try:
            webview.start(private_mode=True, debug=False)
        finally:
            self._closed.set()
            for end, earlier in zip(ends, before, strict=True):
                signal.signal(end, earlier)
            keep_frame(self._app.workspace.choices, follower.frame)

    def _look_for_pages(self) -> None:
        """Close a window that can show nothing: our pages could not be made, or cannot be reached."""
        are_made = self._app.begun.exception() is None
        if not (are_made and is_reached(self._app.entrance.port)):
            self.is_blocked = are_made
            self._leave()

    def _first_link(self) -> str:
        return self._app.entrance.link(self._dialogs.first_page or "/")

    def _go_to_first(self) -> None:
        """Leave the empty page for the first one, as soon as our pages are made."""
        self._native.events.loaded -= self._go_to_first
        self._native.events.loaded += self._begin
        if not self._app.begun.exception():
            self._native.load_url(self._first_link())

    def _begin(self) -> None:
        """Load the engine into a spare worker only now: before, it would delay the first picture."""
        self._native.events.loaded -= self._begin
        if self._may_close:  # it shows why it cannot load our page, and is being closed
            return
        self._on_shown()
        listen(self._native)
        self._dialogs.zoom(zoom_of(self._app.workspace.choices))
        self._app.supervisor.prepare_spare()
        threading.Thread(target=self._keep_title, name="title", daemon=True).start()

    def _closing(self) -> bool:
        """Say whether it may close now; the thread that draws asks, and must not wait for a person."""
        if self._may_close or training(self._app) is None:
            return True
        if self._asking.acquire(blocking=False):
            threading.Thread(target=self._ask, name="question", daemon=True).start()
        return False

    def _ask(self) -> None:
        try:
            self._may_close = self._native.create_confirmation_dialog(
                _(CLOSE_TITLE), close_question(self._app)
            )
        finally:
            self._asking.release()
        if self._may_close:
            self._leave()

    def _leave(self) -> None:
        self._may_close = True
        self._native.destroy()

    def _keep_title(self) -> None:
        shown = ""
        while not self._closed.wait(LOOK):
            title = progress_title(self._app) or self._dialogs.title
            if title != shown:
                self._native.set_title(title)
                shown = title


def empty_page(theme: Theme) -> str:
    """Return a page of nothing but the ground of ours."""
    schemes = "light dark" if theme == "system" else theme
    ground = f"color-scheme: {schemes}; background: light-dark({LIGHT}, {DARK})"
    return f"<!doctype html><style>:root {{ {ground} }}</style>"


def training(app: RunningApp) -> Job | None:
    """Return the training that runs, if one does."""
    job = app.workspace.jobs.running("long")
    return job if job and job.journey in ("train", "finish") else None


def progress_title(app: RunningApp) -> str:
    """Return how far the training is, or nothing while none runs."""
    job = training(app)
    if job is None:
        return ""
    percent = f"{app.supervisor.live(job.id).percent}%"
    return text_of("learn.title", {"percent": percent, "target": _target(job)})


def _target(job: Job) -> str:
    if job.journey == "train":
        return from_json(TrainOrder, job.params).plan.target
    return from_json(FinishOrder, job.params).plan.target


def close_question(app: RunningApp) -> str:
    """Return what the person should know before the window closes."""
    job = training(app)
    left = app.supervisor.live(job.id).seconds_left if job else None
    what = text_of("learn.close_question", {"time": left}) if left else _(STILL_LEARNING)
    return f"{what}\n\n{_(CLOSE_TITLE)}"  # GTK shows no title, and "OK" alone could mean the learning
