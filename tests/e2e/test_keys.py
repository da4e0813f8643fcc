"""The keys of the program, and the help that tells of them."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_the_keys_are_listed_help_is_opened_and_words_are_found(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)

    page.keyboard.press("F1")
    page.get_by_label("Find a word").press_sequentially("overfit?")  # a question mark in a field is only one
    expect(page.get_by_text("No word and no document is like")).to_be_visible()
    page.keyboard.press("Backspace")
    expect(page.locator("#words dt")).to_have_count(1)


def test_a_file_is_opened_by_its_key(page: Page) -> None:
    page.on("filechooser", lambda _chooser: None)
    page.evaluate("() => true")  # by now Chromium knows that the dialog is asked for; the key may be faster
    with page.expect_file_chooser():
        page.keyboard.press("Control+O")
