"""What was usual in pieces that a file can hold, and back."""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.anomalies.counted import Counted
from desktop_app.engine.anomalies.detecting import Ends
from desktop_app.engine.anomalies.encoding import MOST_LEVELS, Encoding, Scale, Values
from desktop_app.engine.anomalies.finding import MOST_COMPARED
from desktop_app.engine.anomalies.normal import Learned, Normal
from desktop_app.engine.anomalies.summaries import MOST_NUMBERS, Lots
from desktop_app.engine.arrays import ANY, Floats, checked
from desktop_app.engine.cells import LARGEST, Layout
from desktop_app.engine.parts import Parts
from desktop_app.records.jsonable import from_json, to_json

VERSION = 1
_MOST_VALUES = 100_000  # of all categories together
_LEAST = 1e-30  # that a spread is
_ENDS = ("distances", "high", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """What the JSON says."""

    version: int
    layout: Layout
    scales: tuple[Scale, ...]
    values: tuple[Values, ...]
    counted: Counted


def take_apart(normal: Normal) -> Parts:
    """Return the pieces of what was usual."""
    record = _Record(
        version=VERSION,
        layout=normal.layout,
        scales=normal.encoding.scales,
        values=normal.encoding.values,
        counted=normal.counted,
    )
    arrays = {"means": normal.lots.means, "spreads": normal.lots.spreads, "usual": normal.usual}
    for name, ends in zip(_ENDS, (normal.distances, normal.high, normal.low), strict=True):
        # A feature that does not vary has no end: infinite, which no array of a file may hold.
        is_flat = ~np.isfinite(ends.mean)
        arrays |= {f"{name}.start": ends.start, f"{name}.mean": np.where(is_flat, 0.0, ends.mean)}
    return Parts(features=to_json(record), arrays=arrays, estimators={})


def put_together(parts: Parts) -> Normal:
    """Return what was usual. Raises ValueError, TypeError or KeyError where the pieces do not fit."""
    record = from_json(_Record, parts.features)
    if record.version != VERSION or record.layout.texts or parts.estimators:
        raise ValueError("version")
    _check(record)
    features = len(record.scales) + sum(len(one.frequent) for one in record.values)
    means = _within(checked(parts.arrays, "means", (ANY, features)))
    spreads = _within(checked(parts.arrays, "spreads", means.shape))
    usual = _within(checked(parts.arrays, "usual", (ANY,)))
    if not (0 < means.size <= 2 * MOST_NUMBERS and len(means) <= MOST_COMPARED and (spreads >= 0).all()):
        raise ValueError("lots")
    if not 0 < len(usual) <= MOST_COMPARED or (np.diff(usual) < 0).any():
        raise ValueError("usual")
    learned = Learned(
        layout=record.layout,
        encoding=Encoding(scales=record.scales, values=record.values),
        lots=Lots(means=np.ascontiguousarray(means), spreads=spreads),
        ends=(_ends(parts, "distances", 1), _ends(parts, "high", features), _ends(parts, "low", features)),
        counted=record.counted,
    )
    return Normal.of(learned, usual)


def _ends(parts: Parts, name: str, features: int) -> Ends:
    start, mean = (
        _within(checked(parts.arrays, f"{name}.{part}", (features,))) for part in ("start", "mean")
    )
    if (mean < 0).any():
        raise ValueError(name)
    return Ends(start=start, mean=np.where(mean > 0, mean, np.inf))


def _within(array: Floats) -> Floats:
    if np.abs(array).max(initial=0.0) > LARGEST:
        raise ValueError("a number beyond all")
    return array


def _check(record: _Record) -> None:
    """Raise ValueError where numbers or values cannot be those of a table."""
    layout, counted = record.layout, record.counted
    names = (*layout.numbers, *layout.dates, *layout.categories)
    if len(record.scales) != len(layout.numbers) + len(layout.dates):
        raise ValueError("scales")
    if len(record.values) != len(layout.categories) or not all(map(_can_be, record.values)):
        raise ValueError("values")
    if not all(map(_is_scale, record.scales)):
        raise ValueError("scales")
    if set(counted.values) != set(layout.categories) or set(counted.empty) != set(names):
        raise ValueError("counted")
    counts = [*counted.empty.values(), *(count for own in counted.values.values() for count in own.values())]
    if counted.rows < 1 or counted.few < 0 or any(not 0 <= count <= counted.rows for count in counts):
        raise ValueError("counts")
    if len(counts) > _MOST_VALUES:
        raise ValueError("too many values")


def _is_scale(scale: Scale) -> bool:
    numbers = (scale.center, scale.spread, scale.offset or 0.0, scale.rareness, scale.unlikeliness)
    return all(abs(number) <= LARGEST for number in numbers) and (
        scale.spread >= _LEAST and (scale.offset or 0.0) >= 0 and min(scale.rareness, scale.unlikeliness) >= 0
    )


def _can_be(values: Values) -> bool:
    pairs = [*values.rareness.values(), values.unknown]
    return (
        len(values.frequent) == len(set(values.frequent)) <= MOST_LEVELS
        and "" in values.rareness
        and all(0 <= number <= LARGEST for pair in pairs for number in pair)
    )
