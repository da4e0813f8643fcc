"""Opening a file: by ticket, by slices, by a plain form; and the page while it is read."""

import io
from pathlib import Path

import pytest

from desktop_app.records.jobs import Job, Live, Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.web.context import Context
from desktop_app.web.uploads import SLICE
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, FakeJobs, Person
from tests.api.made import stored_table, stored_training, table, write_rows


def opening(workspace: Workspace, path: str = "-") -> Job:
    """Return a job that reads a file."""
    job = workspace.jobs.add("import", to_json(ImportOrder(path=path, name="sales.csv")), lane="short")
    workspace.jobs.start(job.id)
    return job


def test_a_plain_form_brings_a_file_without_any_script(person: Person, jobs: FakeJobs) -> None:
    person.post("/tables", file=(io.BytesIO(b"a,b\n1,2\n"), "sales.csv"))

    _, order = jobs.orders[0]
    assert order["name"] == "sales.csv"
    assert Path(str(order["path"])).read_bytes() == b"a,b\n1,2\n"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\Users\\me\\sales.csv", "sales.csv"),
        ("a:b.csv", "a:b.csv"),
        ("CON", "CON"),
        ("li\nne.csv", "li ne.csv"),
        ("/", "table"),
        ("n" * 500 + ".csv", "n" * 200),
        ("<script>.csv", "<script>.csv"),
        ("مبيعات.csv", "مبيعات.csv"),
    ],
)
def test_the_name_of_an_upload_is_display_text_and_no_part_of_a_path(
    person: Person, jobs: FakeJobs, here: Context, given: str, shown: str
) -> None:
    upload = here.uploads.begin()

    person.post("/tables", upload=upload, name=given)

    _, order = jobs.orders[0]
    assert order["name"] == shown
    assert Path(str(order["path"])) == here.uploads.path(upload)


def test_a_large_file_comes_in_slices(person: Person, here: Context) -> None:
    upload = person.send("POST", "/api/uploads").get_json()["upload"]

    person.send("PUT", f"/api/uploads/{upload}?start=0", data=b"a" * SLICE)
    answer = person.send("PUT", f"/api/uploads/{upload}?start={SLICE}", data=b"b" * 10)

    assert answer.get_json() == {"size": SLICE + 10}
    assert here.uploads.path(upload).read_bytes() == b"a" * SLICE + b"b" * 10


@pytest.mark.parametrize(
    "address", ["0?start=0", "../../x?start=0", "{upload}?start=7", "{upload}?start=-1", "{upload}"]
)
def test_a_slice_that_does_not_follow_on_is_refused(person: Person, here: Context, address: str) -> None:
    upload = here.uploads.begin()

    answer = person.send("PUT", f"/api/uploads/{address.format(upload=upload)}", data=b"x")

    assert answer.status_code in (400, 404)
    assert here.uploads.path(upload).read_bytes() == b""


def test_a_slice_larger_than_agreed_is_refused(person: Person, here: Context) -> None:
    upload = here.uploads.begin()

    answer = person.send("PUT", f"/api/uploads/{upload}?start=0", data=b"x" * (SLICE + 1))

    assert answer.status_code == 400
    assert answer.get_json()["error"]["code"] == "error.not_understood"


def test_a_form_without_a_file_says_so(person: Person) -> None:
    response = person.post("/tables")

    assert response.status_code == 400
    assert "No file was chosen." in response.text


def test_the_window_gives_the_page_a_ticket_and_never_a_path(
    owner: Person, dialogs: FakeDialogs, jobs: FakeJobs, tmp_path: Path
) -> None:
    dialogs.chosen = tmp_path / "für Anna.csv"

    answer = owner.send("POST", "/native/open")
    assert answer.get_json()["name"] == "für Anna.csv"
    assert str(tmp_path) not in answer.text

    owner.post("/tables", ticket=answer.get_json()["ticket"])
    assert jobs.orders[0][1]["path"] == str(dialogs.chosen)


