"""A time column of months without days is understood, also in newer files."""

from pathlib import Path

import pytest

from tests.unit.cli import made_series
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import read, write


def with_months(pattern: str, count: int, first: int = 0) -> list[list[object]]:
    head, *rows = made_series.months(count, first=first)
    return [head, *([pattern.format(year=str(day)[:4], month=str(day)[5:7]), sales] for day, sales in rows)]


@pytest.mark.parametrize("pattern", ["{year}-{month}", "{year}{month}", "{month}/{year}"])
def test_they_are_the_first_days_of_their_months(
    pattern: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "months.csv", with_months(pattern, 48))
    write(folder / "newer.csv", with_months(pattern, 1, 48))
    asked = ("--task", "forecast", "--target", "sales", "--time", "month", "--horizon", "2", "--force")

    _, facts, _ = told(capsys, "train", "months.csv", *asked)
    code, moved, _ = told(capsys, "predict", "months.hunch", "newer.csv", "--out", "ahead.csv", "--force")

    assert (facts["period"]["name"], facts["past"]["last"]) == ("month", "2018-12-01")
    assert (code in (0, 5), moved["until"]) == (True, "2019-01-01")
    assert read(folder / "ahead.csv")[0]["month"] == "2019-02-01"
