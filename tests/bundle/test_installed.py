"""The package for Debian as IT has it: installed, tried, upgraded, removed, in the order of the tests."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.bundle.conftest import FOLDER, ROOT
from tests.e2e.screen import Screen, wait_until
from tests.e2e.test_window import lacks

PROGRAM = Path("/usr/bin/hunch")
SAMPLE = FOLDER / "_internal" / "ui" / "samples" / "penguins.csv"
PATIENCE = 120  # seconds


def refusal() -> str:
    """Return why no package is installed here, or nothing."""
    if not shutil.which("dpkg"):
        return "packages for Debian are installed on Debian alone"
    if os.geteuid() != 0:
        return "only root installs packages"
    if PROGRAM.exists():
        return "a Hunch is installed, which this test would remove"
    return ""


pytestmark = [pytest.mark.bundle, pytest.mark.skipif(bool(refusal()), reason=refusal())]


@pytest.fixture(scope="module")
def package(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, packed badly and soon."""
    out = tmp_path_factory.mktemp("release")
    command = [
        sys.executable,
        "-B",
        str(ROOT / "build" / "release.py"),
        "--bundle",
        str(FOLDER),
        "--out",
        str(out),
    ]
    subprocess.run([*command, "--only", "deb", "--quick"], cwd=ROOT, check=True)
    return next(out.glob("*.deb"))


@pytest.fixture(scope="module")
def installed(package: Path) -> Iterator[Path]:
    """The program where the package puts it; gone after the tests, however they end."""
    dpkg("--install", str(package))
    yield PROGRAM
    dpkg("--purge", "hunch")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a person who has made something."""
    return tmp_path_factory.mktemp("a person's ünique home")


def dpkg(*arguments: str) -> str:
    command = ["dpkg", "--force-unsafe-io", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def lists_of_desktops() -> list[str]:
    """Return the lists that triggers of other packages make of entries and types, where those are here."""
    share = Path("/usr/share")
    made_by = {
        "update-mime-database": share / "mime" / "globs2",
        "update-desktop-database": share / "applications" / "mimeinfo.cache",
    }
    return [path.read_text(encoding="utf-8") for program, path in made_by.items() if shutil.which(program)]


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    return subprocess.run(
        ["hunch", *arguments], cwd=home, env=environment, capture_output=True, text=True, check=False
    )


def test_it_is_on_the_path_and_says_its_version(installed: Path, home: Path) -> None:
    done = run(home, "--version")

    assert (done.returncode, done.stdout.split()[-1]) == (
        0,
        dpkg("-s", "hunch").split("Version: ")[1].split()[0],
    )


def test_it_works_from_where_it_was_installed(installed: Path, home: Path) -> None:
    done = run(home, "selftest")

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_files_are_as_the_package_says(installed: Path) -> None:
    assert dpkg("--verify", "hunch") == ""


def test_its_documents_are_where_people_look_for_them(installed: Path) -> None:
    there = Path("/usr/share/doc/hunch/documents")

    # Images for containers leave that folder out.
    assert (there / "for-it.md").is_file() or not there.is_symlink()


def test_desktops_know_its_models_at_once(installed: Path) -> None:
    assert all("hunch" in text for text in lists_of_desktops())


@pytest.mark.skipif(bool(lacks()), reason=lacks())
def test_its_window_opens_a_table(installed: Path, home: Path) -> None:
    with Screen() as screen:
        environment = {**screen.environment, "HOME": str(home)}
        environment.pop("XDG_DATA_HOME", None)
        program = psutil.Popen([installed, str(SAMPLE)], env=environment, stdout=subprocess.DEVNULL)
        try:
            wait_until(lambda: any("penguins" in title for title in screen.titles()), PATIENCE)
            wait_until(screen.is_painted, PATIENCE)
            screen.close_window("Hunch")

            assert program.wait(PATIENCE) == 0
        finally:
            if program.is_running():
                program.kill()
                program.wait()


def test_an_upgrade_keeps_what_a_person_made(installed: Path, package: Path, home: Path) -> None:
    made = home / ".local" / "share" / "hunch" / "workspace.sqlite"
    made.parent.mkdir(parents=True, exist_ok=True)
    made.touch()

    dpkg("--install", str(package))

    assert made.exists()
    assert run(home, "--version").returncode == 0


def test_removal_leaves_nothing_but_what_a_person_made(installed: Path, home: Path) -> None:
    files = [Path(line) for line in dpkg("-L", "hunch").splitlines() if not Path(line).is_dir()]

    said = dpkg("--purge", "hunch")

    assert len(files) > 1000
    assert [path for path in files if path.exists() or path.is_symlink()] == []
    assert not Path("/usr/lib/hunch").exists()
    assert not any("hunch" in text for text in lists_of_desktops())
    assert "~/.local/share/hunch" in said
    assert (home / ".local" / "share" / "hunch" / "workspace.sqlite").exists()
