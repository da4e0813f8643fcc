"""A person asks what comes next in a table, in a real browser, by the keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.api.test_next import SALES, TWICE
from tests.e2e.looking_over import look_over

pytestmark = pytest.mark.browser
_LETTERS = """Math.min(...[...document.querySelectorAll("#forecast text")].map(
    (one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a))"""


def opened(page: Page, app: RunningApp, folder: Path, text: str) -> str:
    """Open a table, and return the address of the question."""
    file = folder / "sales.csv"
    file.write_text(text)
    page.goto(f"{app.entrance.origin}/")
    page.locator("input[type=file]").first.set_input_files(file)
    expect(page).to_have_url(re.compile("/data$"))
    return page.url.replace("/data", "/next")


def test_what_comes_next_is_asked_and_saved(page: Page, app: RunningApp, tmp_path: Path) -> None:
    opened(page, app, tmp_path, SALES)
    page.get_by_role("link", name="month by month?").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("How many steps ahead?")).to_have_value("12")
    page.get_by_label("How many steps ahead?").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("6")
    page.get_by_role("button", name="Look ahead", exact=True).focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="What comes next", exact=True)).to_be_visible()
    expect(page.locator("#forecast svg")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as CSV…").press("Enter")
    assert "prediction" in download.value.path().read_text(encoding="utf-8-sig").splitlines()[0]


def test_axe_finds_nothing_and_nothing_scrolls_sideways(page: Page, app: RunningApp, tmp_path: Path) -> None:
    address = opened(page, app, tmp_path, TWICE)
    look_over(page, address)
    page.get_by_role("button", name="Look ahead", exact=True).click()
    expect(page.get_by_role("heading", name="One question is open")).to_be_visible()
    look_over(page, address)
    page.get_by_role("button", name="One series for each").click()
    expect(page.locator("#forecast svg")).to_be_visible()
    look_over(page, page.url)
    assert page.evaluate(_LETTERS) >= 10, "in a window of 320 pixels"


def test_the_steps_ahead_follow_the_time_that_is_chosen(page: Page, app: RunningApp, tmp_path: Path) -> None:
    rows = "".join(f"{place // 2},{place % 7}\n" for place in range(100))
    page.goto(opened(page, app, tmp_path, f"lap,speed\n{rows}"))
    steps = page.get_by_label("How many steps ahead?")
    expect(steps).to_have_value("")

    for label, column in (("Which numbers?", "speed"), ("Which column says when?", "lap")):
        with page.expect_response("**/next/columns"):
            page.get_by_label(label).select_option(label=column)
        page.wait_for_timeout(100)  # no person is faster than the page is shown anew

    expect(steps).to_have_value("10")
