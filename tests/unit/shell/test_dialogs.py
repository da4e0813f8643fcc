"""The native side of the window, with a window that only takes notes."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from webview.util import parse_file_type

from desktop_app.shell.dialogs import NativeDialogs


class FakeWindow:
    """Answers every dialog with what the test chose."""

    def __init__(self, chosen: object = None, *, agrees: bool = True) -> None:
        self.chosen, self.agrees = chosen, agrees
        self.asked: list[tuple[int, dict[str, Any]]] = []
        self.questions: list[str] = []
        self.titles: list[str] = []
        self.shown: list[str] = []
        self.during: Callable[[], None] = lambda: None

    def create_file_dialog(self, kind: int, **options: Any) -> object:
        self.asked.append((kind, options))
        self.during()
        return self.chosen

    def create_confirmation_dialog(self, title: str, message: str) -> bool:
        self.questions.append(f"{title} {message}")
        return self.agrees

    def set_title(self, title: str) -> None:
        self.titles.append(title)

    def load_url(self, address: str) -> None:
        self.shown.append(address)

    def restore(self) -> None:
        self.shown.append("in front")


def attached(window: FakeWindow) -> NativeDialogs:
    dialogs = NativeDialogs()
    dialogs.attach(window, "http://127.0.0.1:1")
    return dialogs


def test_the_chosen_file_is_returned(tmp_path: Path) -> None:
    window = FakeWindow((str(tmp_path / "a b.csv"),))

    assert attached(window).open_file() == tmp_path / "a b.csv"


@pytest.mark.parametrize("nothing", [None, (), ""])
def test_thinking_better_of_it_returns_nothing(nothing: object) -> None:
    assert attached(FakeWindow(nothing)).open_file() is None


def test_the_kinds_of_file_are_in_the_form_that_the_window_understands() -> None:
    window = FakeWindow()

    attached(window).open_file()

    kinds = [parse_file_type(kind) for kind in window.asked[0][1]["file_types"]]
    assert "*.csv" in kinds[0][1]
    assert "*.XLSX" in kinds[0][1]


def test_the_next_dialog_begins_where_the_last_file_was(tmp_path: Path) -> None:
    window = FakeWindow((str(tmp_path / "a.csv"),))
    dialogs = attached(window)

    dialogs.open_file()
    dialogs.open_file()

    assert [options["directory"] for _, options in window.asked] == [str(Path.home()), str(tmp_path)]


def test_a_second_click_while_a_dialog_is_open_shows_no_second_dialog(tmp_path: Path) -> None:
    window = FakeWindow((str(tmp_path / "a.csv"),))
    dialogs = attached(window)
    second: list[Path | None] = []

    def click_again() -> None:
        window.during = lambda: None
        click = threading.Thread(target=lambda: second.append(dialogs.open_file()))
        click.start()
        click.join()

    window.during = click_again

    assert dialogs.open_file() == tmp_path / "a.csv"
    assert second == [None]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system's dialog asks")
@pytest.mark.parametrize("agrees", [True, False])
def test_a_file_that_exists_is_replaced_only_when_the_person_agrees(tmp_path: Path, agrees: bool) -> None:
    (tmp_path / "answers.csv").touch()
    window = FakeWindow((str(tmp_path / "answers.csv"),), agrees=agrees)

    path = attached(window).save_file("answers.csv", (".csv", ".xlsx"))

    assert path == (tmp_path / "answers.csv" if agrees else None)
    assert window.questions == ['Replace the file? "answers.csv" is already there. Replace it?']


@pytest.mark.parametrize("agrees", [True, False])
def test_where_the_ending_is_added_the_question_is_about_the_file_that_is_written(
    tmp_path: Path, agrees: bool
) -> None:
    (tmp_path / "mine.hunch").touch()
    window = FakeWindow((str(tmp_path / "mine"),), agrees=agrees)

    path = attached(window).save_file("left.hunch", (".hunch",))

    assert path == (tmp_path / "mine.hunch" if agrees else None)
    assert window.questions == ['Replace the file? "mine.hunch" is already there. Replace it?']


def test_a_file_whose_name_only_lacks_the_ending_is_not_asked_about(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    window = FakeWindow((str(tmp_path / "mine"),), agrees=False)

    assert attached(window).save_file("left.hunch", (".hunch",)) == tmp_path / "mine.hunch"
    assert window.questions == []


def test_an_ending_that_is_allowed_stays_as_it_was_typed(tmp_path: Path) -> None:
    window = FakeWindow(str(tmp_path / "mine.XLSX"))

    assert attached(window).save_file("answers.csv", (".csv", ".xlsx")) == tmp_path / "mine.XLSX"


def test_a_new_file_is_saved_without_a_question(tmp_path: Path) -> None:
    window = FakeWindow(str(tmp_path / "answers.csv"))

    assert attached(window).save_file("answers.csv", (".csv", ".xlsx")) == tmp_path / "answers.csv"
    assert window.questions == []


def test_a_page_asked_for_before_there_is_a_window_becomes_its_first_page() -> None:
    dialogs = NativeDialogs()

    dialogs.show_page("/opening/1")

    assert dialogs.first_page == "/opening/1"


def test_a_page_asked_for_later_is_shown_in_front() -> None:
    window = FakeWindow()

    attached(window).show_page("/opening/1")

    assert window.shown == ["http://127.0.0.1:1/opening/1", "in front"]


def test_a_page_without_a_title_is_called_after_the_program() -> None:
    window = FakeWindow()

    attached(window).show_title("")

    assert window.titles == ["Hunch"]
