"""The package for IT, by the Windows Installer of wine."""

from pathlib import Path

import pytest
from packing import msi
from wine.freezing import BUNDLE
from wine.prefix import Prefix

import desktop_app

FOLDER = r"C:\Program Files\Hunch"
pytestmark = pytest.mark.windows


@pytest.fixture(scope="module")
def package(packed: Path) -> str:
    (made,) = packed.glob("*.msi")
    return f"Z:{made}".replace("/", "\\")


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_it_installs_every_file_for_all_and_takes_each_away(windows: Prefix, package: str) -> None:
    windows.must(["msiexec", "/i", package, "/qn", "/norestart"])

    assert contents(windows.here(FOLDER)) == contents(BUNDLE)
    said = windows.must([FOLDER + r"\hunch.exe", "--version"])
    assert desktop_app.__version__ in said
    assert windows.run(["reg", "query", rf"HKLM\{msi.CLASSES}\.hunch"]).returncode == 0

    windows.must(["msiexec", "/x", package, "/qn", "/norestart"])

    assert not windows.here(FOLDER).exists()
    assert windows.run(["reg", "query", rf"HKLM\{msi.CLASSES}\.hunch"]).returncode != 0
