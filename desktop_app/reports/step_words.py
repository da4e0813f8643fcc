"""What a step on a table was: two readings of its file compared, and told in one sentence."""

import datetime
from collections.abc import Collection, Iterator, Sequence
from dataclasses import field

from desktop_app.language import date, of_day
from desktop_app.records.record import dataclass
from desktop_app.records.tables import RowRule, Table, Wishes
from desktop_app.reports.notice_words import plain, text_of
from desktop_app.reports.reading_names import reading_name
from desktop_app.tables.columns.wished import wish_of

_FILE = ("encoding", "delimiter", "header", "keep_all", "range")
_DAY = 24 * 3600
_FIRST, _LAST = -30_610_224_000.0, 253_402_300_799.0  # seconds of the years 1000 to 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one step changed, as a code and the values of its sentences."""

    code: str
    values: dict[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """What has happened, as a sentence."""
        return text_of(f"step.{self.code}", self.values)

    @property
    def label(self) -> str:
        """What can be undone, in a few words for a button."""
        return text_of(f"label.{self.code}", self.values)


def step_between(before: Wishes, after: Wishes, table: Table) -> Step:
    """Return what led from the wishes *before* to those *after*; *table* is one of the two readings."""
    if before.sheet != after.sheet:
        return Step(code="sheet")
    found = [
        *_of_columns(before, after),
        *_of_names(before, after),
        *_of_types(before, after),
        *_of_rows(before, after, table),
    ]
    if any(getattr(before, part) != getattr(after, part) for part in _FILE):
        found.append(Step(code="file"))
    if not found:
        return Step(code="file")
    return found[0] if len(found) == 1 else Step(code="several")


def fine_step(before: Collection[str], after: Collection[str], column: str = "") -> Step:
    """Return the step by which a finding became fine, or all were shown again; *column*: what it is about."""
    if set(after) <= set(before):
        return Step(code="fine_back")
    return Step(code="fine_of", values={"column": column}) if column else Step(code="fine")


def rule_words(rule: RowRule, table: Table) -> str:
    """Return which rows a rule is about, as in '"kind" is "test"', its column by its name in the table."""
    column = next((column for column in table.all_columns if column.in_file == rule.column), None)
    name = column.name if column else table.recipe.wishes.names.get(rule.column, rule.column)
    is_date = column is not None and column.type == "date"
    values = {
        "column": name,
        "value": rule.value,
        "low": _bound(rule.start, is_date=is_date),
        "high": _bound(rule.end, is_date=is_date),
    }
    return text_of(f"rule.{_rule_code(rule)}", values)


def _rule_code(rule: RowRule) -> str:
    if rule.kind == "value":
        return "value" if rule.value else "blank"
    if rule.kind == "repeated":
        return "repeated_in" if rule.column else "repeated"
    if rule.kind == "empty":
        return "empty"
    if rule.end is None:
        return "from"
    return "below" if rule.start is None else "between"


def _bound(value: float | None, *, is_date: bool) -> str:
    if value is None:
        return ""
    return moment_text(value) if is_date else plain(value)


def moment_text(second: float) -> str:
    """Return the day, and the time where there is one, of seconds since 1970."""
    moment = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
    seconds = min(max(second, _FIRST), _LAST)
    moment += datetime.timedelta(seconds=seconds)
    return of_day(moment.date().isoformat()) if seconds % _DAY == 0 else date(moment)


def _of_columns(before: Wishes, after: Wishes) -> Iterator[Step]:
    for code, some, others in (
        ("columns_out", after.columns_out, before.columns_out),
        ("columns_back", before.columns_out, after.columns_out),
    ):
        if changed := [name for name in some if name not in set(others)]:
            yield _counted(code, changed, after)


def _of_names(before: Wishes, after: Wishes) -> Iterator[Step]:
    changed = [
        name
        for name in dict.fromkeys((*before.names, *after.names))
        if before.names.get(name) != after.names.get(name)
    ]
    if changed:
        yield _counted("names", changed, after, before=before.names.get(changed[0], changed[0]))


def _of_types(before: Wishes, after: Wishes) -> Iterator[Step]:
    changed = [
        name
        for name in dict.fromkeys((*before.readings, *after.readings))
        if before.readings.get(name) != after.readings.get(name)
    ]
    if not changed:
        return
    now = {after.readings.get(name, "") for name in changed}
    if now == {""}:
        yield _counted("types_found", changed, after)
    elif value := _said_missing(before, after, changed):
        yield _counted("missing", changed, after, value=value)
    elif len(now) == 1 and (wish := wish_of(now.pop())):
        yield _counted("types", changed, after, what=reading_name(wish.reading))
    else:
        yield _counted("types_mixed", changed, after)


def _said_missing(before: Wishes, after: Wishes, changed: Sequence[str]) -> str:
    """Return the one spelling that was added to what means "not known", if that is what the step did."""
    then, now = wish_of(before.readings.get(changed[0], "")), wish_of(after.readings.get(changed[0], ""))
    if now is None or (then is not None and then.reading != now.reading):
        return ""
    known = then.missing if then else ()
    added = [value for value in now.missing if value not in known]
    return added[0] if len(changed) == len(added) == 1 else ""


def _of_rows(before: Wishes, after: Wishes, table: Table) -> Iterator[Step]:
    for place, rule in enumerate(after.rows_out):
        if rule not in before.rows_out:
            is_this = table.recipe.wishes == after and place < len(table.rows_out)
            values = {"what": rule_words(rule, table)}
            code = "kept" if rule.keep else "out"
            if is_this:
                yield Step(code=f"rows_{code}", values={**values, "count": table.rows_out[place]})
            else:
                yield Step(code=f"some_{code}", values={**values})
    for rule in before.rows_out:
        if rule not in after.rows_out:
            yield Step(code="rows_back", values={"what": rule_words(rule, table)})


def _counted(code: str, changed: Sequence[str], after: Wishes, **values: object) -> Step:
    name = after.names.get(changed[0], changed[0])
    own = code if len(changed) == 1 else f"{code}_many"
    return Step(code=own, values={"count": len(changed), "column": name, **values})
