"""A model of another framework: brought in by its files, refused once, then tested, used and tried."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.frameworks.made import FILES

pytestmark = pytest.mark.browser
CHURN = FILES / "scikit-learn"


def choose(page: Page, field: str, file: Path) -> None:
    with page.expect_navigation():
        page.locator(f"input[type=file]#{field}").set_input_files(file)


def opened(page: Page, graph: Path) -> Locator:
    """Open a graph from the page of all models, and return what goes on with it."""
    page.get_by_role("link", name="Models", exact=True).click()
    choose(page, "file", graph)
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", name=f'Bring "{graph.name}" in')).to_be_visible()
    return main


def test_a_model_that_comes_alone_is_not_tested_and_a_file_tells_how_good_it_is(page: Page) -> None:
    main = opened(page, CHURN / "customers.onnx")
    choose(page, "schema-file", CHURN / "customers.json")
    main.get_by_role("button", name="Bring it in").click()

    expect(main.get_by_role("region", name="Verdict").get_by_text("Not tested")).to_be_visible()
    main.get_by_role("link", name="Use on new data").click()
    choose(page, "file", CHURN / "customers.tested.csv")
    main.get_by_role("button", name="Answer them").click()
    expect(main.get_by_text("Nothing was promised, since nobody had tested it here.")).to_be_visible()

    page.get_by_role("navigation", name="Steps").get_by_role("link", name="Try it out").click()
    main.get_by_role("textbox", name="support_calls").fill("9")
    expect(main.get_by_text("of 100").first).to_be_visible()


def test_a_schema_that_is_not_right_is_told_and_put_right(page: Page, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    text = (CHURN / "customers.json").read_text(encoding="utf-8")
    wrong.write_text(text.replace('"as": "text"', '"as": "texts"'), encoding="utf-8")
    main = opened(page, CHURN / "customers.onnx")
    choose(page, "schema-file", wrong)
    main.get_by_role("button", name="Bring it in").click()
    expect(main.get_by_role("heading", name="columns[3].as")).to_be_visible()

    main.get_by_role("link", name="Back to the files").click()
    choose(page, "schema-file", CHURN / "customers.json")
    choose(page, "rows-file", CHURN / "customers.tested.csv")
    main.get_by_role("button", name="Bring it in").click()

    expect(main.get_by_text("Tested on 50 rows that were brought with it.")).to_be_visible()
