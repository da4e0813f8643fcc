"""Nobody is answered but programs that may: every address, against every bad request."""

from pathlib import Path

import pytest
from flask import Flask

from desktop_app.errors import FileError, UsageError
from desktop_app.service.environment import rules_in
from desktop_app.service.guard import WITHOUT_TOKEN
from desktop_app.service.rules import Rules, Token
from tests.unit.service.conftest import TOKEN, MakeApp

BEARER = {"Authorization": f"Bearer {TOKEN.decode()}"}
HOSTS = (
    *(
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "",
        "127.0.0.2",
    ),
    *("0.0.0.0", "[::2]", "localhost:8000,evil.example", "user@localhost", "127.0.0.1:8001", "localhost:"),  # noqa: S104
)
SITES = (
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:8001"},
    {"Origin": "file://"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
)
OWN = ("127.0.0.1:8000", "localhost:8000")


def addresses(app: Flask) -> list[tuple[str, str, str]]:
    """Return every address: its name, a method, and a path."""
    return [
        (rule.endpoint, method, rule.rule.replace("<name>", "docs.js"))
        for rule in app.url_map.iter_rules()
        for method in sorted(rule.methods or ())
    ]


@pytest.fixture
def app(make: MakeApp) -> Flask:
    return make(rules=Rules(hosts=OWN, token=Token(TOKEN)))


def test_no_address_answers_under_another_name_or_to_another_site(app: Flask) -> None:
    client = app.test_client()
    bad = [{"Host": host} for host in HOSTS] + [{"Host": OWN[0], **site} for site in SITES]

    answered = [
        (path, headers)
        for _, method, path in addresses(app)
        for headers in bad
        if client.open(path, method=method, headers=BEARER | headers).status_code != 403
    ]

    assert len(addresses(app)) > 20
    assert answered == []


@pytest.mark.parametrize(
    "said",
    [
        None,
        "",
        "Bearer",
        "Bearer wrong-token-of-these-tests",
        "Basic YTpi",
        f"Token {TOKEN.decode()}",
        "Bearer ü",
    ],
)
def test_without_the_token_only_what_tells_nothing_is_answered(app: Flask, said: str | None) -> None:
    client, headers = (
        app.test_client(),
        {"Host": OWN[0]} | ({"Authorization": said} if said is not None else {}),
    )

    for name, method, path in addresses(app):
        answer = client.open(path, method=method, headers=headers)
        assert (answer.status_code == 401) == (name not in WITHOUT_TOKEN), (path, method)
        if answer.status_code == 401:
            assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert {"about.health", "about.ready", "docs.show", "docs.part"} == WITHOUT_TOKEN


def test_with_the_token_and_from_the_own_page_it_is_answered(app: Flask) -> None:
    for host in OWN:
        own = {"Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}
        assert app.test_client().get("/v1/model", headers=BEARER | own).status_code == 200


def test_a_name_without_a_port_is_answered_behind_any(make: MakeApp) -> None:
    client = make(rules=Rules(hosts=("model.example",), token=Token(TOKEN))).test_client()

    for host in ("model.example", "model.example:443", "MODEL.example"):
        assert client.get("/v1/model", headers=BEARER | {"Host": host}).status_code == 200


def test_without_a_token_only_this_computer_is_answered(make: MakeApp) -> None:
    client = make().test_client()

    for address, status in {"127.0.0.1": 200, "::1": 200, "": 200, "192.168.1.7": 403}.items():
        told = client.get("/health", environ_overrides={"REMOTE_ADDR": address})
        assert told.status_code == status, address
    with pytest.raises(UsageError):
        make(rules=Rules(hosts=("model.example",)))


def test_every_answer_is_sealed(app: Flask) -> None:
    for _, method, path in addresses(app):
        for headers in (BEARER | {"Host": OWN[0]}, {}):
            answer = app.test_client().open(path, method=method, headers=headers)
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "Server" not in answer.headers
            assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("text", ["", "short", "with a blank in the middle of it", "ü" * 20, "x" * 201])
def test_what_is_no_token_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(text)
    file.chmod(0o600)

    with pytest.raises(UsageError):
        rules_in({"HUNCH_TOKEN_FILE": str(file)})


def test_a_token_that_others_can_read_is_refused_and_one_that_is_gone_is_said(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_bytes(TOKEN + b"\n")
    file.chmod(0o644)

    with pytest.raises(UsageError) as caught:
        rules_in({"HUNCH_TOKEN_FILE": str(file)})
    assert caught.value.code == "service.open_token"
    with pytest.raises(FileError):
        rules_in({"HUNCH_TOKEN_FILE": str(tmp_path / "nothing")})
    file.chmod(0o600)
    token = rules_in({"HUNCH_TOKEN_FILE": str(file)}).token
    assert token
    assert token.is_in(BEARER["Authorization"])


def test_the_token_is_in_nothing_that_is_printed() -> None:
    assert TOKEN.decode() not in f"{Rules(token=Token(TOKEN))}{Rules(token=Token(TOKEN))!r}"


def test_the_variables_are_the_rules_and_what_cannot_be_obeyed_is_said(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_bytes(TOKEN)
    file.chmod(0o600)
    said = {
        "HUNCH_TOKEN_FILE": str(file),
        "HUNCH_ALLOW_HOST": "a.example, b.example",
        "HUNCH_SERVICE_ROWS": "5",
    }

    rules = rules_in(said)

    assert rules.hosts[-2:] == ("a.example", "b.example")
    assert (rules.most_rows, rules.seconds) == (5, 30)
    for odd in (
        {"HUNCH_SERVICE_ROWS": "many"},
        {"HUNCH_SERVICE_BYTES": "0"},
        {"HUNCH_ALLOW_HOST": "a.example"},
    ):
        with pytest.raises(UsageError):
            rules_in(odd)
