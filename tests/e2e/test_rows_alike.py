"""A person asks which rows are alike and which are odd, in a real browser."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop_app.records.tables import Column
from desktop_app.shell.assembly import RunningApp
from tests.api.made import stored_table, table
from tests.api.made_rows import GROUPING, NOTHING, ODDNESS, grouped, odd_found
from tests.e2e.looking_over import look_over
from tests.unit.cli.made_files import write
from tests.unit.engine.clustering.made import clouds, noise

pytestmark = pytest.mark.browser
LONG = "<script>alert(1)</script> " + "a very long name " * 10


@pytest.fixture
def opened(page: Page, app: RunningApp, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """A table of three clouds."""
    frame, file = clouds((60, 40, 30))[0], tmp_path_factory.mktemp("clouds") / "clouds.csv"
    write(file, [[*frame], *frame.values.tolist()])
    page.goto(f"{app.entrance.origin}/")
    page.locator("input[type=file]").set_input_files(file)
    page.wait_for_url("**/data")
    return page


def test_groups_are_found_named_saved_and_there_again(opened: Page) -> None:
    page, main = opened, opened.get_by_role("main")
    main.get_by_role("link", name="Which rows are alike?").click()
    main.get_by_text("Change columns").last.click()
    main.get_by_label("noise").uncheck()
    expect(main.get_by_text("3 of 4 columns count.")).to_be_visible()
    main.get_by_role("button", name="Find groups").focus()
    page.keyboard.press("Enter")
    expect(main.get_by_role("heading", name="3 groups, clearly apart.")).to_be_visible()

    main.locator("summary", has_text="Name it").first.click()
    main.get_by_label("Name of the group").first.fill("Regulars")
    page.keyboard.press("Enter")
    expect(main.get_by_role("heading", name="Regulars")).to_be_visible()
    with page.expect_download() as download:
        main.get_by_role("button", name="Save as CSV…").click()
    assert download.value.suggested_filename == "clouds grouped.csv"
    assert download.value.path().read_text(encoding="utf-8-sig").count("Regulars") == 60

    main.get_by_role("link", name="Ask another question").click()
    main.get_by_role("link", name="Which rows are alike?").click()
    expect(main.get_by_role("heading", name="Regulars")).to_be_visible()
    main.get_by_role("link", name="Ask another question").click()
    main.get_by_role("link", name="Which rows are odd?").click()
    main.get_by_role("button", name="Find odd rows").click()
    expect(main.get_by_role("button", name="Look again")).to_be_visible()
    expect(main.get_by_label("Verdict")).to_be_visible()


def test_looking_is_left_by_one_press(page: Page, app: RunningApp, tmp_path: Path) -> None:
    write(tmp_path / "noise.csv", [[*noise(3_000, 8)], *noise(3_000, 8).values.tolist()])
    page.goto(f"{app.entrance.origin}/")
    page.locator("input[type=file]").set_input_files(tmp_path / "noise.csv")
    page.wait_for_url("**/data")
    page.goto(page.url.replace("/data", "/alike"))
    page.get_by_role("button", name="Find groups").click()

    page.get_by_role("button", name="Cancel").click()

    expect(page.get_by_role("button", name="Find groups")).to_be_enabled()
    expect(page.get_by_label("Verdict")).to_have_count(0)


@pytest.fixture(scope="module")
def addresses(app: RunningApp) -> list[str]:
    """Both pages: with nothing asked, with something found, and in a table of long names and many columns."""
    plain, found = stored_table(app.workspace), stored_table(app.workspace)
    more = [
        Column(name=f"{n} {LONG}", type="category", position=n, missing=0, distinct=2) for n in range(4, 1004)
    ]
    wide = stored_table(app.workspace, table("wide.csv", *more))
    named = tuple(replace(one, name=LONG.strip()) for one in GROUPING.clusters)
    grouped(app.workspace, found, replace(GROUPING, clusters=named))
    grouped(app.workspace, wide, NOTHING)
    odd_found(app.workspace, found, replace(ODDNESS, odd=ODDNESS.odd[:1] * 60, count=70))
    asked = ((plain, "alike"), (found, "alike"), (found, "odd"), (wide, "alike"))
    return [f"/tables/{one.id}/{key}" for one, key in asked]


def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, app: RunningApp, addresses: list[str]
) -> None:
    for address in addresses:
        look_over(page, app.entrance.origin + address)
