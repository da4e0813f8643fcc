"""What comes next in words: the verdict, how it was tested, what the rows were like, and the steps ahead."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from desktop_app import counting
from desktop_app.language import of_day
from desktop_app.records.forecasts import ForecastFound, ForecastFuture, FutureStep, Period
from desktop_app.records.notices import Notice, Value, first_few
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_words import VerdictWords

_OF = 100
_NOTHING = 1e-9  # of the upper end of a range: its lower end is then 0, but for what computing leaves
_COARSER = (
    ("second", 60, "minute"),
    ("minute", 60, "hour"),
    ("hour", 24, "day"),
)
_MUCH_NEARER = 0.8  # of the miss over all steps, from which on it is said of the first ones
_MOST_NAMED = 3
_LOW = 0.7  # of the values: so few in ranges that are made for .8
_COUNTED = {  # remarks of which a value counts steps, by what the sentence calls it
    "forecast.no_season": ("need", "past"),
    "forecast.season_found": ("season", "season"),
    "forecast.simple_only": ("need", "past"),
    "forecast.capped_past": ("count", "past"),
}
_OF_ONE = ("guessing", "suspicious")  # levels


def steps_text(count: float, period: Period) -> str:
    """Return so many steps in words: 12 months, or 2 hours where a step is 15 minutes."""
    if period.every == 1 or period.name == "step":
        return _amount(count, period.name)
    total, name = count * period.every, str(period.name)
    for fine, parts, coarse in _COARSER:
        if name == fine and total % parts == 0:
            total, name = total / parts, coarse
    return _amount(total, name)


def period_text(period: Period) -> str:
    """Return how long a step is: 15 minutes."""
    return _amount(period.every, period.name)


def moment_text(time: str) -> str:
    """Return a moment of `FutureStep` as the spoken language writes it."""
    if time.count("-") != 2 or time.startswith("-"):
        return time
    return of_day(time.replace("T", " ").removesuffix(":00"))


def forecast_words(found: ForecastFound) -> VerdictWords:
    """Return how far a forecast may be relied on."""
    level, values = found.level, _values(found)
    ground = f"verdict.{level}.forecast.body" if level in _OF_ONE else "verdict.forecast.body"
    grounds = (text_of(ground, values), baseline_text(found))
    return VerdictWords(
        level=level,
        badge=text_of(f"verdict.level.{level}{'.forecast' if level == 'guessing' else ''}"),
        line=text_of(f"verdict.level.{level}.line"),
        headline=text_of(_head(found), values),
        support=" ".join(grounds if level == "guessing" else reversed(grounds)),
        help=text_of(_help(found), values),
        extras=tuple(filter(None, (coverage_text(found), text_of("forecast.tested", values)))),
    )


def question_text(found: ForecastFound) -> str:
    """Return what is asked."""
    return text_of("forecast.question", _values(found) | {"target": found.asked.target})


def baseline_text(found: ForecastFound) -> str:
    """Return what the better of the simple ways is off by."""
    return text_of(f"verdict.forecast.{found.simple}.simple", _values(found))


def past_lines(found: ForecastFound) -> list[str]:
    """Return what was understood of the rows: which series, from when to when, and how long a step is."""
    asked = found.asked
    values: dict[str, Value] = {
        "target": asked.target,
        "time": asked.time,
        "group": asked.group,
        "count": found.series_count,
        "past": steps_text(found.steps, found.period),
        "first": moment_text(found.first),
        "last": moment_text(found.last),
        "step": period_text(found.period),
    }
    lines = [text_of("forecast.past_groups" if asked.group else "forecast.past", values)]
    return lines if found.period.every == 1 else [*lines, text_of("forecast.a_step", values)]


def remark_texts(remarks: Sequence[Notice], found: ForecastFound) -> list[str]:
    """Return what was noticed of the rows, in sentences."""
    return list(dict.fromkeys(remark_text(remark, found) for remark in remarks))


def remark_text(remark: Notice, found: ForecastFound) -> str:
    """Return one thing that was noticed, with its counts of steps in the unit of the series."""
    values: dict[str, object] = {"target": found.asked.target, **remark.values}
    code = remark.code
    if code in _COUNTED:
        given, name = _COUNTED[code]
        values[name] = steps_text(_number(remark.values.get(given)), found.period)
    if code == "forecast.capped_past" and not found.asked.group:
        code = "forecast.capped_past_one"
    if code == "forecast.repeats" and remark.values.get("joining") == "sum":
        code = "forecast.repeats_sum"
    if "until" in values:
        values["until"] = moment_text(str(values["until"]))
    return text_of(code, values | {"step": period_text(found.period)})


def coverage_text(found: ForecastFound) -> str:
    """Return how many real values lay within their ranges; nothing where too few were tested to say."""
    if found.coverage is None:
        return ""
    of = counting.denominator(found.tested, (found.coverage,)) if found.tested < _OF else _OF
    code = "forecast.coverage_low" if found.coverage < _LOW else "forecast.coverage"
    return text_of(code, {"inside": counting.count(found.coverage, of), "of": of})


def missed_text(found: ForecastFound) -> str:
    """Return which of the series that are shown are answered less well than by the simple way; maybe none."""
    names = [
        one.name
        for one in found.series
        if one.miss is not None and one.simple is not None and one.miss > one.simple
    ]
    if not found.asked.group or not names or any(one.code == "forecast.each_worse" for one in found.remarks):
        return ""  # of many series, a remark counts all of them
    return text_of("forecast.series_missed", {"count": len(names), "names": first_few(names, _MOST_NAMED)})


def future_cells(steps: Sequence[FutureStep], found: ForecastFound) -> list[tuple[str, ...]]:
    """Return each step as cells: its moment, the value, and both ends of its range."""
    written, fine = amounts_of(found), miss_beside(steps, found)
    return [
        (
            moment_text(step.time),
            *(written.level(value, beside=fine) for value in (step.value, step.low, step.high)),
        )
        for step in steps
    ]


def miss_beside(steps: Sequence[FutureStep], found: ForecastFound) -> float:
    """Return what the values of a series are written beside: its own ranges, where others miss by far more.

    Of several series, the miss of all is mostly that of the largest, beside which a small one is nothing.
    """
    if not found.asked.group or not steps:
        return found.miss
    halves = [(step.high - step.low) / 2 for step in steps]
    return min(found.miss, max(median(halves), 10.0**-found.decimals))


def until_text(future: ForecastFuture, rows: int, found: ForecastFound) -> str:
    """Return how far a forecast reaches, and in how many rows."""
    values: dict[str, Value] = {
        "horizon": steps_text(found.asked.horizon, found.period),
        "until": moment_text(future.until),
        "count": rows,
    }
    return text_of("forecast.until", values)


def amounts_of(found: ForecastFound) -> counting.Amounts:
    """Return how numbers in the unit of the target are written beside its misses.

    What goes on over time is no year: its values are written as misses and the axes of pictures are.
    """
    written = counting.amounts(
        tested=found.tested, decimals=found.decimals, different=(found.miss, found.simple_miss)
    )
    return replace(written, may_be_year=False)


def _values(found: ForecastFound) -> dict[str, Value]:
    written = amounts_of(found)
    values: dict[str, Value] = {
        "miss": written.near(found.miss),
        "low": written.low(found.low if found.low > _NOTHING * found.high else 0.0),
        "high": written.high(found.high),
        "guess": written.near(found.simple_miss),
        "horizon": steps_text(found.asked.horizon, found.period),
        "season": steps_text(found.season, found.period),
        "column": found.give_away,
        "count": found.origins,
        "tested": found.tested,
    }
    if found.by_step:
        first = found.by_step[0]
        values |= {"short": steps_text(first.step, found.period), "short_miss": written.near(first.miss)}
    return values


def _head(found: ForecastFound) -> str:
    if found.level == "suspicious":
        return "verdict.suspicious.forecast.head"
    if found.level in ("guessing", "weak"):
        return f"verdict.{found.level}.forecast.{found.simple}.head"
    return "verdict.useful.forecast.head"


def _help(found: ForecastFound) -> str:
    if found.level == "guessing":
        return f"verdict.guessing.forecast.{found.simple}.help"
    if found.level != "weak":
        return f"verdict.{found.level}.forecast.help"
    is_nearer_better = bool(found.by_step) and found.by_step[0].miss < _MUCH_NEARER * found.miss
    return "verdict.weak.forecast.help" if is_nearer_better else "verdict.useful.forecast.help"


def _amount(count: float, name: str) -> str:
    whole = int(count) if count == int(count) else count
    return text_of(f"forecast.steps.{name}", {"count": whole})


def _number(value: Value) -> float:
    return value if isinstance(value, int | float) else 0.0


def shortened(future: ForecastFuture, most: int) -> ForecastFuture:
    """Return the first few of the series, without their past."""
    return replace(future, series=tuple(replace(one, past=()) for one in future.series[:most]))
