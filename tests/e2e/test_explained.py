"""What a model does with its columns, looked into after learning, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop_app.shell.assembly import RunningApp

pytestmark = pytest.mark.browser


@pytest.mark.usefixtures("briefly")
def test_the_results_page_looks_into_the_model_by_itself(
    page: Page, app: RunningApp, customers: Path
) -> None:
    page.goto(f"{app.entrance.origin}/")
    page.locator("input[type=file]").set_input_files(customers)
    page.wait_for_url("**/data")
    page.get_by_role("link", name='"left"').first.click()
    page.get_by_role("button", name="Learn", exact=True).click()
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", name="What does it do with each column?")).to_be_visible()

    curve = main.get_by_text('When only "calls" changes, its average chance of "yes" goes from')
    expect(curve.first).to_be_visible()
    main.locator("#explained").get_by_text("region", exact=True).first.click()

    expect(main.get_by_text('When only "region" changes').first).to_be_visible()
    expect(curve.first).to_be_hidden()
    page.reload()
    expect(curve.first).to_be_visible()
