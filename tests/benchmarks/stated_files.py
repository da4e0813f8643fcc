"""Files from outside with what is stated of them: traps with an expectation, messy files with a dialect.

A folder of data holds `traps/` with `expected.json` and `messy/` with `index.json`. Where a dialect is told,
the records of the file are known: which of them are names, titles or totals is for the reader to find, and
every other cell has to be there as it stands.
"""

import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A file and what is stated of it."""

    source: str
    path: Path
    truth_file: Path | None = None
    says: dict[str, Any] = field(default_factory=dict)


def traps(folder: Path) -> list[Stated]:
    """Return the traps in a folder of data, in the order of their names."""
    said = folder / "traps" / "expected.json"
    if not said.is_file():
        return []
    expected = json.loads(said.read_text(encoding="utf-8"))
    return [
        Stated(source="traps", path=said.parent / name, says=entry)
        for name, entry in sorted(expected.items())
    ]


def made_traps(folder: Path) -> list[Stated]:
    """Write the traps that are too large to be kept, and return them."""
    late, bomb = folder / "42_late_text.csv", folder / "56_unpacks_to_gigabytes.xlsx"
    rows = [f"{row},{row * 1.5}" for row in range(200_000)]
    rows[199_990] = "199990,see below"
    late.write_text("\n".join(["id,val", *rows, ""]), encoding="utf-8")
    book = Workbook()
    book.save(bomb)
    with (
        zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/sheet2.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(1_600):
            member.write(b"<row><c><v>1</v></c></row>" * 40_000)
    return [
        Stated(
            source="traps", path=late, says={"expect": "right", "rows": 200_000, "columns": 2, "said": "val"}
        ),
        Stated(source="traps", path=bomb, says={"expect": "refuse", "why": "unpacks to 1.6 GB"}),
    ]


def messy(folder: Path) -> list[Stated]:
    """Return the messy files in a folder of data."""
    said = folder / "messy" / "index.json"
    if not said.is_file():
        return []
    return [
        Stated(
            source="messy, truth stated" if entry["truth"] != "none" else "messy",
            path=said.parent / entry["file"],
            truth_file=said.parent / entry["truth_file"] if entry.get("truth_file") else None,
            says=entry,
        )
        for entry in json.loads(said.read_text(encoding="utf-8"))
    ]
