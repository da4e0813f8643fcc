"""One program a workspace; a second start hands its file to the first."""

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask, request

from desktop_app.errors import InternalError, SaveError
from desktop_app.shell.instance import COMING, NOTE, Address, hand_over, take_place
from desktop_app.shell.server import LocalServer, open_door

HOLD = "import sys, pathlib, time; from desktop_app.shell.instance import take_place; \
place = take_place(pathlib.Path(sys.argv[1])); print('held', place is not None, flush=True); time.sleep(60)"


@pytest.fixture
def orders() -> list[dict[str, str]]:
    return []


@pytest.fixture
def first(orders: list[dict[str, str]]) -> Iterator[Address]:
    """A program that takes files from later starts."""

    def take() -> tuple[dict[str, str], int]:
        order = request.get_json()
        orders.append(order)
        return {"link": "http://127.0.0.1/link"}, 200 if order["key"] == "right" else 403

    app = Flask("first")
    app.add_url_rule("/handover", "take", take, methods=["POST"])
    door = open_door()
    server = LocalServer(lambda: app, door)
    server.start()
    yield Address(port=door.getsockname()[1], key="right")
    server.stop()


def test_only_one_start_gets_the_place(tmp_path: Path) -> None:
    first = take_place(tmp_path)

    assert first is not None
    assert take_place(tmp_path) is None

    first.leave()


def test_the_place_is_free_again_after_leaving(tmp_path: Path) -> None:
    first = take_place(tmp_path)
    assert first is not None
    first.leave()

    second = take_place(tmp_path)

    assert second is not None
    second.leave()


def test_a_killed_program_leaves_its_place_free_and_its_note_is_forgotten(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "held True\n"
        (tmp_path / NOTE).write_text("{}")
        assert take_place(tmp_path) is None
        program.kill()

    place = take_place(tmp_path)

    assert place is not None
    assert not (tmp_path / NOTE).exists()
    place.leave()


def test_the_file_and_the_key_reach_the_first_program(
    tmp_path: Path, first: Address, orders: list[dict[str, str]]
) -> None:
    place = take_place(tmp_path)
    assert place is not None
    place.announce(first)

    link = hand_over(tmp_path, tmp_path / "über uns.csv")

    assert orders == [{"key": "right", "file": str(tmp_path / "über uns.csv")}]
    assert link == "http://127.0.0.1/link"
    place.leave()


def test_a_first_program_that_is_still_starting_is_waited_for(tmp_path: Path, first: Address) -> None:
    place = take_place(tmp_path)
    assert place is not None
    later = threading.Timer(0.4, place.announce, [first])
    later.start()

    assert hand_over(tmp_path, None) == "http://127.0.0.1/link"

    later.join()
    place.leave()


@pytest.mark.parametrize("note", ["", "{}", '{"port": "x"}', '{"port": 1, "key": "right"}'])
def test_a_first_program_that_does_not_answer_is_said_to_be_stuck(tmp_path: Path, note: str) -> None:
    (tmp_path / NOTE).write_text(note)

    with pytest.raises(InternalError, match=r"error\.other_stuck"):
        hand_over(tmp_path, None, patience=0.2)


def test_a_wrong_key_is_not_taken_for_an_answer(tmp_path: Path, first: Address) -> None:
    place = take_place(tmp_path)
    assert place is not None
    place.announce(Address(port=first.port, key="wrong"))

    with pytest.raises(InternalError):
        hand_over(tmp_path, None, patience=0.2)

    place.leave()


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_only_this_person_can_read_the_note(tmp_path: Path, first: Address) -> None:
    place = take_place(tmp_path)
    assert place is not None

    place.announce(first)

    assert stat.S_IMODE((tmp_path / NOTE).stat().st_mode) == 0o600
    place.leave()
    assert not (tmp_path / NOTE).exists()


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SaveError):
        take_place(tmp_path / "file" / "workspace")


def test_of_four_starts_at_once_one_wins(tmp_path: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]

    said = [program.stdout.readline() for program in programs if program.stdout]

    for program in programs:
        program.kill()
        program.communicate()
    assert sorted(said) == ["held False\n"] * 3 + ["held True\n"]


def test_a_program_that_ended_by_itself_leaves_no_mark(tmp_path: Path, first: Address) -> None:
    place = take_place(tmp_path)
    assert place is not None
    place.announce(first)
    place.window_comes()
    place.leave()

    later = take_place(tmp_path)

    assert later is not None
    assert (later.was_killed, later.had_no_window) == (False, False)
    later.leave()


def test_a_program_that_was_killed_is_known_by_its_note_and_one_without_a_window_by_its_mark(
    tmp_path: Path,
) -> None:
    (tmp_path / NOTE).write_text("{}")
    (tmp_path / COMING).touch()

    place = take_place(tmp_path)

    assert place is not None
    assert (place.was_killed, place.had_no_window, place.is_window_coming()) == (True, True, False)
    place.window_comes()
    assert place.is_window_coming()
    place.window_is_there()
    assert not place.is_window_coming()
    place.leave()
