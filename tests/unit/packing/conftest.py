"""A frozen program that is none: a few files in the form of one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from packing import components, sbom
from packing.plan import Plan

DATE = 1_700_000_000
PROGRAM = '#!/bin/sh\necho Hunch "$@"\n'


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A stand-in bundle of Linux."""
    return made_in(tmp_path / "made" / "hunch", "hunch")


@pytest.fixture
def windows_bundle(tmp_path: Path) -> Path:
    """A stand-in bundle of Windows."""
    return made_in(tmp_path / "made on Windows" / "hunch", "hunch.exe")


def made_in(folder: Path, program: str) -> Path:
    about = folder / "_internal" / "ui" / "about"
    about.mkdir(parents=True)
    (folder / program).write_text(PROGRAM)
    (folder / program).chmod(0o755)
    (folder / "_internal" / "numpy.libs").mkdir()
    (folder / "_internal" / "numpy.libs" / "one.so").write_bytes(b"\x7fELF GLIBC_2.9 GLIBC_2.28 GLIBC_2.3.4")
    components.write([], about / components.LISTED)
    (about / components.TEXTS).write_text("Parts of other people\n")
    (about / components.SBOM).write_text(sbom.text([], DATE))
    return folder


@pytest.fixture
def plan(tmp_path: Path) -> Callable[..., Plan]:
    """Return a plan for a bundle, into a folder that is made."""

    def planned(bundle: Path, out: str = "out") -> Plan:
        (tmp_path / out).mkdir(exist_ok=True)
        return Plan(bundle=bundle, out=tmp_path / out, date=DATE, quick=True)

    return planned
