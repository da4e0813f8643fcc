"""Whether a file fits a model is said before any row is answered, and nothing is written."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import read, write


@pytest.fixture
def renamed(folder: Path) -> str:
    """A file in which "calls" has another name."""
    write(
        folder / "renamed.csv",
        [["customer", "Calls per month", "region"], ["C-1", 3, "West"], ["C-2", 5, "East"]],
    )
    return "renamed.csv"


def test_a_file_that_fits_ends_with_code_zero(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(folder.iterdir())

    code, facts, complaints = told(capsys, "check", model, "customers.csv")

    assert (code, complaints) == (0, [])
    assert facts == {
        "fit": "fits",
        "rows": 120,
        "mapped": [],
        "multiplied": [],
        "missing": [],
        "suggestions": [],
        "offers": [],
        "concerned": [],
        "warnings": [],
    }
    assert sorted(folder.iterdir()) == before


def test_what_it_has_never_seen_is_a_caution(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "odd.csv", [["calls", "region"], [3, "North"], [99, "West"]])

    code, facts, _ = told(capsys, "check", model, "odd.csv")

    assert (code, facts["fit"], facts["rows"]) == (5, "caution", 2)
    assert {"check.unseen", "check.beyond"} <= {warning["code"] for warning in facts["warnings"]}


def test_a_missing_column_is_asked_about_and_ends_with_code_four(
    model: str, renamed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, _ = told(capsys, "check", model, renamed)

    assert (code, facts["fit"], facts["missing"]) == (4, "unfit", ["calls"])
    assert facts["suggestions"] == [
        {
            "column": "calls",
            "from": "Calls per month",
            "matched": 2,
            "of": 2,
            "message": '"calls" is not there. Is it "Calls per month"? 2 of 2 values fit.',
            "hint": "If it is, add --map 'Calls per month=calls'",
        }
    ]


def test_the_same_is_said_in_words(model: str, renamed: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", model, renamed])

    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    assert code == 4
    assert lines[0] == "Does not fit"
    assert lines[1].startswith('"calls" is not there. Tested with its values mixed up, it was right for ')
    assert "If it is, add --map 'Calls per month=calls'" in lines
    assert "Match names with --map NEW=OLD, or go on with --allow-missing COLUMN." in captured.err


def test_once_it_is_matched_it_fits_and_is_answered_under_its_own_heading(
    model: str, renamed: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, _ = told(capsys, "check", model, renamed, "--map", "Calls per month=calls")

    assert (code, facts["fit"], facts["missing"]) == (0, "fits", [])
    assert facts["mapped"] == [{"column": "calls", "from": "Calls per month"}]

    asked = ("predict", model, renamed, "--map", "Calls per month=calls", "--out", "renamed_answers.csv")
    assert main(asked) == 0
    assert list(read(folder / "renamed_answers.csv")[0])[:4] == [
        *("customer", "Calls per month", "region", "prediction"),
    ]


def test_a_column_that_may_be_missing_is_a_caution(
    model: str, renamed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts, _ = told(capsys, "check", model, renamed, "--allow-missing", "calls")

    assert (code, facts["fit"], facts["missing"]) == (5, "caution", ["calls"])


@pytest.mark.parametrize("option", [["--map", "custmer=calls"], ["--allow-missing", "cals"]])
def test_a_wrong_name_is_wrong_use(option: list[str], model: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(capsys, "check", model, "customers.csv", *option)

    assert code == 2
    assert "Did you mean" in facts["error"]["hint"]


def test_where_all_headings_are_in_capitals_it_is_said_which_options_would_do(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "loud.csv", [["CALLS", "REGION"], *[[3, "West"], [5, "East"]] * 3])
    asked = ("loud.csv", "--out", "loud_answers.csv")

    checked = told(capsys, "check", model, "loud.csv")
    refused = told(capsys, "predict", model, *asked)
    matched = told(capsys, "predict", model, *asked, "--map", "CALLS=calls", "--map", "REGION=region")

    assert (checked[0], checked[1]["missing"]) == (4, ["calls", "region"])
    assert "check.wrong_file" not in {warning["code"] for warning in checked[1]["warnings"]}
    assert (refused[0], refused[1]["error"]["code"]) == (4, "cli.columns_renamed")
    assert refused[1]["error"]["hint"].endswith("add --map CALLS=calls --map REGION=region")
    assert (matched[0], matched[1]["rows"]) == (0, 6)


def test_of_another_table_it_is_not_said_that_names_could_match(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "other.csv", [["height", "width"], [3, 4], [5, 6]])

    code = main(["check", model, "other.csv"])

    complaints = capsys.readouterr().err
    assert code == 4
    assert "Choose another file" in complaints
    assert "--map" not in complaints
