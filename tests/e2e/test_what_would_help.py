"""What would help, in a real browser: advice leads to what speaks for it, with buttons beside it."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from desktop_app.engine.leaks.accusing import gives_away
from desktop_app.records.results import Evaluation, Importance
from desktop_app.shell.assembly import RunningApp
from tests.api.test_insights import ALL
from tests.e2e.test_accessibility import SEEN
from tests.e2e.test_results_page import address_of

pytestmark = pytest.mark.browser
LONG = "the_name_of_a_column_that_is_as_long_as_any_name_of_a_column_can_be_without_a_single_blank"
HARMFUL = Importance(column=LONG, loss=-0.09, low=-0.12, high=-0.06)
ADVISED = replace(ALL, importances=(*ALL.importances, HARMFUL), warnings=(gives_away(LONG[:50]),))


def test_advice_leads_to_its_evidence_and_has_its_button(page: Page, app: RunningApp) -> None:
    page.goto(address_of(app, ADVISED))
    advice = page.get_by_role("main").get_by_label("Verdict").get_by_role("listitem")
    expect(advice).to_have_count(3)

    advice.filter(has_text="More rows would help").get_by_role("link", name="Show the curve").press("Enter")

    expect(page).to_have_url(re.compile("#more$"))
    expect(page.get_by_role("main").get_by_role("heading", name="Would more rows help?")).to_be_in_viewport()
    harmful = advice.filter(has_text="out may help")
    expect(harmful.get_by_role("button", name=f"Leave it out and learn again {LONG}")).to_be_visible()


@pytest.mark.parametrize("evaluation", [ADVISED, replace(ADVISED, longer_helps=True, pace=())])
def test_a_narrow_page_holds_advice_about_long_names(
    page: Page, app: RunningApp, evaluation: Evaluation
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})

    page.goto(address_of(app, evaluation))

    assert page.evaluate(SEEN) == {"beyond": 0, "outside": [], "narrow": []}
