"""A workbook that answers, filled in and computed by LibreOffice."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pandas as pd

from tests.unit.models.handover.formulas import opened

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_EPOCH = pd.Timestamp("1899-12-30")
_DAY = pd.Timedelta(days=1)


def filled_in(content: bytes, sheet: int, cells: dict[str, Any]) -> bytes:
    """Return a workbook with values in empty cells of a sheet, counted from 1; all else is the same."""
    place, found = f"xl/worksheets/sheet{sheet}.xml", io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name).decode() if name == place else ""
            new.writestr(name, _with(part, cells) if part else old.read(name))
    return found.getvalue()


def _with(sheet: str, cells: dict[str, Any]) -> str:
    def written(found: re.Match[str]) -> str:
        value = cells.get(found[1])
        if value is None or pd.isna(value):
            return found[0]
        if isinstance(value, str):
            return f'<c r="{found[1]}"{found[2]} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        number = (value - _EPOCH) / _DAY if isinstance(value, pd.Timestamp) else value
        return f'<c r="{found[1]}"{found[2]}><v>{number!r}</v></c>'

    return re.sub(r'<c r="([A-Z]+\d+)"([^>]*)/>', written, sheet)


def computed(content: bytes, folder: Path) -> Any:
    """Return the workbook as LibreOffice computes it."""
    assert OFFICE is not None
    source, goal = folder / "asked.xlsx", folder / "computed"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(goal), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return opened((goal / "asked.xlsx").read_bytes(), data_only=True)
