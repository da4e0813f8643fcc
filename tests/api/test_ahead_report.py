"""The report of a forecast, on its page and as files."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import language
from desktop_app.records.jsonable import from_json
from desktop_app.records.reporting import ReportOrder
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, FakeJobs, Person
from tests.api.made_ahead import came_ahead, came_as
from tests.api.test_ahead_goes_on import gone_on


def test_the_page_of_a_forecast_leads_to_its_report(person: Person, workspace: Workspace) -> None:
    model_id = came_ahead(workspace)

    assert f'href="/forecasts/{model_id}/report"' in person.get(f"/forecasts/{model_id}").text
    page = person.get(f"/forecasts/{model_id}/report?for=experts&title=Parcels").text
    assert f"/forecasts/{model_id}/report/preview?title=Parcels&amp;for=experts" in page
    assert "<title>Report – parcels – Hunch</title>" in page


@pytest.mark.parametrize("way", ["preview", "print"])
def test_it_tells_question_verdict_method_and_limits(person: Person, workspace: Workspace, way: str) -> None:
    page = person.get(f"/forecasts/{came_ahead(workspace)}/report/{way}").text

    for told in ("Off by", "2023-06-01", "Tashman", "What it is not for", "60 months, from", "Bergen"):
        assert told in page
    assert "Ways that were tried" not in page


def test_no_fact_is_cut_in_its_middle(person: Person, workspace: Workspace) -> None:
    card = workspace.others.forecast(came_ahead(workspace)).card
    known = tuple(f"planned price of shop {place}" for place in range(9))
    asked = replace(card.found.asked, known=known)
    model_id = came_as(workspace, replace(card, found=replace(card.found, asked=asked)))

    assert ", ".join(known) in person.get(f"/forecasts/{model_id}/report/preview").text


def test_experts_read_the_ways_that_were_tried(person: Person, workspace: Workspace) -> None:
    page = person.get(f"/forecasts/{came_ahead(workspace)}/report/preview?for=experts").text

    assert "Ways that were tried" in page
    assert "Exponential smoothing" in page


def test_newer_rows_stand_in_it(person: Person, workspace: Workspace) -> None:
    page = person.get(f"/forecasts/{gone_on(person, workspace)}/report/preview").text

    for told in ("After the newer rows of", "2023-12-01", "12 values have come that it had forecast"):
        assert told in page


def test_what_the_person_wrote_down_stands_in_it(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    model_id = came_ahead(workspace)

    person.post(f"/forecasts/{model_id}/note", note="Bergen closes in May.", note_was="")
    person.post(f"/forecasts/{model_id}/report/save", kind="pdf")

    assert "Bergen closes in May.</textarea>" in person.get(f"/forecasts/{model_id}/report").text
    assert "Bergen closes in May." in person.get(f"/forecasts/{model_id}/report/preview").text
    assert jobs.orders[-1][1]["note"] == "Bergen closes in May."


def test_its_file_is_proposed_under_a_name_of_the_language(
    owner: Person, workspace: Workspace, dialogs: FakeDialogs, jobs: FakeJobs, tmp_path: Path
) -> None:
    dialogs.chosen, model_id = tmp_path, came_ahead(workspace)
    owner.post("/settings/look", language="de", theme="system")
    try:
        owner.post(f"/forecasts/{model_id}/report/save", kind="pdf")
    finally:
        language.use("en")

    assert jobs.orders[-1][1]["out"] == str(tmp_path / "parcels Bericht.pdf")


def test_it_is_written_by_a_worker(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    model_id = gone_on(person, workspace)

    away = person.post(f"/forecasts/{model_id}/report/save", kind="pdf", title="Parcels")

    journey, params = jobs.orders[-1]
    order = from_json(ReportOrder, params)
    assert (journey, order.wishes.title) == ("write_report", "Parcels")
    assert order.went
    assert order.path == workspace.others.forecast(model_id).model
    assert "/report/progress/" in person.get(away.headers["Location"]).text
    assert person.post(f"/forecasts/{model_id}/report/save", kind="exe").status_code == 400
