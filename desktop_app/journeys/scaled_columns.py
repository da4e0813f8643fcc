"""A new file before its rows are answered: with its columns multiplied as a person says, and how it fits."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from desktop_app.errors import UsageError
from desktop_app.journeys.step_notices import MOST_NAMED
from desktop_app.models.preflight import preflight
from desktop_app.models.scaling import called_for, with_scalings
from desktop_app.records.matching import Scaling
from desktop_app.records.models import ModelCard, Preflight
from desktop_app.records.notices import first_few
from desktop_app.records.tables import Table
from desktop_app.tables.names import nearest

_LARGEST = 1e12  # and its reciprocal


class Brought(NamedTuple):
    """A new file that was read, and the folder of the table that the model learned from."""

    folder: Path
    table: Table
    learned_from: Path | None = None


def scaled(
    card: ModelCard, new: Brought, scalings: Sequence[Scaling], known: Sequence[Scaling] = ()
) -> tuple[Table, Preflight]:
    """Return the table with its columns multiplied, and how it fits then.

    What is *known* from earlier files is done where this one is off by just that.
    """
    table = with_scalings(new.table, new.folder, scalings)
    found = preflight(card, new.folder, table, new.learned_from)
    more = called_for(known, found.offers)
    if not more:
        return table, found
    table = with_scalings(table, new.folder, (*scalings, *more))
    return table, preflight(card, new.folder, table, new.learned_from)


def scalings_of(words: Sequence[str], card: ModelCard) -> tuple[Scaling, ...]:
    """Return what is meant by COLUMN=NUMBER, where NUMBER may be written as 1/1000.

    Raises UsageError where there is no such column of numbers in the model, or no such number.
    """
    return tuple({one.column: one for one in (_scaling_of(word, card) for word in words)}.values())


def _scaling_of(word: str, card: ModelCard) -> Scaling:
    name, _sign, number = word.rpartition("=")
    factor = _number(number)
    if not name or factor is None:
        raise UsageError("cli.multiply", word=word)
    feature = next((one for one in card.schema.features if one.name == name), None)
    if feature is None:
        columns = card.schema.names
        raise UsageError(
            "cli.map_needed",
            column=name,
            suggestion=nearest(name, columns),
            columns=first_few(columns, MOST_NAMED),
        )
    if feature.type != "number":
        raise UsageError("cli.multiply_number", column=name)
    return Scaling(column=name, factor=factor)


def _number(text: str) -> float | None:
    try:
        factor = float(Fraction(text.strip()[:40]))
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return factor if 1 / _LARGEST <= factor <= _LARGEST else None
