"""When the process that draws ends, its page is shown again, or else by the browser."""

import re
import sys

import pytest

from desktop_app.shell.web_process import Revival, this_program
from desktop_app.web.entrance import Entrance

ORIGIN = "http://127.0.0.1:4711"


@pytest.fixture
def entrance() -> Entrance:
    return Entrance(window=True, port=4711)


@pytest.mark.parametrize(
    ("original", "given", "own"),
    [
        (["hunch", "--quiet", "a.csv"], ["hunch", "--quiet", "a.csv"], []),  # frozen
        (["python", "-B", "main.py", "a.csv"], ["main.py", "a.csv"], ["-B", "main.py"]),
        (["python", "/bin/hunch"], ["/bin/hunch"], ["/bin/hunch"]),
    ],
)
def test_the_program_is_known_without_the_words_of_the_person(
    monkeypatch: pytest.MonkeyPatch, original: list[str], given: list[str], own: list[str]
) -> None:
    monkeypatch.setattr(sys, "orig_argv", original)
    monkeypatch.setattr(sys, "argv", given)

    assert this_program() == (sys.executable, *own)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        (f"{ORIGIN}/tables/a?sort=b&c=1#row", "/tables/a?sort=b&c=1"),
        (f"{ORIGIN}/enter?key=used", "/"),
        ("http://127.0.0.1:47111/tables/a", "/"),
        ("about:blank", "/"),
        ("", "/"),
    ],
)
def test_the_page_that_was_shown_is_loaded_by_a_new_link(entrance: Entrance, address: str, page: str) -> None:
    loaded: list[str] = []

    Revival(entrance, loaded.clear).ended(address, loaded.append)

    found = re.fullmatch(rf"{ORIGIN}/enter\?key=(.+)", loaded[0])
    assert found
    assert entrance.use_up(found[1]) == page


def test_a_second_end_within_a_minute_gives_up_once(entrance: Entrance) -> None:
    loaded: list[str] = []
    given_up: list[str] = []
    revival = Revival(entrance, lambda: given_up.append("now"))

    for _time in range(3):
        revival.ended(f"{ORIGIN}/", loaded.append)

    assert (len(loaded), given_up, revival.has_given_up) == (1, ["now"], True)


def test_an_end_hours_later_is_another_first_one(entrance: Entrance, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    revival = Revival(entrance, loaded.clear)
    for moment in (0.0, 3600.0):
        monkeypatch.setattr("time.monotonic", lambda moment=moment: moment)
        revival.ended(f"{ORIGIN}/", loaded.append)

    assert len(loaded) == 2
    assert not revival.has_given_up
