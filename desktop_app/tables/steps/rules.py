"""What a rule about rows means for the columns of a table."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.records.notices import Notice
from desktop_app.records.tables import LONGEST_VALUE, ColumnType, RowRule, Table
from desktop_app.records.views import Only
from desktop_app.tables.columns.meanings import Meaning
from desktop_app.tables.stored.conditions import rows_with


class Place(NamedTuple):
    """A column that rules can name: where it stands, and what its cells are."""

    position: int
    type: ColumnType


Columns = Mapping[str, Place]  # by what the file calls them


def places_of(table: Table) -> dict[str, Place]:
    """Return the columns of a stored table, those that are left out among them."""
    return {column.in_file: Place(column.position, column.type) for column in table.all_columns}


def fits(rule: RowRule, columns: Columns) -> bool:
    """Return whether a rule can be applied to a table of these columns."""
    if not rule.column:
        return rule.kind == "repeated"
    if rule.column not in columns:
        return False
    if rule.kind != "range":
        return True
    has_end = rule.start is not None or rule.end is not None
    return has_end and columns[rule.column].type in ("number", "date")


def about_rules(rules: Sequence[RowRule], columns: Columns, names: Mapping[str, str]) -> tuple[Notice, ...]:
    """Return which rules are not applied: their column is not there, or holds no numbers and no dates.

    *names* are those of the columns, by what the file calls them.
    """
    return tuple(
        Notice(
            code="import.rule_range" if rule.column in columns else "import.rule_column",
            values={"column": names.get(rule.column, rule.column)},
            columns=(names[rule.column],) if rule.column in names else (),
            level="caution",
        )
        for rule in rules
        if not fits(rule, columns)
    )


def hit(rule: RowRule, columns: Columns) -> Meaning:
    """Return whether a rule speaks of a row, by one of its cells; never NULL. It has to fit the columns."""
    position, kind = columns[rule.column]
    match rule.kind:
        case "value":
            only = Only(column=position, value=rule.value[:LONGEST_VALUE])
        case "range":
            only = Only(column=position, start=rule.start, end=rule.end)
        case _:
            only = Only(column=position)
    return rows_with(only, kind)


def needed(rules: Sequence[RowRule], columns: Columns) -> list[int]:
    """Return the positions of the columns that decide; all of them where whole rows are compared."""
    named = [rule.column for rule in rules if fits(rule, columns)]
    places = columns.values() if "" in named else [columns[name] for name in named]
    return sorted({place.position for place in places})
