"""A person moves the line between two answers, keeps it, and makes a list of the rows to act on."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from desktop_app.records.decisions import Decision
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import TrainOrder
from desktop_app.records.stored import StoredTraining
from desktop_app.shell.assembly import RunningApp
from tests.api.made import stored_answers, stored_table, stored_training
from tests.api.made_decisions import CUTS, DECIDABLE
from tests.e2e.conftest import visit
from tests.e2e.test_accessibility import RULES
from tests.unit.models.made import customers as rows_learned
from tests.unit.models.made import plan_for, save

pytestmark = pytest.mark.browser
BEYOND = "() => document.documentElement.scrollWidth - window.innerWidth"


def learned(app: RunningApp) -> StoredTraining:
    """Return a training with a model that can really answer, and a line that can be moved."""
    table = stored_table(app.workspace)
    plan = plan_for("left")
    training = app.workspace.trainings.add(table.id, plan)
    order = to_json(TrainOrder(table_folder="-", plan=plan))
    job = app.workspace.jobs.add("train", order, lane="long", subject=training.id)
    card = save(Path(job.folder) / "model.hunch")
    app.workspace.land(job, to_json(replace(card.evaluation, cuts=(CUTS,))))
    return app.workspace.trainings.get(training.id)


def section(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("region", name="When is it right, and when wrong?")


def told(found: int, said: int) -> str:
    return f'It finds {found} of 32 "yes". When it says "yes", {found} of {said} are right.'


def test_the_line_is_moved_and_kept(page: Page, app: RunningApp) -> None:
    training = stored_training(app.workspace, stored_table(app.workspace).id, DECIDABLE)
    page.goto(f"{app.entrance.origin}/trainings/{training.id}/results")
    line = section(page)
    slider = line.get_by_role("slider")
    expect(line.locator("output")).to_have_text(told(26, 34))

    slider.press("ArrowLeft")
    expect(line.locator("output")).to_have_text(told(12, 13))
    expect(slider).to_have_attribute("aria-valuetext", "From 80 of 100 on")
    expect(line.get_by_role("cell", name="20 missed")).to_be_visible()

    line.get_by_text("Say what mistakes cost").click()
    line.get_by_label('A missed "yes" costs').fill("5")
    line.get_by_label("A false alarm costs").fill("1")
    line.get_by_role("button", name="Find the cheapest place").click()
    expect(line.get_by_text("its mistakes cost about 25.")).to_be_visible()
    expect(line.get_by_text('It says "yes" from 30 of 100 on.')).to_be_visible()
    line.get_by_role("button", name="Catch more").click()
    expect(line.get_by_text("its mistakes cost about 50.")).to_be_visible()
    line.get_by_role("button", name="Be stricter").click()
    line.get_by_role("button", name="Keep this").click()
    expect(line.get_by_text('You decided: it says "yes" from 30 of 100 on.')).to_be_visible()


def test_new_files_are_answered_as_was_decided_and_a_list_is_made_of_them(
    page: Page, app: RunningApp, tmp_path: Path
) -> None:
    training, main = learned(app), page.get_by_role("main")
    app.workspace.trainings.decide(training.id, Decision(value="yes", chance=0.3))
    page.goto(f"{app.entrance.origin}/trainings/{training.id}/apply")

    page.locator("input[type=file]").set_input_files(new_rows(tmp_path))
    main.get_by_role("button", name="Answer them").click()
    expect(main.get_by_text("from 30 of 100 on, as was decided for this model.")).to_be_visible()

    main.get_by_role("link", name="Make a list").click()
    main.get_by_label("Number of rows").fill("25")
    main.get_by_role("button", name="Show the list").click()
    expect(main.get_by_role("heading", name="The list holds 25 rows of 60.")).to_be_visible()
    with page.expect_download() as download:
        main.get_by_role("button", name="Save the list as CSV").click()
    assert download.value.suggested_filename == "May list.csv"
    with download.value.path().open(encoding="utf-8-sig", newline="") as saved:
        listed = list(csv.DictReader(saved))
    chances = [float(row["probability: yes"]) for row in listed]
    assert len(chances) == 25
    assert chances == sorted(chances, reverse=True)
    said = [row["prediction"] == "yes" for row in listed]
    assert said == [chance >= 0.3 for chance in chances]


def new_rows(folder: Path) -> Path:
    """Write rows like those that the model learned from, without the answer."""
    frame = rows_learned().drop(columns=["left"]).head(60)
    frame["joined"] = frame["joined"].dt.strftime("%Y-%m-%d")
    frame.to_csv(folder / "May.csv", index=False)
    return folder / "May.csv"


def test_without_scripts_a_place_is_chosen_from_a_list(browser: Browser, app: RunningApp) -> None:
    training = stored_training(app.workspace, stored_table(app.workspace).id, DECIDABLE)
    with visit(browser, app, java_script_enabled=False) as plain:
        plain.goto(f"{app.entrance.origin}/trainings/{training.id}/results")
        line = section(plain)
        expect(line.get_by_role("slider")).to_be_hidden()
        line.get_by_label("Choose a place").select_option(label="From 30 of 100 on")
        line.get_by_role("button", name="Show").click()
        expect(line.locator("output")).to_contain_text("It finds 30 of 32")

        line.get_by_role("button", name="Keep this").click()

        expect(line.get_by_text('You decided: it says "yes" from 30 of 100 on.')).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_decisions_are_made_and_nothing_scrolls_sideways(
    browser: Browser, app: RunningApp, scheme: str
) -> None:
    training = stored_training(app.workspace, stored_table(app.workspace).id, DECIDABLE)
    answers = stored_answers(app.workspace, training, answered=True)
    addresses = (
        f"/trainings/{training.id}/results?missed=5&false=1",
        f"/answers/{answers.id}/list?by=gain&benefit=5&cost=1",
    )
    with visit(browser, app, color_scheme=scheme) as page:
        for address in addresses:
            page.goto(app.entrance.origin + address)
            found = Axe().run(page, options=RULES)
            assert found.violations_count == 0, (address, found.generate_report())
            page.set_viewport_size({"width": 320, "height": 800})
            assert page.evaluate(BEYOND) == 0, address
            page.set_viewport_size({"width": 1280, "height": 800})
