"""A page says when the program does not answer any more, and only then."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_page_without_its_program_says_so_until_it_answers_again(page: Page) -> None:
    with page.expect_navigation():  # until its scripts listen
        page.keyboard.press("F1")
    page.route("**/help?find=*", lambda route: route.abort())
    page.get_by_label("Find a word").press_sequentially("o")
    expect(page.get_by_role("alert")).to_contain_text("Hunch does not answer.")

    page.unroute("**/help?find=*")
    page.get_by_label("Find a word").press_sequentially("v")
    expect(page.locator("#lost")).to_be_hidden()
