"""A report is put together beside its preview, saved, and printed."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desktop_app.records.reporting import ReportFacts
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.report.html import page_of
from desktop_app.shell.assembly import RunningApp
from tests.api.made import stored_table, stored_training
from tests.e2e.test_accessibility import RULES
from tests.unit.jobs.watching import until
from tests.unit.reports.report.made_facts import all_known, known, named, report

pytestmark = pytest.mark.browser


@pytest.fixture
def training(app: RunningApp) -> StoredTraining:
    return stored_training(app.workspace, stored_table(app.workspace).id)


def test_a_report_follows_what_is_wanted_and_is_saved_so(
    page: Page, app: RunningApp, training: StoredTraining
) -> None:
    page.goto(f"{app.entrance.origin}/trainings/{training.id}/report")
    main = page.get_by_role("main")
    paper = main.frame_locator("iframe")
    expect(paper.get_by_role("heading", level=1)).to_have_text('Can it tell "left": yes or no?')

    main.get_by_label("Your note").fill("Seen by Mia.")
    main.get_by_label("Your note").blur()
    expect(paper.get_by_text("Seen by Mia.")).to_be_visible()
    main.get_by_label("Experts").check()
    expect(main.get_by_label("Models that were tried")).to_be_checked()
    main.get_by_label("How good is it?").uncheck()
    expect(paper.get_by_role("heading", name="How good is it?")).to_have_count(0)
    expect(paper.get_by_role("heading", name="Models that were tried")).to_be_visible()
    expect(main.get_by_label("Your note")).to_have_value("Seen by Mia.")
    with page.expect_download() as download:
        main.get_by_role("button", name="Save page…").click()

    saved = Path(download.value.path()).read_text(encoding="utf-8")
    assert download.value.suggested_filename == "left report.html"
    assert "Seen by Mia." in saved
    assert "How good is it?" not in saved
    assert "Models that were tried" in saved


def test_what_is_added_to_the_note_elsewhere_stays_when_an_open_page_is_used_on(
    page: Page, app: RunningApp, training: StoredTraining
) -> None:
    main, remarks = page.get_by_role("main"), app.workspace.remarks
    paper = main.frame_locator("iframe")
    page.goto(f"{app.entrance.origin}/trainings/{training.id}/report")
    main.get_by_label("Your note").fill("Seen by Mia.")
    main.get_by_label("Your note").blur()
    expect(paper.get_by_text("Seen by Mia.")).to_be_visible()
    remarks.add_to_note(training.id, "A row")
    main.get_by_label("Experts").check()
    expect(paper.get_by_text("A row", exact=True)).to_be_visible()

    page.goto(f"{app.entrance.origin}/trainings/{training.id}/results")
    main.get_by_label("Your note").fill("Ours")
    main.get_by_label("Your note").blur()
    expect(main.get_by_text("Saved", exact=True)).to_be_visible()
    remarks.add_to_note(training.id, "A row")
    main.get_by_role("button", name="Save the note").click()
    expect(main.get_by_label("Your note")).to_have_value("Ours\n\nA row")


@pytest.mark.parametrize("page_of", ["results", "report"])
def test_a_note_that_is_changed_in_two_windows_is_kept_with_both_texts(
    page: Page, app: RunningApp, training: StoredTraining, page_of: str
) -> None:
    here, there = page, page.context.new_page()
    for window in (here, there):
        window.goto(f"{app.entrance.origin}/trainings/{training.id}/{page_of}")
    for window, text in ((there, "Theirs"), (here, "Mine")):
        note = window.get_by_role("main").get_by_label("Your note")
        note.fill(text)
        with window.expect_response("**/trainings/**"):
            note.blur()

    main = here.get_by_role("main")
    expect(main.get_by_label("Your note")).to_have_value("Theirs\n\nMine")
    expect(main.get_by_text("both texts are kept")).to_be_visible()
    main.get_by_label("Your note").fill("Ours")
    main.get_by_label("Your note").blur()
    expect(main.get_by_text("both texts are kept")).to_have_count(0)
    until(lambda: app.workspace.trainings.get(training.id).note == "Ours")
    there.close()


def test_the_report_alone_is_printed_by_one_button(
    page: Page, app: RunningApp, training: StoredTraining
) -> None:
    page.goto(f"{app.entrance.origin}/trainings/{training.id}/report")
    page.get_by_role("main").get_by_role("link", name="Print…").click()
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")

    page.get_by_role("main").get_by_role("button", name="Print…").click()

    assert page.evaluate("() => window.printed")
    expect(page.get_by_role("heading", name="The answer in short")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("main").get_by_role("button", name="Print…")).to_be_hidden()


@pytest.mark.parametrize(
    ("facts", "width"),
    [(all_known(), 1280), (all_known(), 320), (known(named("x" * 60)), 320)],
    ids=["wide", "narrow", "long names"],
)
def test_a_saved_report_can_be_read_by_everyone(
    browser: Browser, tmp_path: Path, facts: ReportFacts, width: int
) -> None:
    saved = tmp_path / "report.html"
    saved.write_text(page_of(report(facts, audience="experts")), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(saved.as_uri())

    found = Axe().run(page, options=RULES)

    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") == 0
    assert asked == [saved.as_uri()]
    page.close()
