"""The Results page with all that it can know, in a real browser: readable, and its pictures can be kept."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from desktop_app.language import use
from desktop_app.records.insights import Where
from desktop_app.records.results import Evaluation, ModelName
from desktop_app.shell.assembly import RunningApp
from tests.api.made import stored_table, stored_training
from tests.api.test_insights import ALL, AMOUNTS
from tests.e2e.conftest import visit
from tests.e2e.test_accessibility import RULES, SEEN
from tests.unit.jobs.watching import until
from tests.unit.reports.insight_parts import spot

pytestmark = pytest.mark.browser
LONG = replace(spot().where[1], column="the name of a column as long as any can be", values=("v" * 60,))
WEAK = replace(ALL, weak_spots=(spot(rows=50, where=(Where(column="months", is_empty=True),)),))
OPEN = '() => { for (const one of document.querySelectorAll("main details.more")) one.open = true; }'


def address_of(app: RunningApp, evaluation: Evaluation) -> str:
    training = stored_training(app.workspace, stored_table(app.workspace).id, evaluation)
    return f"{app.entrance.origin}/trainings/{training.id}/results"


def section(page: Page, name: str) -> Locator:
    return page.get_by_role("main").get_by_role("region", name=name, exact=True)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_with_everything_open_axe_finds_nothing(browser: Browser, app: RunningApp, theme: str) -> None:
    with visit(browser, app, color_scheme=theme) as page:
        page.goto(address_of(app, ALL if theme == "light" else AMOUNTS))
        page.evaluate(OPEN)

        found = Axe().run(page, context="main", options=RULES)

        assert found.violations_count == 0, found.generate_report()


def test_a_narrow_page_holds_long_names(page: Page, app: RunningApp) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    long = replace(ALL, weak_spots=(spot(rows=50, where=(LONG, LONG)),))
    for evaluation in (long, AMOUNTS):
        page.goto(address_of(app, evaluation))

        assert page.evaluate(SEEN) == {"beyond": 0, "outside": [], "narrow": []}


def test_a_narrow_page_holds_the_models_that_were_tried_in_a_language_of_long_words(
    page: Page, app: RunningApp
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    (one,) = AMOUNTS.candidates
    names: tuple[ModelName, ...] = ("linear", "boosting", "kernel")
    tried = tuple(replace(one, name=name, seconds=0.2, weight=0.34, chosen=False) for name in names)
    use("de")
    try:
        page.goto(address_of(app, replace(AMOUNTS, candidates=tried)))
        assert page.evaluate(SEEN) == {"beyond": 0, "outside": [], "narrow": []}
    finally:
        use("en")


def test_on_a_phone_no_picture_is_scrolled(page: Page, app: RunningApp) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for evaluation in (ALL, AMOUNTS):
        page.goto(address_of(app, evaluation))

        hidden = page.locator("figure.picture > .tall").evaluate_all(
            "all => all.map(one => one.scrollWidth - one.clientWidth)"
        )

        assert hidden
        assert set(hidden) == {0}


def test_a_picture_is_saved_as_it_looks_and_its_numbers_are_copied(browser: Browser, app: RunningApp) -> None:
    with visit(browser, app, color_scheme="dark", permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(address_of(app, ALL))
        figure = section(page, "Can the percentages be trusted?").locator("figure")

        drawing, picture = saved(figure, "Save as SVG"), saved(figure, "Save as picture (PNG)")

        text = drawing.read_text(encoding="utf-8")
        assert drawing.name == "percentages.svg"
        assert "currentColor" not in text
        assert "class=" not in text
        assert 'fill="rgb(26, 30, 36)"' in text, "the ground of the page"
        assert picture.read_bytes().startswith(b"\x89PNG")
        figure.get_by_role("button", name="Copy the numbers").press("Enter")
        expect(figure.get_by_role("status")).to_have_text("The numbers are copied.")
        copied = page.evaluate("() => navigator.clipboard.readText()")
        assert copied.splitlines()[1] == "10\t11\t400"


def saved(figure: Locator, button: str) -> Path:
    """Return the file that a button saves, under the name that it was given."""
    with figure.page.expect_download() as download:
        figure.get_by_role("button", name=button).click()
    path = download.value.path()
    return path.rename(path.with_name(download.value.suggested_filename))


def test_the_list_of_the_page_leads_on_and_the_numbers_are_a_table(page: Page, app: RunningApp) -> None:
    page.goto(address_of(app, ALL))

    page.get_by_role("navigation", name="On this page").get_by_role("link", name="More rows").press("Enter")

    expect(page).to_have_url(re.compile("#more$"))
    rows = section(page, "Would more rows help?")
    expect(rows.get_by_role("img", name="The rows it learned from across")).to_be_in_viewport()
    rows.locator("summary").press("Enter")
    expect(rows.get_by_role("row", name="4,000 88")).to_be_visible()


def test_the_rows_where_it_fails_are_shown_in_the_grid(page: Page, app: RunningApp) -> None:
    page.goto(address_of(app, WEAK))

    section(page, "Where does it fail?").get_by_role("link", name="Show these rows").click()

    words = 'Only rows where "months" is empty or counts as empty. 60 of 300 rows.'
    expect(page.get_by_role("main").get_by_text(words)).to_be_visible()


def test_what_matters_is_a_picture_like_all_others(page: Page, app: RunningApp) -> None:
    page.goto(address_of(app, ALL))
    figure = section(page, "What matters to it?").locator("figure")

    drawing = saved(figure, "Save as SVG")

    assert drawing.name == "what-matters.svg"
    assert "10 fewer right" in drawing.read_text(encoding="utf-8")
    figure.locator("summary").press("Enter")
    expect(figure.get_by_role("row", name="months 10 8 12")).to_be_visible()


def test_a_picture_that_has_no_room_is_scrolled_by_keys(page: Page, app: RunningApp) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address_of(app, ALL))
    shown = section(page, "Can the percentages be trusted?").get_by_role("region").first

    shown.press("ArrowRight")

    expect(shown).to_be_focused()
    until(lambda: shown.evaluate("(one) => one.scrollLeft") > 0)


def test_without_scripts_nothing_is_offered_that_needs_them(browser: Browser, app: RunningApp) -> None:
    with visit(browser, app, java_script_enabled=False) as page:
        page.goto(address_of(app, WEAK))
        figure = section(page, "Can the percentages be trusted?").locator("figure")

        expect(figure.get_by_role("img")).to_be_visible()
        expect(figure.get_by_role("button", name="Save as SVG")).to_be_hidden()
        expect(page.get_by_role("main").get_by_text("It does worse where")).to_be_visible()
        expect(page.get_by_role("main").get_by_role("link", name="Show these rows")).to_have_count(0)
