"""Who signed a model file: one member behind the others, in exactly one form.

Signed are the bytes of the manifest, which names the hash of every other member (Ed25519, RFC 8032). The
library is loaded only where there is a signature to check, and only after its form was.
"""

import base64
import binascii
import re
from collections.abc import Sequence

from desktop_app.errors import ModelError
from desktop_app.models.canonical import read_json, write_json
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.record import dataclass
from desktop_app.records.trust import PublicKey, sound_name

SIGNATURES = "SIGNATURES.json"
MOST_SIGNATURES = 8
_LARGEST = 16 * 1024  # bytes of that member
_BYTES = 64  # of a signature
_BEFORE = b"hunch-v1\0"  # so that a signature over a model is a signature over nothing else
_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature: by which key, whose it says to be, and the 64 bytes in base64."""

    key: str
    name: str
    signature: str

    @property
    def raw(self) -> bytes:
        """The signature as the library takes it. Raises ValueError where it is none."""
        try:
            raw = base64.b64decode(self.signature, validate=True)
        except binascii.Error as error:
            raise ValueError("not in base64") from error
        if len(raw) != _BYTES or base64.b64encode(raw).decode() != self.signature:
            raise ValueError("not a signature")
        return raw


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signatures:
    signatures: tuple[Signature, ...]


def read_signatures(data: memoryview) -> tuple[Signature, ...]:
    """Return the signatures that the member says. Raises ValueError or TypeError for any other form."""
    if len(data) > _LARGEST:
        raise ValueError("too long")
    facts = read_json(bytes(data))
    found = from_json(_Signatures, facts).signatures
    if write_signatures(found) != data:  # nothing beside them either
        raise ValueError("not in our form")
    if not 1 <= len(found) <= MOST_SIGNATURES or len({one.key for one in found}) != len(found):
        raise ValueError("too many, none, or two of one key")
    for one in found:
        if not _ID.fullmatch(one.key) or not one.raw or not sound_name(one.name):
            raise ValueError("not a signature")
    return found


def write_signatures(signatures: Sequence[Signature]) -> bytes:
    """Return the member that holds these signatures."""
    return write_json(to_json(_Signatures(signatures=tuple(signatures))))


def signed_bytes(manifest: bytes) -> bytes:
    """Return what is signed of a model file whose manifest has these bytes."""
    return _BEFORE + manifest


def signers_of(
    signatures: Sequence[Signature], manifest: bytes, keys: Sequence[PublicKey], model: str
) -> tuple[str, ...]:
    """Return whose signatures hold, under the names by which their keys are trusted here.

    A key that is not trusted says nothing. Raises ModelError where one that is does not fit the manifest.
    """
    trusted = {key.id: key for key in keys}
    known = [(trusted[one.key], one.raw) for one in signatures if one.key in trusted]
    for key, raw in known:
        if not _holds(key, raw, signed_bytes(manifest)):
            raise ModelError("model.bad_signature", model=model, signer=key.name)
    return tuple(key.name for key, _ in known)


def _holds(key: PublicKey, signature: bytes, message: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(key.raw).verify(signature, message)
    except (InvalidSignature, ValueError):  # the second: no point of the curve
        return False
    return True
