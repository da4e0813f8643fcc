"""A model that Excel cannot hold is learned once more for Excel, compared, and saved as a workbook."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

WORDS = ("late", "paid", "called", "moved", "asked", "wrote", "quiet")


def with_texts(customers: Path, there: Path) -> Path:
    """Write the customers with a column of texts that none of their answers needs."""
    head, *rows = customers.read_text(encoding="utf-8").splitlines()
    told = [
        f"{row},{' '.join(WORDS[(at * step) % 7] for step in (1, 2, 4))} {at}" for at, row in enumerate(rows)
    ]
    there.write_text("\n".join([f"{head},remark", *told]), encoding="utf-8")
    return there


@pytest.mark.usefixtures("briefly")
def test_one_that_excel_can_hold_is_learned_and_handed_on(
    page: Page, customers: Path, tmp_path: Path
) -> None:
    main = page.get_by_role("main")
    page.locator("input[type=file]").set_input_files(with_texts(customers, tmp_path / "remarks.csv"))
    main.get_by_role("link", name='"left"').click()
    page.get_by_label("Quick").check()
    page.get_by_role("button", name="Learn", exact=True).click()
    expect(page.get_by_label("Verdict")).to_be_visible()
    main.get_by_role("link", name="Hand it on").click()

    workbook = main.get_by_role("region", name="An Excel workbook")
    expect(workbook.get_by_text("This form cannot hold a model that reads texts.")).to_be_visible()
    seen(page, "offer")
    workbook.get_by_role("button", name="Learn one for Excel").click()
    told = main.get_by_role("region", name="Learned to be handed on")
    expect(told.get_by_text("This model was learned so that Excel can hold it.")).to_be_visible()
    expect(told.get_by_text("need not fit.")).to_be_visible()
    seen(page, "learned")

    told.get_by_role("link", name="Hand it on").click()
    workbook.get_by_role("button", name="Save…").click()
    expect(workbook.get_by_text("Saved as")).to_be_visible()
    page.go_back()
    page.go_back()
    told.get_by_role("button", name="Compare both on the same rows").click()
    expect(main.get_by_role("status")).to_contain_text("left for Excel")


def seen(page: Page, name: str) -> None:
    """Look at the page: nothing stands in the way of anybody; keep a picture where one is wanted."""
    assert Axe().run(page).violations_count == 0
    if folder := os.environ.get("HUNCH_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)
