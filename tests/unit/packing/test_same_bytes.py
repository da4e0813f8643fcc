"""What the frozen program is made of comes out the same, however a Python shuffles its sets."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import reproducible

ROOT = Path(__file__).parents[3]
MAKE = """
import pathlib, sys
sys.path.insert(0, "build")
import bundle
bundle.compile_templates(pathlib.Path(sys.argv[1]))
"""


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Two copies of the templates."""
    for name in ("one", "two"):
        shutil.copytree(ROOT / "ui" / "templates", tmp_path / name / "ui" / "templates")
    return [tmp_path / "one", tmp_path / "two"]


def test_templates_compile_to_the_same_bytes(pages: list[Path]) -> None:
    for seed, folder in enumerate(pages):
        environment = {"PYTHONHASHSEED": str(seed + 2), "PATH": ""}
        subprocess.run([sys.executable, "-B", "-c", MAKE, folder], cwd=ROOT, env=environment, check=True)

    one, two = ({path.name: path.read_bytes() for path in folder.rglob("*.pyc")} for folder in pages)
    assert len(one) > 50
    assert [name for name in one if one[name] != two[name]] == []
    assert not list(pages[0].rglob("*.html"))
    assert not list(pages[0].rglob("*.py"))


def test_what_differs_between_two_bundles_is_named(pages: list[Path]) -> None:
    one, two = pages
    (one / "more").touch()
    (two / "link").symlink_to("goal")
    (two / "ui" / "templates" / "base.html").write_text("other")

    found = reproducible.different(reproducible.marks(one), reproducible.marks(two))

    assert found == ["link", "more", "ui/templates/base.html"]
