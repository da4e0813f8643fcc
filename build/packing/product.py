"""What every package says of the program: name, version, who made it, which files it opens, and one date."""

import ast
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "spec"
ICONS = SPEC / "icons"


def _version() -> str:
    """Return the version without loading the program, which another system's bundle could not do."""
    tree = ast.parse((ROOT / "desktop_app" / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__version__")], value=ast.Constant(value=str() as version)):
                return version
    raise LookupError("desktop_app/__init__.py names no __version__.")


VERSION = _version()
PUBLISHER = "Hunch"
SUMMARY = "Learn from a table, read whether to trust it, use it on new files"
DESCRIPTION = """\
Opens a table from your own disk, learns to answer one question about it,
says in plain words whether the answer can be trusted, and uses what it
learned on new files. Works without a network."""
MODEL_TYPE = "application/x-hunch-model"
# Offered under "open with"; the programs that people have for them stay the first.
TABLE_ENDINGS = (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".parquet")
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def date() -> int:
    """Return the seconds that every date in a package is: SOURCE_DATE_EPOCH, or that of the last commit."""
    stated = os.environ.get("SOURCE_DATE_EPOCH")
    return int(stated) if stated else int(_date_of_commit())


def _date_of_commit() -> str:
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return "1700000000"
    return done.stdout.strip() or "1700000000"
