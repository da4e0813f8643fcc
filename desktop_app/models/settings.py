"""What a person decided about a model, as it travels inside its file; what was learned stays as it is."""

from dataclasses import replace
from pathlib import Path

from desktop_app.errors import ModelError
from desktop_app.models.canonical import write_json
from desktop_app.models.package import SETTINGS, WITHOUT_GRAPH, Package, pack, read_package
from desktop_app.records.decisions import Decision
from desktop_app.records.jsonable import to_json
from desktop_app.records.models import Schema
from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSettings:
    """What `settings.json` says; a later version may say more."""

    decision: Decision | None = None


def with_decision(path: Path, decision: Decision | None) -> bytes:
    """Return the bytes of the model file at *path*, packed anew where another decision, or none, is inside.

    Raises ModelError where it is not a whole model file, and SaveError where no program would open it again.
    """
    package = read_package(path)
    members = {name: content for name, content in package.members.items() if name != SETTINGS}
    kept = package.record(ModelSettings, SETTINGS).decision if SETTINGS in package.members else None
    if decision == kept:
        return path.read_bytes()
    if decision is None:
        return pack(package.manifest, members)
    said = write_json(to_json(ModelSettings(decision=decision)))
    # The content stays: it is the same model, whatever is decided about it.
    least = max(package.manifest.format, WITHOUT_GRAPH)
    return pack(replace(package.manifest, format=least), {**members, SETTINGS: said})


def decision_in(package: Package, schema: Schema) -> Decision | None:
    """Return what was decided about a model, if anything. Raises ModelError where that cannot be followed."""
    if SETTINGS not in package.members:
        return None
    decision = package.record(ModelSettings, SETTINGS).decision
    if decision and not is_sound(decision, schema.classes):
        raise ModelError("model.unsound", model=package.name)
    return decision


def is_sound(decision: Decision, classes: tuple[str, ...]) -> bool:
    """Return whether a decision is about one of two classes, and its numbers can be what they say."""
    return (
        len(classes) == 2 and decision.value in classes and 0 < decision.chance < 1 and decision.costs.can_be
    )
