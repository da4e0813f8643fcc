"""The pages of models that compare new rows with old ones, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.api.made_ahead import looked_ahead
from tests.api.test_beside import made
from tests.api.test_went_beside import compared_with
from tests.e2e.conftest import visit
from tests.e2e.test_accessibility import RULES, SEEN
from tests.unit.engine.anomalies.made import people
from tests.unit.engine.clustering.made import clouds
from tests.unit.models.compared_made import save_groups, save_normal

pytestmark = pytest.mark.browser
LONG = "<script>alert(1)</script> " + "averylongname" * 10


@pytest.fixture(scope="module")
def addresses(app: RunningApp) -> list[str]:
    """The pages: asked, and gone beside the groups and what is usual, with cautions."""
    workspace, rows = app.workspace, people().head(60)
    rows.loc[0, "height"] = 9_000.0
    rows["plan"] = [LONG, *rows["plan"].astype(str)[1:]]
    groups, usual = (
        compared_with(workspace, save_groups, clouds()[0].head(60)),
        compared_with(workspace, save_normal, rows),
    )
    workspace.others.rename(groups, LONG)
    renamed = clouds()[0].head(60).rename(columns={"spent": "spent in all", "noise": LONG})
    other_names = compared_with(workspace, save_groups, renamed)
    asked = looked_ahead(workspace, made(save_groups, workspace))
    pages = [f"/compared/{one}" for one in (groups, usual, other_names)]
    return [*pages, "/models", f"/model-files/{asked}"]


def test_rows_that_stand_out_are_shown_and_saved(page: Page, app: RunningApp, addresses: list[str]) -> None:
    page.goto(app.entrance.origin + addresses[1])
    main = page.get_by_role("main")

    expect(main.get_by_text("Row 1: odder than 100 of 100 old rows")).to_be_visible()
    with page.expect_download() as download:
        main.get_by_role("link", name="Save as CSV…").click()
    assert download.value.suggested_filename == "parcels compared.csv"


def test_a_column_of_another_name_is_said_to_be_one(
    page: Page, app: RunningApp, addresses: list[str]
) -> None:
    page.goto(app.entrance.origin + addresses[2])
    page.locator("summary").filter(has_text="Match columns").click()
    page.get_by_label("noise").select_option(index=2)
    page.get_by_label("spent").select_option(index=1)
    page.get_by_role("button", name="Use these columns").click()

    expect(page.get_by_text("60 rows were put beside")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_these_pages(
    browser: Browser, app: RunningApp, addresses: list[str], scheme: str
) -> None:
    axe = Axe()
    with visit(browser, app, color_scheme=scheme) as page:
        for address in addresses:
            page.goto(app.entrance.origin + address)
            found = axe.run(page, options=RULES)
            assert found.violations_count == 0, (address, found.generate_report())


def test_none_of_them_scrolls_sideways(page: Page, app: RunningApp, addresses: list[str]) -> None:
    page.set_viewport_size({"width": 320, "height": 800})

    for address in addresses:
        page.goto(app.entrance.origin + address)
        assert page.evaluate(SEEN) == {"beyond": 0, "outside": [], "narrow": []}, address
