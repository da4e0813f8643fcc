"""A private key is made, kept in a file, and put under a model file.

The library is loaded where a key is made or used: its forms of keys take a tenth of a second to load.
"""

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import UsageError
from desktop_app.models.package import Package, signed
from desktop_app.models.signatures import MOST_SIGNATURES, Signature, signed_bytes
from desktop_app.records.trust import PublicKey, key_of
from desktop_app.tables.kinds.signatures import read_head

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ENCRYPTED = b"-----BEGIN ENCRYPTED PRIVATE KEY-----"
PUBLIC = ".pub"  # what the name of the public key ends in, beside the private one
_LARGEST = 16 * 1024  # bytes of a file with a key


def make_key(name: str, passphrase: str) -> tuple[bytes, PublicKey]:
    """Return a new private key as it goes into a file (PKCS #8, PEM), and its public one."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    lock: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if passphrase:
        lock = serialization.BestAvailableEncryption(passphrase.encode())
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, lock)
    return pem, PublicKey(name=name, key=_public(key))


def is_encrypted(path: Path) -> bool:
    """Return whether a private key asks for a passphrase. Raises FileError where it cannot be read."""
    return read_head(path, path.name).startswith(ENCRYPTED)


def read_public_key(path: Path) -> PublicKey:
    """Return the public key in a file. Raises UsageError where it holds none, FileError if unreadable."""
    try:
        return key_of(read_head(path, path.name, _LARGEST).decode("utf-8-sig"))
    except ValueError as error:
        raise UsageError("key.none", file=path.name) from error


def signed_with(package: Package, path: Path, passphrase: str) -> tuple[bytes, PublicKey]:
    """Return the bytes of a model file signed by the private key at *path*, and the public one.

    Raises UsageError where that is no key, or the model has too many signatures; FileError if unreadable.
    """
    key = _read_key(path, passphrase)
    public = read_public_key(path.with_name(path.name + PUBLIC))
    if public.key != _public(key):
        raise UsageError("key.no_public", file=path.name + PUBLIC, key=path.name)
    made = base64.b64encode(key.sign(signed_bytes(package.sealed))).decode()
    try:
        return signed(package, Signature(key=public.id, name=public.name, signature=made)), public
    except ValueError as error:
        raise UsageError("model.signed_often", model=package.name, count=MOST_SIGNATURES) from error


def _read_key(path: Path, passphrase: str) -> "Ed25519PrivateKey":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    data = read_head(path, path.name, _LARGEST)
    try:
        key = serialization.load_pem_private_key(data, passphrase.encode() or None)
    except (TypeError, ValueError, UnsupportedAlgorithm) as error:
        code = "key.passphrase" if data.startswith(ENCRYPTED) else "key.none"
        raise UsageError(code, file=path.name) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError("key.none", file=path.name)
    return key


def _public(key: "Ed25519PrivateKey") -> str:
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()
