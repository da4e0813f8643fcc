"""The past, what comes next, and the range around it."""

import json
import zipfile
from dataclasses import replace

import pytest

from desktop_app.records.forecasts import ForecastFound, FutureStep, MonthForm, PastPoint, SeriesAhead
from desktop_app.records.jsonable import from_json
from desktop_app.reports.pictures.forecast_chart import NEXT, PAST, forecast_chart
from desktop_app.reports.pictures.picture import GREY
from tests.api.made_ahead import AHEAD


@pytest.fixture(scope="module")
def found() -> ForecastFound:
    with zipfile.ZipFile(AHEAD) as package:
        return from_json(ForecastFound, json.loads(package.read("forecast.json")))


def years(*values: float | None, ahead: int = 1) -> SeriesAhead:
    past = tuple(PastPoint(time=str(2000 + place), value=value) for place, value in enumerate(values))
    future = tuple(
        FutureStep(time=str(2000 + len(values) + step), value=5.0, low=4.0, high=6.0) for step in range(ahead)
    )
    return SeriesAhead(name="", steps=len(past), past=past, future=future)


def test_the_range_begins_where_the_past_ends(found: ForecastFound) -> None:
    picture = forecast_chart(years(1.0, 2.0, 3.0, ahead=2), found)

    assert picture is not None
    end, past, ahead = picture.curves
    assert (end.slot, past.slot, ahead.slot) == (GREY, PAST, NEXT)
    assert past.points[-1] == ahead.points[0] == picture.areas[0].points[0]
    assert {x for x, _ in end.points} == {past.points[-1][0]}


def test_gaps_stay_open_and_a_value_between_them_is_a_dot(found: ForecastFound) -> None:
    picture = forecast_chart(years(1.0, 2.0, None, 3.0, None), found)

    assert picture is not None
    assert [len(curve.points) for curve in picture.curves if curve.slot == PAST] == [2]
    assert [dot.slot for dot in picture.dots] == [PAST, NEXT]
    assert picture.notes == ("2 steps without a value are left open.",)
    assert ("2004", "", "", "", "") in picture.rows


def test_years_are_marked_as_years(found: ForecastFound) -> None:
    picture = forecast_chart(years(*map(float, range(20))), found)

    assert picture is not None
    assert "2010" in [tick.label for tick in picture.across]


@pytest.mark.parametrize("between", ["", "-"])
def test_months_without_a_day_lie_where_their_first_day_is(found: ForecastFound, between: str) -> None:
    form = MonthForm(part="padded", is_year_first=True, between=between)
    first, second, last = (form.written(*month) for month in ((2023, 12), (2024, 1), (2024, 2)))
    past = tuple(PastPoint(time=time, value=1.0) for time in (first, second))
    future = (FutureStep(time=last, value=1.0, low=0.0, high=2.0),)
    series = SeriesAhead(name="", steps=2, past=past, future=future)

    picture = forecast_chart(series, replace(found, asked=replace(found.asked, form=form)))

    assert picture is not None
    assert [row[0] for row in picture.rows] == [first, second, last]
    (before, _), (end, _) = picture.curves[1].points
    (_, _), (ahead, _) = picture.curves[2].points
    assert ahead - end == pytest.approx(end - before), "both months have 31 days"


def test_a_long_past_is_cut_and_said(found: ForecastFound) -> None:
    picture = forecast_chart(years(*map(float, range(2_000))), found)

    assert picture is not None
    assert picture.notes == ("The past is drawn from 3970 on.",)
    assert len(picture.rows) == 31


def test_hours_of_few_days_are_marked_with_the_time_of_the_day(found: ForecastFound) -> None:
    past = tuple(PastPoint(time=f"2026-03-01T{hour:02}:00:00", value=1.0) for hour in range(20))
    future = (FutureStep(time="2026-03-01T20:00:00", value=1.0, low=1.0, high=1.0),)

    picture = forecast_chart(SeriesAhead(name="", steps=20, past=past, future=future), found)

    assert picture is not None
    assert picture.across[0].label.startswith("2026-03-01 0")


def test_it_says_in_words_what_it_shows(found: ForecastFound) -> None:
    picture = forecast_chart(found.series[0], found)

    assert picture is not None
    assert picture.about.startswith('A line of "sent" from 2020-07-01 to ')
    assert forecast_chart(replace(found.series[0], future=()), found) is None
