"""A forecast is told in the unit of its series, beside the simple way, with its doubts."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.forecasts import ForecastAsked, Period, SeriesAhead
from desktop_app.records.notices import Notice, Value
from desktop_app.reports.forecast_words import (
    coverage_text,
    forecast_words,
    future_cells,
    missed_text,
    moment_text,
    past_lines,
    period_text,
    remark_text,
    remark_texts,
    steps_text,
)
from tests.unit.reports.made_forecasts import MONTHS, STEP, found

QUARTER_HOURS, HALVES = Period(name="minute", every=15), Period(name="step", every=0.5)


@pytest.mark.parametrize(
    ("changes", "headline", "support"),
    [
        (
            {},
            "Off by 31 on average over 12 months.",
            "The value 12 months earlier is off by 53. At other times the forecast could be off by 24 to 40.",
        ),
        (
            {"level": "weak", "simple": "last"},
            "Off by 31 on average over 12 months, a little less than the last value.",
            "The last value is off by 53. At other times the forecast could be off by 24 to 40.",
        ),
        (
            {"level": "guessing", "simple": "average"},
            "It does not reliably beat the average of the past.",
            "It is off by 31 on average over 12 months, and could be by 24 to 40 at other times. "
            "The average of the past is off by 53.",
        ),
        (
            {"level": "suspicious", "give_away": "net"},
            'Off by only 31 on average over 12 months, and nearly all of it comes from "net".',
            'The value 12 months earlier is off by 53. For the time ahead you may not have "net".',
        ),
    ],
)
def test_the_verdict_stands_beside_the_simple_way(
    changes: dict[str, Any], headline: str, support: str
) -> None:
    words = forecast_words(found(**changes))

    assert (words.headline, words.support) == (headline, support)


def test_a_weak_one_that_is_better_nearby_says_so() -> None:
    assert forecast_words(found(level="weak")).help == "Look less far ahead: for 1 month it is off by 12."
    assert forecast_words(found(level="weak", miss=12.5)).help.startswith("Plan with the range")


def test_what_is_guessing_names_what_to_use_instead() -> None:
    words = forecast_words(found(level="guessing"))

    assert words.badge == "No better than the simple way"
    assert words.help.startswith("Use the value 12 months earlier.")


def test_ranges_are_told_by_what_they_held() -> None:
    assert coverage_text(MONTHS).endswith("In the test, they held 79 of 100.")
    assert coverage_text(found(coverage=None)) == ""
    assert "they held only 20 of 40" in coverage_text(found(coverage=0.5, tested=40))


def test_steps_have_the_unit_of_the_series() -> None:
    assert [steps_text(count, Period(name="week")) for count in (1, 26)] == ["1 week", "26 weeks"]
    assert [steps_text(count, QUARTER_HOURS) for count in (6, 8, 96)] == ["90 minutes", "2 hours", "1 day"]
    assert (steps_text(3, HALVES), period_text(QUARTER_HOURS)) == ("3 steps", "15 minutes")
    assert past_lines(found(period=QUARTER_HOURS))[1] == "A step is 15 minutes."


def test_groups_are_counted_and_those_that_do_worse_are_named() -> None:
    asked = ForecastAsked(target="sales", time="month", group="shop", horizon=12)
    series = tuple(
        SeriesAhead(name=name, steps=9, past=(), future=(), miss=miss, simple=5.0)
        for name, miss in (("North", 7.0), ("South", 3.0))
    )
    grouped = found(asked=asked, series=series, series_count=2)

    assert past_lines(grouped)[0].startswith('"sales" by "month", for 2 values of "shop": 120 months')
    assert missed_text(grouped) == '1 series was answered less well than by its simple way: "North".'


@pytest.mark.parametrize(
    ("code", "values", "text"),
    [
        ("forecast.gaps", {"count": 3, "of": 120}, "3 of 120 moments have no value."),
        (
            "forecast.repeats",
            {"count": 4, "joining": "sum"},
            "4 rows share their moment with others: they are added up.",
        ),
        (
            "forecast.repeats",
            {"count": 4, "joining": "mean"},
            "4 rows share their moment with others: their mean counts.",
        ),
        ("forecast.season_found", {"season": 12}, "Something comes back every 12 months."),
        ("forecast.capped_past", {"count": 400}, "Only the last 400 months are used."),
        (
            "forecast.nothing_newer",
            {"until": "2023-12-01T06:00:00"},
            "The file has nothing newer than 2023-12-01 06:00: the forecast stands where it stood.",
        ),
    ],
)
def test_what_was_noticed_is_said_with_its_counts(code: str, values: dict[str, Value], text: str) -> None:
    assert remark_text(Notice(code=code, values=values), MONTHS) == text


def test_only_of_several_series_is_it_said_what_counts_of_each() -> None:
    by_shop = found(asked=replace(MONTHS.asked, group="shop"))
    capped = Notice(code="forecast.capped_past", values={"count": 400})

    assert remark_text(capped, by_shop) == "Of each series, only the last 400 months are used."


def test_the_same_is_said_once() -> None:
    assert len(remark_texts([Notice(code="forecast.never_negative")] * 2, MONTHS)) == 1


def test_steps_ahead_are_no_finer_than_the_miss() -> None:
    assert future_cells([STEP], MONTHS) == [("2024-01-01", "1,235", "1,180", "1,291")]


def test_a_small_series_is_not_written_beside_the_miss_of_large_ones() -> None:
    by_shop = found(asked=replace(MONTHS.asked, group="shop"), miss=170.0, simple_miss=180.0)

    assert future_cells([replace(STEP, value=7.0, low=7.0, high=7.0)], by_shop) == [
        ("2024-01-01", "7", "7", "7")
    ]


@pytest.mark.parametrize(
    ("time", "text"), [("2027", "2027"), ("0.5", "0.5"), ("2024-01-01T13:00:00", "2024-01-01 13:00")]
)
def test_moments_are_written_as_they_are_read(time: str, text: str) -> None:
    assert moment_text(time) == text
