"""Columns of numbers in a new file that are multiplied for a model, which learned with another unit.

The cells stay as they are stored: the factor stands in what is known of the table, and counts where a model
reads it. What a person has said once is done again only where the next file is off by the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.records.matching import Scaling
from desktop_app.records.models import ModelCard
from desktop_app.records.notices import Notice, about
from desktop_app.records.tables import Column, Table
from desktop_app.tables.columns.unit_sizes import factor_between
from desktop_app.tables.stored.storage import replace_table


def with_scalings(table: Table, folder: Path, scalings: Sequence[Scaling]) -> Table:
    """Return the table in *folder* with these factors, and only these; what is kept of it says so, too."""
    factors = {one.column: one.factor for one in scalings}
    columns = tuple(replace(column, factor=factors.get(column.name, 1.0)) for column in table.columns)
    if columns == table.columns:
        return table
    table = replace(table, columns=columns)
    replace_table(folder, table)
    return table


def scalings_in(card: ModelCard, table: Table) -> tuple[Scaling, ...]:
    """Return which columns that a model reads are multiplied."""
    found = (table.column(name) for name in card.schema.names)
    return tuple(Scaling(column=one.name, factor=one.factor) for one in found if one and one.factor != 1)


def as_scaled(table: Table) -> Table:
    """Return a table whose profile tells of its numbers as a model reads them."""
    return replace(table, columns=tuple(map(_scaled, table.columns)))


def about_scalings(scalings: Sequence[Scaling]) -> list[Notice]:
    """Return by what columns are multiplied, or divided."""
    return [
        about(one.column, "check.divided" if one.divides else "check.multiplied", factor=one.said)
        for one in scalings
    ]


def offered(notices: Sequence[Notice], card: ModelCard, table: Table) -> tuple[Scaling, ...]:
    """Return by what columns can be multiplied to be of the size, or in the unit, that is known."""
    units = {feature.name: feature.unit for feature in card.schema.features}
    found = dict[str, float]()
    for notice in notices:
        factor = _factor_of(notice, units, table)
        if factor and notice.columns:
            found[notice.columns[0]] = factor
    return tuple(Scaling(column=name, factor=factor) for name, factor in found.items())


def called_for(remembered: Sequence[Scaling], offers: Sequence[Scaling]) -> tuple[Scaling, ...]:
    """Return those of the remembered ones that a file is off by."""
    return tuple(one for one in offers if one in remembered)


def _factor_of(notice: Notice, units: Mapping[str, str], table: Table) -> float:
    """Return by what the numbers that a notice speaks of are to be multiplied; 0 where it tells nothing."""
    factor = notice.values.get("factor")
    if isinstance(factor, int | float) and notice.code in ("check.factor", "check.factor_less"):
        name = notice.columns[0]
        column = table.column(name)
        if column and factor_between(column.unit, units.get(name, "")):
            return 0  # its unit says it exactly
        return 1 / factor if notice.code == "check.factor" else float(factor)
    if notice.code == "check.unit":
        return factor_between(str(notice.values.get("now")), str(notice.values.get("before")))
    return 0


def _scaled(column: Column) -> Column:
    if column.factor == 1:
        return column
    known = {name: getattr(column, name) for name in ("minimum", "maximum", "low", "median", "high")}
    ends = {name: end * column.factor for name, end in known.items() if end is not None}
    return replace(column, **ends)
