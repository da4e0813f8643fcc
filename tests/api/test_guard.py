"""Who is let in: every route, asked in every wrong way there is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from desktop_app.web.app import create_app
from desktop_app.web.context import Context
from desktop_app.web.guard import APART, CONTENT_POLICY, OWN_SECRET, SEAL
from tests.api.conftest import ORIGIN, PORT, FakeDialogs, Person

HOSTS = (
    "evil.example",
    f"evil.example:{PORT}",
    "127.0.0.1",
    f"localhost:{PORT}",
    f"[::1]:{PORT}",
    f"127.0.0.1:{PORT + 1}",
    f"127.0.0.1.evil.example:{PORT}",
    f"127.0.0.1:{PORT}.evil.example",
    f"127.0.0.1:{PORT},evil.example",
    f"127.0.0.1:0{PORT}",
    f"2130706433:{PORT}",
    "",
)
ORIGINS = (
    "null",
    "https://evil.example",
    f"http://localhost:{PORT}",
    "http://127.0.0.1",
    f"http://127.0.0.1:{PORT + 1}",
    f"https://127.0.0.1:{PORT}",
)
SITES = ("cross-site", "same-site", "nonsense")
PARTS = {"mark": "x", "filename": "css/base.css", "key": "penguins", "state": "running"}

Headers = dict[str, str]


def rules(app: Flask) -> list[tuple[Rule, str]]:
    return [(rule, method) for rule in app.url_map.iter_rules() for method in sorted(rule.methods or ())]


def address(rule: Rule) -> str:
    """Return an address that the rule answers."""
    text = rule.rule.replace("<path:", "<")
    for argument in rule.arguments:
        text = text.replace(f"<{argument}>", PARTS.get(argument, "0" * 16))
    return text


def bad_requests(here: Context) -> Iterator[tuple[Headers, dict[str, str]]]:
    """Yield headers and form of requests to refuse, each with but one thing that is not as it should be."""
    good = {"Host": f"127.0.0.1:{PORT}", "Cookie": f"{here.entrance.cookie}={here.entrance.session}"}
    form = {"token": here.entrance.token}
    for host in HOSTS:
        yield good | {"Host": host}, form
    for origin in ORIGINS:
        yield good | {"Origin": origin}, form
    for site in SITES:
        yield good | {"Sec-Fetch-Site": site}, form
    yield good | {"Cookie": ""}, form
    yield good | {"Cookie": f"{here.entrance.cookie}={here.entrance.token}"}, form
    yield good | {"Cookie": f"hunch={here.entrance.session}"}, form


def without_token(here: Context) -> Iterator[tuple[Headers, dict[str, str]]]:
    good = {"Host": f"127.0.0.1:{PORT}", "Cookie": f"{here.entrance.cookie}={here.entrance.session}"}
    yield good, {}
    yield good, {"token": "guess"}
    yield good | {"X-Hunch-Token": here.entrance.session}, {"token": here.entrance.token}
    yield good | {"Content-Type": "text/plain"}, {}


def ask(client: FlaskClient, method: str, where: str, headers: Headers, form: dict[str, str]) -> Any:
    body = {"data": form} if method not in ("GET", "HEAD", "OPTIONS") else {}
    return client.open(where, method=method, base_url=ORIGIN, headers=headers, **body)  # type: ignore[arg-type]


def test_no_route_answers_a_bad_request(here: Context) -> None:
    app = create_app(here)
    client, asked, bodies = app.test_client(use_cookies=False), 0, set()

    for rule, method in rules(app):
        for headers, form in bad_requests(here):
            if rule.endpoint in OWN_SECRET and "Host" in headers and _is_ours(headers):
                continue  # these two look at no cookie; their own secrets are tested below
            response = ask(client, method, address(rule), headers, form)
            assert response.status_code == 403, (rule.rule, method, headers)
            bodies.add(response.data if method != "HEAD" else b"")
            asked += 1

    assert asked > 1000
    assert len(bodies - {b""}) == 1


def _is_ours(headers: Headers) -> bool:
    return headers["Host"] == f"127.0.0.1:{PORT}" and not {"Origin", "Sec-Fetch-Site"} & headers.keys()


def test_no_change_and_no_bare_data_without_the_token(here: Context) -> None:
    app = create_app(here)
    client = app.test_client(use_cookies=False)

    for rule, method in rules(app):
        if rule.endpoint in OWN_SECRET or (method in ("GET", "HEAD") and not rule.rule.startswith("/api/")):
            continue
        for headers, form in without_token(here):
            assert ask(client, method, address(rule), headers, form).status_code == 403, (rule.rule, method)


def test_only_the_link_and_the_hand_over_have_a_secret_of_their_own() -> None:
    assert {"doors.enter", "doors.use_link", "doors.hand_over"} == OWN_SECRET


def test_an_address_that_is_not_there_tells_a_stranger_nothing(stranger: FlaskClient) -> None:
    nowhere = stranger.get("/nowhere", base_url=ORIGIN)

    assert (nowhere.status_code, nowhere.data) == (403, stranger.get("/", base_url=ORIGIN).data)


@pytest.mark.parametrize("where", ["/", "/nowhere", "/enter", "/tables/none/data"])
def test_every_answer_is_sealed(person: Person, where: str) -> None:
    response = person.get(where)

    assert {name: response.headers[name] for name in SEAL} == SEAL
    assert "unsafe" not in CONTENT_POLICY
    assert response.headers["Cache-Control"] == "no-store"


def test_only_a_browser_keeps_our_pages_apart_from_others(person: Person, owner: Person) -> None:
    assert {name: person.get("/").headers[name] for name in APART} == APART
    assert not APART.keys() & owner.get("/").headers.keys()


def test_a_file_of_the_pages_is_kept_for_ever_under_its_own_address(person: Person) -> None:
    sheet = person.get("/").text.partition('rel="stylesheet" href="')[2].partition('"')[0]

    response = person.get(sheet)

    assert response.status_code == 200
    assert "immutable" in response.headers["Cache-Control"]
    assert response.headers["Content-Security-Policy"] == CONTENT_POLICY
    assert person.get(sheet.replace("/static/", "/static/x")).status_code == 404


def test_our_window_comes_in_at_the_first_load(window: Context) -> None:
    client = create_app(window).test_client()
    link = window.entrance.link()

    response = client.get(link.removeprefix(ORIGIN), base_url=ORIGIN)

    assert response.headers["Location"] == "/"
    assert "HttpOnly" in response.headers["Set-Cookie"]
    assert "SameSite=Strict" in response.headers["Set-Cookie"]
    assert f"hunch-{PORT}=" in response.headers["Set-Cookie"]
    assert client.get("/", base_url=ORIGIN).status_code == 200
    assert client.get(link.removeprefix(ORIGIN), base_url=ORIGIN).status_code == 403


def test_in_a_browser_only_the_button_uses_the_link_up(here: Context) -> None:
    client = create_app(here).test_client()
    link = here.entrance.link("/tables/1/data").removeprefix(ORIGIN)
    key = link.partition("key=")[2]

    preview = [client.get(link, base_url=ORIGIN) for _ in range(3)]
    opened = client.post("/enter", base_url=ORIGIN, data={"key": key})
    again = client.post("/enter", base_url=ORIGIN, data={"key": key})

    assert [response.status_code for response in preview] == [200, 200, 200]
    assert not any("Set-Cookie" in response.headers for response in preview)
    assert "token" not in preview[0].text
    assert opened.headers["Location"] == "/tables/1/data"
    assert again.status_code == 403
    assert "already used" in again.text


def test_a_guessed_key_opens_nothing(stranger: FlaskClient) -> None:
    assert stranger.get("/enter?key=guess", base_url=ORIGIN).status_code == 403
    assert stranger.get("/enter?sheet=1", base_url=ORIGIN).status_code == 403
    assert stranger.post("/enter", base_url=ORIGIN, data={"key": ""}).status_code == 403


def test_a_new_link_puts_the_oldest_out_of_use(here: Context) -> None:
    first = here.entrance.link().partition("key=")[2]

    newest = [here.entrance.link().partition("key=")[2] for _ in range(20)][-1]

    assert not here.entrance.knows(first)
    assert here.entrance.knows(newest)


def test_a_second_start_hands_its_file_over(
    window: Context, dialogs: FakeDialogs, jobs: Any, tmp_path: Path
) -> None:
    client = create_app(window).test_client()
    order = {"key": window.entrance.handover_key, "file": str(tmp_path / "more data.csv")}

    answer = client.post("/handover", base_url=ORIGIN, json=order)

    assert answer.get_json() == {"link": ""}
    assert [journey for journey, _ in jobs.orders] == ["import"]
    assert dialogs.shown[0].startswith("/opening/")


def test_a_second_start_gets_a_link_where_there_is_no_window(here: Context) -> None:
    answer = (
        create_app(here)
        .test_client()
        .post("/handover", base_url=ORIGIN, json={"key": here.entrance.handover_key, "file": ""})
    )

    assert here.entrance.knows(answer.get_json()["link"].partition("key=")[2])


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ({"key": "guess", "file": ""}, {}),
        ({}, {}),
        ([], {}),
        ("right", {"Origin": ORIGIN}),
        ("right", {"Sec-Fetch-Site": "same-origin"}),
        ("right", {"Sec-Fetch-Mode": "cors"}),
    ],
)
def test_no_page_and_no_guess_hands_anything_over(
    here: Context, jobs: Any, body: Any, headers: Headers
) -> None:
    order = {"key": here.entrance.handover_key, "file": "/x.csv"} if body == "right" else body

    answer = create_app(here).test_client().post("/handover", base_url=ORIGIN, json=order, headers=headers)

    assert answer.status_code == 403
    assert jobs.orders == []
