"""The versions of the parts of other people that are in this program."""

import json
import re
from importlib.metadata import PackageNotFoundError, version

from desktop_app.paths import bundled

_LISTED = ("ui", "about", "components.json")  # written when the program is frozen
_WANTED = ("requirements", "run.lock")  # where it runs from its sources
_NAME = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


def packages() -> dict[str, str]:
    """Return name -> version; none where neither a list of the frozen program nor its sources are there."""
    listed = bundled(*_LISTED)
    if listed.is_file():
        return {one["name"]: one["version"] for one in json.loads(listed.read_text(encoding="utf-8"))}
    wanted = bundled(*_WANTED)
    names = _NAME.findall(wanted.read_text(encoding="utf-8")) if wanted.is_file() else []
    return {name: found for name in names if (found := _installed(name))}


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # another system needs it
        return ""
