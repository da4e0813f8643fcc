"""A person writes a note, asks whether a model is fair and which of two is better, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desktop_app.models.tested_file import write_tested
from desktop_app.shell.assembly import RunningApp
from tests.api.made import EVALUATION, stored_table, stored_training
from tests.api.made_tested import groups_found, models_compared, with_rows
from tests.e2e.conftest import visit
from tests.e2e.test_accessibility import RULES, SEEN
from tests.unit.engine.made_unseen import made_unseen

pytestmark = pytest.mark.browser
NOTE = "Agreed with the team: use it in May."


@pytest.fixture
def learned(page: Page, app: RunningApp, customers: Path) -> Page:
    """The results of the newer of two models of customers: the older one has only guessed."""
    page.goto(f"{app.entrance.origin}/")
    page.locator("input[type=file]").set_input_files(customers)
    page.wait_for_url("**/data")
    stored = app.workspace.tables.get(page.url.split("/")[-2])
    dice = np.random.default_rng(0)
    values = dice.integers(0, 2, stored.table.rows)
    right = np.where(dice.random(len(values)) < 0.8, values, 1 - values)
    guessing, newer = (stored_training(app.workspace, stored.id) for _ in range(2))
    for training, chances in ((guessing, np.full(len(values), 0.4)), (newer, right)):
        write_tested(Path(training.tested), made_unseen(values, chances), stored.table)
    page.goto(f"{app.entrance.origin}/trainings/{newer.id}/results")
    return page


def test_a_note_is_saved_and_groups_and_models_are_compared(learned: Page) -> None:
    page, main = learned, learned.get_by_role("main")
    main.get_by_label("Your note").fill(NOTE)
    page.keyboard.press("Tab")
    expect(main.get_by_text("Saved", exact=True)).to_be_visible()

    main.get_by_role("link", name="Compare groups").click()
    main.get_by_label("Groups by the column").select_option("region")
    main.get_by_role("button", name="Compare", exact=True).click()
    expect(main.get_by_role("heading", name='Groups by "region"')).to_be_visible()
    expect(main.get_by_role("rowheader", name="West")).to_be_visible()
    expect(main.get_by_role("img", name="A bar for each value")).to_be_visible()
    expect(main.get_by_text('The model looks at "region" itself.')).to_be_visible()
    main.get_by_role("link", name="Back to the results").click()
    expect(main.get_by_label("Your note")).to_have_value(NOTE)

    main.get_by_role("link", name="Compare models").click()
    main.get_by_role("button", name="Compare", exact=True).click()
    expect(main.get_by_text("The difference is more than luck.")).to_be_visible()

    main.get_by_role("link", name="Back to the results").click()
    main.get_by_role("link", name="Write a report").click()
    paper = main.frame_locator("iframe")
    expect(paper.get_by_role("heading", name="Is it fair?")).to_be_visible()
    expect(paper.get_by_role("heading", name="Compared with other models")).to_be_visible()


@pytest.fixture(scope="module")
def addresses(app: RunningApp) -> list[str]:
    """The pages of a model whose groups were compared, and of two models that were."""
    stored = stored_table(app.workspace)
    first, second = (with_rows(stored_training(app.workspace, stored.id, EVALUATION)) for _ in range(2))
    groups_found(app.workspace, second)
    models_compared(app.workspace, second, first)
    app.workspace.remarks.note_on_table(stored.id, NOTE)
    return [
        f"/trainings/{first.id}/groups",
        f"/trainings/{second.id}/groups",
        f"/tables/{stored.id}/compare",
        f"/tables/{stored.id}/data",
    ]


@pytest.fixture(params=["light", "dark"])
def seen(request: pytest.FixtureRequest, browser: Browser, app: RunningApp) -> Iterator[Page]:
    with visit(browser, app, color_scheme=request.param) as page:
        yield page


def test_axe_finds_nothing_on_these_pages(seen: Page, app: RunningApp, addresses: list[str]) -> None:
    axe = Axe()

    for address in addresses:
        seen.goto(app.entrance.origin + address)
        found = axe.run(seen, options=RULES)
        assert found.violations_count == 0, (address, found.generate_report())


@pytest.mark.parametrize("width", [1280, 640, 320])
def test_none_of_them_scrolls_sideways(page: Page, app: RunningApp, addresses: list[str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    for address in addresses:
        page.goto(app.entrance.origin + address)
        assert page.evaluate(SEEN) == {"beyond": 0, "outside": [], "narrow": []}, address
