"""A file that is dropped on the window: the page gets a ticket for it, never its place."""

from pathlib import Path

from tests.api.conftest import FakeDialogs, FakeJobs, Person


def test_a_dropped_file_is_opened(
    owner: Person, dialogs: FakeDialogs, jobs: FakeJobs, tmp_path: Path
) -> None:
    dialogs.chosen = tmp_path / "a.csv"
    dialogs.chosen.write_text("a\n1\n")

    told = owner.send("POST", "/native/dropped").get_json()
    owner.post("/tables", ticket=told["ticket"])

    assert told["name"] == "a.csv"
    assert str(tmp_path) not in str(told)
    assert jobs.orders[-1][1]["path"] == str(dialogs.chosen)


def test_what_is_no_file_is_said(owner: Person) -> None:
    response = owner.send("POST", "/native/dropped")

    assert response.status_code == 400
    assert response.get_json()["error"]["code"] == "error.no_drop"


def test_a_browser_has_no_such_drop(person: Person) -> None:
    assert person.send("POST", "/native/dropped").status_code == 404
