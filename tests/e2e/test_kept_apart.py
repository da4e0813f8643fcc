"""Rows that belong together: the question, its answer, and what the result says of the test."""

import csv
import random
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop_app.shell.assembly import RunningApp

pytestmark = pytest.mark.browser


@pytest.fixture
def visits(tmp_path: Path) -> Path:
    """Eight visits each of 60 customers, who stay the same and leave or not for no reason that is told."""
    chance = random.Random(1)  # noqa: S311 - made-up rows
    rows: list[list[object]] = []
    for customer in range(60):
        same = [
            f"K{customer:03}",
            chance.randint(20, 80),
            chance.randint(1, 999),
            chance.choice(["yes", "no"]),
        ]
        rows.extend([*same, chance.randint(0, 9)] for _ in range(8))
    chance.shuffle(rows)
    path = tmp_path / "visits.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["customer_id", "age", "income", "left", "mood"], *rows])
    return path


@pytest.mark.usefixtures("briefly")
def test_customers_are_kept_apart_as_the_person_says(page: Page, app: RunningApp, visits: Path) -> None:
    page.goto(f"{app.entrance.origin}/")
    page.locator("input[type=file]").set_input_files(visits)
    page.wait_for_url("**/data")
    page.get_by_role("link", name='"left"').first.click()
    main = page.get_by_role("main")
    expect(main.get_by_text("Without an answer, the stricter test is made")).to_be_visible()

    main.get_by_text("Yes, together").click()
    expect(main.get_by_text("Without an answer, the stricter test is made")).to_have_count(0)
    page.get_by_role("button", name="Learn", exact=True).click()

    expect(main.get_by_text('all rows of one "customer_id" together').first).to_be_visible()
    page.get_by_role("link", name="What to predict").click()
    expect(main.get_by_label("Yes, together")).to_be_checked()
