"""A page is looked over in both colour schemes and at two widths, by one person."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.e2e.test_accessibility import RULES, SEEN


def look_over(page: Page, address: str) -> None:
    """Open a page; assert that axe finds nothing in light and dark, and that nothing scrolls sideways."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, (address, colours, found.generate_report())
    for width in (640, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        assert page.evaluate(SEEN) == {"beyond": 0, "outside": [], "narrow": []}, (address, width)
