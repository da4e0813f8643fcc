"""How each of many series did is kept beside them, and told as far as a message holds."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.journeys.series_left import (
    MOST_LISTED,
    errors_left,
    leave_series,
    with_errors,
    worst_of,
)
from desktop_app.records.forecasts import ForecastFound, ForecastFuture, SeriesAhead
from desktop_app.records.looking_ahead import AHEAD_FILES
from desktop_app.records.series_errors import errors_of
from tests.unit.engine.forecasting.made import ahead, seasonal, table


@pytest.fixture(scope="module")
def found() -> ForecastFound:
    return ahead(table(seasonal(60)))[0]


def series(count: int, letters: int = 0) -> tuple[SeriesAhead, ...]:
    """Return so many series, of which the first was not tested, and later ones did worse."""
    return tuple(
        SeriesAhead(
            name=f"{'x' * letters}{at}",
            steps=1,
            past=(),
            future=(),
            miss=float(at) if at else None,
            simple=2.0 if at else None,
        )
        for at in range(count)
    )


def test_the_worst_beside_their_simple_way_are_told_first(found: ForecastFound) -> None:
    told = worst_of(replace(found, series=series(4)))

    assert [one.name for one in told] == ["3", "2", "1"]
    assert [one.is_better for one in told] == [False, False, True]


@pytest.mark.parametrize(("count", "letters"), [(MOST_LISTED + 500, 0), (500, 1_000)])
def test_no_more_are_told_than_a_message_holds(found: ForecastFound, count: int, letters: int) -> None:
    told = worst_of(replace(found, series=series(count, letters)))

    assert 0 < len(told) <= MOST_LISTED
    assert sum(len(one.name) for one in told) <= 60_000
    assert told[0].name.endswith(str(count - 1))


def test_what_is_left_of_all_is_found_again_for_newer_rows(tmp_path: Path) -> None:
    future = ForecastFuture(series=series(30), until="2026")
    file = tmp_path / AHEAD_FILES["series"]

    assert leave_series(future, tmp_path)
    bare = tuple(replace(one, miss=None, simple=None) for one in future.series)

    assert errors_left(str(file)) == errors_of(future.series)
    assert with_errors(replace(future, series=bare), errors_left(str(file))) == future


@pytest.mark.parametrize("content", [b"", b"[", b'["a"]\n', b"\xff", b"[[1]]\n"])
def test_a_file_of_an_older_form_or_none_tells_nothing(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "series"
    file.write_bytes(content)

    assert errors_left(str(file)) == {}
    assert errors_left("") == {}
