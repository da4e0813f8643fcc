"""A file that comes with its answers tells whether what was promised still holds."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop_app.records.stored import StoredTraining
from desktop_app.shell.assembly import RunningApp

pytestmark = pytest.mark.browser


def test_a_file_with_its_answers_is_compared_with_the_promise(
    page: Page, app: RunningApp, model: StoredTraining, customers: Path, tmp_path: Path
) -> None:
    main = page.get_by_role("main")
    later = tmp_path / "later.csv"
    later.write_bytes(
        customers.read_bytes().replace(b"yes", b"?").replace(b"no", b"yes").replace(b"?", b"no")
    )
    page.goto(f"{app.entrance.origin}/trainings/{model.id}/apply")
    page.locator("input[type=file]").set_input_files(later)
    expect(main.get_by_text("Its answers are compared with them.")).to_be_visible()
    main.get_by_role("button", name="Answer them").click()

    held = main.get_by_role("region", name="Is it still right?")
    expect(held.get_by_text("Has become worse", exact=True)).to_be_visible()
    expect(held.get_by_text("Promised: ")).to_be_visible()

    page.get_by_role("navigation", name="Steps").get_by_role("link", name="Use on new data").click()
    page.locator("input[type=file]").set_input_files(customers)
    main.get_by_role("button", name="Answer them").click()
    expect(main.get_by_text("Still holds", exact=True)).to_be_visible()
    page.get_by_role("navigation", name="Steps").get_by_role("link", name="Use on new data").click()

    over_time = main.get_by_role("region", name="Is it still right?")
    expect(over_time.locator("figcaption")).to_contain_text('It holds in "Kunden März.csv"')
    expect(over_time.get_by_role("img")).to_be_visible()
    expect(
        main.get_by_role("listitem").filter(has_text="later.csv").get_by_text("Right for ")
    ).to_be_visible()
