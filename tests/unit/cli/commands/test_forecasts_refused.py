"""What cannot be looked ahead in, or is asked wrongly, is said in a sentence with what to do."""

from pathlib import Path

import pytest

from tests.unit.cli import made_series
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import write

ASKED = ("--target", "sales", "--time", "month")


@pytest.fixture(autouse=True)
def files(here: None, folder: Path) -> None:
    if not (folder / "months.csv").exists():
        head, *rows = made_series.months()
        write(folder / "months.csv", [[*head, "note"], *([*row, f"note {n}"] for n, row in enumerate(rows))])
        write(folder / "three.csv", made_series.months(3))
        write(folder / "one.csv", [["month", "sales"], ["2024-01", 5]])
        write(folder / "each.csv", [["month", "sales", "shop"], ["2024-01", 5, "a"], ["2024-02", 6, "b"]])
        days = [f"{n % 12 + 1:02}/{n // 12 % 12 + 1:02}/2024" for n in range(140)]
        write(folder / "unclear.csv", [["day", "n"], *([day, n] for n, day in enumerate(days))])
        write(folder / "same.csv", [["month", "sales"], *([row[0], 7] for row in rows)])


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("--horizon", "3"), 2, "cli.no_target"),
        (("--target", "sales", "--horizon", "3"), 2, "forecast.needs"),
        (ASKED, 2, "forecast.needs"),
        ((*ASKED, "--horizon", "0"), 2, "cli.wrong_use"),
        ((*ASKED, "--horizon", "many"), 2, "cli.wrong_use"),
        ((*ASKED, "--horizon", "3", "--budget", "5"), 2, "forecast.not_with"),
        ((*ASKED, "--horizon", "3", "--each", "shop"), 2, "forecast.not_each"),
        ((*ASKED, "--horizon", "3", "--known", "sales"), 2, "forecast.twice"),
        ((*ASKED, "--horizon", "3", "--group", "shop"), 2, "cli.no_column"),
        (("--target", "sales", "--time", "note", "--horizon", "3"), 4, "forecast.no_time"),
        (("--target", "note", "--time", "month", "--horizon", "3"), 4, "forecast.no_numbers"),
        ((*ASKED, "--horizon", "90"), 4, "forecast.too_far"),
    ],
)
def test_the_first_thing_that_is_wrong_is_said(
    words: tuple[str, ...], code: int, error: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ended, facts, _ = told(capsys, "train", "months.csv", "--task", "forecast", *words)

    assert (ended, facts["error"]["code"]) == (code, error)
    assert facts["error"]["hint"]
    assert not (folder / "months.hunch").exists()


def test_a_series_that_is_too_short_says_what_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "train", "three.csv", "--task", "forecast", *ASKED, "--horizon", "2")

    assert (code, facts["error"]["message"]) == (4, "3 months are too few to look 2 months ahead.")
    assert facts["error"]["hint"] == "At least 10 months are needed."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("one.csv",), '"month" holds one moment only, and what comes next is learned from many.'),
        (
            ("each.csv", "--group", "shop"),
            'Of each "shop" there is one moment only, and what comes next is learned from many.',
        ),
    ],
)
def test_a_single_moment_is_told_as_one(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, _ = told(capsys, "train", *words, "--task", "forecast", *ASKED, "--horizon", "2")

    assert (code, facts["error"]["message"]) == (4, said)


def test_one_that_is_too_far_says_how_far_is_possible(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "train", "months.csv", "--task", "forecast", *ASKED, "--horizon", "90")

    possible = facts["error"]["hint"].rsplit("--horizon ", 1)[1].rstrip(".")
    assert (code, facts["error"]["message"]) == (4, "96 months are too few to look 90 months ahead.")
    assert f"{possible} months ahead can be tried" in facts["error"]["hint"]


def test_days_that_could_be_two_are_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--target", "n", "--time", "day", "--horizon", "3")

    code, facts, _ = told(capsys, "train", "unclear.csv", "--task", "forecast", *words)

    assert (code, facts["error"]["code"]) == (4, "forecast.open_question")
    assert facts["error"]["hint"] == 'Add one of: --assume "day=date-dmy", --assume "day=date-mdy"'


def test_what_never_changes_has_no_next_value(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "train", "same.csv", "--task", "forecast", *ASKED, "--horizon", "3")

    assert (code, facts["error"]["code"]) == (4, "forecast.constant")


def test_a_horizon_belongs_to_what_comes_next(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "train", "months.csv", "--target", "sales", "--horizon", "3")

    assert (code, facts["error"]["code"]) == (2, "forecast.only")
