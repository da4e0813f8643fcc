"""The system's gi is used where it fits this Python, and nothing else of the system is."""

import importlib.util
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from desktop_app.shell.system_gi import SystemGi, offer_system_gi

SUFFIX = next(suffix for suffix in EXTENSION_SUFFIXES if "-" in suffix)
TRY = "import sys, pathlib; from desktop_app.shell.system_gi import offer_system_gi; \
print(offer_system_gi([pathlib.Path(sys.argv[1])])); import gi; print(gi.__file__)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of the system with a gi for this Python and a package that is none of our business."""
    (tmp_path / "gi").mkdir()
    (tmp_path / "gi" / "__init__.py").touch()
    (tmp_path / "gi" / f"_gi{SUFFIX}").touch()
    (tmp_path / "surprise.py").touch()
    return tmp_path


@pytest.mark.skipif(importlib.util.find_spec("gi") is not None, reason="this environment has a gi of its own")
def test_a_gi_for_this_python_can_be_imported(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", TRY, folder], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == ["True", str(folder / "gi" / "__init__.py")]


@pytest.mark.skipif(importlib.util.find_spec("gi") is not None, reason="this environment has a gi of its own")
def test_a_gi_for_another_python_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "gi").mkdir()
    (tmp_path / "gi" / "_gi.cpython-27-x86_64-linux-gnu.so").touch()

    assert not offer_system_gi([tmp_path])


def test_nothing_else_of_the_folder_is_found(folder: Path) -> None:
    assert SystemGi(folder).find_spec("gi") is not None
    assert SystemGi(folder).find_spec("surprise") is None
