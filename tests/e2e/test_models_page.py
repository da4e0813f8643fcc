"""A model that comes as a file: looked at, opened, found, renamed, deleted, brought back, used."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
OLDER = Path(__file__).parents[1] / "compat" / "0.1.0"


def test_a_model_file_is_opened_and_used(page: Page) -> None:
    page.get_by_role("link", name="Models", exact=True).click()
    main = page.get_by_role("main")
    page.locator("input[type=file]").set_input_files(OLDER / "plain.hunch")
    expect(main.get_by_role("heading", name='Open "plain.hunch"?')).to_be_visible()
    main.get_by_role("button", name="Open", exact=True).click()
    expect(main.get_by_text('This model came as the file "plain.hunch"')).to_be_visible()

    page.get_by_role("link", name="All models").click()
    models = main.get_by_role("list", name="Models").get_by_role("listitem")
    main.get_by_label("Find a model").fill("nowhere")
    expect(main.get_by_text(re.compile(r"^0 of "))).to_be_visible()
    main.get_by_label("Find a model").fill("plain")
    expect(models.first).to_be_visible()
    ours = models.filter(has_text='from the file "plain.hunch"')
    ours.locator("summary").click()
    ours.get_by_label("New name").fill("Plain one")
    ours.get_by_role("button", name="Rename").click()
    expect(main.get_by_text('"plain" is now called "Plain one".')).to_be_visible()
    ours.get_by_role("button", name="Delete").click()
    main.get_by_role("button", name="Undo").click()
    ours.get_by_role("link", name="Plain one").click()

    page.get_by_role("navigation", name="Steps").get_by_role("link", name="Use on new data").click()
    page.locator("input[type=file]").set_input_files(OLDER / "new.csv")
    main.get_by_role("button", name="Answer them").click()
    expect(main.locator("#answered")).to_be_visible()
