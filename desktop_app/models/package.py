"""The parts of a model file, and the checks that need nothing but the standard library.

The file is a zip archive of stored members with names from a closed set. `manifest.json` comes first and
names the size and the sha256 of every other member.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from desktop_app.errors import ModelError, SaveError
from desktop_app.language import size
from desktop_app.models import archive
from desktop_app.models.canonical import read_json, write_json
from desktop_app.models.signatures import SIGNATURES, Signature, read_signatures, write_signatures
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.model_files import ModelKind
from desktop_app.tables.kinds.signatures import read_head

FORMAT = 7  # raise it when an older program could not read, or would misread, what is written
WITHOUT_EACH = 6  # what is written where no group of rows has a model of its own
WITHOUT_COMPARED = 5  # what is written where it is no file of groups or of what is usual
WITHOUT_FORECAST = 4  # what is written where it answers rows, and does not say what comes next
WITHOUT_GRAPH = 3  # what is written where the model was learned here, and not brought as a graph
WITHOUT_SETTINGS = 2  # what is written where nothing was decided about the answers
WITHOUT_NAMES = 1  # what is written where no column has another name than in its file: older programs read it
KIND = "hunch-model"
MANIFEST = "manifest.json"
SETTINGS = "settings.json"  # behind the others, where a person decided something
MEMBERS = (
    "schema.json",
    "recipe.json",
    "plan.json",
    "features.json",
    "arrays.npz",
    "estimators.skops",
    "evaluation.json",
    "golden.json",
    "card.md",
)
FORECAST = "forecast.json"  # only in the file of a forecast
FORECAST_MEMBERS = (
    "schema.json",
    "recipe.json",
    "features.json",
    "arrays.npz",
    "estimators.skops",
    FORECAST,
    "golden.json",
    "card.md",
)
COMPARED = "compared.json"  # only in a file of groups, or of what is usual
COMPARED_MEMBERS = tuple(COMPARED if name == FORECAST else name for name in FORECAST_MEMBERS)
LARGEST_FILE = 512 * 2**20
_LIMITS = archive.Limits(members=64, total=2**30)
_PICKLES = tuple(bytes([0x80, protocol]) for protocol in range(2, 6))

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One member as the manifest describes it."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a model file says of itself first."""

    format: int
    kind: str
    created: str  # ISO 8601, UTC
    versions: dict[str, str]
    platform: str
    estimator_types: tuple[str, ...]
    table: str  # name of the file it learned from
    table_sha256: str
    rows: int
    golden_rows: int
    content: str  # sha256 over what the model is: without the day, the place and the time it took
    files: dict[str, Part]

    def on_card(self) -> dict[str, Any]:
        """Return what the card of a file that answers no rows says as its manifest does."""
        names = ("created", "versions", "table", "table_sha256", "rows", "estimator_types")
        return {name: getattr(self, name) for name in names} | {"stored_answers": self.golden_rows}


@dataclass(frozen=True, slots=True)
class Package:
    """A model file whose members are what its manifest says; nothing in them was run."""

    name: str  # of the file, for messages
    manifest: Manifest
    members: Mapping[str, memoryview]
    sealed: bytes  # the manifest as it stands in the file, which is what is signed
    signatures: tuple[Signature, ...] = ()  # in their form; whether they hold is not known yet

    @property
    def kind(self) -> ModelKind:
        """What the model is for: the one place where that is told."""
        if COMPARED in self.members:
            return "compared"
        return "forecast" if FORECAST in self.members else "rows"

    def json(self, member: str) -> Any:
        """Return what a JSON member says. Raises ModelError where it is not canonical."""
        try:
            return read_json(bytes(self.members[member]))
        except ValueError as error:
            raise ModelError("model.changed", model=self.name, part=member) from error

    def record(self, kind: type[T], member: str) -> T:
        """Return the record that a JSON member holds. Raises ModelError where it does not fit."""
        return _record(kind, self.json(member), self.name, member)


def pack(manifest: Manifest, members: Mapping[str, bytes | memoryview]) -> bytes:
    """Return the bytes of a model file. The manifest's list of parts is made here.

    Raises SaveError for one that would be too big to be opened again.
    """
    names = _in_order(members)
    parts = {name: Part(sha256=_hash(members[name]), size=len(members[name])) for name in names}
    facts = to_json(manifest) | {"files": to_json(parts)}
    data = archive.write_archive({MANIFEST: write_json(facts)} | {name: members[name] for name in names})
    if len(data) > LARGEST_FILE:
        raise SaveError("save.model_too_big", size=size(len(data)), limit=size(LARGEST_FILE))
    return data


