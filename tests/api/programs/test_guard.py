"""Who is answered at the second listener: every route, asked in every wrong way there is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from desktop_app.api.routes import scope_of
from desktop_app.records.programs import SCOPES
from desktop_app.service.guard import SEAL
from desktop_app.web.app import create_app
from desktop_app.web.context import Context
from desktop_app.workspace.store import Workspace
from tests.api.conftest import ORIGIN
from tests.api.programs.conftest import HOST, NOBODY, PORT, Caller, Let
from tests.api.test_guard import ORIGINS, Headers, address, ask, rules

HOSTS = (
    *("evil.example", f"evil.example:{PORT}", "127.0.0.1", f"[::1]:{PORT}", f"127.0.0.1:{PORT + 1}"),
    *(f"127.0.0.1.evil.example:{PORT}", f"127.0.0.1:{PORT}.evil.example", f"2130706433:{PORT}", ""),
    *(f"127.0.0.1:{PORT},evil.example", f"127.0.0.1:0{PORT}", f"LOCALHOST:{PORT}"),
)
SITES = ("same-origin", "none", "same-site", "cross-site")


def bad_requests(token: str) -> Iterator[tuple[int, Headers]]:
    """Yield what is to be answered and headers, each with but one thing that is not as it should be."""
    good = {"Host": HOST, "Authorization": f"Bearer {token}"}
    for host in HOSTS:
        yield 403, good | {"Host": host}
    for origin in (*ORIGINS, f"http://{HOST}"):
        yield 403, good | {"Origin": origin}
    for site in SITES:
        yield 403, good | {"Sec-Fetch-Site": site}
    for name in ("Sec-Fetch-Mode", "Sec-Fetch-Dest", "Sec-Fetch-User"):
        yield 403, good | {name: "navigate"}
    for sent in ("", "Bearer", f"Bearer {token}x", f"Basic {token}", token, f"Bearer {token[:-1]}"):
        yield 401, good | {"Authorization": sent}
    yield 401, {"Host": HOST, "Cookie": f"token={token}; hunch-{PORT}={token}"}


def test_no_route_answers_a_bad_request(api: Flask, caller: Caller) -> None:
    asked = 0

    for rule, method in rules(api):
        for status, headers in bad_requests(caller.token):
            where = address(rule).replace("<thing>", NOBODY)
            response = ask(caller.client, method, where, headers, {})
            assert response.status_code == status, (rule.rule, method, headers)
            assert "Set-Cookie" not in response.headers
            asked += 1

    assert asked > 1000


def test_no_route_does_what_the_token_is_not_for(api: Flask, let: Let) -> None:
    callers = {scope: let(*(one for one in SCOPES if one != scope)) for scope in SCOPES}

    for rule, method in rules(api):
        scope = scope_of(rule.endpoint)
        if scope and method != "OPTIONS":  # which tells of an address, whatever view is behind it
            headers = {"Host": HOST, "Authorization": f"Bearer {callers[scope].token}"}
            where = address(rule).replace("<thing>", NOBODY)
            answer = ask(callers[scope].client, method, where, headers, {})
            assert answer.status_code == 403, (rule.rule, method)


def test_every_view_says_what_it_needs(api: Flask) -> None:
    without = {rule.endpoint for rule, _method in rules(api) if scope_of(rule.endpoint) is None}

    assert without == {"about.get_description", "jobs.cancel_job"}  # the second looks at what the job does


@pytest.mark.parametrize("host", [HOST, f"localhost:{PORT}"])
def test_a_program_asks_under_either_name_of_this_computer(caller: Caller, host: str) -> None:
    answer = caller.ask("GET", "/tables", headers={"Host": host})

    assert answer.status_code == 200
    assert {name: answer.headers[name] for name in SEAL} == SEAL
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_two_tokens_are_none(caller: Caller) -> None:
    headers = [("Host", HOST), *[("Authorization", f"Bearer {caller.token}")] * 2]

    assert caller.client.get("/api/v1/tables", headers=headers).status_code == 401


def test_who_is_shut_out_is_not_answered_any_more(caller: Caller, workspace: Workspace) -> None:
    assert caller.get("/tables").status_code == 200

    workspace.programs.revoke(caller.id)

    answer = caller.get("/tables")
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_the_pages_are_never_shown_for_a_token(here: Context, caller: Caller) -> None:
    app = create_app(here)
    client = app.test_client(use_cookies=False)
    headers = {"Host": ORIGIN.removeprefix("http://"), "Authorization": f"Bearer {caller.token}"}

    for rule, method in rules(app):
        if not rule.endpoint.startswith("doors."):
            where = address(rule).replace("<program_id>", NOBODY)
            assert ask(client, method, where, headers, {"token": caller.token}).status_code == 403, rule.rule


def test_the_rules_of_it_hold_for_programs_at_once(
    caller: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "policy.json").write_text('{"api": "off", "contact": "Ann"}')
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))

    answer = caller.get("/tables")

    assert (answer.status_code, answer.get_json()["code"]) == (403, "api.off")
    assert "Ann" in answer.get_json()["hint"]


def test_it_is_remembered_when_a_program_asked_last(caller: Caller, workspace: Workspace) -> None:
    assert workspace.programs.get(caller.id).used == ""

    caller.get("/tables")

    assert workspace.programs.get(caller.id).used[:13] == workspace.programs.get(caller.id).created[:13]
