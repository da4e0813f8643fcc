"""What a search leaves in its folder: one pair of files for each kind that is finished."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.results import KindName
from desktop_app.tables.out.placing import placed

_PLACES = "places.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the small file of a finished kind says."""

    kind: KindName
    identity: str  # of the question, the plan and the table it belongs to
    settings: tuple[float, ...]
    seconds: float
    longest: float = 0.0  # seconds of the part that took the longest
    failed: bool = False
    cut: bool = False  # the time was up before every part was done


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A kind that was tried: the answers of every setting for the hidden rows of each part."""

    facts: Facts
    answers: Mapping[int, Floats] = field(default_factory=dict)  # part -> (settings, hidden rows, answers)


def settled_places(folder: Path, places: int = 0) -> int:
    """Return for how many places elsewhere the search in a folder was begun: *places* where it is new.

    One that goes on, wherever that is, tries what it was begun with.
    """
    path = folder / _PLACES
    if path.is_file():
        return int(path.read_text(encoding="ascii"))
    if places:
        with placed(path) as draft:
            draft.write_text(str(places), encoding="ascii")
    return places


def write_finished(folder: Path, finished: Finished) -> None:
    """Write a finished kind so that a reader finds it whole or not at all."""
    name = finished.facts.kind
    with placed(folder / f"{name}.npz") as path, path.open("wb") as file:
        np.savez(
            file, allow_pickle=False, **{f"part{place}": found for place, found in finished.answers.items()}
        )
    with placed(folder / f"{name}.json") as path:
        path.write_text(json.dumps(to_json(finished.facts)), encoding="utf-8")


def read_finished(folder: Path, identity: str) -> list[Finished]:
    """Return the kinds that were finished in this folder for the same question, the simplest first."""
    return [found for name in KINDS if (found := _read(folder, name, identity)) is not None]


def _read(folder: Path, name: KindName, identity: str) -> Finished | None:
    path = folder / f"{name}.json"
    if not (path.is_file() and path.with_suffix(".npz").is_file()):
        return None
    facts = from_json(Facts, json.loads(path.read_text(encoding="utf-8")))
    if facts.identity != identity:
        return None
    with np.load(folder / f"{name}.npz", allow_pickle=False) as arrays:
        answers = {int(key.removeprefix("part")): arrays[key] for key in arrays.files}
    return Finished(facts=facts, answers=answers)
