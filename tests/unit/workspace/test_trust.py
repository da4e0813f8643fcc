"""What IT lays down holds, or all that it could forbid is forbidden."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import SaveError, UsageError
from desktop_app.records.trust import STRICTEST, Policy, PublicKey, key_of, sound_name
from desktop_app.workspace.trust import KEYS_FILE, add_key, read_keys, read_policy, remove_key, trust_of

LINE = "hunch-ed25519 " + "A" * 43 + "= IT of Acme"
OTHER = "hunch-ed25519 " + "B" * 42 + "A= Ann"


@pytest.fixture(autouse=True)
def official(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "etc" / "policy.json"
    monkeypatch.setattr("desktop_app.workspace.trust.policy_file", lambda: path)
    return path


def laid_down(path: Path, text: Any) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
    return path


def test_without_a_file_nothing_is_forbidden() -> None:
    assert read_policy(None).policy == Policy(model_import="ask")


def test_all_settings_are_obeyed(tmp_path: Path) -> None:
    facts = {"model_import": "signed_only", "trusted_keys": [LINE], "revoked": ["AB" * 32], "contact": "Ann"}

    found = read_policy(laid_down(tmp_path / "p.json", facts))

    assert found.problem == ""
    assert found.policy == Policy(
        model_import="signed_only",
        archive_import="off",
        trusted_keys=(key_of(LINE),),
        revoked=("ab" * 32,),
        contact="Ann",
    )


def test_every_setting_can_be_laid_down(tmp_path: Path) -> None:
    facts = {
        "archive_import": "off",
        "max_import_mb": 200,
        "headless_bind": "loopback",
        "allow_network_drives": False,
        "diagnostics_export": "off",
        "export": "off",
        "watch": "off",
        "api": "off",
        "dask": "off",
        "dask_address": "tls://cluster.example.org:8786",
        "dask_plain": "on",
        "workspace": "{home}/hunch",
        "keep_tables_days": 90,
    }

    assert read_policy(laid_down(tmp_path / "p.json", facts)).policy == Policy(**facts)  # type: ignore[arg-type]


def test_signers_can_be_named_by_their_ids(tmp_path: Path) -> None:
    key = key_of(LINE)
    signer = {key.id: {"name": key.name, "ed25519": key.key}}

    found = read_policy(laid_down(tmp_path / "p.json", {"trusted_signers": signer, "trusted_keys": [LINE]}))

    assert found.policy.trusted_keys == (key,)


@pytest.mark.parametrize("model_import", ["off", "signed_only"])
def test_backups_bring_no_models_where_models_may_not_come(model_import: str, tmp_path: Path) -> None:
    facts = {"model_import": model_import}
    assert not read_policy(laid_down(tmp_path / "p.json", facts)).policy.may("archive_import")

    allowed = facts | {"archive_import": "on"}
    assert read_policy(laid_down(tmp_path / "p.json", allowed)).policy.may("archive_import")


def test_what_a_broken_file_forbids_deletes_nothing() -> None:
    assert STRICTEST.keep_tables_days is None


def test_the_file_of_administrators_wins(tmp_path: Path, official: Path) -> None:
    laid_down(official, {"model_import": "off"})
    named = laid_down(tmp_path / "own.json", {"model_import": "ask"})

    assert read_policy(named).policy.model_import == "off"


BROKEN: dict[str, Any] = {
    "nothing": "",
    "no JSON": "{",
    "a list": [],
    "an unknown setting": {"model_imports": "off"},
    "an unknown value": {"model_import": "maybe"},
    "another type": {"model_import": True},
    "a key that is none": {"trusted_keys": ["ssh-ed25519 AAAA Ann"]},
    "a key that is too short": {"trusted_keys": ["hunch-ed25519 AAAA Ann"]},
    "a key that is no text": {"trusted_keys": [7]},
    "keys that are no list": {"trusted_keys": 7},
    "a switch that is none": {"export": "maybe"},
    "a switch that is a number": {"watch": 1},
    "a size of nothing": {"max_import_mb": 0},
    "a size that is a text": {"max_import_mb": "100"},
    "days below nothing": {"keep_tables_days": -1},
    "days without end": {"keep_tables_days": 10**9},
    "yes as a text": {"allow_network_drives": "false"},
    "a place that moves": {"workspace": "hunch"},
    "a place that is none": {"workspace": ["/hunch"]},
    "an unknown place to answer": {"headless_bind": "everywhere"},
    "a signer under another id": {"trusted_signers": {"0" * 16: {"name": "IT", "ed25519": "A" * 43 + "="}}},
    "a signer with more parts": {"trusted_signers": {"0" * 16: {"name": "IT", "ed25519": "A", "x": 1}}},
    "signers in a list": {"trusted_signers": [LINE]},
    "a setting twice": '{"model_import": "off", "model_import": "ask"}',
    "nested without end": "[" * 100_000,
    "very long": " " * (2**20 + 1),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_file_that_cannot_be_obeyed_forbids_all(what: str, tmp_path: Path) -> None:
    found = read_policy(laid_down(tmp_path / "p.json", BROKEN[what]))

    assert found.policy == STRICTEST
    assert found.problem


def test_a_file_that_is_named_and_not_there_forbids_all(tmp_path: Path) -> None:
    assert read_policy(tmp_path / "nowhere.json").policy == STRICTEST


def test_a_folder_in_the_place_of_the_file_forbids_all(official: Path) -> None:
    official.mkdir(parents=True)

    assert read_policy(None).policy == STRICTEST


@pytest.mark.skipif(os.name == "nt", reason="Windows tells rights in another way")
def test_a_file_that_its_user_can_change_forbids_all(official: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_down(official, {"model_import": "ask"})
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    assert read_policy(None).problem == "the person who works here can change it"


def test_keys_are_added_renamed_and_removed(tmp_path: Path) -> None:
    ann = key_of(OTHER)

    add_key(tmp_path, key_of(LINE))
    add_key(tmp_path, ann)
    add_key(tmp_path, PublicKey(name="Ann B.", key=ann.key))
    assert [key.name for key in read_keys(tmp_path)] == ["IT of Acme", "Ann B."]

    assert remove_key(tmp_path, ann.id).name == "Ann B."
    assert read_keys(tmp_path) == (key_of(LINE),)
    with pytest.raises(UsageError):
        remove_key(tmp_path, ann.id)


def test_a_line_that_is_no_key_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "trusted.keys").write_text(f"nonsense\n{LINE}\n", encoding="utf-8")

    assert read_keys(tmp_path) == (key_of(LINE),)


def test_with_signed_only_the_keys_of_a_user_do_not_count(tmp_path: Path) -> None:
    add_key(tmp_path, key_of(OTHER))
    facts = {"model_import": "signed_only", "trusted_keys": [LINE]}

    assert trust_of(laid_down(tmp_path / "p.json", facts), tmp_path).keys == (key_of(LINE),)


def test_a_key_that_was_withdrawn_does_not_count(tmp_path: Path) -> None:
    add_key(tmp_path, key_of(OTHER))

    assert trust_of(laid_down(tmp_path / "p.json", {"revoked": [key_of(OTHER).id]}), tmp_path).keys == ()


def test_what_lies_beside_the_models_of_the_workspace_is_foreign(tmp_path: Path) -> None:
    trust = trust_of(None, tmp_path, tmp_path / "models")

    assert not trust.is_foreign(tmp_path / "models" / "a.hunch")
    assert trust.is_foreign(tmp_path / "uploads" / "a.hunch")
    assert trust.is_foreign(tmp_path / "models" / ".." / "a.hunch")


def test_where_paths_come_from_a_person_no_folder_makes_a_model_ours(tmp_path: Path) -> None:
    assert trust_of(None, tmp_path).is_foreign(tmp_path / "models" / "a.hunch")


def test_keys_that_cannot_be_read_are_not_written_over(tmp_path: Path) -> None:
    (tmp_path / KEYS_FILE).write_bytes(LINE.encode() + b"\n\xff\n")

    with pytest.raises(SaveError):
        add_key(tmp_path, key_of(OTHER))

    assert (tmp_path / KEYS_FILE).read_bytes().startswith(LINE.encode())


@pytest.mark.parametrize("name", ["", " Ann", "a\nb", "\x1b[2J", "a" * 101])
def test_a_name_that_cannot_be_shown_in_a_line_is_none(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        sound_name(name)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"model_import": "signed_ony"}', "model_import"),
        ('{"contact": "IT", "keep_tables_days": 0}', "keep_tables_days"),
        ('{"modelimport": "off"}', "modelimport"),
        ('{"contact": "IT",\n "export" "off"}', "2:11"),
        ("[]", ""),
    ],
)
def test_where_a_policy_is_wrong_is_told(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "policy.json").write_text(text)

    found = read_policy(tmp_path / "policy.json")

    assert found.problem
    assert found.place == place
