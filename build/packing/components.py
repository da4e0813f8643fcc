"""The parts of other people that the frozen program holds, as its pages, the SBOM and the gate read them."""

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ABOUT = Path("ui", "about")  # inside the bundle
LISTED, TEXTS, SBOM = "components.json", "licences.txt", "sbom.cdx.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One part: its licence in the words of SPDX ("" for unknown) and where it came from as a package URL."""

    name: str
    version: str = ""
    licence: str = ""
    source: str = ""
    exception: str = ""  # why it is shipped although its licence is none of the allowed ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One licence text: the part it belongs to, the name of its file, and the text."""

    of: str
    file: str
    text: str


def in_order(components: Iterable[Component]) -> list[Component]:
    """Return them by name, each once."""
    return sorted(
        set(components), key=lambda part: (part.name.lower(), part.version, part.licence, part.source)
    )


def write(components: Iterable[Component], goal: Path) -> None:
    """Write the list that a page can read: one object a part, with the fields of Component."""
    listed = [dataclasses.asdict(part) for part in components]
    goal.write_text(json.dumps(listed, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read(goal: Path) -> list[Component]:
    """Return what *write* has written."""
    return [Component(**part) for part in json.loads(goal.read_text(encoding="utf-8"))]
