"""A person opens a table, asks a question, reads the verdict and uses the model, in a real browser."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.e2e.conftest import whole_program

pytestmark = pytest.mark.browser
VERDICT = re.compile("Good|Useful|Weak|Too good to be true|No better than guessing")


def open_file(page: Page, path: Path) -> None:
    """Open a file on the first page and wait until its rows are shown."""
    page.locator("input[type=file]").set_input_files(path)
    page.wait_for_url("**/data")


def ask(page: Page, question: str) -> None:
    """Click a suggested question and start to learn."""
    page.get_by_role("link", name=question).click()
    page.get_by_role("button", name="Learn", exact=True).click()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """A program whose workers start as they do for a person, each on its own."""
    with whole_program(tmp_path_factory.mktemp("main job")) as app:
        yield app


@pytest.fixture
def at_home(page: Page, app: RunningApp) -> Page:
    page.goto(f"{app.entrance.origin}/")
    return page


@pytest.mark.parametrize(
    ("sample", "target", "level"),
    [
        ("Which penguin is it?", "species", "Good"),
        ("What will a house cost?", "median_house_value", "Good|Useful"),
    ],
)
def test_a_sample_is_three_clicks_from_its_verdict(
    at_home: Page, sample: str, target: str, level: str
) -> None:
    at_home.get_by_role("button", name=sample).click()
    at_home.get_by_role("link", name=f'"{target}"').click()
    at_home.get_by_role("button", name="Learn", exact=True).click()

    expect(at_home.get_by_label("Verdict")).to_contain_text(re.compile(level))


@pytest.mark.usefixtures("briefly")
def test_a_give_away_is_left_out_and_an_honest_result_follows(at_home: Page) -> None:
    at_home.get_by_role("button", name="Who will leave?").click()
    ask(at_home, '"left"')
    verdict = at_home.get_by_label("Verdict")
    expect(verdict).to_contain_text(re.compile("Good|Useful|Weak"))
    expect(verdict).to_contain_text("it had never seen")
    given = at_home.get_by_label("Columns that give the answer away")
    expect(given).to_contain_text('"cancel_reason" is left out')

    given.get_by_role("button", name="I would know it in time, use it").click()

    expect(verdict).to_contain_text("Right for 100 of 100")


@pytest.mark.usefixtures("briefly")
def test_a_file_is_opened_learned_from_and_used_on_new_ones(
    at_home: Page, customers: Path, tmp_path: Path
) -> None:
    page = at_home
    open_file(page, customers)
    expect(page.get_by_text("600 rows, 4 columns.")).to_be_visible()
    page.get_by_label("Go to row").fill("20")
    page.keyboard.press("Enter")
    expect(page.get_by_role("gridcell", name="Süd").first).to_be_visible()
    ask(page, '"left"')
    expect(page.get_by_label("Verdict")).to_contain_text(VERDICT)

    bring(page, tmp_path / "April.csv", "calls;region;number;note\n8;West;1;=1+1\n1;Mond;2;b\n;Süd;3;c\n")
    page.get_by_role("button", name="Answer them").click()
    expect(page.get_by_role("heading", name="Rows in: 3.")).to_be_visible()
    expect(page.get_by_role("columnheader", name="prediction")).to_be_visible()
    saved = rows_of(page, "Save as CSV")

    assert [row["number"] for row in saved] == ["1", "2", "3"]
    assert [row["prediction"] for row in saved][:2] == ["yes", "no"]
    assert "Mond" in saved[1]["caution"]
    assert saved[0]["note"] == "'=1+1"

    bring(page, tmp_path / "lacking.csv", "number,region\n1,West\n2,East\n")
    expect(page.get_by_text('"calls"').first).to_be_visible()
    expect(page.get_by_role("button", name="Answer them")).to_have_count(0)
    page.get_by_role("button", name="Go on without it").click()
    expect(page.get_by_role("cell", name="without calls").first).to_be_visible()


def bring(page: Page, path: Path, text: str) -> None:
    """Bring a new file to the model and wait until it was compared."""
    path.write_text(text, encoding="utf-8")
    page.get_by_role("navigation", name="Steps").get_by_role("link", name="Use on new data").click()
    page.locator("input[type=file]").set_input_files(path)
    expect(page.get_by_role("heading", name=path.name)).to_be_visible()


def rows_of(page: Page, button: str) -> list[dict[str, str]]:
    """Return the rows of the file that a button saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    assert download.value.suggested_filename == "April answered.csv"
    with download.value.path().open(encoding="utf-8-sig", newline="") as saved:
        return list(csv.DictReader(saved, delimiter=";"))


def test_stopping_keeps_the_best_so_far(at_home: Page) -> None:
    page = at_home
    page.get_by_role("button", name="What will a house cost?").click()
    page.get_by_role("link", name='"median_house_value"').click()
    page.get_by_label("Thorough").check()
    page.get_by_role("button", name="Learn", exact=True).click()
    expect(page.get_by_text("so far.").first).to_be_visible()

    page.get_by_role("button", name="Stop, keep the best").click()

    expect(page.get_by_label("Verdict")).to_contain_text(VERDICT)


def test_cancelling_keeps_nothing_and_the_table_is_as_before(at_home: Page) -> None:
    page = at_home
    page.get_by_role("button", name="Which penguin is it?").click()
    page.get_by_role("link", name='"species"').click()
    page.get_by_label("Thorough").check()
    page.get_by_role("button", name="Learn", exact=True).click()
    expect(page).to_have_title(re.compile(r"\d+% – Learning"))

    page.get_by_role("button", name="Cancel").click()

    expect(page.get_by_role("heading", name="Cancelled. Nothing was kept")).to_be_visible()
    page.get_by_role("link", name="Your data").click()
    expect(page.get_by_text("344 rows")).to_have_count(2)


def test_columns_are_left_out_and_put_back_without_leaving_the_page(at_home: Page, customers: Path) -> None:
    page = at_home
    open_file(page, customers)
    page.get_by_role("link", name='"left"').click()
    expect(page.get_by_role("heading", name="2 of 3 other columns are used.")).to_be_visible()

    page.get_by_text("Change columns").last.click()
    page.get_by_role("checkbox", name="region").uncheck()
    expect(page.get_by_role("heading", name="1 of 3 other columns are used.")).to_be_visible()
    expect(page.get_by_role("checkbox", name="region")).to_be_visible()
    page.get_by_role("button", name='Use it "number"').click()

    expect(page.get_by_role("heading", name="2 of 3 other columns are used.")).to_be_visible()


def test_what_goes_wrong_while_a_page_waits_is_shown_in_its_place(at_home: Page, app: RunningApp) -> None:
    page = at_home
    page.get_by_role("button", name="Which penguin is it?").click()
    page.get_by_role("link", name='"species"').click()
    page.get_by_label("Thorough").check()
    page.get_by_role("button", name="Learn", exact=True).click()
    training = page.url.split("/")[-2]
    expect(page.get_by_role("button", name="Cancel")).to_be_visible()

    app.workspace.trainings.delete(training)

    expect(page.get_by_role("alert")).to_contain_text("It is no longer there.")
    app.workspace.trainings.undo_delete(training)
    app.supervisor.cancel(app.workspace.trainings.get(training).job_id)
