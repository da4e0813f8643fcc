"""Groups, or what is usual in a table, become a model file and come back out of it, after the same checks.

The file holds no row: centres or means of lots of rows, ranges of columns, and values that five rows share.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from desktop_app.engine.anomalies import pieces
from desktop_app.engine.anomalies.normal import Normal
from desktop_app.engine.cells import Layout
from desktop_app.engine.clustering.placing import Placer
from desktop_app.engine.parts import Parts
from desktop_app.models.admission import Admitted
from desktop_app.models.canonical import write_json
from desktop_app.models.compared_card import compared_card_of
from desktop_app.models.compared_prose import compared_card_text
from desktop_app.models.frames import make_frame
from desktop_app.models.golden import COUNT, Golden, made_up
from desktop_app.models.grammar import UnsoundError
from desktop_app.models.package import COMPARED, WITHOUT_EACH, Package
from desktop_app.models.saving import begun, check_opens, write_parts
from desktop_app.models.stored_answers import TOLERANCE, answers_of
from desktop_app.models.whole_parts import parts_in, refused, refusing
from desktop_app.records.compared_cards import ComparedCard, ComparedFound
from desktop_app.records.jsonable import to_json
from desktop_app.records.models import Schema
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Table
from desktop_app.tables.out.placing import placed

_MOST_STORED = 1_000  # rows


@dataclass(frozen=True, slots=True)
class OpenedCompared:
    """Groups, or what is usual, that passed every check: one of both."""

    card: ComparedCard
    placer: Placer | None
    normal: Normal | None
    notices: tuple[Notice, ...] = ()


def save_compared(
    path: Path, found: ComparedFound, made: Placer | Normal, table: Table, schema: Schema
) -> ComparedCard:
    """Write groups, or what is usual, to *path*, whole or not at all; return the card. Raises SaveError."""
    parts = made.to_parts() if isinstance(made, Placer) else pieces.take_apart(made)
    stored = _stored(made, schema, found.seed)
    card = ComparedCard(
        **begun(table),
        rows=table.rows,
        schema=schema,
        found=found,
        stored_answers=len(stored.answers),
    )
    own = {
        "schema.json": write_json(to_json(card.schema)),
        COMPARED: write_json(to_json(found)),
        "golden.json": write_json({"columns": stored.columns, "answers": stored.answers}),
        "card.md": compared_card_text(card).encode(),
    }
    with placed(path) as draft:
        card = write_parts(draft, card, parts, own, WITHOUT_EACH)
        check_opens(draft, path.name, open_compared_package)
    return card


def open_compared(found: Admitted) -> OpenedCompared:
    """Return what is in a file that may be opened, with what is said of its signatures."""
    opened = open_compared_package(found.package)
    return replace(opened, notices=(*found.notices, *opened.notices))


def open_compared_package(package: Package) -> OpenedCompared:
    """Return what is in a package whose parts are whole. Raises ModelError."""
    card = compared_card_of(package)
    with refusing(package):
        parts, notices = parts_in(package)
        made = _made(parts, card)
        agrees = _still_agrees(made, package.record(Golden, "golden.json"), card)
    if not agrees:
        raise refused(package)
    if isinstance(made, Placer):
        return OpenedCompared(card, made, None, notices)
    return OpenedCompared(card, None, made, notices)


def _made(parts: Parts, card: ComparedCard) -> Placer | Normal:
    """Return what compares. Raises UnsoundError where it is not what the card says."""
    made = Placer.from_parts(parts) if card.found.kind == "groups" else pieces.put_together(parts)
    _check_layout(made.layout, card.schema)
    grouping = card.found.grouping
    if grouping and isinstance(made, Placer) and made.groups != len(grouping.clusters):
        raise UnsoundError("it has other groups than it says")
    return made


def _check_layout(layout: Layout, schema: Schema) -> None:
    """Raise UnsoundError where other columns are read than the schema says, or as something else."""
    read = {
        **dict.fromkeys(layout.numbers, "number"),
        **dict.fromkeys(layout.dates, "date"),
        **dict.fromkeys(layout.categories, "category"),
    }
    if read != {feature.name: feature.type for feature in schema.features} or len(read) != len(layout.names):
        raise UnsoundError("it reads other columns than it says")


def _stored(made: Placer | Normal, schema: Schema, seed: int) -> Golden:
    columns = {name: cells[:COUNT] for name, cells in made_up(schema, (), seed).items()}
    return Golden(columns=columns, answers=made.numbers(make_frame(schema.features, columns)).tolist())


def stored_agree(one: Package, other: Package) -> bool:
    """Return whether two packages have the same stored answers, within what computers differ by."""
    first, second = (package.record(Golden, "golden.json") for package in (one, other))
    return first.columns == second.columns and _agree(first.answers, second.answers)


def _still_agrees(made: Placer | Normal, stored: Golden, card: ComparedCard) -> bool:
    """Return whether it gives the stored answers. Raises ValueError where the rows do not fit."""
    if not 0 < len(stored.answers) == card.stored_answers <= _MOST_STORED:
        raise ValueError("its stored answers are not as many as it says")
    if stored.columns.keys() != set(card.schema.names):
        raise ValueError("the stored rows have other columns")
    if any(len(cells) != len(stored.answers) for cells in stored.columns.values()):
        raise ValueError("the stored rows are not whole")
    again = made.numbers(make_frame(card.schema.features, stored.columns))
    return _agree(stored.answers, again.tolist())


def _agree(one: list[list[float]], other: list[list[float]]) -> bool:
    if (pair := answers_of(one, other)) is None:
        return False
    then, again = pair
    return bool(np.isclose(again, then, rtol=TOLERANCE, atol=TOLERANCE).all())
