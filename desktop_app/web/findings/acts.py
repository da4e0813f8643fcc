"""What can be done about a finding: the one place where a code meets its buttons.

Each button posts a step on the table; that a finding is fine, so that it is not shown again, can be said of
each that has a button here.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from desktop_app.language import _, say
from desktop_app.records.notices import Notice, Value
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Column, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A button: its words, and the fields of the form that it posts."""

    words: str
    fields: tuple[tuple[str, str], ...]


class Said(NamedTuple):
    """A finding, and the columns that it names."""

    values: Mapping[str, Value]
    columns: tuple[Column, ...]

    @property
    def place(self) -> str:
        """The position of its first column, for a form."""
        return str(self.columns[0].position)


_Maker = Callable[[Said], Act | None]


def acts_of(notice: Notice, table: Table) -> tuple[Act, ...]:
    """Return the buttons of a finding; none where its columns are not there any more."""
    columns = tuple(column for name in notice.columns if (column := table.column(name)))
    if len(columns) < len(notice.columns):
        return ()
    said = Said(notice.values, columns)
    made = (make(said) for make in ACTS.get(notice.code, ()))
    return tuple(act for act in made if act)


def _leave_columns(said: Said) -> Act:
    words = _("Leave it out of the table") if len(said.columns) == 1 else _("Leave them out of the table")
    return Act(
        words=words,
        fields=(("part", "columns"), *(("leave", str(column.position)) for column in said.columns)),
    )


def _leave_other(said: Said) -> Act:
    other = said.columns[1]
    words = say('Leave "{column}" out', {"column": other.name})
    return Act(words=words, fields=(("part", "columns"), ("leave", str(other.position))))


def _keep_one(_said: Said) -> Act:
    return Act(words=_("Keep one of each"), fields=(("part", "rows"), ("kind", "repeated")))


def _leave_value(said: Said) -> Act:
    fields = _rows("value", said, value=str(said.values.get("value", "")))
    return Act(words=_("Leave these rows out"), fields=fields)


def _leave_range(said: Said) -> Act:
    ends = {name: said.values.get(name) for name in ("start", "end")}
    written = {name: "" if end is None else repr(end) for name, end in ends.items()}
    return Act(words=_("Leave these rows out"), fields=_rows("range", said, **written))


def _rows(kind: str, said: Said, **fields: str) -> tuple[tuple[str, str], ...]:
    return (("part", "rows"), ("kind", kind), ("column", said.place), *fields.items())


def _not_known(said: Said) -> Act | None:
    value = str(said.values.get("value", "")).strip()
    if not value:
        return None
    words = say('"{value}" means "not known"', {"value": value})
    fields = (("part", "missing"), ("column", said.place), ("value", value))
    return Act(words=words, fields=fields)


def _read_as(reading: str) -> _Maker:
    def make(said: Said) -> Act:
        words = _("Read it as text") if reading == "text" else _("Read it as numbers")
        fields = (("part", "types"), ("column", said.place), ("value", reading))
        return Act(words=words, fields=fields)

    return make


ACTS: dict[str, tuple[_Maker, ...]] = {
    "find.constant": (_leave_columns,),
    "find.constant_many": (_leave_columns,),
    "find.empty_column": (_leave_columns,),
    "find.empty_column_many": (_leave_columns,),
    "find.id": (_leave_columns,),
    "find.id_many": (_leave_columns,),
    "find.repeated_id": (_leave_columns,),
    "find.repeated_id_many": (_leave_columns,),
    "find.not_numbers": (_read_as("text"),),
    "find.not_dates": (_read_as("text"),),
    "find.not_yes_no": (_read_as("text"),),
    "find.kept_text": (_read_as("number"),),
    "find.code": (_not_known,),
    "find.unknown": (_not_known,),
    "find.units": (_leave_columns,),
    "find.factor": (_leave_range,),
    "find.factor_small": (_leave_range,),
    "find.duplicates": (_keep_one,),
    "find.totals": (_leave_value,),
    "find.future": (_leave_range,),
    "find.reversed": (),
    "find.same": (_leave_other,),
    "find.same_kinds": (_leave_other,),
    "find.same_scale": (_leave_other,),
    "find.same_line": (_leave_other,),
    "find.personal": (_leave_columns,),
}
