"""The running program and a real browser, shared by the tests of a session."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    expect,
    sync_playwright,
)

from desktop_app.records.stored import StoredTraining
from desktop_app.settings import read_settings
from desktop_app.shell.assembly import RunningApp, running
from desktop_app.shell.instance import take_place
from desktop_app.web.choice import EFFORTS
from tests.e2e.forked import forked_workers
from tests.e2e.learned import BRIEF, Learned, learn

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""
PATIENCE = 90_000  # milliseconds for what a worker does on a busy computer
# Files that take longest, each of which one process takes whole: begun last, they would be waited for alone.
_FIRST = (
    *("test_main_job.py", "test_steps.py", "test_reading.py", "test_accessibility.py", "test_commands.py"),
    *("test_decisions.py", "test_window.py", "test_forms_that_cannot_hold.py", "test_learning_again.py"),
    *("test_still_right.py", "test_results_page.py", "test_browser_mode.py"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest; what is not named here keeps its order."""
    places = {name: place for place, name in enumerate(_FIRST)}
    items.sort(key=lambda item: places.get(item.path.name, len(places)))


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """The whole program without a window, in a workspace of its own."""
    workspace = tmp_path_factory.mktemp("workspace")
    with forked_workers(workspace), whole_program(workspace) as app:
        yield app


@contextmanager
def whole_program(workspace: Path) -> Iterator[RunningApp]:
    """Run the program as its start does, but for the window."""
    settings = read_settings({"HUNCH_WORKERS": "2"}).in_workspace(workspace)
    place = take_place(settings.workspace)
    assert place
    with running(settings) as app:
        app.supervisor.prepare_spare()
        yield app
    place.leave()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; nothing is downloaded."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("there is no chromium on this computer")
    with sync_playwright() as playwright:
        # Root needs --no-sandbox; the names are for the tests that attack from another site.
        names = "--host-resolver-rules=MAP *.test 127.0.0.1"
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", names])
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser, app: RunningApp, **options: object) -> Iterator[Page]:
    """Show Home, and see at the end that no page broke its policy, its scripts or the promise.

    Whoever it is has come in before: to come in by a link and its button, as `test_attacks` does, takes more.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce", **options)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    strange = watched(context, app)
    _let_in(context, app)
    page = context.new_page()
    page.goto(app.entrance.origin)
    try:
        yield page
        assert page.evaluate("() => window.violations") == []
        assert strange == []
    finally:
        context.close()


def _let_in(context: BrowserContext, app: RunningApp) -> None:
    """Give the browser what it keeps of somebody who has come in."""
    name, value = app.entrance.cookie, app.entrance.session
    context.add_cookies(
        [{"name": name, "value": value, "url": app.entrance.origin, "httpOnly": True, "sameSite": "Strict"}]
    )


def watched(context: BrowserContext, app: RunningApp) -> list[str]:
    """Return a list that fills with every error of a page and every request to somewhere else."""
    strange: list[str] = []

    def look(request: Request) -> None:
        if not request.url.startswith((app.entrance.origin, "data:", "blob:")):
            strange.append(request.url)

    def complain(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            strange.append(message.text)

    def refuse(dialog: Dialog) -> None:
        strange.append(dialog.message)
        dialog.dismiss()

    context.add_init_script(WATCH)
    context.on("request", look)
    context.on("weberror", lambda error: strange.append(str(error.error)))
    context.on("console", complain)
    context.on("dialog", refuse)
    return strange


@pytest.fixture
def page(browser: Browser, app: RunningApp) -> Iterator[Page]:
    """A page of somebody who has come in."""
    with visit(browser, app) as page:
        yield page


@contextmanager
def learning_briefly() -> Iterator[None]:
    """Learn for less time than a person can choose, where it matters what comes before and after."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(EFFORTS, "quick", BRIEF)
        yield


@pytest.fixture
def briefly() -> Iterator[None]:
    with learning_briefly():
        yield


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    """A CSV file of 600 customers who leave when they call often, sooner in the west; one in 17 surprises."""
    return _written(tmp_path)


@pytest.fixture(scope="session")
def _learned(tmp_path_factory: pytest.TempPathFactory) -> Learned:
    folder = tmp_path_factory.mktemp("learned")
    return learn(_written(folder), folder)


@pytest.fixture
def model(app: RunningApp, _learned: Learned) -> StoredTraining:
    """A model of the test's own that tells which customer leaves."""
    return _learned.land(app.workspace)


def _written(folder: Path) -> Path:
    path = folder / "Kunden März.csv"
    rows = [_customer(n, n % 9, ["West", "East", "Süd"][n // 9 % 3]) for n in range(600)]
    path.write_text("\n".join(["number,calls,region,left", *rows]), encoding="utf-8")
    return path


def _customer(number: int, calls: int, region: str) -> str:
    leaves = (calls > (3 if region == "West" else 6)) != (number % 17 == 0)
    return f"{number},{calls},{region},{'yes' if leaves else 'no'}"
