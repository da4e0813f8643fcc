"""What is counted in the columns of a new file: values never seen or not understood, and empty cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.engine.cells import coded_values
from desktop_app.models.batches import Batch, read_batches
from desktop_app.models.concerned import Found
from desktop_app.models.frames import numbers_of
from desktop_app.models.frequent import Frequent
from desktop_app.models.shifted import ShiftCount
from desktop_app.models.unmet import UnmetCount
from desktop_app.records.models import Feature
from desktop_app.records.tables import Table


@dataclass(slots=True)
class Tally:
    """What was counted in one column."""

    unseen: Frequent = field(default_factory=Frequent)
    unread: Frequent = field(default_factory=Frequent)
    beyond: int = 0
    empty: int = 0


@dataclass(frozen=True, slots=True)
class Counting:
    """What is counted over all columns, and the rows that are met."""

    counts: tuple[UnmetCount, ShiftCount]
    found: Found


def tallies_of(
    folder: Path, table: Table, features: Sequence[Feature], looking: Counting
) -> dict[str, Tally]:
    """Return what each of some columns holds; what is counted over all of them is then in *looking*."""
    tallies = {feature.name: Tally() for feature in features}
    read = [feature for feature in features if feature.type != "text"]
    for feature in features:
        column = table.column(feature.name)
        if feature.type == "text" and column is not None:
            tallies[feature.name].empty = column.missing  # long texts are not fetched only to count them
    for batch in read_batches(folder, table, read) if read else ():
        for count in looking.counts:
            count.add(batch.frame)
        for feature in read:
            _add(tallies[feature.name], batch, feature, looking.found)
    return tallies


def _add(tally: Tally, batch: Batch, feature: Feature, found: Found) -> None:
    values: Any = batch.frame[feature.name]
    texts = batch.unread.get(feature.name, ())
    unread = [text for text in texts if text is not None]
    tally.unread.update(unread)
    is_empty, is_unread = values.isna().to_numpy(), np.zeros(len(values), dtype=np.bool_)
    if unread:
        is_unread = np.array([text is not None for text in texts])
        for code in ("check.not_read", "check.type"):
            found.add(code, feature.name, batch.start, is_unread)
    tally.empty += int(np.count_nonzero(is_empty)) - len(unread)
    found.add("check.empty", feature.name, batch.start, is_empty & ~is_unread)
    if feature.type in ("number", "date"):
        numbers = numbers_of(values, feature)
        least, most = feature.minimum, feature.maximum
        if least is not None and most is not None:
            is_beyond = (numbers < least) | (numbers > most)
            tally.beyond += int(np.count_nonzero(is_beyond))
            found.add("check.beyond", feature.name, batch.start, is_beyond)
    elif feature.levels:
        codes, present = coded_values(values)
        counts = np.bincount(codes[codes >= 0], minlength=len(present))
        known = set(feature.levels)
        counted = zip(present, counts.tolist(), strict=True)
        unseen = {name: count for name, count in counted if count and name not in known}
        tally.unseen.update(unseen)
        if unseen and found.wants("check.unseen", feature.name):
            is_strange = np.array([*(name in unseen for name in present), False])  # the last: empty
            found.add("check.unseen", feature.name, batch.start, is_strange[codes])
