"""A person asks for a model for each shop, whatever shops are called, and looks them up."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.e2e.conftest import whole_program
from tests.e2e.test_main_job import open_file

pytestmark = pytest.mark.browser
STRANGE = [
    "<script>alert(1)</script>",
    "long " + "x" * 300,
    "101",
    "=SUM(A1)",
    '"quoted", and more',
    "Zürich 🙂",
]


@pytest.fixture
def shops(tmp_path: Path) -> Path:
    """Shops in which what moves sales differs much, and one in fifty rows without a shop."""
    chance, path = random.Random(5), tmp_path / "shops.csv"  # noqa: S311 - made-up rows
    names = [*STRANGE, *(f"shop {place}" for place in range(14))]
    steep = {name: chance.gauss(0, 4) for name in names}
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["shop", "visits", "sales"])
        for _row in range(2_400):
            name, visits = chance.choice(names), chance.gauss(0, 1)
            sales = 50 + steep[name] * visits + chance.gauss(0, 1)
            table.writerow([name if chance.random() > 0.02 else "", f"{visits:.3f}", f"{sales:.2f}"])
    return path


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """A program whose workers start as they do for a person, each on its own."""
    with whole_program(tmp_path_factory.mktemp("each")) as app:
        yield app


@pytest.mark.usefixtures("briefly")
def test_each_shop_gets_a_model_and_is_found_by_its_name(page: Page, app: RunningApp, shops: Path) -> None:
    page.goto(f"{app.entrance.origin}/")
    open_file(page, shops)
    page.get_by_role("link", name='"sales"').click()
    page.get_by_label("One model for").select_option(label='Each value of "shop" (20)')
    page.get_by_role("button", name="Learn", exact=True).click()
    expect(page.get_by_role("heading", name='A model for each "shop"')).to_be_visible()

    page.get_by_role("link", name="All groups").click()
    expect(page.get_by_role("table").get_by_text(STRANGE[0])).to_be_visible()
    page.get_by_label("Find a group").fill("<script>")
    page.get_by_role("button", name="Find", exact=True).click()

    expect(page.get_by_text("1 to 1 of 1")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 800})
    page.get_by_label("Find a group").fill("")
    page.get_by_role("button", name="Find", exact=True).click()
    expect(page.get_by_text("1 to 20 of 20")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
