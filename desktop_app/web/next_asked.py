"""What comes next in a table: what the form asks, and who finds it out."""

from dataclasses import replace
from typing import cast

from werkzeug.datastructures import MultiDict

from desktop_app.errors import UsageError
from desktop_app.records.forecast_cards import MOST_STEPS
from desktop_app.records.forecasts import ForecastAsked, Joining
from desktop_app.records.jobs import Job, Lane
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.looking_ahead import LookAheadOrder
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Column, Table
from desktop_app.reports.ahead_proposed import horizon_of, likely_time, proposed
from desktop_app.web.context import context

JOURNEY = "look_ahead"
JOININGS = ("", "sum", "mean")
NONE = -1  # position of no column
_LARGE = 20_000  # rows: looking ahead in more of them waits its turn behind what is learning


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What the form says: columns by their position, because a name may hold anything."""

    time: int = NONE
    target: int = NONE
    group: int = NONE
    horizon: int = 0
    known: frozenset[int] = frozenset()
    joining: str = ""


def proposed_asking(table: Table) -> Asking:
    """Return what the form says before anybody changed it."""
    columns = proposed(table)
    time = likely_time(columns.times)
    target = next((one for one in columns.targets if one is not time), None)
    return Asking(
        time=time.position if time else NONE,
        target=target.position if target else NONE,
        horizon=horizon_of(time) if time else 0,
    )


def read_asking(form: MultiDict[str, str], table: Table) -> Asking:
    """Return what a form says. Where another time was chosen, the steps ahead are proposed anew."""
    time = form.get("time", NONE, type=int)
    horizon = form.get("horizon", 0, type=int)
    if time != form.get("time_before", time, type=int):
        horizon = next((horizon_of(one) for one in table.columns if one.position == time), horizon)
    joining = form.get("joining", "")
    return Asking(
        time=time,
        target=form.get("target", NONE, type=int),
        group=form.get("group", NONE, type=int),
        horizon=horizon,
        known=frozenset(form.getlist("known", type=int)),
        joining=joining if joining in JOININGS else "",
    )


def asking_of(job: Job, table: Table) -> Asking:
    """Return what the form said when it was asked, where its columns are still there."""
    asked = asked_in(job)
    places = {column.name: column.position for column in table.columns}
    return Asking(
        time=places.get(asked.time, NONE),
        target=places.get(asked.target, NONE),
        group=places.get(asked.group, NONE),
        horizon=asked.horizon,
        known=frozenset(places[name] for name in asked.known if name in places),
        joining=asked.joining or "",
    )


def asked_in(job: Job) -> ForecastAsked:
    """Return what a job was asked."""
    return from_json(LookAheadOrder, job.params).asked


def asked_by(asking: Asking, table: Table) -> ForecastAsked:
    """Return the question. Raises UsageError where something is missing, or named for two things."""
    columns = table.columns  # those too that a page does not propose
    time, target, group = (_among(columns, one) for one in (asking.time, asking.target, asking.group))
    if not time or not target or not 1 <= asking.horizon <= MOST_STEPS:
        raise UsageError("next.incomplete", most=MOST_STEPS)
    known = tuple(one.name for one in proposed(table).known if one.position in asking.known)
    named = [time, target, *([group] if group else []), *known]
    if twice := next((name for name in named if named.count(name) > 1), ""):
        raise UsageError("forecast.twice", column=twice)
    return ForecastAsked(
        target=target,
        time=time,
        group=group,
        horizon=asking.horizon,
        known=known,
        joining=cast(Joining, asking.joining) if asking.joining else None,
    )


def asked_again(job: Job, form: MultiDict[str, str], table: Table) -> ForecastAsked:
    """Return the question of a job with the answer to what was open of it."""
    asked = asked_in(job)
    if form.get("joining") in JOININGS[1:]:
        return replace(asked, joining=cast(Joining, form["joining"]))
    if column := next((one for one in table.columns if one.position == form.get("group", type=int)), None):
        return replace(asked, group=column.name)
    given = from_json(LookAheadOrder, job.params).asked.known
    column = next((one for one in table.columns if one.position == form.get("column", type=int)), None)
    if column is None or column.name not in given:
        raise UsageError("error.not_understood")
    if form.get("is_known") == "yes":
        return replace(asked, confirmed=(*asked.confirmed, column.name))
    return replace(asked, known=tuple(name for name in asked.known if name != column.name))


def order_look(stored: StoredTable, asked: ForecastAsked, instead_of: str = "") -> Job:
    """Find out what comes next in a table; *instead_of*: the forecast that it takes the place of."""
    lane: Lane = "long" if stored.table.rows > _LARGE else "short"
    order = LookAheadOrder(table_folder=stored.folder, name=stored.name, asked=asked, instead_of=instead_of)
    return context().jobs.submit(JOURNEY, to_json(order), lane=lane, subject=stored.id)


def _among(columns: tuple[Column, ...], position: int) -> str:
    return next((one.name for one in columns if one.position == position), "")
