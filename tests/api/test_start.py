"""The first page, and what can be done with what is there."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

from desktop_app.paths import bundled
from desktop_app.records.jobs import Live
from desktop_app.records.jsonable import to_json
from desktop_app.records.tables import Table
from desktop_app.web.assets import SCRIPTS, SHEETS
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, stored_training, table, write_rows

NASTY = '<script>alert("x")</script> & Co 😀 مرحبا ' + "long " * 60


def test_the_first_page_asks_what_one_would_like_to_know(person: Person) -> None:
    page = person.get("/").text

    assert "What would you like to know from your data?" in page
    assert "Nothing is sent anywhere" in page
    assert page.count('action="/samples/') == 3
    assert "Your tables" not in page


def test_the_font_comes_with_the_style_sheets_that_name_it(person: Person) -> None:
    page = person.get("/").text
    sheet = re.search(r'href="([^"]+pages\.css)"', page)
    early = re.search(r'rel="preload" href="([^"]+)" as="font" type="font/woff2" crossorigin', page)
    assert sheet
    assert early

    named = re.findall(r'url\("([^"]+)"\)', person.get(sheet.group(1)).text)

    assert early.group(1) in [urljoin(sheet.group(1), address) for address in named]
    assert person.get(early.group(1)).status_code == 200


def test_all_style_sheets_of_the_pages_come_at_once(person: Person) -> None:
    page = person.get("/").text
    (address,) = re.findall(r'rel="stylesheet" href="([^"]+)"', page)

    answer = person.get(address)

    assert answer.content_type.startswith("text/css")
    folder = bundled("ui", "static", "css")
    sheets = [(folder / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS]
    assert answer.text.startswith(sheets[0])
    assert all(sheet in answer.text for sheet in sheets)


def test_the_scripts_of_every_page_come_at_once_each_with_its_names_to_itself(person: Person) -> None:
    page = person.get("/").text
    (address,) = re.findall(r'src="([^"]+)" type="module"', page)

    answer = person.get(address)

    assert answer.content_type.startswith("text/javascript")
    folder = bundled("ui", "static", "js")
    scripts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    assert answer.text == "\n".join(f"{{\n{script}}}" for script in scripts)
    assert not any("import " in script or "export " in script for script in scripts)


def test_a_table_is_found_again(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    stored_training(workspace, stored.id)

    page = person.get("/").text

    assert f'href="/tables/{stored.id}/data"' in page
    assert "300 rows, 4 columns" in page
    assert ">Good<" in page


def test_two_tables_of_one_name_are_told_apart(person: Person, workspace: Workspace) -> None:
    def opened(path: str, made: Table) -> str:
        job = workspace.jobs.add("import", {"path": path, "name": made.name}, lane="short")
        write_rows(Path(job.folder), made)
        workspace.land(job, to_json(made))
        return job.id

    march = opened("/home/a/March/sales.csv", table("sales.csv"))
    april = opened("/home/a/April/sales.csv", replace(table("sales.csv"), rows=20))
    alone = stored_table(workspace).id

    page = unescape(person.get("/").text)
    said = {one: re.findall(rf'id="facts-{one}">(.*?)</p>', page) for one in (march, april, alone)}

    assert re.search(r'300 rows.*opened \d{4}-\d\d-\d\d \d\d:\d\d:\d\d.*from "March"', said[march][0])
    assert re.search(r'20 rows.*opened .*from "April"', said[april][0])
    assert said[alone] == []
    assert f'aria-describedby="facts-{march}"' in page
    assert re.search(r'Delete<span class="visually-hidden"> sales.csv, 300 rows.*from "March"</span>', page)


def test_a_table_that_is_learned_from_says_so_and_leads_there(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    training = stored_training(workspace, stored_table(workspace).id, evaluation=None)
    waits = person.get("/").text
    workspace.jobs.start(training.job_id)
    jobs.progress = Live(fraction=0.43)

    runs = person.get("/").text

    assert f'href="/trainings/{training.id}/learn">Learning</a>' in waits
    assert f'href="/trainings/{training.id}/learn">Learning, 43%</a>' in runs


def test_a_name_is_shown_as_text_and_never_as_markup(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace, table(NASTY[:280]))

    for address in ("/", f"/tables/{stored.id}/data", f"/tables/{stored.id}/predict?target=3"):
        page = person.get(address).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(&#34;x&#34;)" in page


def test_a_table_takes_another_name(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    response = person.post(f"/tables/{stored.id}/name", name="  Customers of 2026 ")

    assert response.headers["Location"] == "/"
    assert workspace.tables.get(stored.id).name == "Customers of 2026"


def test_a_deleted_table_can_be_brought_back(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    gone = person.post(f"/tables/{stored.id}/delete")
    page = person.get(gone.headers["Location"]).text
    assert "&#34;customers.csv&#34; is deleted" in page
    assert '<button class="button" autofocus>Undo</button>' in page
    assert f'href="/tables/{stored.id}/data"' not in page

    person.post(f"/tables/{stored.id}/undo")
    assert f'href="/tables/{stored.id}/data"' in person.get("/").text


def test_a_model_whose_table_is_gone_is_still_found(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    training = stored_training(workspace, stored.id)

    person.post(f"/tables/{stored.id}/delete")

    assert f'href="/trainings/{training.id}/results"' in person.get("/").text
    assert "Learn longer" not in person.get(f"/trainings/{training.id}/results").text
    assert person.get(f"/trainings/{training.id}/apply").status_code == 200


def test_a_sample_is_opened_like_a_file_of_ones_own(person: Person, jobs: FakeJobs) -> None:
    response = person.post("/samples/customers")

    assert response.headers["Location"].startswith("/opening/")
    journey, order = jobs.orders[0]
    assert (journey, order["name"]) == ("import", "customers.csv")


def test_a_sample_that_is_not_there_is_said_so(person: Person) -> None:
    assert person.post("/samples/nothing").status_code == 404