def test_a_ticket_works_once(owner: Person, dialogs: FakeDialogs, tmp_path: Path) -> None:
    dialogs.chosen = tmp_path / "sales.csv"
    ticket = owner.send("POST", "/native/open").get_json()["ticket"]
    owner.post("/tables", ticket=ticket)

    assert owner.post("/tables", ticket=ticket).status_code == 400


def test_thinking_better_of_a_dialog_opens_nothing(owner: Person, jobs: FakeJobs) -> None:
    assert owner.send("POST", "/native/open").get_json() == {"ticket": "", "name": ""}
    assert jobs.orders == []


def test_a_browser_has_no_native_dialogs(person: Person) -> None:
    assert person.send("POST", "/native/open").status_code == 404


def test_the_window_shows_the_title_of_the_page(owner: Person, dialogs: FakeDialogs) -> None:
    owner.post("/native/title", title="43% – Learning")

    assert dialogs.titles == ["43% – Learning"]


def test_the_page_asks_again_while_the_file_is_read(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    job = opening(workspace)
    jobs.progress = Live(fraction=0.43)

    page, fragment = person.get(f"/opening/{job.id}").text, person.poll(f"/opening/{job.id}/progress")

    assert "Opening &#34;sales.csv&#34;" in page
    assert "hx-trigger" in fragment.text
    assert 'value="43"' in fragment.text
    assert 'data-title="43% – Opening a file – Hunch"' in fragment.text


def test_when_it_is_read_the_page_goes_on_to_the_data(
    person: Person, workspace: Workspace, here: Context
) -> None:
    upload = here.uploads.path(here.uploads.begin())
    job = opening(workspace, str(upload))
    write_rows(Path(job.folder), table("sales.csv"))
    workspace.land(job, to_json(table("sales.csv")))
    assert not upload.exists()

    fragment = person.poll(f"/opening/{job.id}/progress")
    page = person.get(fragment.headers["HX-Redirect"])

    assert "hx-trigger" not in fragment.text
    assert page.headers["Location"] == f"/tables/{job.id}/data"


def test_a_file_that_is_refused_says_why_and_what_to_do(person: Person, workspace: Workspace) -> None:
    job = opening(workspace)
    workspace.jobs.fail(job.id, Problem(code="refuse.empty", values={"file": "sales.csv"}))

    page = person.get(f"/opening/{job.id}").text

    assert "&#34;sales.csv&#34; is empty." in page
    assert "Check that the export has finished" in page
    assert "Open another file" in page


def test_opening_can_be_cancelled(person: Person, workspace: Workspace) -> None:
    job = opening(workspace)

    response = person.post(f"/opening/{job.id}/cancel")

    assert response.headers["Location"] == "/"
    assert workspace.jobs.get(job.id).state == "cancelled"


def test_the_copy_of_a_file_goes_as_soon_as_its_reading_is_cancelled(
    person: Person, workspace: Workspace, here: Context
) -> None:
    upload = here.uploads.path(here.uploads.begin())
    job = opening(workspace, str(upload))

    person.post(f"/opening/{job.id}/cancel")

    assert not upload.exists()


def test_the_copy_of_a_file_that_is_refused_goes_before_anybody_looks(
    workspace: Workspace, here: Context
) -> None:
    upload = here.uploads.path(here.uploads.begin())
    job = opening(workspace, str(upload))

    workspace.jobs.fail(job.id, Problem(code="refuse.empty", values={"file": "sales.csv"}))

    assert not upload.exists()


def test_a_file_of_the_persons_own_stays_whatever_becomes_of_its_reading(
    person: Person, workspace: Workspace, tmp_path: Path
) -> None:
    own = tmp_path / "sales.csv"
    own.touch()
    job = opening(workspace, str(own))

    person.post(f"/opening/{job.id}/cancel")

    assert own.exists()


def test_the_page_of_opening_shows_and_ends_no_other_work(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id, evaluation=None)

    shown = person.get(f"/opening/{training.job_id}")
    polled = person.poll(f"/opening/{training.job_id}/progress")
    cancelled = person.post(f"/opening/{training.job_id}/cancel")

    assert [shown.status_code, polled.status_code, cancelled.status_code] == [404, 404, 404]
    assert workspace.jobs.get(training.job_id).state == "waiting"
