"""What a command cannot do is refused in one sentence, before anything is changed."""

import random
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import write

REFUSED = {
    "empty": (["inspect", "empty.csv"], 3, "refuse.empty"),
    "binary": (["inspect", "binary.csv"], 3, "refuse.not_table"),
    "header": (["train", "header.csv", "--target", "a"], 3, "refuse.header_only"),
    "one_column": (["train", "one_column.csv", "--target", "a"], 4, "plan.only_column"),
    "unknown": (["train", "customers.csv", "--target", "lft"], 4, "plan.target_unknown"),
    "one_value": (["train", "constant.csv", "--target", "same"], 4, "plan.one_value"),
    "few": (["train", "few.csv", "--target", "left"], 4, "plan.too_few"),
    "no_target": (["train", "customers.csv"], 2, "cli.no_target"),
    "table_as_model": (["predict", "customers.csv", "customers.csv", "--out", "o.csv"], 7, "model.not_model"),
    "broken_model": (["inspect", "broken.hunch"], 7, "model.not_model"),
    "out_type": (["train", "customers.csv", "--target", "left", "--out", "model.zip"], 2, "cli.out_type"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_done_is_refused_in_one_sentence_with_a_hint(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, expected, expected_code = REFUSED[name]

    code, facts, complaints = told(capsys, *arguments)

    error = facts["error"]
    assert (code, error["code"]) == (expected, expected_code)
    assert error["message"]
    assert error["hint"]
    assert complaints == [error["message"], error["hint"]]


def test_a_verdict_is_said_once_also_where_the_model_is_not_for_use(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    luck = random.Random(7)  # noqa: S311 - no secret
    write(folder / "luck.csv", [["calls", "left"], *([n, luck.choice(("yes", "no"))] for n in range(7, 167))])

    code = main(("train", "luck.csv", "--target", "left", "--budget", "1"))

    captured = capsys.readouterr()
    assert code == 5
    assert captured.out.startswith("No better than guessing. ")
    assert captured.err.splitlines() == [
        f"The model is saved only so that you can look at it: hunch inspect {folder / 'luck.hunch'}"
    ]


def test_a_missing_target_lists_the_columns(capsys: pytest.CaptureFixture[str]) -> None:
    _, facts, _ = told(capsys, "train", "customers.csv")

    assert facts["error"]["hint"] == 'Add --target COLUMN. Columns: "customer", "calls", "region", "left"'


def test_nothing_that_exists_is_overwritten(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / model).read_bytes()

    code, _, complaints = told(capsys, "train", "customers.csv", "--target", "left", "--out", model)

    assert code == 2
    assert complaints[0] == "kept.hunch is already there."
    assert (folder / model).read_bytes() == before


@pytest.mark.parametrize("option", ["--exclude", "--known"])
def test_a_misspelt_column_is_never_passed_over(
    option: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("train", "customers.csv", "--target", "left", "--budget", "1", "--out", "misspelt.hunch")

    code, facts, _ = told(capsys, *asked, option, "cals")

    assert (code, facts["error"]["code"]) == (2, "cli.no_column")
    assert facts["error"]["hint"].startswith('Did you mean "calls"? Its columns: "')
    assert not (folder / "misspelt.hunch").exists()


def test_a_misspelt_column_is_never_allowed_to_be_missing(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("predict", model, "customers.csv", "--out", "allowed.csv", "--allow-missing", "cals")

    code, facts, _ = told(capsys, *asked)

    assert (code, facts["error"]["code"]) == (2, "cli.no_column")
    assert facts["error"]["hint"].startswith('Did you mean "calls"?')
    assert not (folder / "allowed.csv").exists()


def test_a_target_like_no_column_is_answered_with_the_columns_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, facts, _ = told(capsys, "train", "customers.csv", "--target", "xyzzy")

    assert facts["error"]["hint"] == 'Its columns: "customer", "calls", "region", "left"'
