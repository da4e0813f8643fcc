"""How a file is read and a model was learned, as far as a script has to be told; or why it cannot be."""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop_app.errors import DataError
from desktop_app.records.models import ModelCard
from desktop_app.records.tables import Recipe
from desktop_app.tables.columns.wished import wish_of
from desktop_app.tables.out.outgoing import decimal_sign

_BY_PROGRAM = "utf-8-sig"  # as Hunch writes CSV
_COMMA = "number-comma"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """How a model was learned, as far as the model itself does not say it."""

    target: str
    rows: int  # with an answer
    seed: int
    settings: Mapping[str, float] = field(default_factory=dict)  # kind -> its setting
    is_held_back: bool = False  # the rows that tested it were not learned from in the end
    empty: Mapping[str, float] = field(default_factory=dict)  # column -> share of its cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the file is read."""

    encoding: str = _BY_PROGRAM
    delimiter: str = ","
    header: int = 1  # the row of the file with the names, from 1
    missing: tuple[str, ...] = ()  # spellings of "not known"
    missing_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the same of one column
    names: Mapping[str, str] = field(default_factory=dict)  # heading -> name
    readings: Mapping[str, str] = field(default_factory=dict)  # of numbers and dates that are not plain


def learning_of(card: ModelCard) -> Learning:
    """Return how the model was learned. Raises DataError where that was not from all rows of one file."""
    evaluation = card.evaluation
    receipt, lineage = evaluation.receipt, evaluation.lineage
    if receipt is None:
        raise DataError("handover.script_older")
    is_held_back = evaluation.tested == "held_out_no_refit"
    is_joined = lineage is not None and lineage.joined
    is_part = receipt.share < 1 or receipt.rows_withheld or card.recipe.wishes.rows_out
    if is_part or is_joined or (is_held_back and evaluation.tested_by):
        raise DataError("handover.script_rows")
    return Learning(
        target=card.schema.target,
        rows=evaluation.rows,
        seed=card.plan.seed,
        settings=receipt.settings,
        is_held_back=is_held_back,
        empty={feature.name: feature.missing_share for feature in card.schema.features},
    )


def reading_of(card: ModelCard) -> Reading:
    """Return how the script reads the file that the model learned from, or what Hunch made of that.

    Raises DataError where it was read as nobody can say on the command line.
    """
    recipe = card.recipe
    names = recipe.wishes.names
    if is_converted(recipe):
        wishes = recipe.wishes
        if wishes.header is not None or wishes.keep_all or wishes.delimiter:
            raise DataError("handover.script_layout")
        numbers = [feature.name for feature in card.schema.features if feature.type == "number"]
        is_comma = decimal_sign(recipe) == ","
        readings = dict.fromkeys([*numbers, card.schema.target], _COMMA) if is_comma else {}
        delimiter = recipe.delimiter if len(recipe.delimiter) == 1 else ","
        return Reading(delimiter=delimiter, names=names, readings=readings)
    wanted = {names.get(name, name): wish_of(text) for name, text in recipe.readings.items()}
    known = {level for feature in card.schema.features for level in feature.levels} | {*card.schema.classes}
    return Reading(
        encoding=_BY_PROGRAM if recipe.encoding == "utf-8" else recipe.encoding,
        delimiter=recipe.delimiter or ",",
        header=recipe.header,
        missing=tuple(mark for mark in recipe.missing_marks if mark not in known),
        missing_in={name: wish.missing for name, wish in wanted.items() if wish and wish.missing},
        names=names,
        readings={name: wish.reading for name, wish in wanted.items() if wish},
    )


def is_converted(recipe: Recipe) -> bool:
    """Return whether the file must be saved as CSV by Hunch before the script can read it."""
    is_plain = recipe.header > 0 and recipe.header_rows == 1 and not recipe.left_out
    return recipe.format != "csv" or not is_plain


def converting(card: ModelCard) -> str:
    """Return the command that saves the file as the script reads it; nothing where that is as it stands."""
    if not is_converted(card.recipe):
        return ""
    words = ["hunch", "convert", card.table, *_options(card.recipe), "--out", csv_of(card)]
    return shlex.join(words)


def csv_of(card: ModelCard) -> str:
    """Return the name of the file that the script reads."""
    return f"{card.table.rpartition('.')[0] or card.table}.csv" if is_converted(card.recipe) else card.table


def _options(recipe: Recipe) -> Iterator[str]:
    wishes = recipe.wishes
    for option, value in (
        ("--sheet", wishes.sheet),
        ("--range", wishes.range),
        ("--encoding", wishes.encoding),
    ):
        if value:
            yield from (option, value)
    for column, reading in wishes.readings.items():
        yield from ("--assume", f"{column}={reading}")
