"""The frozen program: made once, for all tests of this folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "out" / "dist" / "hunch"
PROGRAM = FOLDER / ("hunch.exe" if os.name == "nt" else "hunch")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--frozen", action="store_true", help="try the program that is frozen already")


@pytest.fixture(scope="session")
def frozen(pytestconfig: pytest.Config) -> Path:
    """The program in one folder, after its self-test has passed and left no process behind."""
    if not pytestconfig.getoption("--frozen"):
        done = subprocess.run(
            [sys.executable, "-B", str(ROOT / "build" / "bundle.py")], cwd=ROOT, check=False
        )
        assert done.returncode == 0
    return PROGRAM
