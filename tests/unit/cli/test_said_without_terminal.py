"""A start without a terminal: why the window cannot open is handed on to be shown; a command only writes."""

from pathlib import Path

import pytest

from desktop_app.cli import open as opening
from desktop_app.cli.main import main
from desktop_app.errors import AppError
from desktop_app.language import use


@pytest.fixture
def shown() -> list[str]:
    return []


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUNCH_WORKSPACE", str(tmp_path / "workspace"))
    return tmp_path


def start(shown: list[str], *arguments: str) -> int:
    def show(error: AppError) -> None:
        shown.append(f"{error.message} {error.hint}")

    return main(arguments, show)


def test_a_file_that_is_gone_is_shown(shown: list[str]) -> None:
    assert start(shown, "gone.csv") == 3

    assert shown == ['There is no file "gone.csv". Check the name, or open another file.']


@pytest.mark.parametrize("arguments", [("inspect", "gone.csv"), ("gone.csv", "--json")])
def test_a_command_and_what_a_program_reads_show_no_window(shown: list[str], arguments: tuple[str]) -> None:
    start(shown, *arguments)

    assert shown == []


def test_a_person_without_a_home_is_told_what_to_set(
    shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("HUNCH_WORKSPACE")
    monkeypatch.setattr(Path, "home", homeless)

    assert start(shown) == 2

    assert shown == [
        "This computer names no home folder for you, and Hunch keeps its folder there. "
        "Set HUNCH_WORKSPACE to a folder in which you may write."
    ]


def test_a_part_that_was_removed_is_named(
    shown: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def open_nothing(_file: str) -> str:
        raise ImportError("DLL load failed", name="waitress", path=r"C:\parts\waitress.pyd")

    monkeypatch.setattr(opening, "existing", open_nothing)

    assert start(shown, "any.csv") == 1

    assert shown[0].startswith("A part of this program is missing: waitress. Install Hunch again.")
    assert "ImportError" in (tmp_path / "workspace" / "hunch.log").read_text()


def test_the_language_of_the_computer_is_spoken_before_anything_else_is_known(
    shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "de")  # which is set from then on, for click

    start(shown, "weg.csv")

    use("en")
    assert shown[0].startswith("Es gibt keine Datei")
