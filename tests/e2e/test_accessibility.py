"""Every page, light and dark: no finding of axe, nothing that scrolls sideways, all of it by keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.api.made import LACKS, stored_answers, stored_table, stored_training, table
from tests.api.made_explained import land_explained
from tests.api.test_concerned_rows import FOUND
from tests.api.test_findings import about
from tests.api.test_impersonal import HUNCH
from tests.api.test_results import EASY, NUMBER, THREE
from tests.api.test_scaling import OFF
from tests.e2e.conftest import visit

pytestmark = pytest.mark.browser
SIX = ("find.code", "find.constant", "find.duplicates", "find.factor", "find.id", "find.unknown")
ROW = 30  # pixels
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # where else each rule holds need not be told: that takes the longest
}


@pytest.fixture(scope="module")
def addresses(app: RunningApp) -> list[str]:
    """The address of every kind of page, each with something on it."""
    stored = stored_table(app.workspace, replace(table(), warnings=tuple(map(about, SIX))))
    training = stored_training(app.workspace, stored.id)
    land_explained(app.workspace, training)
    easy, number, three = (stored_training(app.workspace, stored.id, one) for one in (EASY, NUMBER, THREE))
    fits = stored_answers(app.workspace, training, answered=True)
    lacks = stored_answers(app.workspace, training, LACKS)
    strange, off = (stored_answers(app.workspace, training, one) for one in (FOUND, OFF))
    copyfile(HUNCH.with_name("trees.hunch"), training.model)  # one that no other test opens
    empty, other = stored_table(app.workspace), stored_table(app.workspace)
    waits = stored_training(app.workspace, other.id, evaluation=None)
    opens = app.workspace.jobs.add("import", {"path": "-", "name": "sales.csv"}, lane="short")
    return [
        "/",
        f"/tables/{stored.id}/data",
        f"/tables/{stored.id}/columns/list",
        f"/tables/{stored.id}/predict?target=3",
        f"/tables/{empty.id}/learn",
        f"/tables/{empty.id}/try",
        f"/trainings/{waits.id}/learn",
        f"/opening/{opens.id}",
        f"/trainings/{training.id}/results",
        f"/trainings/{easy.id}/results",
        f"/trainings/{number.id}/results",
        f"/trainings/{three.id}/results",
        f"/trainings/{training.id}/apply",
        f"/answers/{lacks.id}",
        f"/trainings/{training.id}/report",
        f"/trainings/{training.id}/report/print?for=experts",
        f"/tables/{empty.id}/report",
        f"/answers/{fits.id}",
        f"/answers/{off.id}",
        f"/answers/{strange.id}/rows/0",
        f"/trainings/{training.id}/without-personal",
        f"/trainings/{training.id}/share",
        "/nowhere",
    ]


@pytest.fixture(params=["light", "dark"])
def seen(request: pytest.FixtureRequest, browser: Browser, app: RunningApp) -> Iterator[Page]:
    with visit(browser, app, color_scheme=request.param) as page:
        yield page


def test_axe_finds_nothing_on_any_page(seen: Page, app: RunningApp, addresses: list[str]) -> None:
    axe = Axe()

    for address in addresses:
        seen.goto(app.entrance.origin + address)
        found = axe.run(seen, options=RULES)
        assert found.violations_count == 0, (address, found.generate_report())


def test_axe_finds_nothing_at_the_door(browser: Browser, app: RunningApp) -> None:
    page = browser.new_page()
    page.goto(app.entrance.link())

    found = Axe().run(page, options=RULES)

    assert found.violations_count == 0, found.generate_report()
    page.close()


SEEN = """() => {
  const root = document.documentElement;
  const told = [...document.querySelectorAll("main :is(.badge, .thing-name, .button, .facts, .fits span)")];
  for (const details of document.querySelectorAll("details.more")) details.open = true;
  return {
    beyond: root.scrollWidth - window.innerWidth,
    outside: told.filter((one) => !one.closest(".visually-hidden, .sheet, .scroller"))
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth).map((one) => one.textContent),
    narrow: [...document.querySelectorAll(".facts-list dd")]
      .filter((one) => one.getBoundingClientRect().width < 40).map((one) => one.textContent),
  };
}"""


@pytest.mark.parametrize("width", [1280, 640, 320])
def test_no_page_scrolls_sideways(page: Page, app: RunningApp, addresses: list[str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    for address in addresses:
        page.goto(app.entrance.origin + address)
        assert page.evaluate(SEEN) == {"beyond": 0, "outside": [], "narrow": []}, address


@pytest.mark.parametrize("width", [1280, 320])
def test_a_page_with_little_on_it_is_no_taller_than_its_window(
    page: Page, app: RunningApp, addresses: list[str], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    for address in (one for one in addresses if one.endswith("/learn") or one == "/nowhere"):
        page.goto(app.entrance.origin + address)
        beyond = page.evaluate("() => document.documentElement.scrollHeight - window.innerHeight")
        assert beyond == 0, (address, beyond)


def test_after_deleting_the_way_back_is_one_key(page: Page, app: RunningApp) -> None:
    stored_table(app.workspace)
    page.goto(app.entrance.origin)

    page.get_by_role("button", name="Delete").first.click()

    expect(page.get_by_role("button", name="Undo")).to_be_focused()


def test_a_file_is_chosen_by_one_button_with_scripts_and_two_without(
    browser: Browser, page: Page, app: RunningApp
) -> None:
    page.goto(app.entrance.origin)
    with visit(browser, app, java_script_enabled=False) as plain:
        expect(plain.get_by_role("button", name="Open", exact=True)).to_be_visible()

    expect(page.get_by_text("Choose a file…")).to_be_visible()
    expect(page.get_by_role("button", name="Open", exact=True)).to_be_hidden()


def test_a_question_is_asked_by_keyboard_alone(page: Page, app: RunningApp, addresses: list[str]) -> None:
    page.goto(app.entrance.origin + addresses[1])
    first = page.get_by_role("main").get_by_role("gridcell").first
    first.wait_for()
    box = first.bounding_box()
    assert box
    assert box["y"] < 800 - ROW, "with six findings, the rows are in sight"
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    others = ("Which rows are alike?", "Which rows are odd?", "What comes next?", "Something else…")
    for name in (*others, '"left"'):
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name=name)).to_be_focused()
    fold = page.get_by_role("main").locator("summary", has_text="Show all 6")
    fold.press("Enter")
    expect(page.get_by_role("list", name="More that was found in the file")).to_be_visible()
    page.get_by_role("link", name='"left"').press("Enter")

    expect(page.get_by_role("button", name="Learn", exact=True)).to_be_focused()


def test_enter_in_a_search_does_not_start_to_learn(page: Page, app: RunningApp, tmp_path: Path) -> None:
    wide = tmp_path / "wide.csv"
    names = [f"gene {n}" for n in range(60)]
    rows = [",".join(str((n * row) % 17) for n in range(60)) for row in range(80)]
    wide.write_text("\n".join([",".join(names), *rows]), encoding="utf-8")
    page.goto(f"{app.entrance.origin}/")
    page.locator("input[type=file]").set_input_files(wide)
    page.wait_for_url("**/data")
    page.get_by_role("link", name="Something else").click()
    page.get_by_label("Column to predict").select_option(label="gene 59 – number")
    page.get_by_text("Change columns").last.click()

    page.get_by_label("Find a column").fill("gene 4")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Columns 1 to 11 of 11")).to_be_visible()
    expect(page.get_by_role("button", name="Learn", exact=True)).to_be_visible()
