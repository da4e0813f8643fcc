"""What the first page says of a start: why there is no window, and that the run before was ended."""

import re
from pathlib import Path

from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.web.context import Context
from desktop_app.workspace.folders import UPLOADS
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person

ENDED = "Hunch was ended while it opened"


def ended_while_opening(workspace: Workspace, path: Path, name: str = "customers.csv") -> Job:
    """A job that the run before this one did not bring to its end."""
    order = ImportOrder(path=str(path), name=name)
    job = workspace.jobs.add("import", to_json(order), lane="short")
    workspace.jobs.start(job.id)
    workspace.tidy()
    return job


def test_a_usual_start_says_nothing(person: Person, workspace: Workspace, tmp_path: Path) -> None:
    ended_while_opening(workspace, tmp_path / "customers.csv")  # by closing the window

    assert "Hunch was ended" not in person.get("/").text


def test_the_file_that_was_opened_last_is_named_and_opened_again_as_it_was(
    here: Context, person: Person, jobs: FakeJobs, tmp_path: Path
) -> None:
    job = ended_while_opening(here.workspace, tmp_path / "customers.csv")
    here.entrance.beginning.was_killed = True
    page = person.get("/").text
    assert f'{ENDED} "customers.csv".' in page.replace("&#34;", '"')
    assert "Open it again" in page

    answer = person.post("/beginning/open")

    assert jobs.orders == [("import", job.params)]
    assert re.fullmatch("/opening/[0-9a-f]+", answer.location)
    assert ENDED not in person.get("/").text
    assert person.post("/beginning/open").status_code == 404


def test_a_copy_that_a_browser_brought_is_gone_and_is_to_be_chosen_again(
    here: Context, person: Person
) -> None:
    ended_while_opening(here.workspace, here.workspace.folder / UPLOADS / "0123", name="<b>.csv")
    here.entrance.beginning.was_killed = True

    page = person.get("/").text

    assert "&lt;b&gt;.csv" in page
    assert "Choose it again to open it." in page
    assert "Open it again" not in page


def test_it_is_said_until_it_is_put_away(here: Context, person: Person) -> None:
    here.entrance.beginning.was_killed = True
    said = "Hunch was ended from outside the last time. Everything that was saved is here."
    assert said in person.get("/").text
    assert said in person.get("/").text

    assert person.post("/beginning/put-away").location == "/"

    assert said not in person.get("/").text


def test_why_there_is_no_window_stands_on_the_first_page(here: Context, person: Person) -> None:
    here.entrance.beginning.reason = lambda: "There is no screen here, so Hunch is shown in a browser."

    assert "There is no screen here" in person.get("/").text
