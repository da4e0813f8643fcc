"""The archive with its two scripts: installed, upgraded and removed by a person without rights."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from packing import tarball
from packing.plan import Plan

pytestmark = pytest.mark.skipif(
    os.name == "nt" or not shutil.which("zstd"),
    reason="zstd is not on this computer, or it is one of Windows",
)


@pytest.fixture
def unpacked(bundle: Path, plan: Callable[..., Plan], tmp_path: Path) -> Path:
    packed = tarball.make(plan(bundle))
    subprocess.run(["tar", "--zstd", "-xf", packed, "-C", tmp_path], check=True)
    return tmp_path / packed.name.removesuffix(".tar.zst")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "a person's & other home").mkdir()
    return tmp_path / "a person's & other home"


def run(home: Path, script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    command = ["sh", str(script), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_two_archives_of_one_program_are_the_same_bytes(bundle: Path, plan: Callable[..., Plan]) -> None:
    first = tarball.make(plan(bundle, "first"))
    (bundle / "hunch").touch()

    assert tarball.make(plan(bundle, "second")).read_bytes() == first.read_bytes()
    assert first.stat().st_mode & 0o044 == 0o044


def test_a_person_installs_it_into_their_home_and_upgrades_it(unpacked: Path, home: Path) -> None:
    first = run(home, unpacked / "install.sh")
    (home / ".local/lib/hunch/_internal/old").touch()
    second = run(home, unpacked / "install.sh")

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert run(home, home / ".local/bin/hunch", "--version").stdout == "Hunch --version\n"
    assert not (home / ".local/lib/hunch/_internal/old").exists()
    starter = (home / ".local/share/applications/hunch.desktop").read_text()
    assert f'Exec="{home}/.local/lib/hunch/hunch" %f' in starter


def test_removal_leaves_what_the_person_made_and_nothing_else(unpacked: Path, home: Path) -> None:
    run(home, unpacked / "install.sh")
    made = home / ".local/share/hunch/workspace.sqlite"
    made.parent.mkdir()
    made.touch()

    done = run(home, home / ".local/lib/hunch/uninstall.sh")

    assert done.returncode == 0
    assert [path for path in home.rglob("*") if path.is_file() or path.is_symlink()] == [made]


def test_data_go_when_that_is_said(unpacked: Path, home: Path) -> None:
    run(home, unpacked / "install.sh")
    (home / ".local/share/hunch").mkdir()
    (home / ".local/share/hunch/workspace.sqlite").touch()

    run(home, home / ".local/lib/hunch/uninstall.sh", "--remove-data")

    assert [path for path in home.rglob("*") if path.is_file() or path.is_symlink()] == []


def test_a_folder_that_is_no_workspace_is_never_removed(unpacked: Path, home: Path) -> None:
    run(home, unpacked / "install.sh")
    letters = home / ".local/share/hunch/letters.txt"
    letters.parent.mkdir()
    letters.touch()

    run(home, home / ".local/lib/hunch/uninstall.sh", "--remove-data")

    assert letters.exists()


def test_removing_from_where_nothing_is_installed_is_refused(unpacked: Path, home: Path) -> None:
    done = run(home, unpacked / "uninstall.sh")

    assert done.returncode == 2
    assert (unpacked / "hunch").exists()
