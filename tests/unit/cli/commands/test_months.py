"""A time column of months without days is understood, also in newer files."""

import datetime
from pathlib import Path

import pytest

from tests.unit.cli import made_series
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import read, write


def with_months(pattern: str, count: int, first: int = 0) -> list[list[object]]:
    head, *rows = made_series.months(count, first=first)
    days = [datetime.date.fromisoformat(str(day)) for day, _ in rows]
    cells = [pattern.format(year=day.year, month=f"{day:%m}", name=f"{day:%B}") for day in days]
    return [head, *([cell, sales] for cell, (_, sales) in zip(cells, rows, strict=True))]


@pytest.mark.parametrize("pattern", ["{year}-{month}", "{year}{month}", "{month}/{year}", "{name} {year}"])
def test_they_are_understood_and_written_as_they_came(
    pattern: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "months.csv", with_months(pattern, 48))
    write(folder / "newer.csv", with_months(pattern, 1, 48))
    asked = ("--task", "forecast", "--target", "sales", "--time", "month", "--horizon", "2", "--force")

    (last, _), (until, _), (following, _) = with_months(pattern, 3, 47)[1:]

    _, facts, _ = told(capsys, "train", "months.csv", *asked)
    code, moved, _ = told(capsys, "predict", "months.hunch", "newer.csv", "--out", "ahead.csv", "--force")

    assert (facts["period"]["name"], facts["past"]["last"]) == ("month", last)
    assert (code in (0, 5), moved["until"]) == (True, until)
    assert read(folder / "ahead.csv")[0]["month"] == following
