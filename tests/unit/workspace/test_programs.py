"""Programs that were let in: known by tokens that are not kept; and choices, and lists in parts."""

import sqlite3

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.records.programs import Asked
from desktop_app.workspace.parts import FIRST
from desktop_app.workspace.store import Workspace
from tests.api.made import stored_table
from tests.conftest import DATABASE


def test_a_program_is_known_by_its_token_alone(workspace: Workspace) -> None:
    program, token = workspace.programs.add("  nightly  ", ("read", "learn"))

    assert (program.name, program.scopes, program.used) == ("nightly", ("read", "learn"), "")
    assert workspace.programs.of_token(token) == program
    assert [workspace.programs.of_token(one) for one in ("", token[:-1], f"{token}x", "hunch_")] == [None] * 4


def test_the_token_itself_is_nowhere_in_the_database(workspace: Workspace) -> None:
    _program, token = workspace.programs.add("x", ("read",))

    workspace.close()

    kept = b"".join(path.read_bytes() for path in workspace.folder.glob(f"{DATABASE}*"))
    assert token.encode() not in kept
    assert token.removeprefix("hunch_").encode() not in kept


def test_two_tokens_are_never_alike_and_long(workspace: Workspace) -> None:
    tokens = {workspace.programs.add("x", ("read",))[1] for _ in range(20)}

    assert len(tokens) == 20
    assert {len(token) for token in tokens} == {len("hunch_") + 43}  # 32 bytes in base64


def test_who_is_shut_out_is_forgotten_with_all_requests(workspace: Workspace) -> None:
    program, token = workspace.programs.add("x", ("read",))
    workspace.programs.keep(program.id, "a", Asked(sha256="s", job_id="j"))

    workspace.programs.revoke(program.id)

    assert (workspace.programs.list(), workspace.programs.of_token(token)) == ((), None)
    assert workspace.programs.asked(program.id, "a") is None
    with pytest.raises(NotFoundError):
        workspace.programs.revoke(program.id)
    with pytest.raises(NotFoundError):
        workspace.programs.keep(program.id, "a", Asked(sha256="s", job_id="j"))


def test_use_is_noted_to_the_minute(workspace: Workspace) -> None:
    program, token = workspace.programs.add("x", ("read",))

    workspace.programs.note_use(program)

    used = workspace.programs.get(program.id)
    assert used.used.endswith(":00+00:00")
    workspace.programs.note_use(used)
    assert workspace.programs.of_token(token) == used


def test_requests_are_forgotten_after_a_day(workspace: Workspace) -> None:
    program, _token = workspace.programs.add("x", ("read",))
    for key in ("old", "new"):
        workspace.programs.keep(program.id, key, Asked(sha256="s", job_id="j"))
    with sqlite3.connect(workspace.folder / DATABASE) as db:
        db.execute("UPDATE program_request SET created = '2020-01-01T00:00:00+00:00' WHERE key = 'old'")

    assert workspace.programs.asked(program.id, "old") is None
    workspace.tidy()

    with sqlite3.connect(workspace.folder / DATABASE) as db:
        assert db.execute("SELECT key FROM program_request").fetchall() == [("new",)]


def test_a_choice_is_kept_until_another_is_made(workspace: Workspace) -> None:
    assert workspace.choices.get("programs") == ""

    workspace.choices.keep("programs", "open")
    workspace.choices.keep("programs", "")
    workspace.choices.keep("other", "x")

    assert (workspace.choices.get("programs"), workspace.choices.get("other")) == ("", "x")


def test_parts_go_on_below_the_last_number(workspace: Workspace) -> None:
    made = [stored_table(workspace).id for _ in range(3)]
    workspace.tables.delete(made[1])

    first = workspace.parts.of("table", FIRST, 1)

    assert first.ids == (made[2],)
    assert first.below is not None
    assert workspace.parts.of("table", first.below, 1) == ((made[0],), None)
