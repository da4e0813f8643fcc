"""Help's documents in a browser: read by everyone, by keys, at any width, and found by a word."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desktop_app.reports.documents.catalogue import DOCUMENTS
from desktop_app.shell.assembly import RunningApp
from tests.e2e.conftest import visit
from tests.e2e.test_accessibility import RULES, SEEN

pytestmark = pytest.mark.browser
ADDRESSES = [
    "/help",
    "/help?find=policy",
    *(f"/help/documents/{document.key}" for document in DOCUMENTS),
    "/help/files/docs/examples/from_pytorch.py",
]
OVERFLOWING = """() => [...document.querySelectorAll("main *")].filter((one) => {
  const { right } = one.getBoundingClientRect();
  return right > window.innerWidth + 1 && !one.closest("pre, .scroller, .visually-hidden");
}).map((one) => one.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_help_and_its_documents(browser: Browser, app: RunningApp, theme: str) -> None:
    axe = Axe()
    with visit(browser, app, color_scheme=theme) as seen:
        for address in ADDRESSES:
            seen.goto(app.entrance.origin + address)
            found = axe.run(seen, options=RULES)
            assert found.violations_count == 0, (address, found.generate_report())


@pytest.mark.parametrize("width", [1280, 640, 320])  # 640 is the window at 200 %
def test_examples_and_tables_scroll_within_themselves(page: Page, app: RunningApp, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    for address in ADDRESSES:
        page.goto(app.entrance.origin + address)
        assert page.evaluate(SEEN)["beyond"] == 0, address
        assert page.evaluate(OVERFLOWING) == [], address


def test_a_wide_example_is_scrolled_by_keys(page: Page, app: RunningApp) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{app.entrance.origin}/help/documents/commands")
    example = page.locator("pre").first

    example.focus()
    page.keyboard.press("ArrowRight")

    page.wait_for_function("() => document.querySelector('pre').scrollLeft > 0")
    expect(example).to_be_focused()


def test_f1_leads_to_a_document_and_its_section_by_a_word(page: Page, app: RunningApp) -> None:
    page.goto(app.entrance.origin)
    page.keyboard.press("F1")
    page.get_by_label("Find a word, also in the documents").fill("ZipMap")
    page.get_by_role("link", name="Bring a model from elsewhere: The schema file").click()

    expect(page.get_by_role("heading", name="The schema file")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bring a model from elsewhere")


def test_a_script_is_a_download_in_a_browser(page: Page, app: RunningApp) -> None:
    page.goto(f"{app.entrance.origin}/help/documents/examples")

    with page.expect_download() as fetched:
        page.get_by_role("link", name="Save… from_pytorch.py").click()

    assert fetched.value.suggested_filename == "from_pytorch.py"
