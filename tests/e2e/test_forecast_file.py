"""A person opens the file of a forecast and goes on with it, in a real browser."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.api.made_ahead import AHEAD, NEWER, came_ahead, came_as, gone_on_with, looked_ahead, named
from tests.e2e.looking_over import look_over
from tests.e2e.test_accessibility import SEEN

pytestmark = pytest.mark.browser
LONG = "<script>alert(1)</script> " + "a very long name " * 10
UNBROKEN = "<script>alert(1)</script>" + "Donaudampfschifffahrtsgesellschaft" * 2
FAR = b"month,town,sent\n2023-05-01,Ahlen,3200\n2021-01-01,Bergen,1\n"


def test_a_forecast_is_opened_goes_on_and_is_reported(page: Page, app: RunningApp) -> None:
    page.goto(f"{app.entrance.origin}/models")
    main = page.get_by_role("main")
    page.locator("input[type=file]").set_input_files(AHEAD)
    expect(main.get_by_text('It says what comes next in "sent".')).to_be_visible()
    main.get_by_role("button", name="Open", exact=True).focus()
    page.keyboard.press("Enter")
    expect(main.get_by_role("heading", name="Off by 5 on average over 6 months.")).to_be_visible()
    expect(main.get_by_role("rowheader", name="2023-06-01")).to_be_visible()

    page.locator("input[type=file]").set_input_files(NEWER)
    expect(main.get_by_text("the rows go on until 2023-06-01.")).to_be_visible()
    expect(main.get_by_role("heading", name="Does the file fit?")).to_be_focused()
    expect(main.get_by_text("12 values have come that it had forecast")).to_be_visible()
    main.get_by_label("town").select_option("Bergen")
    main.get_by_role("button", name="Show it").focus()
    page.keyboard.press("Enter")
    expect(main.get_by_role("rowheader", name="2023-12-01")).to_be_visible()
    expect(main.get_by_label("town").locator("option:checked")).to_have_text("Bergen")
    with page.expect_download() as download:
        main.get_by_role("link", name="Save as CSV…").click()
    assert download.value.suggested_filename == "ahead ahead.csv"
    assert len(download.value.path().read_text(encoding="utf-8-sig").splitlines()) == 13
    with page.expect_download() as download:
        page.keyboard.press("Control+s")
    assert download.value.path().read_bytes() == AHEAD.read_bytes()

    main.get_by_role("link", name="Write a report").click()
    paper = page.frame_locator("iframe")
    expect(paper.get_by_role("heading", name="What comes next", exact=True)).to_be_visible()
    with page.expect_download() as download:
        main.get_by_role("button", name="Save PDF…").click()
    assert download.value.path().read_bytes()[:4] == b"%PDF"


@pytest.fixture(scope="module")
def addresses(app: RunningApp) -> list[str]:
    """All pages: asked, just opened, gone on well and with cautions, and with many series of long names."""
    workspace = app.workspace
    asked, plain, fits, odd = (looked_ahead(workspace), *(came_ahead(workspace) for _ in range(3)))
    gone_on_with(workspace, fits)
    gone_on_with(workspace, odd, FAR)
    card = workspace.others.forecast(plain).card
    many = came_as(workspace, replace(named(card, LONG), rows=1))
    forecasts = [f"/forecasts/{one}" for one in (plain, fits, odd, many)]
    reports = [f"/forecasts/{one}/report" for one in (fits, many)]
    return [f"/model-files/{asked}", "/models", "/", *forecasts, *reports, f"{reports[0]}/print"]


def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, app: RunningApp, addresses: list[str]
) -> None:
    for address in addresses:
        look_over(page, app.entrance.origin + address)


def test_a_name_without_a_blank_fits_a_narrow_window(page: Page, app: RunningApp) -> None:
    card = app.workspace.others.forecast(came_ahead(app.workspace)).card
    model_id = came_as(app.workspace, replace(named(card, UNBROKEN), rows=1))

    for rest in ("", "/report", "/report/print"):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(f"{app.entrance.origin}/forecasts/{model_id}{rest}")
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate(SEEN) == {"beyond": 0, "outside": [], "narrow": []}, rest