def read_package(path: Path) -> Package:
    """Return the parts of the model file at *path*, checked against its manifest.

    Raises FileError when it cannot be read, and ModelError for every file that is not a whole model.
    """
    data = _read(path)
    if archive.first_name(data) != MANIFEST:
        pickled = data[:2] in _PICKLES
        raise ModelError("model.pickle" if pickled else "model.not_model", file=path.name)
    try:
        members = archive.read_archive(data, _LIMITS)
    except archive.TooBigError as error:
        raise too_big(path.name, error.size) from error
    except archive.BadArchiveError as error:
        raise ModelError("model.changed", model=path.name, part=error.member or "zip") from error
    sealed = bytes(members.pop(MANIFEST))
    manifest = _manifest(path.name, sealed)
    signatures = _signatures(path.name, members.pop(SIGNATURES)) if list(members)[-1:] == [SIGNATURES] else ()
    if tuple(members) != _members_of(manifest) or manifest.files.keys() != members.keys():
        raise ModelError("model.extra_parts", model=path.name)
    for name, content in members.items():
        part = manifest.files[name]
        if len(content) != part.size or _hash(content) != part.sha256:
            raise ModelError("model.changed", model=path.name, part=name)
    return Package(path.name, manifest, members, sealed, signatures)


def signed(package: Package, signature: Signature) -> bytes:
    """Return the bytes of the same model file with one more signature; an earlier one of its key goes.

    Nothing else changes, so the other signatures hold. Raises ValueError where it would have too many.
    """
    others = [one for one in package.signatures if one.key != signature.key]
    said = write_signatures([*others, signature])
    read_signatures(memoryview(said))
    return archive.write_archive({MANIFEST: package.sealed, **package.members, SIGNATURES: said})


def looks_like_model(path: Path) -> bool:
    """Return whether the file begins as a model file does. Raises FileError where it cannot be read."""
    return archive.first_name(memoryview(read_head(path, path.name))) == MANIFEST


def content_hash(parts: Mapping[str, bytes | memoryview]) -> str:
    """Return one sha256 over many parts: their names and contents, in the order of their names."""
    lines = (f"{name} {_hash(content)}\n" for name, content in sorted(parts.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _hash(content: bytes | memoryview) -> str:
    return hashlib.sha256(content).hexdigest()


def _read(path: Path) -> memoryview:
    data = read_head(path, path.name, LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise too_big(path.name, path.stat().st_size)
    return memoryview(data)


def too_big(name: str, count: int) -> ModelError:
    """Return the refusal of a model file that has, or unpacks to, *count* bytes."""
    return ModelError("model.too_big", model=name, size=size(count), limit=size(LARGEST_FILE))


def _manifest(name: str, data: bytes) -> Manifest:
    try:
        facts = read_json(data)
    except ValueError as error:
        raise ModelError("model.changed", model=name, part=MANIFEST) from error
    if not isinstance(facts, dict) or facts.get("kind") != KIND:
        raise ModelError("model.not_model", file=name)
    if isinstance(facts.get("format"), int) and facts["format"] > FORMAT:
        raise ModelError("model.newer", model=name, version=_maker(facts))
    return _record(Manifest, facts, name, MANIFEST)


def _signatures(name: str, data: memoryview) -> tuple[Signature, ...]:
    try:
        return read_signatures(data)
    except (TypeError, ValueError) as error:
        raise ModelError("model.changed", model=name, part=SIGNATURES) from error


def _members_of(manifest: Manifest) -> tuple[str, ...]:
    """Return the members that a file has.

    Settings, what a forecast is, and what is compared, only in a format that programs which know none refuse.
    """
    known = {SETTINGS: WITHOUT_SETTINGS, FORECAST: WITHOUT_FORECAST, COMPARED: WITHOUT_COMPARED}
    return _in_order({name for name in manifest.files if manifest.format > known.get(name, 0)})


def _in_order(members: Collection[str]) -> tuple[str, ...]:
    for member, names in ((FORECAST, FORECAST_MEMBERS), (COMPARED, COMPARED_MEMBERS)):
        if member in members:
            return names
    return (*MEMBERS, SETTINGS) if SETTINGS in members else MEMBERS


def _maker(facts: Mapping[str, Any]) -> str:
    versions = facts.get("versions")
    return str(versions.get("hunch", "?")) if isinstance(versions, dict) else "?"


def _record(kind: type[T], facts: Any, name: str, member: str) -> T:
    try:
        return from_json(kind, facts)
    except (TypeError, ValueError) as error:
        raise ModelError("model.changed", model=name, part=member) from error
