"""A new file in which columns have other names: asked once, and known the next time."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop_app.records.stored import StoredTraining
from desktop_app.shell.assembly import RunningApp

pytestmark = pytest.mark.browser
HEADINGS = "number,calls per month,Gebiet"
LINES = [f"{n},{n % 9},{['West', 'East', 'Süd'][n // 9 % 3]}" for n in range(40)]


def test_a_renamed_column_is_asked_about_once(
    page: Page, app: RunningApp, model: StoredTraining, tmp_path: Path
) -> None:
    page.goto(f"{app.entrance.origin}/trainings/{model.id}/results")

    _bring(page, tmp_path / "April.csv")
    main = page.get_by_role("main")
    asked = main.get_by_role("list", name="Columns that may have another name").get_by_role("listitem")
    expect(asked).to_have_count(2)
    asked.filter(has_text='Is it "Gebiet"? 40 of 40 values fit.').get_by_role("button", name="No").click()
    expect(asked).to_have_count(1)
    asked.get_by_role("button", name="Yes, use it").click()
    expect(main.get_by_text('"calls per month" of this file is used as "calls".')).to_be_visible()
    main.get_by_label("region", exact=True).select_option(label="Gebiet – kinds")
    main.get_by_role("button", name="Use these columns").click()
    expect(main.get_by_text("All 2 columns it needs are there.")).to_be_visible()

    _bring(page, tmp_path / "May.csv")
    expect(main.get_by_text("All 2 columns it needs are there.")).to_be_visible()
    expect(main.get_by_text('"Gebiet" of this file is used as "region".')).to_be_visible()


def _bring(page: Page, path: Path) -> None:
    path.write_text("\n".join([HEADINGS, *LINES]), encoding="utf-8")
    page.get_by_role("navigation", name="Steps").get_by_role("link", name="Use on new data").click()
    page.locator("input[type=file]").set_input_files(path)
    expect(page.get_by_role("heading", name=path.name)).to_be_visible()
