"""The page of settings: programs of the person's, let in and shut out."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop_app.errors import UsageError
from desktop_app.web.context import Context
from desktop_app.web.programs import MOST
from desktop_app.workspace.store import Workspace
from tests.api.conftest import AppOf, Person, _let_in

TOKEN = re.compile(r"hunch_[\w-]{43}")


@dataclass
class FakeDoor:
    """Remembers what was wished; nothing listens."""

    is_open: bool = False
    is_wished: bool = False
    is_taken: bool = False
    address: str = "http://127.0.0.1:8765/api/v1"

    def open(self) -> None:
        self.is_wished = True
        if self.is_taken:
            raise UsageError("api.port_taken", port="8765")
        self.is_open = True

    def close(self) -> None:
        self.is_open = self.is_wished = False


@pytest.fixture
def door() -> FakeDoor:
    return FakeDoor()


@pytest.fixture
def person(here: Context, door: FakeDoor, app_of: AppOf) -> Person:
    return _let_in(replace(here, programs=door), app_of)


def test_every_page_leads_to_the_settings(person: Person) -> None:
    assert 'href="/settings"' in person.get("/").text


def test_programs_are_kept_out_until_they_are_let_in(person: Person, door: FakeDoor) -> None:
    before = person.get("/settings").text

    person.post("/settings/programs/open")

    after = person.get("/settings").text
    assert "Nobody is let in" in before
    assert door.address not in before
    assert "Programs are let in" in after
    assert door.address in after
    person.post("/settings/programs/close")
    assert "Nobody is let in" in person.get("/settings").text


def test_a_port_that_is_taken_is_said_with_what_to_do(person: Person, door: FakeDoor) -> None:
    door.is_taken = True

    said = person.get(person.post("/settings/programs/open").headers["Location"]).text

    assert "Port 8765 is taken by another program, so no program is let in." in said
    assert "HUNCH_API_PORT" in said
    assert "Try again" in said
    assert "Keep programs out" in said


def test_a_token_is_shown_once(person: Person, door: FakeDoor, workspace: Workspace) -> None:
    door.open()
    made = person.post("/settings/programs", name="Nightly <b>", may=["read", "delete"])

    shown, again = (person.get(made.headers["Location"]).text for _ in range(2))

    [program] = workspace.programs.list()
    [token] = set(TOKEN.findall(shown))
    assert workspace.programs.of_token(token) == program
    assert (program.name, program.scopes) == ("Nightly <b>", ("read", "delete"))
    assert TOKEN.search(again) is None
    assert "Nightly &lt;b&gt;" in again
    assert "sees, deletes" in again
    assert "has not asked yet" in again


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"name": " ", "may": ["read"]}, "The program needs a name."),
        ({"name": "x"}, "A program that may do nothing needs no token."),
        ({"name": "x", "may": ["all"]}, "A program that may do nothing needs no token."),
    ],
)
def test_a_program_needs_a_name_and_something_to_do(
    person: Person, form: dict[str, str], said: str, workspace: Workspace
) -> None:
    answer = person.post("/settings/programs", **form)

    assert answer.status_code == 400
    assert said in answer.text
    assert workspace.programs.list() == ()


def test_there_are_not_endlessly_many(person: Person, workspace: Workspace) -> None:
    for _ in range(MOST):
        workspace.programs.add("x", ("read",))

    assert "50 programs are let in already." in person.post("/settings/programs", name="y", may="read").text


def test_who_is_shut_out_is_in_no_list(person: Person, door: FakeDoor, workspace: Workspace) -> None:
    program, token = workspace.programs.add("Nightly", ("read",))
    assert "Nightly" in person.get("/settings").text

    person.post(f"/settings/programs/{program.id}/revoke")

    assert "Nightly" not in person.get("/settings").text
    assert workspace.programs.of_token(token) is None
    assert person.post(f"/settings/programs/{program.id}/revoke").status_code == 404


def test_where_it_forbids_programs_the_page_says_so(
    person: Person, door: FakeDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.open()
    (tmp_path / "policy.json").write_text('{"api": "off", "contact": "Ann"}')
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))

    page = person.get("/settings").text

    assert "switched off on this computer by your organisation. Ask Ann if you need it." in page
    assert "Let programs in" not in page
    assert "Make a token" not in page


def test_where_nothing_can_listen_there_is_nothing_to_set(here: Context, app_of: AppOf) -> None:
    person = _let_in(here, app_of)

    assert "Programs of yours" not in person.get("/settings").text
    assert person.post("/settings/programs/open").status_code == 404
    assert person.post("/settings/programs", name="x", may="read").status_code == 404
