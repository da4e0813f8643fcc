"""A person says before learning what mistakes cost, and finds it followed on the Results page."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from desktop_app.records.decisions import Costs, Decision
from desktop_app.records.insights import CostCheck
from desktop_app.shell.assembly import RunningApp
from tests.api.made import stored_table, stored_training
from tests.api.made_decisions import DECIDABLE
from tests.e2e.test_accessibility import RULES

pytestmark = pytest.mark.browser
FIRST = Decision(value="yes", chance=0.3, costs=Costs(missed=5.0, false=1.0))
CHECK = CostCheck(decision=FIRST, cost=25.0, usual=31.7, constant="yes", alone=73.3, low=31.2, high=62.5)


def test_costs_are_said_and_still_there_when_one_comes_back(page: Page, app: RunningApp) -> None:
    main, stored = page.get_by_role("main"), stored_table(app.workspace)
    page.goto(f"{app.entrance.origin}/tables/{stored.id}/predict?target=3")
    main.get_by_text("Is one mistake worse than the other?").click()
    expect(main.get_by_label("About the same")).to_be_checked()
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()

    main.get_by_label('A missed "yes" costs').press_sequentially("500")
    expect(main.get_by_label("Give amounts")).to_be_checked()
    page.keyboard.press("Tab")
    main.get_by_label("A false alarm costs").press_sequentially("20")
    with page.expect_response("**/plan"):
        page.keyboard.press("Tab")
    with page.expect_response("**/plan"):
        main.get_by_text("Thorough").click()
    expect(main.get_by_label("Thorough")).to_be_checked()

    expect(main.get_by_label('A missed "yes" costs')).to_have_value("500")
    page.goto(f"{app.entrance.origin}/tables/{stored.id}/predict")
    expect(main.get_by_label("Give amounts")).to_be_checked()
    expect(main.get_by_label("A false alarm costs")).to_have_value("20")
    plan = app.workspace.tables.get(stored.id).plan
    assert plan is not None
    assert plan.costs is not None
    assert plan.costs.costs == Costs(missed=500.0, false=20.0)


def test_the_line_that_follows_from_them_is_shown_and_can_be_taken_back(page: Page, app: RunningApp) -> None:
    main = page.get_by_role("main")
    costly = replace(DECIDABLE, costs=CHECK)
    training = stored_training(app.workspace, stored_table(app.workspace).id, costly)
    page.goto(f"{app.entrance.origin}/trainings/{training.id}/results")

    expect(main.get_by_text("At these costs it saves something")).to_be_visible()
    expect(main.get_by_text('By what you said that mistakes cost, it says "yes" from 30')).to_be_visible()
    expect(main.get_by_role("slider")).to_have_attribute("aria-valuetext", "From 30 of 100 on")

    main.get_by_role("button", name="Back to the usual").click()
    expect(main.get_by_role("slider")).to_have_attribute("aria-valuetext", "From 50 of 100 on, as by itself")
