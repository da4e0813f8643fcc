"""A forecast that was saved: moved on by the rows of a newer file, or refused where it cannot be."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli import made_series
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import read, write

LEARN = ("train", "months.csv", "--task", "forecast", "--target", "sales", "--time", "month", "--force")


@pytest.fixture
def saved(here: None, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Learn once for all tests that go on from it."""
    if not (folder / "kept_months.hunch").exists():
        write(folder / "months.csv", made_series.months())
        assert main([*LEARN, "--horizon", "6", "--out", "kept_months.hunch"]) == 0
        capsys.readouterr()
    return "kept_months.hunch"


def test_the_same_file_gives_the_steps_as_a_table(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, complaints = told(capsys, "predict", saved, "months.csv", "--out", "same.csv")

    rows = read(folder / "same.csv")
    assert (code, facts["rows"], facts["cautions"], facts["until"]) == (0, 6, 0, "2022-12-01")
    assert [*rows[0]] == ["month", "prediction", "low", "high", "caution"]
    assert [row["month"] for row in rows] == [f"2023-{month:02}-01" for month in range(1, 7)]
    assert complaints == ["The file has nothing newer than 2022-12-01: the forecast stands where it stood."]


def test_newer_rows_alone_move_it_on(folder: Path, saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "newer.csv", made_series.months(2, first=96))

    code, facts, complaints = told(capsys, "predict", saved, "newer.csv", "--out", "newer_ahead.csv")

    assert (code, facts["until"], complaints) == (0, "2023-02-01", [])
    assert read(folder / "newer_ahead.csv")[0]["month"] == "2023-03-01"


def test_what_has_come_since_says_how_it_did(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "come.csv", made_series.months(4, first=96))

    _, facts, _ = told(capsys, "predict", saved, "come.csv", "--out", "come_ahead.csv")
    main(["predict", saved, "come.csv", "--out", "come_again.csv"])

    assert (facts["hindsight"]["tested"], facts["hindsight"]["holds"]) == (4, "holds")
    said = "4 values have come that it had forecast, up to 4 months ahead: it was off by"
    assert said in capsys.readouterr().out


def test_a_gap_before_the_new_rows_is_a_caution(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "later.csv", made_series.months(2, first=99))

    code, facts, _ = told(capsys, "predict", saved, "later.csv", "--out", "later_ahead.csv")

    assert (code, facts["cautions"]) == (5, 6)
    assert {row["caution"] for row in read(folder / "later_ahead.csv")} == {
        "3 moments before the new rows have no value"
    }


def test_values_far_outside_of_the_past_are_a_caution(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    head, *rows = made_series.months(2, first=96)
    write(folder / "thousands.csv", [head, *([month, 1_000_000] for month, _ in rows)])

    code, facts, said = told(capsys, "predict", saved, "thousands.csv", "--out", "thousands_ahead.csv")

    assert (code, facts["cautions"]) == (5, 6)
    assert said[0].startswith("2 values of this file are far outside of all learned from")


def test_newer_texts_are_no_values(folder: Path, saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "words.csv", [["month", "sales"], ["2023-01-01", "many"], ["2023-02-01", "few"]])

    code, facts, _ = told(capsys, "predict", saved, "words.csv", "--out", "none.csv")

    assert (code, facts["error"]["code"]) == (4, "forecast.new_no_numbers")
    assert facts["error"]["message"].endswith("nothing newer is read as a number (values: 2).")


def test_a_folder_is_not_watched_for_a_forecast(
    folder: Path, saved: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["main.py"])
    (folder / "inbox").mkdir()

    code, facts, said = told(capsys, "watch", saved, "inbox", "--once")

    assert (code, facts["error"]["code"], len(said)) == (7, "model.forecast", 2)
    assert facts["error"]["hint"] == "Use it with: python main.py predict MODEL FILE --out OUT"


def test_a_file_without_the_column_is_no_next_one(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "other.csv", [["month", "visits"], ["2023-01-01", 3], ["2023-02-01", 4]])

    code, facts, _ = told(capsys, "predict", saved, "other.csv", "--out", "none.csv")

    assert (code, facts["error"]["code"]) == (4, "forecast.lacks")
    assert not (folder / "none.csv").exists()


def test_the_past_is_never_replaced_by_what_comes_next(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, _ = told(capsys, "predict", saved, "months.csv", "--out", "months.csv", "--force")

    assert (code, facts["error"]["code"]) == (3, "save.own_past")
    assert len(read(folder / "months.csv")) == 96


def test_options_of_models_that_answer_rows_are_refused(
    saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, _ = told(capsys, "predict", saved, "months.csv", "--explain", "--out", "x.csv")

    assert (code, facts["error"]["code"]) == (2, "forecast.only_file")


def test_a_workbook_gets_days_and_numbers(
    folder: Path, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["predict", saved, "months.csv", "--out", "ahead.xlsx"]) == 0
    capsys.readouterr()

    _, facts, _ = told(capsys, "inspect", "ahead.xlsx")
    kinds = {column["name"]: column["type"] for column in facts["columns"]}
    assert (kinds["month"], kinds["prediction"], facts["rows"]) == ("date", "number", 6)


def test_its_card_its_proof_and_what_it_cannot_do(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", saved]) == 0
    said = capsys.readouterr().out
    assert 'What comes next in "sales", 6 months ahead?' in said
    assert 'This file holds the past of "sales": who gets it can read it.' in said
    code, facts, _ = told(capsys, "verify", saved, "--rerun", "months.csv")
    assert (code, facts["stored_answers"], facts["rerun"]["same"]) == (0, 6, True)
