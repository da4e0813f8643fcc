"""The steps of `make test`: what runs beside what, and what is said of each."""

import os
import sys
from pathlib import Path

import pytest
from check import Step, carry_out

MEET = """
import pathlib, sys, time
ours, theirs = map(pathlib.Path, sys.argv[1:])
ours.touch()
ends = time.monotonic() + 60
while not theirs.exists():
    if time.monotonic() > ends: sys.exit("alone")
    time.sleep(0.02)
print("met")
"""


def step(
    name: str, script: str, *arguments: str, after_failure: bool = True, is_single: bool = False
) -> Step:
    command = [sys.executable, "-S", "-c", script, *arguments]
    return Step(name, command, after_failure=after_failure, is_single=is_single)


def test_what_would_only_repeat_a_failure_is_left_out() -> None:
    outcomes = carry_out(
        [step("a", "raise SystemExit(3)"), step("b", "pass"), step("c", "exit(1)", after_failure=False)],
    )

    said = [(one.name, one.said, one.is_fine) for one in outcomes]
    assert said == [
        ("a", "failed (3)", False),
        ("b", "fine", True),
        ("c", "left out, since something failed", True),
    ]


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="there is one processor")
def test_what_keeps_one_processor_busy_runs_two_at_a_time_and_speaks_in_one_piece(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    one, other = str(tmp_path / "one"), str(tmp_path / "other")

    outcomes = carry_out(
        [step("a", MEET, one, other, is_single=True), step("b", MEET, other, one, is_single=True)]
    )

    assert [(each.name, each.is_fine) for each in outcomes] == [("a", True), ("b", True)]
    said = capfd.readouterr().out
    assert "\n== a\nmet\n" in said
    assert "\n== b\nmet\n" in said


def test_a_failure_beside_others_is_one() -> None:
    outcomes = carry_out(
        [step("a", "raise SystemExit(2)", is_single=True), step("b", "pass", is_single=True)]
    )

    assert [one.is_fine for one in outcomes] == [False, True]
