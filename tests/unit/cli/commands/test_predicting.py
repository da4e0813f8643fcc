"""New rows are answered, and what is doubtful about them is said."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import customers, read, write


def test_rows_that_look_like_those_it_learned_from_have_no_caution(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, complaints = told(capsys, "predict", model, "customers.csv", "--out", "same.csv", "--force")

    assert (code, facts["cautions"], complaints) == (0, 0, [])
    assert (facts["check"], facts["warnings"]) == (
        {"fit": "fits", "mapped": [], "multiplied": [], "missing": []},
        [],
    )
    assert facts["rows"] == len(read(folder / "same.csv")) == 120
    assert sum(facts["answers"]["counts"].values()) == 120
    assert facts["out"] == str(folder / "same.csv")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_the_columns_that_were_added_are_told_as_they_stand_in_the_file(
    ending: str, model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [[*row, "mine"] for row in customers(30)]
    write(folder / "again.csv", [[*rows[0][:-1], "prediction"], *rows[1:]])

    _, facts, _ = told(capsys, "predict", model, "again.csv", "--out", f"again_answers.{ending}")

    assert facts["columns"] == [
        *("prediction (2)", "probability", "probability: no", "probability: yes", "caution"),
    ]


def test_values_never_seen_are_cautions_and_exit_code_five(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "strange.csv", [["calls", "region"], [3, "North"], [99, "West"]])

    code = main(["predict", model, "strange.csv", "--out", "strange.xlsx", "--force"])

    captured = capsys.readouterr()
    assert code == 5
    assert "Rows in: 2. Rows answered: 2, in the same order." in captured.out
    assert "2 of 2 rows have a caution." in captured.err
    assert 'See the column "caution" in' in captured.err
    assert (folder / "strange.xlsx").read_bytes().startswith(b"PK")


def test_a_missing_column_is_named_and_may_be_allowed(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "short.csv", [["region"], ["West"], ["East"]])
    asked = ("predict", model, "short.csv", "--out", "short_answers.csv")

    code, facts, _ = told(capsys, *asked)

    assert (code, facts["error"]["message"]) == (4, 'The file lacks: "calls".')
    assert not (folder / "short_answers.csv").exists()

    code, facts, _ = told(capsys, *asked, "--allow-missing", "calls")

    assert (code, facts["cautions"]) == (5, 2)
    assert facts["check"] == {"fit": "caution", "mapped": [], "multiplied": [], "missing": ["calls"]}
    assert all("without calls" in row["caution"] for row in read(folder / "short_answers.csv"))


def test_every_column_is_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "wide.csv", [[f"column {n}" for n in range(300)], *([range(300)] * 3)])

    assert main(["inspect", "wide.csv"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "wide.csv: 3 rows, 300 columns."
    assert len(lines) == 303


def test_no_scratch_is_left(folder: Path) -> None:
    assert not list(folder.glob(".*"))
    assert not (folder / "workspace").exists()


def test_a_file_that_says_what_is_right_is_scored(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("predict", model, "customers.csv", "--out", "scored.csv", "--force")

    _, facts, _ = told(capsys, *asked)
    main([*asked])

    truth = facts["truth"]
    assert (truth["metric"], truth["rows"], truth["holds"]) == ("accuracy", 120, "fits")
    assert truth["low"] <= truth["value"] <= truth["high"]
    assert " here (" in capsys.readouterr().out


def test_a_file_in_which_all_is_otherwise_says_that_it_has_become_worse(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "new.csv", customers(240, seed=2))
    told(capsys, "predict", model, "new.csv", "--out", "new_answers.csv", "--force")
    # The contrary of what it says: of a model that only guesses, as one may of a second on a busy computer,
    # the contrary of what was there would be as right.
    other = {"yes": "no", "no": "yes"}
    answers = read(folder / "new_answers.csv")
    rows = [[row["calls"], row["region"], other[row["prediction"]]] for row in answers]
    write(folder / "other.csv", [["calls", "region", "left"], *rows])

    code, facts, _ = told(capsys, "predict", model, "other.csv", "--out", "other_answers.csv")

    assert (code, facts["truth"]["holds"]) == (5, "worse")
