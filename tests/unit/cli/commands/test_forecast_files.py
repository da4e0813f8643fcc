"""What the commands do with the file of a forecast: check newer rows, write its report, refuse the rest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import write

AHEAD = Path(__file__).parents[3] / "compat" / "0.1.0" / "ahead.hunch"
NEWER = AHEAD.with_name("ahead-newer.csv")
Rows = list[list[object]]


@pytest.fixture(autouse=True)
def files(here: None) -> None:
    """Run in a folder of one's own."""


def rows_of(change: Callable[[list[str]], list[object] | None] = list) -> Rows:
    """Return the newer rows, each as *change* makes it; None leaves one out."""
    lines = [line.split(",") for line in NEWER.read_text(encoding="utf-8").splitlines()]
    changed = map(change, lines[1:])
    return [list(lines[0]), *(row for row in changed if row)]


def test_newer_rows_that_fit_say_how_the_forecast_did(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "check", str(AHEAD), str(NEWER))
    main(["check", str(AHEAD), str(NEWER)])

    assert (code, facts["fit"], facts["until"]) == (0, "fits", "2023-06-01")
    assert (facts["hindsight"]["tested"], facts["hindsight"]["holds"]) == (12, "holds")
    said = capsys.readouterr().out
    assert "The rows go on until 2023-06-01." in said
    assert "In their ranges, which are made for 8 of 10: 10 of 12." in said


def test_values_far_from_the_forecast_are_a_caution(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "far.csv", rows_of(lambda row: [*row[:2], 9 * int(row[2])] if row[0] > "2023" else [*row]))

    code, facts, _ = told(capsys, "check", str(AHEAD), "far.csv")

    assert (code, facts["fit"], facts["hindsight"]["holds"]) == (5, "caution", "worse")


def test_a_gap_is_a_caution(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "gap.csv", rows_of(lambda row: None if "2023-01" <= row[0] < "2023-04" else [*row]))

    code, facts, _ = told(capsys, "check", str(AHEAD), "gap.csv")

    assert (code, facts["fit"]) == (5, "caution")
    assert [one["code"] for one in facts["warnings"]] == ["forecast.gap_before_new"]


def test_a_missing_column_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = rows_of(lambda row: [row[0], row[2]])
    write(folder / "lacking.csv", [["month", "sent"], *rows[1:]])

    code, facts, _ = told(capsys, "check", str(AHEAD), "lacking.csv")
    main(["check", str(AHEAD), "lacking.csv"])

    assert (code, facts["fit"], facts["missing"], facts["hindsight"]) == (4, "unfit", ["town"], None)
    assert '"lacking.csv" lacks "town", which "ahead.hunch" goes on from.' in capsys.readouterr().out


def test_options_of_models_that_answer_rows_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "check", str(AHEAD), str(NEWER), "--map", "a=b")

    assert (code, facts["error"]["code"]) == (2, "forecast.only_file")


def test_its_report_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "report", str(AHEAD), "--out", "ahead.html", "--for", "experts")

    page = (folder / "ahead.html").read_text(encoding="utf-8")
    assert (code, facts["for"]) == (0, "experts")
    assert "Ways that were tried" in page


@pytest.mark.parametrize(
    "words",
    [
        ("export", str(AHEAD), "--to", "onnx", "--out", "ahead.onnx"),
        ("watch", str(AHEAD), ".", "--once"),
        ("train", str(NEWER), "--like", str(AHEAD), "--out", "again.hunch"),
    ],
)
def test_what_it_cannot_do_is_refused_at_once(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words]) == 7
    assert "says what comes next. It answers no rows" in capsys.readouterr().err
