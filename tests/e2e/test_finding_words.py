"""Words are found on a page of the window, which has no search of its own as a browser has."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from desktop_app.settings import read_settings
from desktop_app.shell.assembly import running
from desktop_app.shell.dialogs import NativeDialogs
from desktop_app.shell.instance import take_place
from tests.e2e.conftest import watched

pytestmark = pytest.mark.browser
COUNT = "() => CSS.highlights.get('found')?.size ?? 0"
HERE = "() => [...CSS.highlights.get('found-here')].join()"


@pytest.fixture(scope="module")
def inside(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The page Help as the window shows it; a browser draws it, which can be asked what is marked."""
    settings = read_settings({}).in_workspace(tmp_path_factory.mktemp("workspace"))
    place = take_place(settings.workspace)
    assert place
    with running(settings, dialogs=NativeDialogs()) as app:
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        strange = watched(context, app)
        page = context.new_page()
        page.goto(app.entrance.link("/help"))
        yield page
        assert strange == []
        context.close()
    place.leave()


@pytest.fixture
def bar(inside: Page) -> Iterator[Page]:
    inside.keyboard.press("Control+F")
    yield inside
    inside.keyboard.press("Escape")


def test_words_are_found_in_any_case_and_gone_through(bar: Page) -> None:
    bar.keyboard.type("OVERFITTING")
    found = bar.evaluate(COUNT)
    status = bar.locator("#find-bar output")
    expect(status).to_have_text(f"1 of {found}")

    bar.keyboard.press("Shift+Enter")
    expect(status).to_have_text(f"{found} of {found}")
    bar.get_by_role("button", name="The next one").click()
    expect(status).to_have_text(f"1 of {found}")
    assert bar.evaluate(HERE).lower() == "overfitting"


def test_a_phrase_is_found_over_a_line_break_of_the_source_and_marks_in_it(bar: Page) -> None:
    bar.evaluate(
        """() => {
        const p = document.createElement("p"), b = document.createElement("b");
        b.append("and ");
        p.append("zero\\n   one ", b, "two");
        document.querySelector("main").append(p);
        }"""
    )
    bar.keyboard.type("zero one and two")

    expect(bar.locator("#find-bar output")).to_have_text("1 of 1")


def test_what_is_not_there_is_said_and_nothing_is_marked(bar: Page) -> None:
    bar.keyboard.type("(zzz[")

    expect(bar.locator("#find-bar output")).to_have_text("Not on this page")
    assert bar.evaluate(COUNT) == 0


def test_a_closed_part_opens_for_what_is_found_in_it(bar: Page) -> None:
    bar.evaluate(
        """() => { const d = document.createElement("details"); d.id = "shut"; d.append("wombat");
        document.querySelector("main").append(d); }"""
    )
    bar.keyboard.type("wombat")

    expect(bar.locator("#shut")).to_have_attribute("open", "")


def test_closed_again_what_was_found_is_selected_and_nothing_is_marked(inside: Page) -> None:
    inside.keyboard.press("Control+F")
    inside.keyboard.type("overfitting")
    inside.keyboard.press("Escape")

    expect(inside.locator("#find-bar")).to_be_hidden()
    assert inside.evaluate("() => getSelection().toString().toLowerCase()") == "overfitting"
    assert inside.evaluate(COUNT) == 0


def test_on_the_page_of_a_table_the_key_finds_a_column_and_pressed_again_a_word(inside: Page) -> None:
    inside.goto("/".join(inside.url.split("/")[:3]))
    inside.get_by_role("button", name="Which penguin is it?").click()
    inside.wait_for_url("**/data*")
    inside.locator("[role=grid]").wait_for()

    inside.keyboard.press("Control+F")
    expect(inside.locator("#find")).to_be_focused()
    inside.keyboard.press("Control+F")
    expect(inside.locator("#find-bar input")).to_be_focused()


def test_a_page_of_a_browser_leaves_the_search_to_the_browser(page: Page) -> None:
    expect(page.locator("#find-bar")).to_have_count(0)
