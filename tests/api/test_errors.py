"""One door for failures: a page, a fragment of a page, or JSON."""

import logging

import pytest

from desktop_app.web.context import Context
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import stored_table


def test_a_page_that_is_not_there_is_a_page_with_a_way_on(person: Person) -> None:
    response = person.get("/nowhere")

    assert response.status_code == 404
    assert "It is no longer there." in response.text
    assert 'href="/"' in response.text


def test_a_fragment_fails_as_a_fragment(person: Person) -> None:
    response = person.poll("/trainings/none/progress/running")

    assert response.status_code == 404
    assert "<html" not in response.text
    assert 'role="alert"' in response.text


def test_bare_data_fails_as_data(person: Person) -> None:
    answer = person.send("PUT", "/api/uploads/none?start=0", data=b"x")

    assert answer.status_code == 404
    assert answer.get_json()["error"]["code"] == "error.not_found"


def test_a_wrong_method_is_said_without_a_traceback(person: Person) -> None:
    response = person.get("/tables/none/delete")

    assert response.status_code == 405
    assert "It is no longer there." in response.text


def test_a_bug_is_said_with_a_reference_that_is_in_the_log(
    person: Person, workspace: Workspace, here: Context, caplog: pytest.LogCaptureFixture
) -> None:
    stored = stored_table(workspace)
    (workspace.folder / "tables" / stored.id / "texts.parquet").unlink()

    with caplog.at_level(logging.ERROR):
        response = person.get(f"/tables/{stored.id}/data?show=table")

    reference = response.text.partition("send reference ")[2][:8]
    assert response.status_code == 500
    assert "Something went wrong inside Hunch." in response.text
    assert "Traceback" not in response.text
    assert len(reference) == 8
    assert reference in caplog.text
    assert here.entrance.token not in caplog.text


def test_the_log_says_where_a_bug_is_and_holds_no_value(
    person: Person, here: Context, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    cell = " ".join(("Jane", "Doe"))
    monkeypatch.setattr(here.workspace.tables, "list", lambda: float(cell))

    with caplog.at_level(logging.ERROR):
        person.get("/")

    assert "ValueError" in caplog.text
    assert "in table_things" in caplog.text
    assert "Jane Doe" not in caplog.text


def test_a_column_that_a_form_does_not_name_is_no_bug(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    response = person.post(f"/tables/{stored.id}/trainings", target="first", was="first")

    assert response.status_code == 400
    assert "Something went wrong" not in response.text
