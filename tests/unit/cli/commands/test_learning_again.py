"""`hunch train --like` learns again what a saved model was asked, and says which of the two is better."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import customers, write


@pytest.fixture
def newer(folder: Path) -> str:
    heading, *rows = customers(240)
    write(folder / "newer.csv", [heading, *rows[100:]])
    return "newer.csv"


def test_the_plan_is_that_of_the_model(model: str, newer: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, _ = told(
        capsys, "train", newer, "--like", model, "--with", "customers.csv", "--out", "again.hunch", "--force"
    )

    assert code in (0, 5)
    assert facts["target"] == "left"
    assert facts["again"]["name"] == "kept"
    assert facts["again"]["is_known"]
    assert facts["again"]["joined"]
    assert facts["again"]["rows_then"] == 120

    main(["inspect", "again.hunch"])
    card = capsys.readouterr().out
    assert 'Learned again from "kept" of ' in card
    assert '"The new model"' in card


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--like", "kept.hunch", "--seed", "3"), "--like takes what is asked from the model"),
        (("--like", "kept.hunch", "--target", "left"), "so --target cannot be asked beside it"),
        (("--target", "left", "--with", "customers.csv"), "--with names the file that a model learned from"),
    ],
)
def test_what_excludes_each_other_is_wrong_use(
    model: str, newer: str, options: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["train", newer, *options])

    assert code == 2
    assert said in capsys.readouterr().err


def test_the_very_file_that_it_learned_from_has_no_new_row(
    model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, facts, _ = told(capsys, "train", "customers.csv", "--like", model, "--out", "same.hunch", "--force")

    assert facts["again"]["rows_new"] == 0
    assert facts["again"]["against"]["problem"] == "few"

    main(["inspect", "same.hunch"])
    card = capsys.readouterr().out
    assert "which had learned from the very same file: no row is new that could tell" in card
    assert "rows tested both" not in card


def test_a_file_that_lacks_a_column_cannot_be_learned_from(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = customers(150)
    column = next(place for place, name in enumerate(rows[0]) if name == "calls")
    write(folder / "lacking.csv", [[*row[:column], *row[column + 1 :]] for row in rows])

    code = main(["train", "lacking.csv", "--like", model])

    assert code == 4
    assert "calls" in capsys.readouterr().err


def test_a_file_without_answers_cannot_be_learned_from(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "open.csv", [row[:-1] for row in customers(150)])

    code = main(["train", "open.csv", "--like", model])

    assert code == 4
    assert 'No row of the new file holds a "left"' in capsys.readouterr().err


def test_rows_that_it_has_learned_from_already_are_nothing_new(
    model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["train", "customers.csv", "--like", model, "--with", "customers.csv"])

    assert code == 4
    assert "that the model has not learned from already" in capsys.readouterr().err
