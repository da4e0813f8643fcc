"""The package for Debian: what is in it, and that two are one."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from packing import deb, product
from packing.plan import Plan

pytestmark = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb is not on this computer")


def said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_two_packages_of_one_program_are_the_same_bytes(bundle: Path, plan: Callable[..., Plan]) -> None:
    first = deb.make(plan(bundle, "first"))
    (bundle / "hunch").chmod(0o700)  # another person's mask, another day
    (bundle / "hunch").touch()

    assert deb.make(plan(bundle, "second")).read_bytes() == first.read_bytes()


def test_everything_in_it_is_of_root_and_in_its_place(bundle: Path, plan: Callable[..., Plan]) -> None:
    lines = said("dpkg-deb", "--contents", str(deb.make(plan(bundle)))).splitlines()

    assert {line.split()[1] for line in lines} == {"root/root"}
    assert {line.split()[0][1:] for line in lines} <= {"rwxr-xr-x", "rw-r--r--", "rwxrwxrwx"}
    assert any(line.endswith("./usr/bin/hunch -> ../lib/hunch/hunch") for line in lines)
    assert any(line.endswith("/doc/hunch/documents -> ../../../lib/hunch/_internal/docs") for line in lines)
    for name in (
        "applications/hunch.desktop",
        "mime/packages/hunch.xml",
        "icons/hicolor/48x48/apps/hunch.png",
    ):
        assert any(line.endswith(f"./usr/share/{name}") for line in lines)


def test_it_says_what_it_needs_and_what_would_be_good(bundle: Path, plan: Callable[..., Plan]) -> None:
    package = str(deb.make(plan(bundle)))

    assert said("dpkg-deb", "-f", package, "Version").strip() == product.VERSION
    assert said("dpkg-deb", "-f", package, "Depends").startswith("libc6 (>= 2.28), ")
    assert "gir1.2-webkit2-4.1" in said("dpkg-deb", "-f", package, "Recommends")


def test_removing_touches_no_home_and_purging_says_where_data_are() -> None:
    script = str(product.SPEC / "linux" / "postrm")

    assert said("sh", script, "remove") == ""
    assert "~/.local/share/hunch" in said("sh", script, "purge")
    assert "rm " not in Path(script).read_text()
