"""This computer is shown calmly, and the file for IT holds nothing of a table that was really opened."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.e2e.conftest import visit
from tests.e2e.test_accessibility import RULES

pytestmark = pytest.mark.browser
PLANTED = "Meyerhold"


def shown_all(page: Page, app: RunningApp) -> str:
    """Open the page with all that folds away, and return the file for IT as it is shown."""
    page.goto(app.entrance.origin)
    page.get_by_role("link", name="Help").click()
    page.get_by_role("link", name="This computer").click()
    page.get_by_text("things are fine").click()
    page.get_by_text("See all that is in it").click()
    return page.get_by_role("region", name="All that is in the file").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, app: RunningApp, scheme: str, width: int
) -> None:
    with visit(browser, app, color_scheme=scheme) as page:
        page.set_viewport_size({"width": width, "height": 800})
        shown_all(page, app)

        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") == 0


def test_the_file_is_what_was_shown_and_holds_nothing_of_the_table(
    page: Page, app: RunningApp, tmp_path: Path
) -> None:
    table, broken = (tmp_path / f"{PLANTED}.{ending}" for ending in ("csv", "xlsx"))
    rows = "\n".join(f"{PLANTED} {row},{row}" for row in range(30))
    table.write_text(f"name of {PLANTED},age\n{rows}\n", encoding="utf-8")
    broken.write_bytes(b"PK\3\4" + PLANTED.encode())
    page.locator("input[type=file]").set_input_files(broken)
    page.get_by_role("alert").wait_for()
    page.goto(app.entrance.origin)
    page.locator("input[type=file]").set_input_files(table)
    page.wait_for_url("**/data")
    shown = shown_all(page, app)

    with page.expect_download() as saved:
        page.get_by_role("link", name="Save a file for IT…").click()

    content = saved.value.path().read_bytes()
    assert content.decode() == f"{shown.rstrip()}\n"
    assert PLANTED.lower().encode() not in content.lower()
    assert b'{"journey": "import", "created": ' in content
    expect(page.get_by_role("heading", name="This computer")).to_be_visible()
