"""Which columns are proposed as the time, and which as series, from the profile of a table alone."""

import random
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.records.tables import Column
from desktop_app.reports.ahead_proposed import likely_time, period_of, proposed
from desktop_app.tables.importing import import_file

_ROWS = 240


@dataclass(frozen=True, slots=True)
class Names:
    times: list[str]
    groups: list[str]
    likely: Column | None


def names_in(folder: Path, columns: dict[str, list[object]]) -> Names:
    file = folder / "table.csv"
    rows = zip(*columns.values(), strict=True)
    file.write_text("\n".join([",".join(columns), *(",".join(map(str, row)) for row in rows)]))
    table = import_file(file, folder / "rows", name="table.csv", report=lambda _: None)
    found = proposed(table)
    times, groups = ([one.name for one in which] for which in (found.times, found.groups))
    return Names(times, groups, likely_time(found.times))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rows").mkdir()
    return tmp_path


def amounts() -> list[object]:
    chance = random.Random(1)  # noqa: S311 - made-up rows
    return [round(chance.gauss(1500, 150)) for _ in range(_ROWS)]


def test_amounts_are_neither_a_time_nor_series(folder: Path) -> None:
    days: list[object] = [f"2024-{1 + place // 28:02}-{1 + place % 28:02}" for place in range(_ROWS)]

    found = names_in(folder, {"sold": amounts(), "price": [f"{one}.5" for one in amounts()], "day": days})

    assert (found.times, found.groups) == (["day"], [])


def test_numbers_that_run_can_be_a_time_behind_what_is_surer(folder: Path) -> None:
    laps: list[object] = [10 * (place // 2) for place in range(_ROWS)]
    years: list[object] = [1990 + place % 30 for place in range(_ROWS)]
    shops: list[object] = [1 + place % 12 for place in range(_ROWS)]

    found = names_in(folder, {"lap": laps, "shop": shops, "year": years, "sold": amounts()})

    assert found.times == ["year", "lap"]
    assert found.groups[0] == "shop"
    assert found.likely
    assert found.likely.name == "year"


def test_numbers_of_rows_can_be_a_time(folder: Path) -> None:
    found = names_in(folder, {"run_id": list(range(1000, 1000 + _ROWS)), "sold": amounts()})

    assert found.times == ["run_id"]
    assert found.likely is None


def test_names_of_rows_can_be_neither(folder: Path) -> None:
    found = names_in(folder, {"id": [f"A{place}" for place in range(_ROWS)], "sold": amounts()})

    assert (found.times, found.groups) == ([], [])


def test_weeks_are_a_time_of_weeks(folder: Path) -> None:
    weeks: list[object] = [f"{2020 + place // 52}-W{1 + place % 52:02}" for place in range(_ROWS)]

    found = names_in(folder, {"week": weeks, "sold": amounts()})

    assert found.likely
    assert (found.likely.name, period_of(found.likely).name) == ("week", "week")
