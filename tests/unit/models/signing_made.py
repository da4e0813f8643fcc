"""Keys, and model files that they sign, for tests."""

import base64
import json
from pathlib import Path
from typing import Any

from desktop_app.models.archive import write_archive
from desktop_app.models.canonical import write_json
from desktop_app.models.package import read_package
from desktop_app.models.signatures import SIGNATURES
from desktop_app.models.signing import PUBLIC, make_key, signed_with
from desktop_app.records.trust import Policy, PublicKey, Trust
from tests.unit.models.sealing import members_of


def key_in(folder: Path, name: str = "IT of Acme") -> tuple[Path, PublicKey]:
    """Make a key in files, as `hunch keygen` does; return where, and its public one."""
    pem, public = make_key(name, "")
    path = folder / f"{public.id}.key"
    path.write_bytes(pem)
    path.with_name(path.name + PUBLIC).write_text(public.line + "\n", encoding="utf-8")
    return path, public


def signed_by(data: bytes, *keys: Path) -> bytes:
    """Return the model file signed by each key."""
    for key in keys:
        path = key.with_name("to_sign.hunch")
        path.write_bytes(data)
        data = signed_with(read_package(path), key, "")[0]
    return data


def signatures_in(data: bytes) -> list[dict[str, str]]:
    """Return what the member with the signatures says."""
    return list(json.loads(members_of(data)[SIGNATURES])["signatures"])


def with_signatures(data: bytes, signatures: Any) -> bytes:
    """Return the model file with this as its signatures."""
    said = signatures if isinstance(signatures, bytes) else write_json({"signatures": signatures})
    return write_archive({**members_of(data), SIGNATURES: said})


def trusting(*keys: PublicKey, **policy: Any) -> Trust:
    """Return that these keys are trusted, under a policy."""
    return Trust(policy=Policy(**policy), keys=keys)


def other_bytes(signature: str) -> str:
    """Return a signature of which one bit is another."""
    raw = bytearray(base64.b64decode(signature))
    raw[7] ^= 1
    return base64.b64encode(raw).decode()
