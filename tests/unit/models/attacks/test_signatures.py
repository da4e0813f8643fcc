"""Signatures that are not in their form are refused before a key is asked; others must hold."""

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import ModelError
from desktop_app.models.archive import write_archive
from desktop_app.models.opening import open_model
from desktop_app.models.signatures import SIGNATURES, signers_of
from desktop_app.records.trust import PublicKey
from tests.unit.models.attacks.refusing import refusal
from tests.unit.models.made import Kind
from tests.unit.models.sealing import edited, members_of
from tests.unit.models.signing_made import (
    key_in,
    other_bytes,
    signatures_in,
    signed_by,
    trusting,
    with_signatures,
)

Made = dict[str, str]
SHAPES: dict[str, Callable[[Made], Any]] = {
    "none": lambda _: [],
    "a signature too short": lambda one: [one | {"signature": base64.b64encode(bytes(63)).decode()}],
    "a signature too long": lambda one: [one | {"signature": base64.b64encode(bytes(65)).decode()}],
    "no base64": lambda one: [one | {"signature": "ä" * 88}],
    "loose base64": lambda one: [one | {"signature": one["signature"] + "\n"}],
    "a number": lambda one: [one | {"signature": 7}],
    "an id of another form": lambda one: [one | {"key": one["key"].upper() + "/../x"}],
    "an id twice": lambda one: [one, one],
    "an id twice, once with other bytes": lambda one: [
        one,
        one | {"signature": other_bytes(one["signature"])},
    ],
    "nine keys": lambda one: [one | {"key": f"{place:016x}"} for place in range(9)],
    "very many": lambda _: b'{"signatures":[' + b",".join([b"{}"] * 1_000_000) + b"]}",
    "no name": lambda one: [one | {"name": ""}],
    "a name that steers a terminal": lambda one: [one | {"name": "IT\x1b[2J"}],
    "a name without end": lambda one: [one | {"name": "a" * 10_000}],
    "more than a signature": lambda one: [one | {"trusted": True}],
    "another form of JSON": lambda _: b'{"signatures": []}',
    "no JSON": lambda _: b"\xff\xfe",
    "nested without end": lambda _: b"[" * 15_000,
}


@pytest.fixture
def signed(originals: dict[Kind, bytes], tmp_path: Path) -> tuple[bytes, PublicKey]:
    key, public = key_in(tmp_path)
    return signed_by(originals["linear"], key), public


@pytest.mark.parametrize("attack", SHAPES)
def test_signatures_of_another_form_are_refused_whoever_is_trusted(
    attack: str, signed: tuple[bytes, PublicKey], tmp_path: Path
) -> None:
    made = signatures_in(signed[0])[0]
    data = with_signatures(signed[0], SHAPES[attack](made))

    assert refusal(data, tmp_path / "model.hunch") == "model.changed"


def test_signatures_stand_behind_the_others_or_nowhere(
    signed: tuple[bytes, PublicKey], tmp_path: Path
) -> None:
    members = members_of(signed[0])
    first, *others = members.items()
    moved = write_archive(dict([first, (SIGNATURES, members[SIGNATURES]), *others]))

    assert refusal(moved, tmp_path / "model.hunch") == "model.extra_parts"


def bad(data: bytes, public: PublicKey, path: Path) -> str:
    path.write_bytes(data)
    with pytest.raises(ModelError) as caught:
        open_model(path, trusting(public))
    return caught.value.code


def test_a_signature_of_another_file_does_not_hold(
    signed: tuple[bytes, PublicKey], originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    moved = with_signatures(originals["forest"], signatures_in(signed[0]))

    assert bad(moved, signed[1], tmp_path / "model.hunch") == "model.bad_signature"


def test_a_manifest_that_was_changed_and_sealed_again_does_not_hold(
    signed: tuple[bytes, PublicKey], originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    changed = edited(originals["linear"], "plan.json", lambda _: None, table="others.csv")

    data = with_signatures(changed, signatures_in(signed[0]))

    assert bad(data, signed[1], tmp_path / "model.hunch") == "model.bad_signature"


def test_a_bit_of_a_signature_does_not_hold(signed: tuple[bytes, PublicKey], tmp_path: Path) -> None:
    made = signatures_in(signed[0])[0]
    data = with_signatures(signed[0], [made | {"signature": other_bytes(made["signature"])}])

    assert bad(data, signed[1], tmp_path / "model.hunch") == "model.bad_signature"


def test_another_key_cannot_sign_under_the_id_of_a_trusted_one(
    signed: tuple[bytes, PublicKey], tmp_path: Path
) -> None:
    attacker, _ = key_in(tmp_path, signed[1].name)
    made = signatures_in(signed_by(signed[0], attacker))[-1]
    data = with_signatures(signed[0], [made | {"key": signed[1].id}])

    assert bad(data, signed[1], tmp_path / "model.hunch") == "model.bad_signature"


def test_a_signature_without_our_words_before_it_does_not_hold(
    signed: tuple[bytes, PublicKey], tmp_path: Path
) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    raw = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    public = PublicKey(name="Ann", key=raw)
    manifest = members_of(signed[0])["manifest.json"]
    made = {
        "key": public.id,
        "name": "Ann",
        "signature": base64.b64encode(key.sign(manifest)).decode(),
    }

    assert bad(with_signatures(signed[0], [made]), public, tmp_path / "model.hunch") == "model.bad_signature"


def test_a_name_in_the_file_makes_nobody_trusted(signed: tuple[bytes, PublicKey]) -> None:
    assert signers_of((), b"", (signed[1],), "m") == ()
