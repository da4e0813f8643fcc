"""Brings an exported model by the command line, and compares its answers with those of its framework."""

import csv
import math
import subprocess
import sys
from pathlib import Path

from tests.frameworks.made import ROOT, Made

NEAR = 1e-4  # graphs reckon in float32
_CHANCE = "probability: "
_ANSWER = "prediction"

Row = dict[str, str]


def hunch(*arguments: str | Path) -> str:
    """Return what a command wrote to stderr; it has to be done, though something may have to be looked at."""
    command = [sys.executable, "-B", str(ROOT / "main.py"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 5), done.stderr
    return done.stderr


def bring(made: Made, folder: Path) -> Path:
    """Return the model file that came of an exported graph and its rows whose answer is known."""
    model = folder / "brought.hunch"
    tested: list[str | Path] = ["--tested", made.tested, "--workspace", folder / "workspace"]
    hunch("import-onnx", made.graph, "--schema", made.schema, "--out", model, *tested)
    return model


def brought_answers(model: Path, made: Made, folder: Path) -> list[Row]:
    """Return each row of the tested table with the answer that the brought model gives it."""
    out = folder / "out.csv"
    hunch("predict", model, made.tested, "--out", out, "--workspace", folder / "workspace")
    return read_answers(out)


def read_answers(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def is_near(row: Row, own: Row) -> bool:
    """Whether a row was answered here as by the framework itself: each chance, or the amount."""
    chances = {name.removeprefix(_CHANCE): cell for name, cell in row.items() if name.startswith(_CHANCE)}
    if not chances:
        (amount,) = own.values()
        return math.isclose(float(row[_ANSWER]), float(amount), rel_tol=NEAR)
    likeliest = max(own, key=lambda name: float(own[name]))
    return (
        chances.keys() == own.keys()
        and row[_ANSWER] == likeliest
        and all(math.isclose(float(chances[name]), float(own[name]), abs_tol=NEAR) for name in own)
    )
