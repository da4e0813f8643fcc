"""On the command line nobody knows which rows a model learned from, and that is said."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.made_files import write

UNKNOWN = "Rows of this file that it learned from are not recognised here"


def test_a_file_that_fits_may_be_the_one_it_learned_from(
    model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", model, "customers.csv"])

    assert UNKNOWN in capsys.readouterr().out


def test_what_was_promised_is_not_said_to_fit_without_limits(
    model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["predict", model, "customers.csv", "--out", "answers.csv"])

    said = capsys.readouterr().out
    assert said.index("That fits.") < said.index(UNKNOWN)


def test_where_no_answer_is_filled_in_nothing_is_said_of_it(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "new.csv", [["calls", "region"], [3, "West"], [5, "East"]])

    main(["predict", model, "new.csv", "--out", "answers.csv"])

    assert UNKNOWN not in capsys.readouterr().out
