"""A learned model in pieces that a file can hold, and back: no piece can do anything by itself."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from desktop_app.engine.arrays import ANY, checked, checked_places
from desktop_app.engine.brought import parts as brought
from desktop_app.engine.brought.model import Brought
from desktop_app.engine.cells import Layout
from desktop_app.engine.evaluation.intervals import Intervals
from desktop_app.engine.features.categories import Categories
from desktop_app.engine.features.dates import Dates
from desktop_app.engine.features.means import MOST_ANSWERS, Means
from desktop_app.engine.features.numbers import Numbers
from desktop_app.engine.features.preparation import Preparation
from desktop_app.engine.features.texts import Words
from desktop_app.engine.kinds.kind import Estimator
from desktop_app.engine.kinds.pieces import check_answers, put_back, taken_apart
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.model import MOST_COPIES, AnyModel, Member, Model
from desktop_app.engine.own.kept import Groups, arrays_of, own_from
from desktop_app.engine.own.strangers import Strangers, strangers_from
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.results import KindName

VERSION = 2
_MODEL, _WORDS, _SUMS = "model", "words", "sums"  # the names of the estimators

Array = npt.NDArray[Any]


class OlderPartsError(ValueError):
    """A program wrote these pieces whose form is not read any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A predictor in pieces: plain JSON, arrays of numbers, scikit-learn estimators."""

    features: dict[str, JSON]
    arrays: dict[str, Array]
    estimators: dict[str, Estimator]


class Whole(NamedTuple):
    """A predictor in one piece."""

    layout: Layout
    classes: tuple[str, ...]
    model: AnyModel
    intervals: Intervals | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    """One of the kinds that the model is made of."""

    kind: KindName
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """What the JSON says."""

    version: int
    members: tuple[_Member, ...]  # none: the simplest guess
    classes: tuple[str, ...]
    layout: Layout
    levels: tuple[tuple[str, ...], ...]  # of each category, the most frequent first
    weight: float
    lowest: float
    highest: float
    own: Groups | None = None  # of a model with a correction for each group
    strangers: Strangers | None = None


def take_apart(whole: Whole) -> Parts:
    """Return the pieces of a predictor."""
    ranges = whole.intervals.to_arrays() if whole.intervals else {}
    if isinstance(whole.model, Brought):
        features, pieces = brought.take_apart(whole.model)
        return Parts(features=features, arrays=pieces | ranges, estimators={})
    model, prepared = whole.model, whole.model.preparation
    record = _Record(
        version=VERSION,
        members=tuple(_Member(kind=member.kind, weight=member.weight) for member in model.members),
        classes=whole.classes,
        layout=whole.layout,
        levels=prepared.categories.levels if prepared else (),
        weight=model.weight,
        lowest=model.lowest,
        highest=model.highest,
        own=Groups.of(model.own) if model.own else None,
        strangers=model.strangers,
    )
    arrays: dict[str, Array] = {"simplest": model.simplest}
    estimators: dict[str, Estimator] = {}
    for place, member in enumerate(model.members):
        own, fitted = taken_apart(member.estimator)
        arrays |= {f"{_MODEL}{place}.{name}": array for name, array in own.items()}
        estimators |= {} if fitted is None else {f"{_MODEL}{place}": fitted}
    arrays |= ranges | arrays_of(model.own)
    if prepared is not None:
        arrays |= _preparation_arrays(prepared)
    if prepared is not None and prepared.words is not None:
        estimators[_WORDS] = prepared.words.weights
        if prepared.words.sums is not None:
            estimators[_SUMS] = prepared.words.sums
    return Parts(features=to_json(record), arrays=arrays, estimators=estimators)


def put_together(parts: Parts) -> Whole:
    """Return the predictor of these pieces.

    Raises OlderPartsError for those of an older form; ValueError, TypeError or KeyError if they do not fit,
    and RefusedGraphError for a graph that is not run.
    """
    if brought.is_brought(parts.features):
        made = brought.put_together(parts.features, parts.arrays)
        layout, classes = brought.layout_of(made.schema.columns), made.schema.classes
        return Whole(layout, classes, made, Intervals.from_arrays(parts.arrays))
    version = parts.features.get("version")
    if isinstance(version, int) and 0 < version < VERSION:
        raise OlderPartsError(f"version {version}")
    record = from_json(_Record, parts.features)
    if record.version != VERSION:
        raise ValueError(f"version {record.version}")
    _check_members(record.members)
    if not 0 <= record.weight <= 1:
        raise ValueError("weight")
    answers = max(1, len(record.classes))
    preparation = _preparation(record, parts) if record.members or record.own else None
    model = Model(
        simplest=_array(parts, "simplest", (answers,)),
        weight=record.weight,
        lowest=record.lowest,
        highest=record.highest,
        classes=len(record.classes),
        preparation=preparation,
        members=tuple(
            _member(member, place, parts, preparation, len(record.classes))
            for place, member in enumerate(record.members)
        )
        if preparation
        else (),
        own=own_from(record.own, parts.arrays, preparation, answers),
        strangers=strangers_from(record.strangers, preparation),
    )
    return Whole(record.layout, record.classes, model, Intervals.from_arrays(parts.arrays))


def _check_members(members: Sequence[_Member]) -> None:
    """Refuse members that are no blend: one too often, or weights of more than the whole."""
    weights = [member.weight for member in members]
    if max(Counter(member.kind for member in members).values(), default=0) > MOST_COPIES:
        raise ValueError("members")
    if not all(weight > 0 for weight in weights) or not sum(weights) <= 1 + 1e-9:
        raise ValueError("weights")


def _member(member: _Member, place: int, parts: Parts, preparation: Preparation, classes: int) -> Member:
    name = f"{_MODEL}{place}"
    own = {
        key.removeprefix(f"{name}."): array
        for key, array in parts.arrays.items()
        if key.startswith(f"{name}.")
    }
    features = len(preparation.columns_of(KINDS[member.kind].form))
    estimator = put_back(member.kind, own, parts.estimators.get(name), features)
    check_answers(estimator, classes)
    return Member.of(member.kind, member.weight, estimator)


def _preparation_arrays(prepared: Preparation) -> dict[str, Array]:
    names = ("centers", "spreads", "knots", "gaps")
    arrays = _fields("numbers", prepared.numbers, names) | _fields("dates", prepared.dates.parts, names)
    arrays["dates.hours"] = prepared.dates.hours
    arrays |= _fields("means", prepared.means, ("columns", "starts", "means", "counts"))
    if prepared.strongest is not None:
        arrays["strongest"] = prepared.strongest
    return arrays


def _fields(prefix: str, record: Any, names: tuple[str, ...]) -> dict[str, Array]:
    return {f"{prefix}.{name}": getattr(record, name) for name in names}


def _preparation(record: _Record, parts: Parts) -> Preparation:
    layout = record.layout
    if len(record.levels) != len(layout.categories):
        raise ValueError("levels")
    hours = _array(parts, "dates.hours", (len(layout.dates),), np.bool_)
    categories = Categories(levels=record.levels)
    preparation = Preparation(
        layout=layout,
        numbers=_numbers(parts, "numbers", len(layout.numbers)),
        dates=Dates(hours=hours, parts=_numbers(parts, "dates", 4 * len(layout.dates) + int(hours.sum()))),
        categories=categories,
        means=_means(parts, categories),
        words=_words(parts) if _WORDS in parts.estimators else None,
    )
    return preparation if "strongest" not in parts.arrays else _narrowed(preparation, parts)


def _words(parts: Parts) -> Words:
    weights, sums = parts.estimators[_WORDS], parts.estimators.get(_SUMS)
    if not isinstance(weights, TfidfVectorizer) or not isinstance(sums, TruncatedSVD | None):
        raise TypeError("words")
    if sums is not None and sums.components_.shape != (sums.n_components, len(weights.vocabulary_)):
        raise ValueError("sums")
    return Words(weights=weights, sums=sums)


def _narrowed(preparation: Preparation, parts: Parts) -> Preparation:
    strongest = checked_places(parts.arrays, "strongest", len(preparation.columns_of("means")))
    return replace(preparation, strongest=strongest)


def _numbers(parts: Parts, prefix: str, columns: int) -> Numbers:
    return Numbers(
        centers=_array(parts, f"{prefix}.centers", (columns,)),
        spreads=_array(parts, f"{prefix}.spreads", (columns,)),
        knots=_array(parts, f"{prefix}.knots", (columns, ANY)),
        gaps=_array(parts, f"{prefix}.gaps", (columns,), np.bool_),
    )


def _means(parts: Parts, categories: Categories) -> Means:
    sizes = categories.sizes
    columns = checked_places(parts.arrays, "means.columns", len(sizes))
    starts = np.concatenate([[0], np.cumsum(sizes[columns])]).astype(np.int64)
    if not np.array_equal(_array(parts, "means.starts", (len(starts),), np.int64), starts):
        raise ValueError("means.starts")
    means = _array(parts, "means.means", (int(starts[-1]), ANY))
    if means.shape[1] > MOST_ANSWERS:
        raise ValueError("means.means")
    counts = _array(parts, "means.counts", (int(starts[-1]),))
    return Means(columns=columns, starts=starts, means=means, counts=counts)


def _array(parts: Parts, name: str, shape: tuple[int, ...], kind: type[Any] = np.float64) -> Array:
    return checked(parts.arrays, name, shape, kind)
