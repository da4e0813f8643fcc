"""What a table can be asked of the time to come, from its profile alone: by which columns, and how far."""

from collections.abc import Sequence

from desktop_app.records.forecasts import Period, PeriodName
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
    asked = (one.target for one in suggest(table) if one.task == "regression")
    likely = {name: place for place, name in enumerate(asked)}
    times = sorted((one for one in filled if _can_be_time(one)), key=_rank)
    numbers = [one for one in filled if one.type == "number"]
    first = times[0].name if times and _rank(times[0]) < _OTHER else ""
    targets = sorted(
        numbers, key=lambda one: (one.name == first, likely.get(one.name, len(likely)), -one.position)
    )
    groups = [one for one in filled if _can_be_group(one)]
    known = [one for one in filled if one.type in ("number", "category", "yes/no")]
    return Proposed(times=tuple(times), targets=tuple(targets), groups=tuple(groups), known=tuple(known))


def likely_time(times: Sequence[Column]) -> Column | None:
    """Return the column that says when, where there is one of days, months or years."""
    return next((one for one in times if _rank(one) < _OTHER), None)


def period_of(column: Column) -> Period:
    """Return about how far the moments of a column are apart, as its profile tells."""
    if column.type != "date":
        name: PeriodName = "step"
        if _are_months(column):
            name = "quarter" if any("q" in text.lower() for text in column.examples) else "month"
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
    return 1 if _are_months(column) else 2 if _are_years(column) else _OTHER


def _can_be_time(column: Column) -> bool:
    return column.type in ("date", "number") or _are_months(column)


def _are_months(column: Column) -> bool:
    if column.type == "number":
        return _within(column, _PACKED) and form_of(f"{end:.0f}" for end in _ends(column)) is not None
    return column.type != "date" and form_of(column.examples) is not None


def _are_years(column: Column) -> bool:
    return column.type == "number" and _within(column, _YEARS)


def _within(column: Column, bounds: tuple[int, int]) -> bool:
    ends = _ends(column)
    return column.whole and bool(ends) and all(bounds[0] <= end <= bounds[1] for end in ends)


def _ends(column: Column) -> tuple[float, ...]:
    if column.minimum is None or column.maximum is None:
        return ()
    return column.minimum, column.maximum


def _can_be_group(column: Column) -> bool:
    is_kind = column.type in ("category", "yes/no", "id") or (column.type == "number" and column.whole)
    return is_kind and column.distinct <= MOST_SERIES
