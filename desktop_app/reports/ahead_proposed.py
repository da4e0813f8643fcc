"""What a table can be asked of the time to come, from its profile alone: by which columns, and how far."""

from collections.abc import Sequence
from math import gcd

from desktop_app.records.forecasts import MonthForm, Period, PeriodName
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Column, Table
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.questions import suggest
from desktop_app.tables.columns.month_cells import form_of

MOST_SERIES = 1_000  # values of a column, each of which can be a series of its own
_DAY = 86_400.0  # seconds
_PERIODS: tuple[tuple[float, PeriodName], ...] = (  # days between two moments, up to which it is so called
    (4, "day"),
    (20, "week"),
    (60, "month"),
    (200, "quarter"),
)
_STEPS = {"second": 60, "day": 14, "week": 8, "month": 12, "quarter": 4, "year": 3, "step": 10}  # ahead
_A_DAY_AT_MOST = 96  # steps of a clock
_PART = 5  # of the past, as far as is looked ahead at most
_LEAST_TO_SUGGEST = 24  # moments
_YEARS, _PACKED = (1000, 2500), (190_001, 210_012)
_FEWEST = 8  # moments, and rows of a series
_FULL = 0.5  # of the numbers between the first and the last that are there, where numbers run
_EVEN = 0.05  # of their reach: so far their low, middle and high ones are from where they would be at most
_FEW_KINDS = 20  # different numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """The columns that can be asked, each list with the likeliest first."""

    times: tuple[Column, ...]
    targets: tuple[Column, ...]
    groups: tuple[Column, ...]
    known: tuple[Column, ...]


def proposed(table: Table) -> Proposed:
    """Return which column of a table can be what."""
    filled = [column for column in table.columns if column.distinct > 1]
    rows = table.rows
    asked = (one.target for one in suggest(table) if one.task == "regression")
    likely = {name: place for place, name in enumerate(asked)}
    times = sorted((one for one in filled if _can_be_time(one)), key=lambda one: (_rank(one), -one.distinct))
    numbers = [one for one in filled if one.type == "number"]
    first = times[0].name if times and _rank(times[0]) < _OTHER else ""
    targets = sorted(
        numbers, key=lambda one: (one.name == first, likely.get(one.name, len(likely)), -one.position)
    )
    groups = sorted((one for one in filled if _can_be_group(one, rows)), key=lambda one: one.type == "number")
    known = [one for one in filled if one.type in ("number", "category", "yes/no")]
    return Proposed(times=tuple(times), targets=tuple(targets), groups=tuple(groups), known=tuple(known))


def likely_time(times: Sequence[Column]) -> Column | None:
    """Return the column that says when, where there is one of days, months or years."""
    return next((one for one in times if _rank(one) < _OTHER), None)


def period_of(column: Column) -> Period:
    """Return about how far the moments of a column are apart, as its profile tells."""
    if column.type != "date":
        name: PeriodName = "step"
        if form := _form_of(column):
            name = "week" if form.is_week else "quarter" if form.part == "quarter" else "month"
        elif _are_years(column):
            name = "year"
        return Period(name=name)
    seconds = ((column.maximum or 0.0) - (column.minimum or 0.0)) / max(1, column.distinct - 1)
    if seconds < _DAY / 2:
        return _by_clock(seconds)
    return Period(name=next((name for days, name in _PERIODS if seconds < days * _DAY), "year"))


def horizon_of(column: Column) -> int:
    """Return so many steps ahead as people often want, and as a past of that length can test."""
    period = period_of(column)
    if period.name in ("hour", "minute"):
        minutes = period.every * (60 if period.name == "hour" else 1)
        steps = min(_A_DAY_AT_MOST, round(24 * 60 / minutes))
    else:
        steps = _STEPS[period.name]
    return max(1, min(steps, column.distinct // _PART))


def forecast_question(table: Table) -> str:
    """Return the question what comes next, where a table is likely to be asked it; else nothing."""
    columns = proposed(table)
    time = likely_time(columns.times)
    targets = [one for one in columns.targets if one is not time]
    if time is None or not targets or time.distinct < _LEAST_TO_SUGGEST:
        return ""
    return text_of(f"suggest.forecast.{period_of(time).name}", {"target": targets[0].name})


def _by_clock(seconds: float) -> Period:
    minutes = round(seconds / 60)
    if minutes < 1:
        return Period(name="second", every=max(1, round(seconds)))
    return Period(name="minute", every=minutes) if minutes % 60 else Period(name="hour", every=minutes // 60)


_OTHER = 3  # rank of numbers that are no years


def _rank(column: Column) -> int:
    """Return how likely a column is the time: days, months, years, and last any numbers."""
    if column.type == "date":
        return 0
    return 1 if _form_of(column) else 2 if _are_years(column) else _OTHER


def _can_be_time(column: Column) -> bool:
    return column.type == "date" or bool(_form_of(column)) or _are_years(column) or _runs(column)


def _form_of(column: Column) -> MonthForm | None:
    """Return how a column writes months, quarters or weeks; None where it does not."""
    if column.type == "number":
        return form_of(f"{end:.0f}" for end in _ends(column)) if _within(column, _PACKED) else None
    return form_of(column.examples) if column.type != "date" else None


def _are_years(column: Column) -> bool:
    """Whether it holds years, most of those between the first and the last: amounts leave more out."""
    return column.type == "number" and _within(column, _YEARS) and _fullness(column) >= _FULL


def _runs(column: Column) -> bool:
    """Whether its numbers go up step by step, each about as often: a count of laps, no amounts."""
    if column.distinct < _FEWEST:
        return False
    if column.type == "id":  # of which the profile has no amounts
        return all(text.isdecimal() for text in column.examples)
    return column.type == "number" and _fullness(column) >= _FULL and _is_even(column)


def _fullness(column: Column) -> float:
    """Return how many of the moments between the first number and the last one are there, as a share."""
    ends, tens = _ends(column), float(10**column.decimals)
    if not ends:
        return 0.0
    first, last = (round(end * tens) for end in ends)
    apart = gcd(*(round(value * tens) - first for value in _told(column))) or 1
    return column.distinct * apart / (last - first + 1)


def _told(column: Column) -> list[float]:
    """Return some of the numbers; none where they are not written plainly."""
    try:
        return [float(text) for text in (*column.examples, *(bar.label for bar in column.top_values))]
    except ValueError:
        return []


def _is_even(column: Column) -> bool:
    """Whether the numbers are spread evenly over their reach."""
    ends = _ends(column)
    if not ends or column.low is None or column.median is None or column.high is None:
        return False
    reach = ends[1] - ends[0]
    shares = ((column.low, 0.05), (column.median, 0.5), (column.high, 0.95))
    return all(abs(value - ends[0] - share * reach) <= _EVEN * reach for value, share in shares)


def _within(column: Column, bounds: tuple[int, int]) -> bool:
    ends = _ends(column)
    return column.whole and bool(ends) and all(bounds[0] <= end <= bounds[1] for end in ends)


def _ends(column: Column) -> tuple[float, ...]:
    if column.minimum is None or column.maximum is None:
        return ()
    return column.minimum, column.maximum


def _can_be_group(column: Column, rows: int) -> bool:
    """Whether each value can be a series of its own: few different ones, each in several rows."""
    if column.distinct > min(MOST_SERIES, rows // _FEWEST):
        return False
    if column.type == "number":
        return column.whole and (column.distinct <= _FEW_KINDS or _runs(column))
    return column.type in ("category", "yes/no")
