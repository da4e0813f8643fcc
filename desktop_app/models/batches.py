"""The columns that a model reads, a batch of rows at a time, so that a file may be larger than memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from desktop_app.records.models import Feature
from desktop_app.records.tables import Table
from desktop_app.tables.stored.frames import read_frame
from desktop_app.tables.stored.lost_cells import read_lost

ROWS = 250_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Some rows: the features that the table has, and the text of the cells that could not be understood."""

    start: int
    frame: pd.DataFrame
    unread: dict[str, list[str | None]] = field(default_factory=dict)


def read_batches(
    folder: Path, table: Table, features: Sequence[Feature], first: int = 0, at_once: int = 0
) -> Iterator[Batch]:
    """Yield the rows of a table from the *first* on, in their order, *at_once* so many (0: `ROWS`).

    Features that the table lacks are left out.
    """
    at_once = at_once or ROWS
    there = [feature for feature in features if table.column(feature.name) is not None]
    wanted = {feature.name: feature.type for feature in there}
    same = [feature.name for feature in there if _may_be_lost(feature, table)]
    doubtful = [feature.name for feature in there if _is_doubtful(feature, table)]
    for start in range(first, table.rows, at_once):
        rows = range(start, start + at_once)
        frame = read_frame(folder, table, wanted, rows)
        unread = read_lost(folder, table, same, start=start, count=at_once)
        if doubtful:
            texts = read_frame(folder, table, dict.fromkeys(doubtful, "text"), rows)
            unread |= {name: _not_understood(frame[name], texts[name]) for name in doubtful}
        yield Batch(start=start, frame=frame, unread={name: cells for name, cells in unread.items() if cells})


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
