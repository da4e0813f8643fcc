"""Of the log only what this program is known to write leaves the computer."""

import ast
import logging
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from flask import Flask

import desktop_app
from desktop_app.cli.failures import failed
from desktop_app.errors import SaveError
from desktop_app.jobs.endings import died, logged, note, problem_of
from desktop_app.records.jobs import Order
from desktop_app.reports.notice_words import text_of
from desktop_app.service.problems import unforeseen
from desktop_app.shell.diagnostics.log_lines import SAID, log_lines
from desktop_app.shell.log import keep_log

ROOT = Path(desktop_app.__file__).parent
TIME = "2026-11-27 07:00:00"
OF_A_SERVICE = {"service.access_log"}  # it goes to the terminal
TRACE = """2026-11-27 07:00:00,123 ERROR desktop_app.web.errors: 01ab23cd: unforeseen on GET /a/<b>: OSError
  File "/disk/anna/Kunde Meyer/desktop_app/web/app.py", line 12, in show
    return shown(secret_name)
  File "/disk/anna/lib/site-packages/flask/app.py", line 917, in full_dispatch_request
  File "/disk/anna/desktop_app/meyer/own.py", line 3, in <module>
after KeyError: 'Meyer'
"""


def passed(tmp_path: Path, *lines: str) -> list[str]:
    (tmp_path / "hunch.log").write_text("\n".join(lines), encoding="utf-8")
    return log_lines(tmp_path / "hunch.log")


def line(room: str, said: str) -> str:
    return f"{TIME},123 ERROR {room}: {said}"


@pytest.mark.parametrize(
    ("room", "said", "kept"),
    [
        (
            "jobs.endings",
            "worker of train ended with exit code -9. Killed /disk/anna/Meyer.csv",
            "worker of train ended with exit code -9.",
        ),
        ("jobs.endings", "import: error.unexpected 01ab23cd", "import: error.unexpected 01ab23cd"),
        ("jobs.endings", "an outcome is not on disk yet: ", "an outcome is not on disk yet: "),
        ("cli.failures", "01ab23cd: ValueError", "01ab23cd: ValueError"),
        (
            "shell.retention",
            "3 tables that nobody opened for 30 days are forgotten",
            "3 tables that nobody opened for 30 days are forgotten",
        ),
        ("engine.search.searching", "trees failed: MemoryError", "trees failed: MemoryError"),
        ("reports.notice_words", "There is no sentence for Meyer", "There is no sentence for"),
    ],
)
def test_what_we_write_passes_without_what_others_said_in_it(
    room: str, said: str, kept: str, tmp_path: Path
) -> None:
    assert passed(tmp_path, line(f"desktop_app.{room}", said)) == [f"{TIME} ERROR desktop_app.{room}: {kept}"]


@pytest.mark.parametrize(
    ("room", "said", "told"),
    [
        ("waitress", "Exception while serving /tables/Meyer", "waitress"),
        ("meyer.customers", "hello", "other"),
        ("desktop_app.jobs.endings", "worker of train has seen Meyer", "desktop_app.jobs.endings"),
        ("desktop_app.web.errors", "worker of train ended with exit code 1. ", "desktop_app.web.errors"),
        ("desktop_app.jobs.endings", "import: meyer.anna 01ab23cd", "desktop_app.jobs.endings"),
    ],
)
def test_what_is_not_known_is_counted_and_stays_here(room: str, said: str, told: str, tmp_path: Path) -> None:
    kept = passed(tmp_path, line(room, said), "Meyer, Anna; 1234", "KeyError: 'Meyer'")

    assert kept == [f"{TIME} ERROR {told}: ({len(said)} letters left out)"]


def test_a_trace_says_where_in_the_program_and_no_folder_of_the_person(tmp_path: Path) -> None:
    kept = passed(tmp_path, TRACE)

    assert kept[1:] == [
        "    desktop_app/web/app.py:12 show",
        "    flask/app.py:917 full_dispatch_request",
        "    …:3 <module>",
        "  after KeyError",
    ]
    assert kept[0].endswith("01ab23cd: unforeseen on GET /a/<b>: OSError")


def test_what_is_really_written_is_recognised(tmp_path: Path) -> None:
    order = Order(journey="train", params={"path": "Meyer.csv"}, folder="-")
    problem = problem_of(ValueError("Meyer"), "-")
    keep_log(tmp_path, "INFO")
    try:
        died(order, -11, "Meyer")
        note("an outcome is not on disk yet", SaveError("error.disk_full", free="1 MB"))
        logged(problem, "import")
        failed(KeyError("Meyer"), as_json=False, command="train")
        with Flask("answers").test_request_context():
            unforeseen(KeyError("Meyer"))
        text_of("meyer.is_no_code")
    finally:
        for handler in [one for one in logging.getLogger().handlers if isinstance(one, RotatingFileHandler)]:
            logging.getLogger().removeHandler(handler)
            handler.close()

    kept = log_lines(tmp_path / "hunch.log")

    assert "Meyer" in (tmp_path / "hunch.log").read_text()
    assert "eyer" not in "".join(kept)
    assert sum(" ERROR " in line for line in kept) == 6
    assert "left out" not in "".join(kept)


def test_only_the_last_lines_are_taken(tmp_path: Path) -> None:
    many = [line("desktop_app.cli.failures", f"{number:08x}: OSError") for number in range(5000)]

    kept = passed(tmp_path, *many)

    assert len(kept) == 200
    assert kept[-1].endswith(f"{4999:08x}: OSError")
    assert log_lines(tmp_path / "none.log") == []


def rooms_that_write() -> Iterator[str]:
    for path in sorted(ROOT.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Attribute)
                and isinstance(call.func.value, ast.Name)
                and call.func.value.id == "log"
            ):
                yield ".".join(path.relative_to(ROOT).with_suffix("").parts)


def test_every_room_that_writes_to_the_log_is_known() -> None:
    assert set(rooms_that_write()) - OF_A_SERVICE == {
        room.removeprefix("desktop_app.") for room, _pattern in SAID
    }
