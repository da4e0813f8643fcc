"""The columns that a model reads, a batch of rows at a time, so that a file may be larger than memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from desktop_app.records.models import Feature
from desktop_app.records.tables import Table
from desktop_app.tables.stored.frames import read_frames
from desktop_app.tables.stored.lost_cells import columns_with_lost, read_lost

ROWS, FEWEST_ROWS = 61_440, 2_000  # of a narrow table, stored in groups of so many, and of a wide one
MOST_ROWS, MANY = 2 * ROWS, 1_000_000  # of a table of many: to ask once costs as much as 5,000 rows
_CELLS = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Some rows: the features that the table has, and the text of the cells that could not be understood."""

    start: int
    frame: pd.DataFrame
    unread: dict[str, list[str | None]] = field(default_factory=dict)


def read_batches(
    folder: Path, table: Table, features: Sequence[Feature], rows: range | None = None, most: int = MOST_ROWS
) -> Iterator[Batch]:
    """Yield all or some *rows* of a table in their order, *most* at a time at most.

    Features that the table lacks are left out.
    """
    there = _there(table, features)
    wanted = {feature.name: feature.type for feature in there}
    same = columns_with_lost(folder, table, [one.name for one in there if _may_be_lost(one, table)])
    doubtful = [feature.name for feature in there if _is_doubtful(feature, table)]
    ranges = parts_of(range(table.rows) if rows is None else rows, rows_at_once(table, features, most))
    frames = read_frames(folder, table, wanted, ranges)
    texts = read_frames(folder, table, dict.fromkeys(doubtful, "text"), ranges)
    for some in ranges:
        frame = next(frames)
        unread = read_lost(folder, table, same, start=some.start, count=len(some))
        if doubtful:
            as_text = next(texts)
            unread |= {name: _not_understood(frame[name], as_text[name]) for name in doubtful}
        told = {name: cells for name, cells in unread.items() if cells}
        yield Batch(start=some.start, frame=frame, unread=told)


def rows_at_once(table: Table, features: Sequence[Feature], most: int = MOST_ROWS) -> int:
    """Return how many rows `read_batches` reads at a time."""
    return min(most, rows_of(len(_there(table, features)), table.rows))


def parts_of(rows: range, many: int) -> list[range]:
    """Return rows in parts of so many, in their order; the last one has the rest."""
    return [rows[start : start + many] for start in range(0, len(rows), many)]


def rows_of(columns: int, rows: int = 0) -> int:
    """Return how many rows of so many columns a batch has at most, in a table of so many *rows*."""
    return min(MOST_ROWS if rows >= MANY else ROWS, max(FEWEST_ROWS, _CELLS // max(1, columns)))


def _there(table: Table, features: Sequence[Feature]) -> list[Feature]:
    return [feature for feature in features if table.column(feature.name) is not None]


def _is_doubtful(feature: Feature, table: Table) -> bool:
    """Whether a column was of another kind when the model learned: some cells may not be understood."""
    column = table.column(feature.name)
    return column is not None and feature.type in ("number", "date") and column.type != feature.type


def _may_be_lost(feature: Feature, table: Table) -> bool:
    """Whether a column is read as it was when the model learned, whatever stands in it now."""
    column = table.column(feature.name)
    if column is None:
        return False
    return column.type == "yes/no" or (column.type in ("number", "date") and column.type == feature.type)


def _not_understood(values: "pd.Series[str]", texts: "pd.Series[str]") -> list[str | None]:
    """Return the text where there is some and no value came of it; nothing where all was understood."""
    lost = values.isna().to_numpy() & texts.notna().to_numpy()
    if not lost.any():
        return []
    return [str(text) if gone else None for text, gone in zip(texts, np.asarray(lost), strict=True)]
