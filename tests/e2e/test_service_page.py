"""The page /docs of a served model: it asks for the token, shows the description, and a row can be tried."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from desktop_app.service.app import create_app
from desktop_app.service.rules import Rules, Token
from desktop_app.settings import Settings
from desktop_app.shell.server import LocalServer, open_door
from tests.e2e.conftest import PATIENCE, WATCH
from tests.unit.service.conftest import COMPAT, TOKEN, AskedHere


@pytest.fixture
def origin(settings: Settings, tmp_path: Path) -> Iterator[str]:
    """Where the service of a model answers, to those who have the token."""
    door = open_door()
    host = f"127.0.0.1:{door.getsockname()[1]}"
    app = create_app(COMPAT / "decided.hunch", settings, Rules(hosts=(host,), token=Token(TOKEN)))
    service = app.extensions["hunch_service"]
    service.close()
    service.rows = service.tables = AskedHere(COMPAT / "decided.hunch", tmp_path)
    server = LocalServer(lambda: app, door)
    server.start()
    yield f"http://{host}"
    server.stop()


@pytest.fixture
def page(browser: Browser, origin: str) -> Iterator[Page]:
    """A page that notes what its policy blocked and which other places were asked."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    context.add_init_script(WATCH)
    page, asked, faults = context.new_page(), list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert page.evaluate("window.violations") == []
    assert [url for url in asked if not url.startswith((origin, "data:"))] == []
    assert faults == []
    context.close()


def test_the_page_shows_the_service_to_who_has_the_token_and_lets_a_row_be_tried(
    page: Page, origin: str
) -> None:
    page.goto(f"{origin}/docs")
    page.get_by_label("Token of this service").fill("not the right token")
    page.get_by_role("button", name="Show its description").click()
    expect(page.get_by_role("status")).to_have_text("This is not the token.")

    page.get_by_label("Token of this service").fill(TOKEN.decode())
    page.get_by_role("button", name="Show its description").click()
    expect(page.get_by_text("late: decided")).to_be_visible()
    page.locator("#operations-Rows-predict").get_by_role("button").first.click()
    page.get_by_role("button", name="Try it out").click()
    page.locator("#operations-Rows-predict textarea").fill(
        '{"rows": [{"kg": 3, "town": "Xen", "sent": null, "holds": "glass"}]}'
    )
    page.get_by_role("button", name="Execute").click()

    expect(page.locator(".live-responses-table")).to_contain_text(re.compile("new value in town: Xen"))
