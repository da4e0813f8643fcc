"""Certificates: those that this side shows a cluster, and new ones for a cluster of one's own.

All who show a certificate of the same authority may send each other work. So a cluster has an authority made
for it alone, whose key is used once and forgotten.
"""

import datetime
import ipaddress
import ssl
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from desktop_app.errors import ClusterError
from desktop_app.records.remote import KEY_FILES, Cluster

if TYPE_CHECKING:
    from distributed import Security

_DAYS = 365
_CURVE = ec.SECP256R1()


def security_of(cluster: Cluster) -> "Security | None":
    """Return the certificates of this side; raises ClusterError where one is missing or cannot be read."""
    from distributed import Security

    if not cluster.is_encrypted:
        return None
    files = [Path(cluster.keys or ".") / name for name in KEY_FILES]
    for file in files:
        if not (cluster.keys and file.is_file()):
            raise ClusterError(
                "dask.keys", address=cluster.address, files=", ".join(KEY_FILES), missing=file.name
            )
    _check_readable(files, cluster.address)
    authority, certificate, key = map(str, files)
    return Security(
        tls_ca_file=authority,
        tls_client_cert=certificate,
        tls_client_key=key,
        tls_scheduler_cert=certificate,
        tls_scheduler_key=key,
        tls_worker_cert=certificate,
        tls_worker_key=key,
        require_encryption=True,
    )


def _check_readable(files: Sequence[Path], address: str) -> None:
    """Raise ClusterError where certificates are none: later, a cluster would seem not to trust them."""
    authority, certificate, key = files
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(authority)
    except OSError as error:
        raise ClusterError("dask.no_authority", address=address, file=authority.name) from error
    try:
        context.load_cert_chain(certificate, key, password="")
    except OSError as error:
        names = {"certificate": certificate.name, "key": key.name}
        raise ClusterError("dask.no_pair", address=address, **names) from error


def write_keys(folder: Path) -> None:
    """Write `KEY_FILES` into a folder that only its owner can read."""
    authority, own = ec.generate_private_key(_CURVE), ec.generate_private_key(_CURVE)
    issuer = _named("Hunch cluster authority")
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH])
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    ca = (
        _made(issuer, issuer, authority.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(authority, hashes.SHA256())
    )
    certificate = (
        _made(_named("Hunch cluster"), issuer, own.public_key())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=False)
        .add_extension(here, critical=False)
        .sign(authority, hashes.SHA256())
    )
    key = own.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem = serialization.Encoding.PEM
    texts = (ca.public_bytes(pem), certificate.public_bytes(pem), key)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, text in zip(KEY_FILES, texts, strict=True):
        path = folder / name
        path.touch(mode=0o600)
        path.write_bytes(text)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _made(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
    now = datetime.datetime.now(datetime.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(minutes=5))
        .not_valid_after(now + datetime.timedelta(days=_DAYS))
    )
