"""The frozen program: made once, for all tests of this folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "out" / "dist" / "hunch"
PROGRAM = FOLDER / ("hunch.exe" if os.name == "nt" else "hunch")


@pytest.fixture(scope="session")
def frozen() -> Path:
    """The program in one folder, after its self-test has passed and left no process behind."""
    done = subprocess.run([sys.executable, "-B", str(ROOT / "build" / "bundle.py")], cwd=ROOT, check=False)
    assert done.returncode == 0
    return PROGRAM
