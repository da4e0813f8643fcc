"""Rows of new tables put into the groups of an old one, or into none, and what a file holds to do so."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Flags, Floats, Ints, checked
from desktop_app.engine.cells import LARGEST, Cells, Layout, read_cells
from desktop_app.engine.clustering.encoding import MOST_LEVELS, Encoding
from desktop_app.engine.clustering.grouping import Grouper
from desktop_app.engine.clustering.partition import Partition
from desktop_app.engine.clustering.reach import COUNTED, Reach
from desktop_app.engine.parts import Parts
from desktop_app.records.jsonable import from_json, to_json

VERSION = 2
MOST_GROUPS = 20
_MOST_CENTERS = 2_000_000  # numbers of all centres together
_LEAST = 1e-30  # that a spread is
FEW = 5  # rows: a value that fewer share may point to a person
_TAKEN = "\N{REPLACEMENT CHARACTER}"  # begins what stands in the place of a name; no cell is read as such


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where rows belong: the group that is nearest, how well they fit there, and whether they fit none."""

    groups: Ints  # (rows,)
    fit: Floats  # (rows,) from 1 in the centre to 0 on a border
    far: Floats  # (rows,) of what is allowed: above 1, a row fits none

    @property
    def fits_none(self) -> Flags:
        """Return (rows,) whether a row lies farther from every group than the old rows did."""
        return np.asarray(self.far > 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """What the JSON says."""

    version: int
    layout: Layout
    levels: tuple[tuple[str, ...], ...]
    held: int
    beyond: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Placer:
    """What puts rows into groups."""

    grouper: Grouper
    reach: Reach

    @classmethod
    def learn(cls, grouper: Grouper, frame: pd.DataFrame, seed: int) -> "Placer":
        """Return it of the groups that were found in a frame, without values that few of its rows share."""
        cells = read_cells(frame, grouper.layout)
        encoding = grouper.encoding
        reach = Reach.learn(encoding.points(cells).values, grouper.partition, encoding.blocks, seed)
        kept = replace(encoding, levels=_without_few(encoding.levels, cells))
        return cls(grouper=replace(grouper, encoding=kept), reach=reach)

    @property
    def layout(self) -> Layout:
        """The columns it reads."""
        return self.grouper.layout

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(self.grouper.partition.centers)

    def place(self, frame: pd.DataFrame) -> Placed:
        """Return where the rows of a frame belong."""
        points = self.grouper.points(frame)
        groups, fit = self.grouper.place_points(points)
        far = self.reach.far(points, self.grouper.partition, self.grouper.encoding.blocks)
        return Placed(groups=groups, fit=fit, far=far)

    def numbers(self, frame: pd.DataFrame) -> Floats:
        """Return (rows, 2) the fit and the distance of each row, to be compared."""
        placed = self.place(frame)
        return np.column_stack([placed.fit, placed.far])

    def to_parts(self) -> Parts:
        """Return it in pieces."""
        encoding = self.grouper.encoding
        is_log = ~np.isnan(encoding.offsets)
        record = _Record(
            version=VERSION,
            layout=self.grouper.layout,
            levels=encoding.levels,
            held=self.reach.held,
            beyond=self.reach.beyond,
        )
        arrays = {
            "is_log": is_log,
            "offsets": np.where(is_log, encoding.offsets, 0.0),
            "centers": encoding.centers,
            "spreads": encoding.spreads,
            "group_centers": self.grouper.partition.centers,
            "group_spreads": self.reach.spreads,
            "limits": self.reach.limits,
        }
        return Parts(features=to_json(record), arrays=arrays, estimators={})

    @classmethod
    def from_parts(cls, parts: Parts) -> "Placer":
        """Return it of pieces. Raises ValueError, TypeError or KeyError where they do not fit together."""
        record = from_json(_Record, parts.features)
        if record.version != VERSION or record.layout.texts or parts.estimators:
            raise ValueError("version")
        encoding = _encoding(record, parts)
        features = len(encoding.centers) + sum(map(len, encoding.levels))
        centers = checked(parts.arrays, "group_centers", (-1, features))
        groups = len(centers)
        spreads = checked(parts.arrays, "group_spreads", (groups, len(encoding.centers)))
        limits = checked(parts.arrays, "limits", (COUNTED,))
        if not (2 <= groups <= MOST_GROUPS and 0 < centers.size <= _MOST_CENTERS):
            raise ValueError("groups")
        if np.abs(centers).max() > LARGEST or limits.max() > LARGEST:
            raise ValueError("reach")
        if limits.min() < _LEAST or (spreads < _LEAST).any():
            raise ValueError("reach")
        if not 0 <= record.beyond <= record.held:
            raise ValueError("held")
        partition = Partition(centers=np.ascontiguousarray(centers))
        return cls(
            grouper=Grouper(layout=record.layout, encoding=encoding, partition=partition),
            reach=Reach(spreads=spreads, limits=limits, held=record.held, beyond=record.beyond),
        )


def _without_few(levels: tuple[tuple[str, ...], ...], cells: Cells) -> tuple[tuple[str, ...], ...]:
    """Return the levels, of which those that few rows share keep their place, but lose their name."""
    return tuple(
        tuple(
            name if np.count_nonzero(codes == known.index(name)) >= FEW else f"{_TAKEN}{place}"
            for place, name in enumerate(own)
        )
        for own, known, codes in zip(levels, cells.levels, cells.codes.T, strict=True)
    )


def _encoding(record: _Record, parts: Parts) -> Encoding:
    layout = record.layout
    count, levels = len(layout.numbers) + len(layout.dates), record.levels
    is_log = checked(parts.arrays, "is_log", (count,), np.bool_)
    offsets, centers, spreads = (
        checked(parts.arrays, name, (count,)) for name in ("offsets", "centers", "spreads")
    )
    if len(levels) != len(layout.categories) or any(len(set(own)) != len(own) for own in levels):
        raise ValueError("levels")
    if any(len(own) > MOST_LEVELS for own in levels) or (offsets < 0).any() or (spreads < _LEAST).any():
        raise ValueError("encoding")
    return Encoding(
        offsets=np.where(is_log, offsets, np.nan), centers=centers, spreads=spreads, levels=levels
    )
