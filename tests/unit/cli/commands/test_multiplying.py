"""A column in another unit is multiplied on the command line."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def large(folder: Path, capsys: Capture) -> str:
    """The customers with a thousand times the calls."""
    capsys.readouterr()
    lines = (folder / "customers.csv").read_text(encoding="utf-8").splitlines()
    place = lines[0].split(",").index("calls")
    rows = [line.split(",") for line in lines[1:]]
    for row in rows:
        row[place] = f"{float(row[place]) * 1000:g}"
    text = "\n".join([lines[0], *(",".join(row) for row in rows)])
    (folder / "large.csv").write_text(text, encoding="utf-8")
    return "large.csv"


def test_check_names_the_option_that_puts_it_right(model: str, large: str, capsys: Capture) -> None:
    _, facts, _ = told(capsys, "check", model, large)
    (offer,) = facts["offers"]

    _, after, _ = told(capsys, "check", model, large, "--multiply", "calls=1/1000")

    assert offer == {"column": "calls", "factor": 0.001, "option": "--multiply calls=1/1000"}
    assert after["offers"] == []
    assert after["multiplied"] == [{"column": "calls", "factor": 0.001}]


def test_predict_says_what_it_has_multiplied(model: str, large: str, capsys: Capture) -> None:
    main(["predict", model, large, "--multiply", "calls=0.001", "--out", "large_answers.csv", "--force"])

    assert '"calls" is divided by 1,000 before rows are answered.' in capsys.readouterr().out


def test_check_tells_the_rows_that_a_warning_speaks_of(model: str, large: str, capsys: Capture) -> None:
    _, facts, _ = told(capsys, "check", model, large)

    assert any(one["columns"] == ["calls"] and one["rows"][0] >= 1 for one in facts["concerned"])
