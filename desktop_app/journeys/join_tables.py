"""One table of the rows that a model learned from and those of a new file, or of the new ones alone."""

from dataclasses import replace
from pathlib import Path

from desktop_app.errors import DataError
from desktop_app.journeys.stages import staged
from desktop_app.models.card import read_card
from desktop_app.models.left_out_rows import rules_for
from desktop_app.models.matched import recipe_for
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.lineage import JOINED_FILE, Again, Joined, JoinOrder, Overlap
from desktop_app.records.models import ModelCard
from desktop_app.records.notices import Notice, Value, about
from desktop_app.records.tables import Wishes
from desktop_app.tables.duck import sharing
from desktop_app.tables.findings.looking import with_findings
from desktop_app.tables.importing import import_file
from desktop_app.tables.names import LONGEST_NAME
from desktop_app.tables.recipes import only, wishes_of
from desktop_app.tables.stored.joining import Parts, Rows, headings, join, parts_of
from desktop_app.tables.stored.storage import read_table, replace_table

_WRITTEN = 0.3  # of the time


def join_tables(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return the table, which is then in *folder* with the file that it was read from.

    Raises DataError where no row of the new file holds an answer that the model has not seen.
    """
    order = from_json(JoinOrder, params)
    card = read_card(Path(order.model), order.trust)
    before, new = (rows_in(Path(part)) if part else None for part in (order.first, order.second))
    assert new is not None, "the order names the new rows"  # noqa: S101 - for the type checker
    again = Again(
        model=order.model, name=order.name, first=0, joined=order.joined, is_known=before is not None
    )
    return to_json(joined(card, parts_of(before, new, card.schema.target), again, folder, report))


def rows_in(folder: Path) -> Rows:
    """Return the table in *folder*."""
    return Rows(folder, read_table(folder))


def joined(card: ModelCard, parts: Parts, again: Again, folder: Path, report: Report) -> Joined:
    """Return one table of what is to be learned from, and how it is; it is then in *folder*.

    Its columns are read as those of the first table were, and the rules that left out rows there go on to do
    so. Rows that the model has seen come first. Raises DataError where no row is new and holds an answer.
    """
    if parts.target not in (pair.known.name for pair in parts.pairs):
        raise DataError("again.nothing_new", target=parts.target)
    file = folder / JOINED_FILE
    with sharing(folder):
        overlap = join(parts, file, whole=again.joined)
        if not overlap.new:
            raise DataError("again.nothing_new", target=parts.target)
        report(Progress(fraction=_WRITTEN))
        name, wishes = _name(parts, again), _wishes(card, parts)
        table = import_file(file, folder, name=name, report=staged(report, _WRITTEN, 1.0), wishes=wishes)
        table = replace(table, warnings=(_told(parts, overlap, again), *_of_units(parts), *table.warnings))
        replace_table(folder, table)
        table = with_findings(table, folder)
    seen = overlap.before if again.joined else overlap.doubled
    return Joined(table=table, again=replace(again, first=seen))


def _name(parts: Parts, again: Again) -> str:
    new = parts.new.table.name
    return f"{parts.before.table.name} + {new}"[:LONGEST_NAME] if parts.before and again.joined else new


def _wishes(card: ModelCard, parts: Parts) -> Wishes:
    """Return how the file that was made is read: each column as before, and as plainly as it was written."""
    table = (parts.before or parts.new).table
    places = headings(parts.pairs)
    known = only(wishes_of(table.recipe), places)
    # What had two values may have a third by now: only a person says that it has not.
    readings = {
        places[name]: reading
        for name, reading in known.readings.items()
        if reading != "yes/no" or name in table.recipe.wishes.readings
    }
    for pair in parts.pairs:
        if pair.plainly:
            _way, mark, missing = readings.get(pair.heading, "").partition(" ")
            readings[pair.heading] = f"{pair.plainly}{mark}{missing}"
    names = {pair.heading: pair.known.name for pair in parts.pairs if pair.heading != pair.known.name}
    rules = rules_for(recipe_for(card, table), table)
    return Wishes(
        readings=readings,
        names=names,
        rows_out=tuple(replace(rule, column=places[rule.column]) for rule in rules if rule.column in places),
    )


def _told(parts: Parts, overlap: Overlap, again: Again) -> Notice:
    """Return where the rows of the table come from."""
    new = parts.new.table.name
    if parts.before and again.joined:
        values: dict[str, Value] = {"first": parts.before.table.name, "second": new}
        counts: dict[str, Value] = {
            "before": overlap.before,
            "count": overlap.new,
            "doubled": overlap.doubled or "",
        }
        return Notice(code="again.joined", values={**values, **counts})
    return Notice(code="again.alone", values={"second": new, "count": overlap.new + overlap.doubled})


def _of_units(parts: Parts) -> list[Notice]:
    """Return which columns are in another unit in the new rows, and what became of that."""
    return [
        about(
            pair.known.name,
            "again.converted" if pair.is_converted else "again.units",
            "note" if pair.is_converted else "caution",
            now=pair.was,
            before=pair.known.unit,
        )
        for pair in parts.pairs
        if pair.was and parts.before
    ]
