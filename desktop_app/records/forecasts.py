"""What comes next: what is asked of a table with a time column, and what came of it."""

from typing import Literal, get_args

from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.results import VerdictLevel

PeriodName = Literal[
    "year", "quarter", "month", "week", "day", "workday", "hour", "minute", "second", "step"
]  # a step: the time column holds plain numbers that are no years
Simple = Literal["last", "season", "average"]  # the last value, that of one season before, the mean so far
MOST_TOLD = 20  # series that stand in what was found
SIMPLE: tuple[Simple, ...] = get_args(Simple)
WayName = Literal[
    Simple,
    "smoothing",
    "smoothing_log",
    "drift",
    "drift_log",
    "linear",
    "linear_log",
    "boosting",
]
Joining = Literal["sum", "mean"]
Holds = Literal["holds", "worse", "unclear"]  # unclear: too few values to say


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthForm:
    """How a file writes months, quarters or weeks without a day: 2024-03, Q1 2024, March 2024, 2024-W05."""

    part: Literal["month", "padded", "quarter", "name", "week", "padded_week"]  # beside the year
    is_year_first: bool
    before: str = ""  # all else
    between: str = ""
    names: tuple[str, ...] = ()  # of the months

    @property
    def is_week(self) -> bool:
        """Whether it writes weeks (ISO 8601)."""
        return self.part in ("week", "padded_week")

    def written(self, year: int, number: int) -> str:
        """Return a month or a week of a year, counted from 1, in this form."""
        parts = {"quarter": str((number + 2) // 3), "padded": f"{number:02}", "padded_week": f"{number:02}"}
        part = self.names[number - 1] if self.part == "name" else parts.get(self.part, str(number))
        pair = (f"{year:04}", part) if self.is_year_first else (part, f"{year:04}")
        return self.before + self.between.join(pair)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastAsked:
    """The question: which column, over which time, how far ahead."""

    target: str  # a column of numbers
    time: str  # of dates, or of numbers such as years
    horizon: int  # steps ahead
    group: str = ""  # a column whose every value is a series of its own
    known: tuple[str, ...] = ()  # columns whose values are known for the time ahead
    confirmed: tuple[str, ...] = ()  # of these, the ones of which a person said so once more
    joining: Joining | None = None  # how rows of the same time become one; None: as the numbers suggest
    form: MonthForm | None = None  # of the time, where its cells name months, quarters or weeks
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """How far the moments of a series are apart: so many (*every*) of *name*, such as 15 minutes."""

    name: PeriodName
    every: float = 1.0
    day: int = 0  # of a month, quarter or year: the day of the month its moments have; 0: the last one


@dataclass(frozen=True, slots=True, kw_only=True)
class StepError:
    """How far off an answer is so many steps ahead, as measured."""

    step: int  # 1: the next one
    miss: float  # mean absolute error
    simple: float  # the same of the best simple way
    coverage: float | None  # share of real values within the 80 % range; None where there was none yet
    tested: int  # values


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way of answering that was tried, its error at the measured origins, and its weight now."""

    name: WayName
    miss: float  # mean absolute error
    weight: float  # of 1, in the answer


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPoint:
    """A moment of the past; None where nothing is known. *time* as in `FutureStep`."""

    time: str
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FutureStep:
    """A moment to come, with the 80 % range of its value.

    *time* is ISO: 2027-01-01, with hours 2027-01-01T13:00:00; a number stays one: 2027 or 0.5; a month,
    a quarter or a week is written as in the file (`ForecastAsked.form`): 2027-01, Q1 2027 or 2027-W05.
    """

    time: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesAhead:
    """One series: the newest part of its past, for a chart, and what comes next."""

    name: str  # the value of the group column; empty where there is none
    steps: int  # of the past, with a value
    past: tuple[PastPoint, ...]
    future: tuple[FutureStep, ...]
    miss: float | None = None  # mean absolute error of this series alone; None where it was not tested
    simple: float | None = None  # the same of its best simple way


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastFuture:
    """What comes next in every series, from the newest rows on.

    Remarks: `forecast.nothing_newer` {until}, `forecast.past_changed` {count},
    `forecast.gap_before_new` {count}, `forecast.beyond_past` {count: values far outside of it},
    `forecast.new_series` {count, names: new ones answered}, `forecast.series_unknown` {count, names: too
    short to answer}, `forecast.stood` {count, names, until: without a newer row, so that their steps come
    behind this moment}, `forecast.behind` {count, names: old ones that newer rows left long ago},
    `forecast.ended` {count, names: not old ones, and without newer values},
    `forecast.known_missing` {columns, count: cells}, `forecast.sparser` {count: values of series at moments,
    of: how many there could be}, `forecast.denser` {count: rows, of: moments}.
    """

    series: tuple[SeriesAhead, ...]
    until: str  # the last moment whose value is known
    remarks: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastFound:
    """What came of it. All errors are of steps that were not learned from, in the target's unit.

    Remarks (`Notice.code` and its values; all counts are of cells or moments of all series together):
    `forecast.gaps` {count, of}, `forecast.repeats` {count: rows, joining}, `forecast.coarser` {period: rows
    came at uneven moments, and were joined to this period}, `forecast.no_time_rows` {count: rows without a
    time or a group, left out}, `forecast.no_season` {period, need: steps that would show one},
    `forecast.season_found` {season: steps}, `forecast.holidays` {count, days: first few, MM-DD or
    "easter+39"}, `forecast.simple_only` {count, need: steps from which on more than the simple way is tried},
    `forecast.few_origins` {count: stretches apart from each other that it was tested on},
    `forecast.capped_past` {count: steps kept of each series}, `forecast.capped_series` {count: forecast, of},
    `forecast.tested_some` {count: series tested, of; of older files}, `forecast.found_on` {count: series that
    the errors here and the ranges were found on, of}, `forecast.each_better` {count: series tested alone, of
    which none is worse}, `forecast.each_worse` {count: series no better than their simple way, of: tested
    alone, names: the worst}, `forecast.ended` {count, names: series that stopped
    earlier, not forecast}, `forecast.short_series` {count, names: too few steps, not forecast},
    `forecast.known_missing` {columns, count: cells}, `forecast.never_negative` {}.
    """

    level: VerdictLevel
    asked: ForecastAsked
    period: Period
    season: int  # steps; 1: none
    steps: int  # of the past, from the first moment to the last
    gaps: int  # moments without a value
    repeats: int  # rows that shared a moment with others of their series
    joining: Joining
    series_count: int
    origins: int  # moments from which it looked ahead when it was measured
    tested: int  # values
    miss: float  # mean absolute error over all steps
    low: float  # its 95 % range over other times
    high: float
    simple: Simple  # the best of the simple ways
    simple_miss: float
    season_miss: float  # of the same time one season before; of the last value where there is no season
    last_miss: float
    average_miss: float  # of the mean of all values before
    mase: float  # miss / season_miss: below 1 it beats the same time last season
    skill: float  # 1 - (miss / simple_miss) squared
    skill_low: float
    coverage: float | None  # share of real values within the 80 % range; None where it could not be measured
    by_step: tuple[StepError, ...]
    ways: tuple[Way, ...]
    series: tuple[SeriesAhead, ...]  # the largest first; of a file the first few
    first: str  # moment of the past
    last: str
    give_away: str = ""  # a known column that nearly alone gives the answer
    decimals: int = 0  # that the target's values have
    remarks: tuple[Notice, ...] = ()
    seconds: float = 0.0

    @property
    def is_for_use(self) -> bool:
        """Whether its answers may be used: better than the simple ways, and not too good to be true."""
        return self.level not in ("untested", "guessing", "suspicious")

    @property
    def is_joining_open(self) -> bool:
        """Whether rows share a moment, and nobody said how they become one: as *joining* has it, a guess."""
        return self.repeats > 0 and self.asked.joining is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindsight:
    """How far off a forecast was at moments that have come since it was made."""

    steps: int  # that have come, up to the last one with a value
    tested: int  # values
    miss: float  # mean absolute error
    simple_miss: float  # of its best simple way, from the same moment on
    promised: float  # what its test said of so many steps
    coverage: float  # share of the values within the 80 % range
    holds: Holds
