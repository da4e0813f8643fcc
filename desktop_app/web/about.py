"""About: which version this is, whom to ask, and the parts of other people in it with their licences."""

import json
import platform
from pathlib import Path

from desktop_app import __version__
from desktop_app.paths import bundled
from desktop_app.records.record import dataclass
from desktop_app.web.context import context
from desktop_app.web.laid_down import policy

_FOLDER = ("ui", "about")  # written when the program is frozen
_LISTED, _TEXTS, _SBOM = "components.json", "licences.txt", "sbom.cdx.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of somebody else's, and the licence under which it is here."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the page tells."""

    version: str
    system: str
    workspace: str  # where everything of the person's is kept
    contact: str  # whom to ask
    parts: tuple[Part, ...]  # none where the program runs from its sources
    texts: str  # where the texts of all licences lie
    sbom: str  # where the same list lies for other programs


def about() -> About:
    """Return what is known of this program."""
    listed = bundled(*_FOLDER, _LISTED)
    return About(
        version=__version__,
        system=f"Python {platform.python_version()}, {platform.platform(terse=True)}",
        workspace=str(context().workspace.folder),
        contact=policy().contact,
        parts=_parts(listed) if listed.is_file() else (),
        texts=str(listed.with_name(_TEXTS)),
        sbom=str(listed.with_name(_SBOM)),
    )


def _parts(listed: Path) -> tuple[Part, ...]:
    told = json.loads(listed.read_text(encoding="utf-8"))
    return tuple(Part(name=one["name"], version=one["version"], licence=one["licence"]) for one in told)
