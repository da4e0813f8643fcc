"""The list of parts as scanners read it: CycloneDX 1.6 as JSON, the same bytes for the same parts."""

import datetime
import json
import re
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from packing import product
from packing.components import SBOM, Component

ROOT_REFERENCE = f"hunch@{product.VERSION}"
SIMPLE = re.compile(r"[\w.+-]+")


def text(components: Iterable[Component], date: int) -> str:
    """Return the SBOM; *date* is in seconds since 1970, and its serial number follows from what it says."""
    listed = [_component(part, number) for number, part in enumerate(components)]
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.datetime.fromtimestamp(date, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": ROOT_REFERENCE,
                "name": "hunch",
                "version": product.VERSION,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            },
        },
        "components": listed,
        "dependencies": [{"ref": ROOT_REFERENCE, "dependsOn": [part["bom-ref"] for part in listed]}],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(document, sort_keys=True))
    return json.dumps({**document, "serialNumber": f"urn:uuid:{serial}"}, indent=1, sort_keys=True) + "\n"


def version_in(about: Path) -> str:
    """Return the version of the program that the SBOM in a folder is of; "" if it says none."""
    try:
        said = json.loads((about / SBOM).read_text(encoding="utf-8"))
        return str(said["metadata"]["component"]["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _component(part: Component, number: int) -> dict[str, Any]:
    """Return one part; its reference carries a number, as two libraries of one name may be there."""
    said: dict[str, Any] = {"type": "library", "bom-ref": f"{number}:{part.name}", "name": part.name}
    if part.version:
        said["version"] = part.version
    if part.source:
        said["purl"] = part.source
    if part.licence:
        said["licenses"] = [_licence(part.licence)]
    return said


def _licence(licence: str) -> dict[str, Any]:
    if licence.startswith("LicenseRef-"):
        return {"license": {"name": licence.removeprefix("LicenseRef-").replace("-", " ")}}
    return {"license": {"id": licence}} if SIMPLE.fullmatch(licence) else {"expression": licence}
