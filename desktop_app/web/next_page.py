"""What comes next in a table, as its page asks it, and the forecasts that came of it."""

from pathlib import Path

from desktop_app.errors import AppError, NotFoundError
from desktop_app.records.forecasts import ForecastFound
from desktop_app.records.jobs import Job
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredForecast, StoredTable
from desktop_app.records.tables import Column, Table
from desktop_app.reports.ahead_proposed import Proposed, period_of, proposed
from desktop_app.reports.forecast_words import period_text, remark_text
from desktop_app.reports.names import column_word
from desktop_app.reports.notice_words import text_of
from desktop_app.web.context import context
from desktop_app.web.next_asked import JOURNEY, NONE, Asking, asking_of, proposed_asking
from desktop_app.web.other_models import other_thing
from desktop_app.web.recent import Thing
from desktop_app.web.watching import Watch, watch

_MOST_LISTED = 20  # forecasts


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A column that can be chosen."""

    position: int
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What can be chosen, and what is."""

    asking: Asking
    times: tuple[Option, ...]
    targets: tuple[Option, ...]
    groups: tuple[Option, ...]
    known: tuple[Option, ...]
    pace: str  # how long a step is
    shares_moments: bool  # several rows of the table have one time
    problem: AppError | None  # why it cannot be asked so


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """What only a person knows of the forecast that was made last."""

    job_id: str
    joining: tuple[str, ...] = ()  # sentences
    groups: tuple[Option, ...] = ()  # that tell rows of one moment apart
    give_away: Option | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPage:
    """All that the page shows."""

    form: Form | None  # None where the table holds nothing to ask
    watch: Watch | None
    problem: AppError | None  # why the last look came to nothing
    open: Open | None
    made: tuple[Thing, ...]  # forecasts, the newest first
    is_stale: bool  # the table was changed since the newest


def next_page(stored: StoredTable, asking: Asking | None = None, problem: AppError | None = None) -> NextPage:
    """Return what the page shows; *asking*: what the form says, where it was just changed."""
    jobs = context().workspace.jobs.list(JOURNEY, stored.id)
    last = next(iter(jobs), None)
    watched = watch(last) if last and last.state != "finished" else None
    made = [(job, model) for job in jobs[:_MOST_LISTED] if (model := forecast_of(job))]
    newest = made[0] if made else None
    said = asking or (asking_of(last, stored.table) if last else proposed_asking(stored.table))
    return NextPage(
        form=form_of(said, stored.table, problem),
        watch=watched if watched and not watched.is_over else None,
        problem=watched.problem if watched else None,
        open=open_of(newest[0], newest[1].card.found, stored.table)
        if newest and newest[0] is last and not asking
        else None,
        made=tuple(other_thing(model) for _, model in made),
        is_stale=bool(newest and is_stale(newest[0], stored)),
    )


def forecast_of(job: Job) -> StoredForecast | None:
    """Return the forecast that a job has made; None where it is not done, or was deleted since."""
    if job.state != "finished":
        return None
    try:
        return context().workspace.others.forecast(job.id)
    except NotFoundError:
        return None


def newest_of(stored: StoredTable) -> StoredForecast | None:
    """Return the forecast that was made last of a table; None where there is none."""
    jobs = context().workspace.jobs.list(JOURNEY, stored.id)
    return next((model for job in jobs if (model := forecast_of(job))), None)


def is_stale(job: Job, stored: StoredTable) -> bool:
    """Whether the table is another one than that which a job looked at."""
    return Path(str(job.params.get("table_folder", ""))).name != Path(stored.folder).name


def open_of(job: Job, found: ForecastFound, table: Table) -> Open | None:
    """Return what only a person knows; None where nothing is open."""
    places = {column.name: column for column in table.columns}
    told = job.result.get("groups")
    groups = [str(name) for name in told] if isinstance(told, list) else []
    give_away = places.get(found.give_away) if found.level == "suspicious" else None
    repeats = [one for one in found.remarks if one.code == "forecast.repeats"]
    if not give_away and not found.is_joining_open:
        return None
    return Open(
        job_id=job.id,
        joining=tuple(remark_text(one, found) for one in repeats) if found.is_joining_open else (),
        groups=tuple(_option(places[name]) for name in groups if name in places),
        give_away=_option(give_away) if give_away else None,
    )


def form_of(asking: Asking, table: Table, problem: AppError | None = None) -> Form | None:
    """Return what can be chosen."""
    columns = proposed(table)
    if not columns.times or not _has_another(columns):
        return None
    time = next((one for one in columns.times if one.position == asking.time), None)
    taken = {asking.time, asking.target, asking.group} - {NONE}
    groups = tuple(one for one in columns.groups if one.position not in {asking.time, asking.target})
    return Form(
        asking=asking,
        times=_options(columns.times, asking.time, table),
        targets=_options(columns.targets, asking.target, table),
        groups=_options(groups, asking.group, table),
        known=tuple(_option(one) for one in columns.known if one.position not in taken),
        pace=_pace(time) if time else "",
        shares_moments=bool(time and time.distinct < table.rows - time.missing),
        problem=problem,
    )


def _pace(time: Column) -> str:
    """Return how long a step is; nothing where all that is known of it is that it is one."""
    period = period_of(time)
    return (
        ""
        if period.name == "step"
        else text_of("next.pace", {"time": time.name, "step": period_text(period)})
    )


def _has_another(columns: Proposed) -> bool:
    return any(one is not time for one in columns.targets for time in columns.times)


def _options(columns: tuple[Column, ...], chosen: int, table: Table) -> tuple[Option, ...]:
    """Return what is proposed, and what was chosen otherwise, as once by another version."""
    others = (one for one in table.columns if one.position == chosen and one not in columns)
    return tuple(map(_option, (*columns, *others)))


def _option(column: Column) -> Option:
    return Option(position=column.position, name=column.name, kind=column_word(column))
