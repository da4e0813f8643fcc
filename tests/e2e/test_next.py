"""A person asks what comes next in a table, in a real browser, by the keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop_app.journeys.look_ahead import look_ahead
from desktop_app.records.forecasts import ForecastAsked
from desktop_app.records.jsonable import to_json
from desktop_app.records.looking_ahead import LookAheadOrder
from desktop_app.shell.assembly import RunningApp
from tests.api.test_next import MONTHS, SALES, TWICE
from tests.api.test_next import opened as opened_in
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


def test_one_of_many_series_is_found_without_a_script(page: Page, app: RunningApp) -> None:
    workspace = app.workspace
    shops = [f"Shop {place:02}" for place in range(30)]
    sold = (f"{month},{shop},{9 + at % 12}" for at, month in enumerate(MONTHS[:30]) for shop in shops)
    table = opened_in(workspace, "\n".join(["month,shop,sales", *sold]))
    asked = ForecastAsked(target="sales", time="month", group="shop", horizon=3)
    order = to_json(LookAheadOrder(table_folder=table.folder, name=table.name, asked=asked))
    job = workspace.jobs.add("look_ahead", order, lane="short", subject=table.id)
    workspace.land(job, look_ahead(order, Path(job.folder), lambda _: None))
    look_over(page, f"{app.entrance.origin}/forecasts/{job.id}")

    page.get_by_label("Find a series").fill("shop 17")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 to 1 of 1 series that was found, of 30 in all.")).to_be_visible()
    page.get_by_role("link", name="Shop 17").press("Enter")

    expect(page.locator("b", has_text="Shop 17")).to_be_visible()
