"""Whose models are believed on this computer: what IT lays down, and the keys that a person trusts."""

import base64
import binascii
import hashlib
from pathlib import Path
from typing import Literal

from desktop_app.records.record import dataclass

ModelImport = Literal["off", "signed_only", "ask"]
Api = Literal["off", "ask"]
Switch = Literal["off", "on"]
HeadlessBind = Literal["off", "loopback", "any"]
Thing = Literal["archive_import", "diagnostics_export", "export", "watch", "api"]  # to be allowed

KEY_BYTES = 32  # of a public key of Ed25519
_KIND = "hunch-ed25519"
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """A public key and whose it is, as whoever trusts it was told."""

    name: str
    key: str  # the 32 bytes in base64

    @property
    def id(self) -> str:
        """What the key is called in a signature: the beginning of its sha256."""
        return hashlib.sha256(self.raw).hexdigest()[:16]

    @property
    def raw(self) -> bytes:
        """The key as the library takes it."""
        return base64.b64decode(self.key)

    @property
    def line(self) -> str:
        """The key as a line of text, the form in which it is handed on."""
        return f"{_KIND} {self.key} {self.name}"


def key_of(line: str) -> PublicKey:
    """Return the key that a line of text says. Raises ValueError where it is none."""
    kind, _, rest = line.strip().partition(" ")
    key, _, name = rest.partition(" ")
    try:
        raw = base64.b64decode(key, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("a key is not in base64") from error
    if kind != _KIND or len(raw) != KEY_BYTES or base64.b64encode(raw).decode() != key:
        raise ValueError(f"a line is no public key: it begins with {_KIND}")
    return PublicKey(name=sound_name(name), key=key)


def sound_name(name: str) -> str:
    """Return whose key it is. Raises ValueError where that cannot be shown in one line."""
    if not 1 <= len(name) <= _LONGEST_NAME or name != name.strip() or not name.isprintable():
        raise ValueError(f"the name of a key has 1 to {_LONGEST_NAME} letters in one line")
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What IT lays down for this computer; without a file of theirs, nothing is forbidden."""

    model_import: ModelImport = "ask"
    trusted_keys: tuple[PublicKey, ...] = ()
    revoked: tuple[str, ...] = ()  # sha256 of the content of models, and ids of keys
    archive_import: Switch = "on"  # backups may be restored
    max_import_mb: int | None = None  # of a file that is opened, in millions of bytes
    headless_bind: HeadlessBind = "any"  # whom `hunch serve` may answer
    allow_network_drives: bool = True  # for the workspace
    diagnostics_export: Switch = "on"  # a file about this computer may be saved for IT
    export: Switch = "on"  # anything may be saved outside of the workspace
    watch: Switch = "on"
    api: Api = "ask"  # whether the person may let programs of theirs in
    dask: Switch = "on"  # clusters may be given work, and the rows for it
    dask_address: str = ""  # the only one that may; empty: any
    dask_plain: Switch = "off"  # also one of other computers without encryption
    workspace: str = ""  # where everybody's workspace lies; empty: as the person wishes
    keep_tables_days: int | None = None  # after which a table that nobody opens is forgotten
    contact: str = "IT"

    def may(self, thing: Thing) -> bool:
        """Whether something is allowed that can be switched off."""
        return str(getattr(self, thing)) != "off"


# For a file that cannot be obeyed. Two settings forbid less than they could: with no file to be opened at all
# nobody could work, and what is forgotten for a slip in a file does not come back.
STRICTEST = Policy(
    model_import="off",
    archive_import="off",
    max_import_mb=100,
    headless_bind="off",
    allow_network_drives=False,
    diagnostics_export="off",
    export="off",
    watch="off",
    api="off",
    dask="off",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What a worker needs to know before it opens a model file."""

    policy: Policy = Policy()
    keys: tuple[PublicKey, ...] = ()  # that count here, the revoked ones left out
    home: str = ""  # the folder of the models that were made, or accepted, on this computer

    def is_foreign(self, path: Path) -> bool:
        """Whether a model file came from outside."""
        return not (self.home and path.resolve().is_relative_to(self.home))
