"""Results go to stdout, all else to stderr, and no name from a file steers a terminal."""

import json
import os
import subprocess
import sys

import pytest

from desktop_app.cli.output import Output, safe

STEERING = "\x1b[31m\x07\x9b2J\r\n\u202e\x00"


def test_no_letter_steers_the_terminal() -> None:
    assert safe(f"a{STEERING}b") == "a�[31m��2J����b"


def test_letters_of_all_scripts_are_kept() -> None:
    text = "naïve 表 שלום 👨\u200d👩\u200d👧"

    assert safe(text) == text


def test_json_is_one_object_of_plain_letters(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output(as_json=True)

    output.say("for people")
    output.result({"name": f"表{STEERING}"})

    written = capsys.readouterr().out
    assert json.loads(written) == {"name": f"表{STEERING}"}
    assert written.isascii()
    assert "\x1b" not in written


def test_without_json_only_people_are_spoken_to(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output()

    output.result({"rows": 1})
    output.say("one row")

    assert capsys.readouterr().out == "one row\n"


def test_quiet_keeps_remarks_back_but_no_complaint(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output(quiet=True)

    output.remark("by the way")
    output.complain("not so")

    assert capsys.readouterr().err == "not so\n"


def test_a_terminal_of_few_letters_gets_what_it_can_show() -> None:
    code = "from desktop_app.cli.output import Output; Output().say('a表b')"

    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )

    assert done.stdout.split() == [b"a?b"]


def test_a_reader_who_has_gone_is_no_failure() -> None:
    code = (
        "from desktop_app.cli.output import Output\n"
        "output = Output()\n"
        "for _ in range(100_000): output.say('a line that nobody reads')\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read()

    assert complaints == b""
    assert process.returncode == 0
