"""The window's title and its question before closing, with a native side that only takes notes."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Self, cast

import pytest

from desktop_app.jobs.supervisor import Supervisor
from desktop_app.records.jobs import Job, Live
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.shell.assembly import RunningApp
from desktop_app.shell.dialogs import NativeDialogs
from desktop_app.shell.window import DARK, LIGHT, Window, close_question, empty_page, progress_title
from desktop_app.web.entrance import Entrance
from desktop_app.workspace.store import Workspace


@dataclass
class FakeJobs:
    """Says of every job what the test decided."""

    progress: Live = field(default_factory=Live)

    def live(self, job_id: str) -> Live:
        assert job_id
        return self.progress


class Handlers(list[Callable[[], None]]):
    """The handlers of an event, added and taken away as pywebview does."""

    def __iadd__(self, handler: Callable[[], None]) -> Self:  # type: ignore[override, misc]
        self.append(handler)
        return self

    def __isub__(self, handler: Callable[[], None]) -> Self:
        self.remove(handler)
        return self


@dataclass
class FakeNative:
    """Answers the question as the test decided, at once."""

    agrees: bool = True
    questions: list[str] = field(default_factory=list)
    destroyed: int = 0
    shown: list[str] = field(default_factory=list)
    events: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(loaded=Handlers()))

    def load_url(self, link: str) -> None:
        self.shown.append(link)

    def create_confirmation_dialog(self, title: str, message: str) -> bool:
        self.questions.append(f"{title} {message}")
        return self.agrees

    def destroy(self) -> None:
        self.destroyed += 1


@pytest.fixture
def jobs() -> FakeJobs:
    return FakeJobs()


@pytest.fixture
def app(workspace: Workspace, jobs: FakeJobs) -> RunningApp:
    return RunningApp(
        workspace=workspace,
        supervisor=cast(Supervisor, jobs),
        entrance=Entrance(window=True),
        begun=Future(),
    )


@pytest.fixture
def native() -> FakeNative:
    return FakeNative()


@pytest.fixture
def window(app: RunningApp, native: FakeNative) -> Window:
    window = Window(app, NativeDialogs())
    window._native = native
    return window


@pytest.fixture
def press_the_cross(window: Window) -> Callable[[], bool]:
    """Press the cross and wait for the answer to the question; return whether it may close at once."""

    def press() -> bool:
        may_close = window._closing()
        for thread in threading.enumerate():
            if thread.name == "question":
                thread.join()
        return may_close

    return press


def begin_training(workspace: Workspace) -> Job:
    order = TrainOrder(table_folder="", plan=TrainingPlan(target="left <b>"))
    job = workspace.jobs.add("train", to_json(order), lane="long")
    workspace.jobs.start(job.id)
    return job


def test_the_window_closes_at_once_while_nothing_is_learned(
    press_the_cross: Callable[[], bool], native: FakeNative
) -> None:
    assert press_the_cross()
    assert native.questions == []


def test_closing_while_it_learns_is_asked_about_and_done_when_the_person_agrees(
    press_the_cross: Callable[[], bool], native: FakeNative, workspace: Workspace
) -> None:
    begin_training(workspace)

    assert not press_the_cross()

    assert "It is still learning" in native.questions[0]
    assert native.questions[0].endswith("Close Hunch?")
    assert native.destroyed == 1
    assert press_the_cross()  # what destroying the window asks again


def test_a_person_who_keeps_it_open_is_asked_anew_the_next_time(
    press_the_cross: Callable[[], bool], native: FakeNative, workspace: Workspace
) -> None:
    begin_training(workspace)
    native.agrees = False

    assert not press_the_cross()
    assert not press_the_cross()

    assert (len(native.questions), native.destroyed) == (2, 0)


def test_a_window_whose_pages_cannot_be_made_closes(
    app: RunningApp, window: Window, native: FakeNative
) -> None:
    app.begun.set_exception(ImportError("a part is missing"))

    window._look_for_pages()

    assert native.destroyed == 1
    assert not window.is_blocked


def test_the_empty_page_is_left_for_the_first_one_when_that_is_made(
    app: RunningApp, window: Window, native: FakeNative
) -> None:
    native.events.loaded += window._go_to_first
    going = threading.Thread(target=window._go_to_first)
    going.start()
    assert native.shown == []
    app.begun.set_result(None)
    going.join()

    assert [link.partition("?")[0] for link in native.shown] == [f"{app.entrance.origin}/enter"]
    assert native.events.loaded == [window._begin]


def test_an_empty_page_stays_where_pages_cannot_be_made(
    app: RunningApp, window: Window, native: FakeNative
) -> None:
    native.events.loaded += window._go_to_first
    app.begun.set_exception(ImportError("a part is missing"))

    window._go_to_first()

    assert native.shown == []


def test_the_empty_page_has_the_ground_of_ours() -> None:
    tokens = (Path(__file__).parents[3] / "ui" / "static" / "css" / "tokens.css").read_text(encoding="utf-8")

    assert f"--bg: light-dark({LIGHT}, {DARK});" in tokens
    assert "color-scheme: light dark;" in empty_page("system")
    assert "color-scheme: dark;" in empty_page("dark")


def test_a_window_whose_pages_cannot_be_reached_closes_and_knows_why(
    app: RunningApp, window: Window, native: FakeNative
) -> None:
    app.begun.set_result(None)

    window._look_for_pages()  # nobody listens at the port

    assert native.destroyed == 1
    assert window.is_blocked


def test_the_title_tells_how_far_the_training_is(
    app: RunningApp, jobs: FakeJobs, workspace: Workspace
) -> None:
    begin_training(workspace)
    jobs.progress = Live(fraction=0.432)

    assert progress_title(app) == '43% – Learning "left <b>"'


def test_the_title_is_the_page_s_own_while_nothing_is_learned(app: RunningApp, workspace: Workspace) -> None:
    workspace.jobs.start(workspace.jobs.add("import", {}, lane="short").id)

    assert progress_title(app) == ""


def test_the_question_names_the_time_that_is_left_when_it_is_known(
    app: RunningApp, jobs: FakeJobs, workspace: Workspace
) -> None:
    begin_training(workspace)
    assert "about" not in close_question(app)

    jobs.progress = Live(seconds_left=40.0)

    assert "about 40 seconds left" in close_question(app)
