"""The grid is read by everybody: in the dark, enlarged, in forced colours, turned, without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.e2e.conftest import visit
from tests.e2e.grid.tables import here, opened, press
from tests.e2e.test_accessibility import RULES

pytestmark = pytest.mark.browser


def test_what_could_not_be_read_is_said_and_asked_for_again(page: Page, tall: str) -> None:
    page.route("**/cells?*", lambda route: route.abort())
    page.goto(tall)
    said = page.get_by_role("alert")
    expect(said).to_contain_text("The rows could not be read")

    page.unroute("**/cells?*")
    said.get_by_role("button", name="Try again").click()

    expect(page.locator("[data-holds=nothing-yet]")).to_have_count(0)
    expect(said).to_be_hidden()


def test_axe_finds_nothing_and_nothing_is_cut_off_in_the_dark_at_200_percent(
    browser: Browser, app: RunningApp, tall: str
) -> None:
    with visit(browser, app, color_scheme="dark", device_scale_factor=2) as page:
        page.set_viewport_size({"width": 640, "height": 400})
        grid = opened(page, tall)
        expect(page.locator("[data-holds=nothing-yet]")).to_have_count(0)
        press(page, "ArrowDown", "Shift+ArrowRight")

        found = Axe().run(page, options=RULES)

        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") == 0
        shown = [line for line in grid.get_by_role("row").all()[1:] if line.is_visible()]
        assert len(shown) >= 4


def test_what_is_selected_is_seen_in_forced_colours(page: Page, tall: str) -> None:
    page.emulate_media(forced_colors="active")
    grid = opened(page, tall)
    ground = "cell => getComputedStyle(cell).backgroundColor"

    press(page, "Shift+ArrowDown", "Shift+ArrowDown")

    expect(grid.locator("[aria-selected=true]")).to_have_count(3)
    chosen, other = (grid.locator(f"[aria-selected={state}]").first for state in ("true", "false"))
    highlight = page.evaluate_handle(
        "() => Object.assign(document.body.appendChild(document.createElement('i')), { id: 'highlight' })"
    )
    page.evaluate("mark => (mark.style.background = 'Highlight')", highlight)
    assert chosen.evaluate(ground) == page.locator("#highlight").evaluate(ground) != other.evaluate(ground)
    page.emulate_media(forced_colors="none")


def test_the_grid_turns_with_the_text(page: Page, wide: str) -> None:
    opened(page, wide)
    page.evaluate("() => (document.documentElement.dir = 'rtl')")

    press(page, "ArrowLeft", "ArrowLeft")
    expect(here(page)).to_have_text("2 of 0")
    press(page, "End")
    expect(here(page)).to_have_text("999 of 0")
    expect(here(page)).to_be_in_viewport(ratio=1)


def test_without_scripts_the_rows_are_a_plain_table(browser: Browser, app: RunningApp, tall: str) -> None:
    with visit(browser, app, java_script_enabled=False) as page:
        page.goto(tall)
        page.wait_for_url("**/data?show=table")

        expect(page.get_by_role("table")).to_contain_text("نعم")
        expect(page.get_by_text("Rows 1 to 100 of 200,000")).to_be_visible()
