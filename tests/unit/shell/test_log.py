"""The log lies in the workspace, is the person's own, and a program without streams does not stumble."""

import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.shell.log import NAME, give_output_a_place, keep_log


@pytest.fixture(autouse=True)
def _root_logger_as_before() -> Iterator[None]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_what_is_noted_lands_in_the_workspace(tmp_path: Path) -> None:
    keep_log(tmp_path / "new", "INFO")

    logging.getLogger("desktop_app.somewhere").info("a job ended")
    logging.getLogger("desktop_app.somewhere").debug("a detail")

    assert (tmp_path / "new" / NAME).read_text().rstrip().endswith("desktop_app.somewhere: a job ended")


def test_the_web_view_cannot_write_the_address_of_the_first_page(tmp_path: Path) -> None:
    keep_log(tmp_path, "DEBUG")

    logging.getLogger("pywebview").debug("loading http://127.0.0.1/enter?key=secret")

    assert "secret" not in (tmp_path / NAME).read_text()


def test_what_a_library_says_of_a_failure_is_kept_without_the_values_in_it(tmp_path: Path) -> None:
    keep_log(tmp_path, "INFO")
    file = logging.getLogger().handlers[-1]

    try:
        float(" ".join(("Jane", "Doe")))
    except ValueError as error:
        caught = (ValueError, error, error.__traceback__)
        file.handle(logging.makeLogRecord({"msg": "failed", "exc_info": caught}))

    log = (tmp_path / NAME).read_text()
    assert "ValueError" in log
    assert "test_log.py" in log
    assert "Jane Doe" not in log


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_only_this_person_can_read_the_log(tmp_path: Path) -> None:
    keep_log(tmp_path, "INFO")

    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


def test_a_folder_that_takes_no_log_does_not_stop_the_program(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    keep_log(tmp_path / "file" / "workspace", "INFO")


def test_a_windowed_program_can_print_into_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    give_output_a_place()

    assert sys.stdout.write("nobody reads this") > 0
    sys.stdout.close()
