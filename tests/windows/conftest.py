"""A Windows of wine, and in it a person whose name and folders no ASCII can write."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from packing import product
from wine.freezing import BUNDLE, PACKAGES
from wine.prefix import Prefix

PERSON = r"C:\users\Jürgen Świątek 测试"
PATIENCE = 900  # seconds for one command; wine is slow, above all beside other work
Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True, slots=True)
class Hunch:
    """The program in a folder of Windows, and the person's folder and workspace."""

    windows: Prefix
    program: str
    folder: str = PERSON + r"\Meine Tabellen"
    workspace: str = PERSON + r"\what I made"

    @property
    def here(self) -> Path:
        """Return the person's folder as Linux sees it."""
        return self.windows.here(self.folder)

    @property
    def variables(self) -> dict[str, str]:
        return {"HUNCH_WORKSPACE": self.workspace}

    def run(self, *arguments: str) -> Done:
        command = [self.program, *arguments]
        return self.windows.run(command, folder=self.here, more=self.variables, patience=PATIENCE)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return self.windows.start([self.program, *arguments], folder=self.here, more=self.variables)


@pytest.fixture(scope="session")
def windows() -> Iterator[Prefix]:
    """The Windows that `build/windows.py` has made, with nobody in it."""
    prefix = Prefix()
    assert BUNDLE.exists(), "make test-windows freezes the program first"
    prefix.stop()
    for old in ("users/Jürgen Świątek 测试", "Program Files/Hunch"):
        shutil.rmtree(prefix.drive / old, ignore_errors=True)
    prefix.keep()
    yield prefix
    prefix.stop()


@pytest.fixture(scope="session")
def hunch(windows: Prefix) -> Hunch:
    """The program, unpacked into a folder of the person, as anybody may."""
    place = PERSON + r"\my program"
    shutil.copytree(BUNDLE, windows.here(place))
    program = Hunch(windows, place + r"\hunch.exe")
    program.here.mkdir()
    sample = BUNDLE / "_internal" / "ui" / "samples" / "penguins.csv"
    shutil.copyfile(sample, program.here / "Größe von Pinguinen 表.csv")
    return program


@pytest.fixture(scope="session")
def packed() -> Path:
    """The folder with both installers of this program."""
    assert len([*PACKAGES.glob(f"hunch-{product.VERSION}*.exe"), *PACKAGES.glob("*.msi")]) == 2
    return PACKAGES
