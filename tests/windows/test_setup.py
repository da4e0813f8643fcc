"""setup.exe as a person or IT runs it: in silence in, over itself, and out again."""

import shutil
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

import pytest
from wine.prefix import Prefix

import desktop_app
from tests.windows.conftest import PERSON
from tests.windows.test_in_browser import wait_until

pytestmark = pytest.mark.windows


@pytest.fixture(scope="module")
def local(windows: Prefix) -> str:
    """The folder in which Windows keeps what programs hold for one person."""
    return windows.must(["cmd", "/c", "echo %LOCALAPPDATA%"]).strip()


@pytest.fixture
def setup(windows: Prefix, packed: Path, local: str) -> Iterator[str]:
    """The installer in the person's downloads, with nothing installed."""
    downloads = windows.here(PERSON + r"\Downloads ü")
    downloads.mkdir(parents=True, exist_ok=True)
    (made,) = packed.glob("*-setup.exe")
    shutil.copyfile(made, downloads / made.name)
    shutil.rmtree(windows.here(local + r"\Hunch"), ignore_errors=True)
    yield PERSON + "\\Downloads ü\\" + made.name
    shutil.rmtree(windows.here(local + r"\Programs\Hunch"), ignore_errors=True)


def knows(windows: Prefix, key: str) -> bool:
    return windows.run(["reg", "query", rf"HKCU\{key}"]).returncode == 0


def remove(windows: Prefix, folder: str, *how: str) -> None:
    """Run the uninstaller where it lies, so that there is something to wait for."""
    windows.must([folder + r"\uninstall.exe", "/S", *how, f"_?={folder}"])


def version(windows: Prefix, folder: str) -> str:
    return windows.must([folder + r"\hunch.exe", "--version"])


def test_it_installs_for_one_person_upgrades_and_goes_without_what_was_made(
    windows: Prefix, setup: str, local: str
) -> None:
    folder = local + r"\Programs\Hunch"
    windows.must([setup, "/S"])
    (windows.here(folder) / "_internal" / "of the version before.dll").touch()
    workspace = windows.here(local + r"\Hunch\workspace.sqlite")
    windows.must([folder + r"\hunch.exe", "--selftest"])

    windows.must([setup, "/S"])

    assert desktop_app.__version__ in version(windows, folder)
    assert not (windows.here(folder) / "_internal" / "of the version before.dll").exists()
    assert knows(windows, r"Software\Classes\Hunch.Model\shell\open\command")
    workspace.parent.mkdir(exist_ok=True)
    workspace.touch()
    remove(windows, folder)
    left = [path.name for path in windows.here(folder).rglob("*") if path.name != "uninstall.exe"]
    assert (left, workspace.exists()) == ([], True)
    for key in (r"Software\Hunch", r"Software\Classes\Hunch.Model", r"Software\Classes\.hunch"):
        assert not knows(windows, key)
    assert not knows(windows, r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Hunch")


def test_it_installs_into_a_folder_with_any_name_and_takes_the_data_along_where_told(
    windows: Prefix, setup: str, local: str
) -> None:
    folder = PERSON + r"\Programme für alles"
    windows.must([setup, "/S", *f"/D={folder}".split(" ")])  # the one option that stands without quotes
    mine = windows.here(folder) / "mine.txt"
    mine.write_text("mine")
    workspace = windows.here(local + r"\Hunch\workspace.sqlite")
    workspace.parent.mkdir(exist_ok=True)
    workspace.touch()

    said = version(windows, folder)
    remove(windows, folder, "/REMOVEDATA")

    assert desktop_app.__version__ in said
    assert (mine.exists(), workspace.parent.exists()) == (True, False)
    assert not (windows.here(folder) / PureWindowsPath("_internal")).exists()


def test_it_ends_with_2_while_the_program_is_open(windows: Prefix, setup: str, local: str) -> None:
    folder = local + r"\Programs\Hunch"
    windows.must([setup, "/S"])
    with windows.start([folder + r"\hunch.exe", "--browser"]):
        try:
            wait_until(lambda: len(windows.running("hunch.exe")) >= 2)  # itself and its worker

            done = windows.run([setup, "/S"])
        finally:
            windows.kill("hunch.exe")

    assert done.returncode == 2
    assert (windows.here(folder) / "_internal").exists()
    remove(windows, folder, "/REMOVEDATA")
