"""A file is read otherwise by keyboard alone, in a real browser and with a real worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.e2e.conftest import visit
from tests.e2e.test_accessibility import RULES, SEEN

pytestmark = pytest.mark.browser
FITS = "() => document.documentElement.scrollWidth <= window.innerWidth"


@pytest.fixture
def days(tmp_path: Path) -> Path:
    """Days of which nobody can say whether the month comes first, in the letters of Windows."""
    path = tmp_path / "Bestände (Kopie).csv"
    rows = [f"0{n % 9 + 1}/0{n % 7 + 1}/2024;Köln {n % 3};{n}" for n in range(60)]
    path.write_text("\n".join(["day;place;amount", *rows]), encoding="cp1252")
    return path


@pytest.fixture
def opened(browser: Browser, app: RunningApp, days: Path) -> Iterator[Page]:
    with visit(browser, app) as page:
        page.locator("input[type=file]").set_input_files(days)
        page.wait_for_url("**/data*")
        yield page


def go_to(page: Page, name: str) -> None:
    """Press Tab until the control of that name has the focus."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if name in page.evaluate("() => document.activeElement.textContent"):
            return
    raise AssertionError(f"no key leads to {name!r}")


def check(page: Page) -> None:
    """See that axe finds nothing, light or dark."""
    for theme in ("dark", "light"):
        page.emulate_media(color_scheme=theme)
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, (theme, found.generate_report())


def test_a_decision_is_changed_and_undone_by_keyboard_alone(opened: Page) -> None:
    page = opened
    check(page)
    go_to(page, "Western European letters")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Central European")).to_be_visible()
    check(page)
    expect(page.get_by_role("radio", name="Western European Köln")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Central European")).to_be_hidden()

    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="Western European Köln")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Central European")).to_be_checked()
    page.keyboard.press("Enter")

    expect(page.get_by_role("main").get_by_text("The file was read again.")).to_be_visible()
    expect(page.get_by_text("Central European letters your choice")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Western European letters")).to_be_visible()


def test_a_reading_that_fails_is_said_in_sight_beside_what_was_asked(opened: Page) -> None:
    page = opened
    page.locator(".chip > summary", has_text="Names in row 1").click()
    page.get_by_label("Row of the file").fill("900")
    page.keyboard.press("Enter")

    expect(page.locator(".chip[open]").get_by_role("alert")).to_be_in_viewport()
    check(page)
    expect(page.get_by_text("60 rows, 3 columns.")).to_have_count(1)


def test_a_question_is_answered_by_keyboard_alone(opened: Page) -> None:
    page = opened
    go_to(page, "Day first")
    check(page)
    page.keyboard.press("Enter")

    expect(page.get_by_role("main").get_by_text('"day" is read so now: Date, day first')).to_be_visible()
    expect(page.get_by_text("Day first in 1 column")).to_be_visible()
    expect(page.get_by_role("button", name="Month first")).to_have_count(0)


def test_no_chip_that_is_open_makes_the_page_scroll_sideways(opened: Page) -> None:
    for width in (1280, 1280, 640, 320):  # one that is opened again opens to the same side
        opened.set_viewport_size({"width": width, "height": 800})
        for chip in opened.locator(".chip > summary").all():
            chip.click()
            opened.wait_for_function(FITS)  # at the end of a line it turns around as soon as it is open
            assert opened.evaluate(SEEN)["beyond"] == 0, (width, chip.text_content())
