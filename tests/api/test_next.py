"""What comes next is asked of a table, and the forecast that comes of it is kept."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.journeys.import_table import import_table
from desktop_app.journeys.look_ahead import look_ahead
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.stored import StoredTable
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person

MONTHS = [f"{year}-{month:02}-01" for year in range(2018, 2024) for month in range(1, 13)]
SALES = "month,sales,plan\n" + "\n".join(
    f"{month},{100 + 10 * (place % 12) + place},{100 + 10 * (place % 12) + place}"
    for place, month in enumerate(MONTHS)
)
TWICE = "month,shop,sales\n" + "\n".join(
    f"{month},{shop},{50 + (place % 12)}" for place, month in enumerate(MONTHS) for shop in ("A", "B")
)


def opened(workspace: Workspace, text: str) -> StoredTable:
    file = workspace.folder / "sales.csv"
    file.write_text(text)
    order = to_json(ImportOrder(path=str(file), name=file.name))
    job = workspace.jobs.add("import", order, lane="short")
    workspace.land(job, import_table(order, Path(job.folder), lambda _: None))
    return workspace.tables.get(job.id)


def done(workspace: Workspace, table: StoredTable, jobs: FakeJobs) -> str:
    """Do what was asked last, and return the id of the forecast."""
    job = workspace.jobs.list("look_ahead", table.id)[0]
    assert jobs.orders[-1][0] == "look_ahead"
    workspace.land(job, look_ahead(job.params, Path(job.folder), lambda _: None))
    return job.id


def asked_last(jobs: FakeJobs) -> dict[str, Any]:
    asked = jobs.orders[-1][1]["asked"]
    assert isinstance(asked, dict)
    return asked


@pytest.fixture
def sales(workspace: Workspace) -> StoredTable:
    return opened(workspace, SALES)


def test_the_first_page_of_a_table_and_step_two_lead_there(person: Person, sales: StoredTable) -> None:
    data, predict = (person.get(f"/tables/{sales.id}{rest}").text for rest in ("/data", "/predict"))

    assert "What comes next in &#34;plan&#34;, month by month?" in data
    assert data.count('class="ask"') <= 3
    assert f'href="/tables/{sales.id}/next"' in predict


def test_the_form_is_filled_in_from_the_profile(person: Person, sales: StoredTable) -> None:
    page = person.get(f"/tables/{sales.id}/next").text

    assert "one step is about 1 month." in page
    assert 'value="12"' in page
    assert "checked" not in page


def test_a_forecast_is_made_and_reached_again(
    person: Person, workspace: Workspace, jobs: FakeJobs, sales: StoredTable
) -> None:
    person.post(f"/tables/{sales.id}/next", target=1, time=0, group=-1, horizon=6)
    model_id = done(workspace, sales, jobs)

    moved = person.poll(f"/tables/{sales.id}/next/progress/{model_id}").headers["HX-Redirect"]
    page = person.get(moved).text
    assert moved == f"/forecasts/{model_id}"
    assert "This forecast was learned here" not in page  # the rail says so
    assert 'id="forecast"' in page
    for rail in (page.split("</nav>")[0], person.get(f"/tables/{sales.id}/next").text.split("</nav>")[0]):
        for place in (f"/tables/{sales.id}/next", f"{moved}#next", f"{moved}#newer", f"{moved}/report"):
            assert f'href="{place}"' in rail
    assert len(person.get(f"/other-models/{model_id}/rows/csv").data.splitlines()) == 7
    assert person.get(f"/other-models/{model_id}/rows/xlsx").data[:2] == b"PK"
    assert person.get(f"/other-models/{model_id}/file").status_code == 200


def test_what_is_missing_is_said_and_the_fields_are_kept(
    person: Person, jobs: FakeJobs, sales: StoredTable
) -> None:
    answer = person.post(f"/tables/{sales.id}/next", target=1, time=-1, group=-1, horizon=7)
    twice = person.post(f"/tables/{sales.id}/next", target=1, time=0, group=-1, horizon=7, known=1)

    assert (answer.status_code, twice.status_code) == (422, 422)
    assert "Choose the time, the numbers" in answer.text
    assert 'value="7"' in answer.text
    assert "&#34;sales&#34; is named for two things." in twice.text
    assert jobs.orders == []


def test_another_time_proposes_other_steps(person: Person, sales: StoredTable) -> None:
    form = {"target": 1, "horizon": 3, "group": -1}

    other = person.post(f"/tables/{sales.id}/next/columns", time=0, time_before=2, **form).text
    same = person.post(f"/tables/{sales.id}/next/columns", time=0, time_before=0, **form).text

    assert 'required value="12"' in other
    assert 'required value="3"' in same


def test_what_is_asked_for_and_says_when_is_no_series(person: Person, workspace: Workspace) -> None:
    rows = "".join(f"{place // 4},{place % 4},{place % 3}\n" for place in range(120))
    table = opened(workspace, f"lap,car,pits\n{rows}")

    page = person.post(f"/tables/{table.id}/next/columns", target=2, time=0, group=1, horizon=5).text

    series = page.split('id="group"')[1].split("</select>")[0]
    assert ("car" in series, "pits" in series, "lap" in series) == (True, False, False)


def test_a_step_of_a_mere_number_is_not_said_to_be_one_step(person: Person, workspace: Workspace) -> None:
    laps = "".join(f"{place // 2},{place % 7}\n" for place in range(100))
    table = opened(workspace, f"lap,speed\n{laps}")

    page = person.post(f"/tables/{table.id}/next/columns", target=1, time=0, group=-1, horizon=5).text

    assert 'id="pace"' not in page


def test_what_gives_the_answer_away_is_asked_about(
    person: Person, workspace: Workspace, jobs: FakeJobs, sales: StoredTable
) -> None:
    person.post(f"/tables/{sales.id}/next", target=1, time=0, group=-1, horizon=6, known=2)
    model_id = done(workspace, sales, jobs)

    assert "&#34;plan&#34; nearly alone tells the answer." in person.get(f"/tables/{sales.id}/next").text
    person.post(f"/tables/{sales.id}/next/{model_id}/again", column=2)
    assert asked_last(jobs)["known"] == []
    person.post(f"/tables/{sales.id}/next/{model_id}/again", column=2, is_known="yes")
    assert asked_last(jobs)["confirmed"] == ["plan"]


def test_rows_of_one_moment_are_asked_about(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    table = opened(workspace, TWICE)
    person.post(f"/tables/{table.id}/next", target=2, time=0, group=-1, horizon=6)
    model_id = done(workspace, table, jobs)

    page = person.get(f"/tables/{table.id}/next").text
    assert "One question of it is open" in page
    assert "One question of it is open" in person.get(f"/forecasts/{model_id}").text
    assert "Do rows of one moment add up" in page
    assert "One series for each &#34;shop&#34;" in page
    person.post(f"/tables/{table.id}/next/{model_id}/again", group=1)
    assert asked_last(jobs)["group"] == "shop"
    person.post(f"/tables/{table.id}/next/{model_id}/again", joining="mean")
    assert asked_last(jobs)["joining"] == "mean"


@pytest.mark.parametrize("name", ["", "kept by its name"])
def test_an_answered_forecast_takes_the_place_of_the_one_that_asked(
    name: str, person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    table = opened(workspace, TWICE)
    person.post(f"/tables/{table.id}/next", target=2, time=0, group=-1, horizon=6)
    asking = done(workspace, table, jobs)
    workspace.others.rename(asking, name)

    person.post(f"/tables/{table.id}/next/{asking}/again", joining="mean")
    answered = done(workspace, table, jobs)

    kept = [one.id for one in workspace.others.list()]
    assert kept == ([answered, asking] if name else [answered])


def test_forgetting_the_table_forgets_its_forecasts(
    person: Person, workspace: Workspace, jobs: FakeJobs, sales: StoredTable
) -> None:
    person.post(f"/tables/{sales.id}/next", target=1, time=0, group=-1, horizon=6)
    model_id = done(workspace, sales, jobs)
    files = list((workspace.folder / "models").iterdir())

    workspace.forgetting.forget([sales.id], keep_models=False)

    assert (len(files), list((workspace.folder / "models").iterdir())) == (3, [])
    assert person.get(f"/forecasts/{model_id}").status_code == 404


def test_a_table_without_a_time_has_nothing_to_ask(person: Person, workspace: Workspace) -> None:
    table = opened(workspace, "name,kind\n" + "\n".join(f"n{n},{n % 2}k" for n in range(30)))

    assert "another one with numbers that change." in person.get(f"/tables/{table.id}/next").text


def test_an_end_of_a_range_that_is_nothing_is_said_as_0(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    table = opened(workspace, TWICE)
    person.post(f"/tables/{table.id}/next", target=2, time=0, group=1, horizon=12)

    assert "0.00000000" not in person.get(f"/forecasts/{done(workspace, table, jobs)}").text


def test_of_many_columns_the_button_stays_within_reach(person: Person, workspace: Workspace) -> None:
    names = ",".join(f"c{n}" for n in range(40))
    rows = "\n".join(f"{2020 + n // 12}-{n % 12 + 1:02}-01" + f",{n % 7}.5" * 41 for n in range(30))
    stored = opened(workspace, f"month,sales,{names}\n{rows}")

    assert 'class="scroller" tabindex="0" role="region"' in person.get(f"/tables/{stored.id}/next").text
