"""Steps on a table are undone and done again, and stopped while they are on their way."""

import re
from dataclasses import replace

from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.tables import Recipe, Wishes
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import stored_table, table
from tests.api.test_steps import changed, step


def test_steps_are_undone_and_done_again_and_the_page_says_which(
    person: Person, workspace: Workspace
) -> None:
    stored = stored_table(workspace)
    first = replace(table(), recipe=Recipe(format="csv", wishes=Wishes(columns_out=("code",))))
    step(workspace, stored, first)
    job = step(workspace, stored, changed())

    def said(address: str) -> list[str]:
        page = person.get(address).text
        banner = re.findall(r'class="undo happened"[^>]*>\s*<span>(.*?)</span>', page)
        return [
            *banner,
            *re.findall(r'aria-keyshortcuts="Control\+[YZ]"[^>]*>(?:<span class="cut">)?(.*?)<', page),
        ]

    def press(way: str) -> str:
        return str(person.post(f"/tables/{stored.id}/reading/{way}").headers["Location"])

    assert said(f"/tables/{stored.id}/data?reading={job.id}") == [
        "Several things were changed at once.",
        "Undo",
    ]
    assert said(press("undo")) == [
        "Undone: several changes.",
        "Undo: &#34;code&#34; left out",
        "Redo",
    ]
    assert said(press("undo")) == ["Undone: &#34;code&#34; left out.", "Redo"]
    assert said(press("undo")) == ["Undone: &#34;code&#34; left out.", "Redo"], "there is nothing more"
    assert said(f"/tables/{stored.id}/data") == ["Redo: &#34;code&#34; left out"]
    assert said(press("redo")) == ["&#34;code&#34; is left out.", "Undo", "Redo: several changes"]
    press("redo")
    assert said(press("redo"))[0] == "Several things were changed at once."
    assert workspace.tables.get(stored.id).reading == job.id
    assert said(f"/tables/{stored.id}/data?reading={stored.reading}") == ["Undo: several changes"]


def test_undoing_stops_a_step_that_is_still_on_its_way(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    step(workspace, stored, changed())
    order = ImportOrder(path="-", name="a.csv", table_id=stored.id)
    job = workspace.jobs.add("import", to_json(order), lane="short", subject=stored.id)

    person.post(f"/tables/{stored.id}/reading/undo")

    assert workspace.jobs.get(job.id).state == "cancelled"
    assert workspace.tables.history.around(stored.id).can_undo


def test_without_scripts_the_page_asks_by_itself_whether_a_step_is_done(
    person: Person, workspace: Workspace
) -> None:
    stored = stored_table(workspace)
    order = ImportOrder(path="-", name="a.csv", table_id=stored.id)
    job = workspace.jobs.add("import", to_json(order), lane="short", subject=stored.id)

    for page in ("columns/list", "data?show=table"):
        address = f"/tables/{stored.id}/{page}"
        assert '<noscript><meta http-equiv="refresh" content="2">' in person.get(address).text
    workspace.jobs.cancel(job.id)
    assert "http-equiv" not in person.get(f"/tables/{stored.id}/columns/list").text


def test_undoing_is_for_a_table_that_is_there(person: Person) -> None:
    assert person.post("/tables/0/reading/undo").status_code == 303
    assert person.get("/tables/0/data").status_code == 404
