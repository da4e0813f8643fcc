"""Choosing columns by chance: what kind each is, its cells, and how it pulls."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, TypeVar, get_args

import numpy as np
import numpy.typing as npt

from tests.benchmarks.learner.made_columns import (
    Calendar,
    Column,
    Days,
    Effect,
    Kinds,
    Notes,
    Numbers,
    Shape,
)

T = TypeVar("T")
Kind = Literal["number", "few kinds", "many kinds", "yes/no", "date", "text"]

_MEASURES = (
    "size", "weight", "depth", "rooms", "speed", "volume", "length", "level", "charge", "stock", "visits",
    "distance", "height", "pressure", "humidity", "output", "capacity", "batch weight", "wait", "usage",
    "calls", "returns", "discount", "margin", "share", "points", "limit", "duration", "fuel",
)  # fmt: skip
_GROUPS = (
    "region", "branch", "product", "colour", "channel", "segment", "material", "shift", "machine", "season",
    "priority", "supplier", "zone", "brand", "grade", "tariff", "warehouse", "line",
)  # fmt: skip
HEADINGS: dict[Kind, tuple[str, ...]] = {
    "number": _MEASURES,
    "few kinds": _GROUPS[:9],
    "many kinds": _GROUPS[9:],
    "yes/no": ("insured", "online", "urgent", "heated", "shared"),
    "date": ("ordered on", "delivered on", "opened on", "booked on"),
    "text": ("note", "remark", "comment"),
}
_WORDS = (
    "order", "customer", "called", "about", "again", "parcel", "arrived", "open", "second", "with", "and",
    "after", "before", "please", "check", "invoice", "number", "still", "waiting", "colour", "left", "door",
    "at", "the", "for", "week", "new", "old", "small", "large", "part", "sent", "to", "from", "team", "usual",
)  # fmt: skip
_TELLING = ("broken", "refund", "thanks", "delayed", "perfect", "complaint", "cancelled", "excellent")
_UNITS = ("", "", "", " kg", " km", " %", " CC")
_PATTERNS = ("%Y-%m-%d", "%Y-%m-%d", "%d.%m.%Y")
_MISSING = (0.0, 0.0, 0.0, 0.03, 0.1, 0.3)
_LIKELY: dict[Kind, float] = {
    "number": 0.5,
    "few kinds": 0.2,
    "many kinds": 0.08,
    "yes/no": 0.08,
    "date": 0.08,
    "text": 0.06,
}
_MOST_TEXTS = 2  # a table has


def choose_columns(random: np.random.Generator, count: int) -> list[tuple[Kind, Column]]:
    """Return that many columns and the kind of each, names all different; at least one holds numbers."""
    kinds = [*_LIKELY]
    drawn = random.choice(len(kinds), size=count, p=list(_LIKELY.values()))
    chosen: list[Kind] = ["number", *(kinds[place] for place in drawn[1:])]
    orders = {kind: random.permutation(len(names)) for kind, names in HEADINGS.items()}
    counts: Counter[Kind] = Counter()
    made = []
    for kind in chosen:
        usable: Kind = "number" if kind == "text" and counts["text"] >= _MOST_TEXTS else kind
        made.append((usable, column_of(random, usable, _heading(usable, counts[usable], orders[usable]))))
        counts[usable] += 1
    return made


def _heading(kind: Kind, place: int, order: npt.NDArray[np.int64]) -> str:
    """Return a heading that nothing else in the table has: with a number where all of them are used."""
    again, which = divmod(place, len(order))
    return HEADINGS[kind][int(order[which])] + (f" {again + 1}" if again else "")


def column_of(random: np.random.Generator, kind: Kind, name: str) -> Column:
    """Return a column of that kind."""
    match kind:
        case "number":
            return _numbers(random, name)
        case "date":
            return _days(random, name)
        case "text":
            return _notes(random, name)
    return _kinds(random, kind, name)


def _numbers(random: np.random.Generator, name: str) -> Numbers:
    shape: Shape = _one_of(random, get_args(Shape))
    effect: Effect = _one_of(random, ("line", "line", "step", "bend"))
    middle = float(10 ** random.uniform(0.5, 4))
    spread = middle * float(random.uniform(0.05, 0.3))
    return Numbers(
        name=name,
        shape=shape,
        middle=middle,
        spread=spread,
        decimals=max(0, int(1.7 - np.log10(spread))),
        unit=_one_of(random, _UNITS),
        effect=effect,
        missing=_one_of(random, _MISSING),
        pull_of_missing=_one_of(random, (0.0, 0.0, 1.5)),
    )


def _kinds(random: np.random.Generator, kind: Kind, name: str) -> Kinds:
    count = {
        "yes/no": 2,
        "few kinds": int(random.integers(3, 9)),
        "many kinds": int(random.integers(12, 150)),
    }[kind]
    levels = (
        ("yes", "no") if count == 2 else tuple(f"{name[:3].upper()}{place + 1:03}" for place in range(count))
    )
    shares = 1.0 / np.arange(1, count + 1) ** random.uniform(0.1, 0.9)
    return Kinds(
        name=name,
        levels=levels,
        shares=tuple((shares / shares.sum()).tolist()),
        pulls=tuple(random.normal(size=count).tolist()) if count > 2 else (1.0, -1.0),
        missing=_one_of(random, _MISSING),
    )


def _days(random: np.random.Generator, name: str) -> Days:
    calendar: Calendar = _one_of(random, get_args(Calendar))
    return Days(
        name=name,
        first=date(2015, 1, 1) + timedelta(days=int(random.integers(0, 2000))),
        days=int(random.integers(400, 1500)),
        pattern=_one_of(random, _PATTERNS),
        calendar=calendar,
        pulls=tuple(random.normal(size=12).tolist()),
    )


def _notes(random: np.random.Generator, name: str) -> Notes:
    count = int(random.integers(1, 4))
    telling = tuple(_TELLING[place] for place in random.permutation(len(_TELLING))[:count])
    return Notes(
        name=name,
        words=_WORDS,
        telling=telling,
        pulls=tuple(random.choice([-1.0, 1.0], size=count).tolist()),
        share=float(random.uniform(0.2, 0.4)),
    )


def _one_of(random: np.random.Generator, values: Sequence[T]) -> T:
    return values[int(random.integers(len(values)))]
