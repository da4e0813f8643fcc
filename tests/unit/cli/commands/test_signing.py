"""Keys are made, models signed, signers trusted, and what IT lays down is obeyed by every command."""

import json
import os
import stat
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def key(folder: Path, capsys: Capture) -> str:
    """Make one key for all tests of this module."""
    if not (folder / "it.key").exists():
        assert main(["keygen", "--out", "it.key", "--name", "IT of Acme"]) == 0
        capsys.readouterr()
    return "it.key"


@pytest.fixture
def signed(model: str, key: str, capsys: Capture) -> str:
    assert main(["sign", model, "--key", key, "--out", "signed.hunch", "--force"]) == 0
    capsys.readouterr()
    return "signed.hunch"


@pytest.fixture
def policy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HUNCH_POLICY", str(folder / "policy.json"))
    return folder / "policy.json"


def line_of(folder: Path) -> str:
    return (folder / "it.key.pub").read_text(encoding="utf-8").strip()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_key_is_for_its_owner_alone(key: str, folder: Path) -> None:
    assert stat.S_IMODE((folder / key).stat().st_mode) == 0o600
    assert b"PRIVATE" not in (folder / "it.key.pub").read_bytes()


def test_a_key_is_not_replaced_unasked(key: str, folder: Path, capsys: Capture) -> None:
    before = (folder / key).read_bytes()

    assert told(capsys, "keygen", "--out", key, "--name", "Ann")[0] == 2
    assert (folder / key).read_bytes() == before


def test_who_signed_is_said_once_the_key_is_trusted(signed: str, folder: Path, capsys: Capture) -> None:
    assert told(capsys, "verify", signed)[1]["signed_by"] == []

    assert told(capsys, "trust", "it.key.pub")[0] == 0
    verified, inspected = told(capsys, "verify", signed)[1], told(capsys, "inspect", signed)[1]
    listed = told(capsys, "trust")[1]["yours"]
    assert main(["inspect", signed]) == 0

    assert "Signed by IT of Acme. Not changed since." in capsys.readouterr().out
    assert verified["signed_by"] == inspected["signed_by"] == ["IT of Acme"]
    assert told(capsys, "trust", "--remove", listed[0]["id"])[1]["yours"] == []
    assert told(capsys, "verify", signed)[1]["signed_by"] == []


def test_a_model_is_signed_in_its_place(model: str, key: str, folder: Path, capsys: Capture) -> None:
    (folder / "copy.hunch").write_bytes((folder / model).read_bytes())

    code, facts, _ = told(capsys, "sign", "copy.hunch", "--key", key)

    assert (code, facts["signer"]) == (0, "IT of Acme")
    assert (folder / "copy.hunch").read_bytes() != (folder / model).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("broken.hunch", "--key", "it.key"), 7),
        (("kept.hunch", "--key", "nowhere.key"), 3),
        (("kept.hunch", "--key", "customers.csv"), 3),  # nothing.pub beside it
    ],
)
def test_what_cannot_be_signed_is_refused_and_stays(
    arguments: tuple[str, ...], code: int, model: str, key: str, folder: Path, capsys: Capture
) -> None:
    before = (folder / model).read_bytes()

    assert told(capsys, "sign", *arguments)[0] == code
    assert (folder / model).read_bytes() == before


def test_a_public_key_of_another_is_noticed(model: str, key: str, folder: Path, capsys: Capture) -> None:
    assert main(["keygen", "--out", "b.key", "--name", "B", "--force"]) == 0
    (folder / "b.key.pub").write_text(line_of(folder), encoding="utf-8")
    capsys.readouterr()

    assert told(capsys, "sign", model, "--key", "b.key", "--out", "n.hunch")[1]["error"]["code"] == (
        "key.no_public"
    )
    assert not (folder / "n.hunch").exists()


