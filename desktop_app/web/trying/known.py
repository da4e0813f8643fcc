"""What is known of the columns that a model reads, so that a person can fill in a row of them.

The model's own file says of which type each column was, and between which ends, also where the table is gone:
a part that is plain JSON under a hash, of which nothing is run. The profile of the table that it learned from
adds what a model has no need of: which values are frequent, and how many decimals are written.
"""

import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from desktop_app.engine.roles import role_of
from desktop_app.errors import AppError
from desktop_app.records.models import Feature, Schema
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Column, Table

LARGEST_MODEL = 64 * 2**20  # bytes; to read more for the sake of one part would keep the page waiting
_MOSTLY = 0.5
MOST_LEVELS = 200  # to choose from; any other one can be typed

Kind = Literal["number", "kind", "date", "text", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One column that a model reads; a day is in seconds since 1970."""

    key: str  # of its field in a form, for a name may hold anything
    name: str
    kind: Kind
    levels: tuple[str, ...] = ()  # of a kind: the most frequent first, as far as that is known
    has_all_levels: bool = False
    has_empty: bool = True  # there were empty cells
    minimum: float | None = None
    maximum: float | None = None
    low: float | None = None  # 5th of 100
    median: float | None = None
    high: float | None = None  # 95th of 100
    whole: bool = False
    decimals: int = 6
    unit: str = ""
    example: str = ""  # of a text
    is_mostly_empty: bool = False  # more cells than not: empty is what is usual

    @property
    def has_time(self) -> bool:
        """Whether its days have a time of day."""
        ends = (end for end in (self.minimum, self.maximum) if end is not None)
        return any(end % 86_400 for end in ends)


def known_columns(evaluation: Evaluation, model: str, table: Table | None) -> tuple[Known, ...]:
    """Return what is known of the columns that the model at *model* reads, those that matter most first.

    Of a column that neither the model's file nor the table tells of, only the name is known.
    """
    features = _features_of(model)
    columns = {column.name: column for column in table.columns} if table else {}
    losses = {one.column: one.loss for one in evaluation.importances}
    keyed = [(f"c{place}", name) for place, name in enumerate(evaluation.features)]
    keyed.sort(key=lambda pair: -losses.get(pair[1], -math.inf))
    return tuple(_known(key, name, features.get(name), columns.get(name)) for key, name in keyed)


def _features_of(model: str) -> Mapping[str, Feature]:
    try:
        return _read_features(model)
    except (AppError, OSError):
        return {}  # whoever asks the model hears what is wrong with its file


@lru_cache(maxsize=8)
def _read_features(model: str) -> Mapping[str, Feature]:
    """Return what a model file says of its columns, which never changes while it is at its place."""
    from desktop_app.models.package import read_package  # not needed before the first page

    path = Path(model)
    if path.stat().st_size > LARGEST_MODEL:
        return {}
    schema = read_package(path).record(Schema, "schema.json")
    return {feature.name: feature for feature in schema.features}


def _known(key: str, name: str, feature: Feature | None, column: Column | None) -> Known:
    if feature is None:
        return _of_column(key, column) if column else Known(key=key, name=name, kind="unknown")
    kind = _kind_in(feature)
    beside = column if column and _kind_of(column) == kind else None
    seen = set(feature.levels)
    often = [bar.label for bar in beside.top_values if bar.label in seen] if beside else []
    levels = tuple(dict.fromkeys((*often, *feature.levels)))
    return Known(
        key=key,
        name=name,
        kind=kind,
        levels=levels[:MOST_LEVELS],
        has_all_levels=len(levels) <= MOST_LEVELS,
        has_empty=feature.missing_share > 0,
        minimum=feature.minimum,
        maximum=feature.maximum,
        low=feature.low,
        median=feature.median,
        high=feature.high,
        whole=beside is not None and beside.whole,
        decimals=beside.decimals if beside else 6,
        unit=feature.unit,
        example=_example(beside) if beside else "",
        is_mostly_empty=feature.missing_share > _MOSTLY,
    )


def _of_column(key: str, column: Column) -> Known:
    levels = tuple(bar.label for bar in column.top_values)
    return Known(
        key=key,
        name=column.name,
        kind=_kind_of(column),
        levels=levels,
        has_all_levels=len(levels) >= column.distinct,
        has_empty=column.missing > 0,
        minimum=column.minimum,
        maximum=column.maximum,
        low=column.low,
        median=column.median,
        high=column.high,
        whole=column.whole,
        decimals=column.decimals,
        unit=column.unit,
        example=_example(column),
    )


def _kind_in(feature: Feature) -> Kind:
    match feature.type:
        case "number" | "date" | "text":
            return feature.type
    return "kind"


def _kind_of(column: Column) -> Kind:
    """Return how a model would read a column of the table."""
    role = role_of(column)
    return "kind" if role == "category" else role


def _example(column: Column) -> str:
    often = [bar.label for bar in column.top_values[:1]]
    return (*often, *column.examples[:1], "")[0]
