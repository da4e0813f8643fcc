"""A new file in another unit: said, put right with a click, undone with another, and its rows shown."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop_app.records.stored import StoredTraining
from desktop_app.shell.assembly import RunningApp

pytestmark = pytest.mark.browser


def test_a_column_a_thousand_times_larger_is_divided_with_a_click(
    page: Page, app: RunningApp, model: StoredTraining, tmp_path: Path
) -> None:
    main = page.get_by_role("main")
    later = tmp_path / "later.csv"
    rows = [f"{600 + n},{(n % 9 + 0.5) * 1000:g},East" for n in range(300)]
    later.write_text("\n".join(["number,calls,region", *rows]), encoding="utf-8")
    page.goto(f"{app.entrance.origin}/trainings/{model.id}/apply")
    page.locator("input[type=file]").set_input_files(later)

    main.get_by_role("link", name="Show the rows").first.click()
    expect(main.get_by_role("heading", name="Rows of the new file")).to_be_visible()
    expect(main.get_by_role("cell", name="500", exact=True).first).to_be_visible()
    main.get_by_role("link", name="later.csv").click()
    main.get_by_role("button", name="Divide by 1,000").click()
    expect(main.get_by_text('"calls" is divided by 1,000 before rows are answered.')).to_be_visible()
    main.get_by_role("button", name="Undo").click()

    divide = main.get_by_role("button", name="Divide by 1,000")
    expect(divide).to_be_visible()
    main.get_by_role("button", name="Answer them").click()
    expect(main.get_by_role("heading", name="Rows in: 300.")).to_be_visible()

    divide.click()

    expect(main.get_by_text('"calls" is divided by 1,000 before rows are answered.')).to_be_visible()
    expect(main.get_by_role("button", name="Answer them")).to_be_visible()
    main.get_by_role("link", name="Use on new data").click()
    expect(main.get_by_role("link", name="later.csv")).to_have_count(2)  # the answers are still there
