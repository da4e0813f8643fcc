"""A model that has become worse is learned again with the rows that show it, and both are compared."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop_app.records.stored import StoredTraining
from desktop_app.shell.assembly import RunningApp

pytestmark = pytest.mark.browser


@pytest.mark.usefixtures("briefly")
def test_a_model_is_learned_again_with_newer_rows(
    page: Page, app: RunningApp, model: StoredTraining, tmp_path: Path
) -> None:
    main = page.get_by_role("main")
    later = tmp_path / "later.csv"
    rows = [f"{600 + n},{n % 9 + 0.5},East,{'no' if n % 9 > 3 else 'yes'}" for n in range(300)]
    later.write_text("\n".join(["number,calls,region,left", *rows]), encoding="utf-8")
    page.goto(f"{app.entrance.origin}/trainings/{model.id}/apply")
    page.locator("input[type=file]").set_input_files(later)
    main.get_by_role("button", name="Answer them").click()

    main.get_by_role("link", name="Learn again with these rows").click()
    expect(main.get_by_label("Both together")).to_be_checked()
    main.get_by_label("The new file alone").check()
    main.get_by_role("button", name="Learn again").click()

    compared = main.get_by_role("region", name="The new model and the old one")
    expect(compared.get_by_text('Learned again from "left"')).to_be_visible()
    expect(compared.get_by_text("The difference is more than luck.")).to_be_visible()
    compared.get_by_role("link", name="Keep the old one").click()
    expect(compared).to_have_count(0)
    page.get_by_role("link", name="Models").first.click()
    expect(main.get_by_text('learned again from "left"')).to_be_visible()