def test_a_passphrase_protects_a_key(
    model: str, folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["open sesame", "open sesame", "wrong"])
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(typed))
    assert main(["keygen", "--out", "locked.key", "--name", "Ann", "--passphrase", "--force"]) == 0
    capsys.readouterr()
    assert b"ENCRYPTED" in (folder / "locked.key").read_bytes()

    command = ("sign", model, "--key", "locked.key", "--out", "s.hunch", "--force")
    assert told(capsys, *command)[0] == 0
    assert told(capsys, *command)[1]["error"]["code"] == "key.passphrase"


@pytest.mark.parametrize(
    "command", [("inspect",), ("verify",), ("check", "customers.csv"), ("report", "--out", "r.html")]
)
def test_every_command_that_opens_a_model_obeys(
    command: tuple[str, ...], signed: str, folder: Path, policy: Path, model: str, capsys: Capture
) -> None:
    verb, *others = command
    policy.write_text('{"model_import": "off"}')
    assert told(capsys, verb, signed, *others)[0] == 6

    policy.write_text(json.dumps({"model_import": "signed_only", "trusted_keys": [line_of(folder)]}))
    code, facts, _ = told(capsys, verb, model, *others)
    assert (code, facts["error"]["code"]) == (6, "model.must_be_signed")
    assert told(capsys, verb, signed, *others)[0] in (0, 5)
    (folder / "r.html").unlink(missing_ok=True)


def test_predict_obeys_as_well(signed: str, model: str, folder: Path, policy: Path, capsys: Capture) -> None:
    policy.write_text(json.dumps({"model_import": "signed_only", "trusted_keys": [line_of(folder)]}))

    refused = told(capsys, "predict", model, "customers.csv", "--out", "a.csv")
    answered = told(capsys, "predict", signed, "customers.csv", "--out", "a.csv", "--force")

    assert refused[0] == 6
    assert answered[0] in (0, 5)
    assert "model.signed" in {warning["code"] for warning in answered[1]["warnings"]}


def test_a_withdrawn_model_is_refused(signed: str, policy: Path, capsys: Capture) -> None:
    policy.write_text("{}")
    content = told(capsys, "verify", signed)[1]["content"]
    policy.write_text(json.dumps({"revoked": [content], "contact": "Ann"}))

    code, facts, _ = told(capsys, "verify", signed)

    assert (code, facts["error"]["code"]) == (7, "model.revoked")
    assert facts["error"]["hint"] == "Ask Ann which model replaces it."


def test_the_policy_is_shown(folder: Path, key: str, policy: Path, capsys: Capture) -> None:
    policy.write_text(json.dumps({"model_import": "signed_only", "trusted_keys": [line_of(folder)]}))

    code, facts, _ = told(capsys, "policy")

    assert (code, facts["model_import"], facts["trusted_keys"][0]["name"]) == (0, "signed_only", "IT of Acme")
    assert main(["policy"]) == 0
    assert "Only model files that somebody trusted here has signed may be opened." in capsys.readouterr().out


def test_a_policy_that_cannot_be_obeyed_is_said(policy: Path, capsys: Capture) -> None:
    policy.write_text("{")

    code, facts, complaints = told(capsys, "policy")

    assert (code, facts["model_import"], facts["problem"]) == (5, "off", "it is not JSON")
    assert complaints[0].startswith("The rules of your organisation cannot be read, so the strictest apply.")
    checks = {check["thing"]: check["ok"] for check in told(capsys, "doctor")[1]["checks"]}
    assert checks["Rules of your organisation"] is False


def test_own_keys_cannot_be_trusted_where_only_those_of_it_count(
    key: str, policy: Path, capsys: Capture
) -> None:
    policy.write_text('{"model_import": "signed_only"}')

    assert told(capsys, "trust", "it.key.pub")[0] == 6


def test_learning_says_where_its_model_cannot_be_used(policy: Path, capsys: Capture) -> None:
    policy.write_text('{"model_import": "signed_only", "contact": "Ann"}')

    command = ("train", "customers.csv", "--target", "left", "--budget", "1", "--out", "t.hunch", "--force")
    assert main([*command]) in (0, 5)

    assert "Ann must sign this one before it is used." in capsys.readouterr().err
