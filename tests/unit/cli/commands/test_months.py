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


@pytest.mark.parametrize("pattern", ["{year}-W{week:02}", "{year}W{week:02}", "KW {week}/{year}"])
def test_weeks_are_understood_too(pattern: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def rows(first: int, count: int) -> list[list[object]]:
        days = [datetime.date(2019, 1, 7) + datetime.timedelta(weeks=first + one) for one in range(count)]
        names = [pattern.format(year=one.isocalendar()[0], week=one.isocalendar()[1]) for one in days]
        return [["week", "sales"], *([name, 100 + 7 * (place % 4)] for place, name in enumerate(names))]

    write(folder / "weeks.csv", rows(0, 103))  # until the last week but one of 2020, which has 53
    write(folder / "newer.csv", rows(103, 1))
    asked = ("--task", "forecast", "--target", "sales", "--time", "week", "--horizon", "2", "--force")

    _, facts, _ = told(capsys, "train", "weeks.csv", *asked)
    told(capsys, "predict", "weeks.hunch", "newer.csv", "--out", "ahead.csv", "--force")

    assert facts["period"]["name"] == "week"
    assert [row["week"] for row in read(folder / "ahead.csv")] == [row[0] for row in rows(104, 2)[1:]]


def test_whole_numbers_that_name_the_rows_can_be_the_time(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "runs.csv", [["run_id", "load"], *([1000 + place, place % 6] for place in range(60))])
    asked = ("--task", "forecast", "--target", "load", "--time", "run_id", "--horizon", "2", "--force")

    told(capsys, "train", "runs.csv", *asked)
    code, _, _ = told(capsys, "predict", "runs.hunch", "runs.csv", "--out", "ahead.csv", "--force")

    assert code in (0, 5)
    assert [row["run_id"] for row in read(folder / "ahead.csv")] == ["1060", "1061"]
