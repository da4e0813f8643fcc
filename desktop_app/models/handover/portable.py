"""A model as plain lists, so that another language can answer as it does: all that its answers depend on.

Arrays stay arrays of numpy; `packed` turns them into text. What a reader must do with them is what
`engine.features` and `engine.kinds` do; `ui/handover/model.js` is one reader.
"""

import base64
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from desktop_app.engine.features.means import Means
from desktop_app.engine.features.numbers import KNOTS, Numbers
from desktop_app.engine.features.preparation import Form, Preparation
from desktop_app.engine.features.texts import Words
from desktop_app.engine.kinds.boosting import Logarithm
from desktop_app.engine.kinds.kernel import Curves
from desktop_app.engine.kinds.network import Layers
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.kinds.questions import Questions
from desktop_app.engine.kinds.side_by_side import FOREST
from desktop_app.engine.kinds.trees import Trees, boosted, grown
from desktop_app.engine.kinds.walker import BOOSTING
from desktop_app.engine.model import Member, Model
from desktop_app.engine.predictor import Predictor

Plain = dict[str, Any]  # texts, numbers, arrays, and lists or tables of them

_TYPES = {"float64": "f8", "float32": "f4", "int32": "i4"}


def portable(predictor: Predictor) -> Plain:
    """Return all that the answers of a predictor depend on."""
    model, intervals, layout = predictor.learned, predictor.intervals, predictor.layout
    forms: set[Form] = {KINDS[member.kind].form for member in model.members}
    prepared = model.preparation
    return {
        "layout": {kind: getattr(layout, kind) for kind in ("numbers", "dates", "categories", "texts")},
        "classes": predictor.classes,
        "simplest": model.simplest,
        "weight": model.weight,
        "lowest": model.lowest,
        "highest": model.highest,
        "prepared": None if prepared is None or not model.members else _prepared(prepared, forms),
        "members": [_member(member, model) for member in model.members],
        "range": None
        if intervals is None
        else {"answers": intervals.answers, "below": intervals.below, "above": intervals.above},
    }


def packed(plain: Any) -> Any:
    """Return the same with each array as text: its type, its shape, and its bytes in base 64."""
    if isinstance(plain, np.ndarray):
        array = plain.astype(np.int32) if plain.dtype.kind in "biu" else plain
        array = np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))
        text = base64.b64encode(array.tobytes()).decode("ascii")
        return {"type": _TYPES[array.dtype.name], "shape": list(array.shape), "data": text}
    if isinstance(plain, Mapping):
        return {name: packed(value) for name, value in plain.items()}
    if isinstance(plain, list | tuple):
        return [packed(value) for value in plain]
    return plain.item() if isinstance(plain, np.generic) else plain


def _prepared(prepared: Preparation, forms: set[Form]) -> Plain:
    is_scaled, is_told = bool(forms & {"lines", "curves"}), "means" in forms
    return {
        "numbers": _numbers(prepared.numbers) if is_scaled else None,
        "dates": _numbers(prepared.dates.parts) if is_scaled else None,
        "hours": prepared.dates.hours,
        "levels": prepared.categories.levels,
        "wide": prepared.categories.wide,
        "means": _means(prepared.means) if is_told else None,
        "words": None if prepared.words is None or forms == {"plain"} else _words(prepared.words),
        "strongest": prepared.strongest,
    }


def _numbers(numbers: Numbers) -> Plain:
    return {
        "centers": numbers.centers,
        "spreads": numbers.spreads,
        "knots": numbers.knots,
        "ranks": np.linspace(-1, 1, KNOTS),
        "gaps": np.flatnonzero(numbers.gaps),
    }


def _means(means: Means) -> Plain:
    return {"columns": means.columns, "starts": means.starts, "means": means.means, "counts": means.counts}


def _words(words: Words) -> Plain:
    places = words.weights.vocabulary_
    return {
        "terms": sorted(places, key=places.__getitem__),
        "weights": np.asarray(words.weights.idf_, dtype=np.float32),
        "sums": None if words.sums is None else np.asarray(words.sums.components_, dtype=np.float32),
    }


def _member(member: Member, model: Model) -> Plain:
    inner, factor = member.estimator, None
    if isinstance(inner, Logarithm):
        inner, factor = inner.estimator, inner.factor
    return {
        "kind": member.kind,
        "form": KINDS[member.kind].form,
        "weight": member.weight,
        "classes": np.asarray(inner.classes_, dtype=np.int64) if model.classes else None,
        "factor": factor,
        **_learned(inner),
    }


def _learned(estimator: Any) -> Plain:
    """Return the arrays of a fitted estimator, and under "reads" how they are to be read."""
    for types, reads, arrays in _READS:
        if isinstance(estimator, types):
            return {"reads": reads, **arrays(estimator)}
    return {"reads": "lines", **_lines(estimator)}


def _lines(estimator: Any) -> Plain:
    """Return the weights (answers, features) of a straight line; of two classes scikit-learn keeps one."""
    start = np.atleast_1d(estimator.intercept_).astype(np.float64)
    return {"weights": np.atleast_2d(estimator.coef_), "start": start}


def _curves(curves: Curves) -> Plain:
    return {name: getattr(curves, name) for name in ("points", "width", "weights", "start")}


def _layers(layers: Layers) -> Plain:
    return {name: getattr(layers, name) for name in ("weights", "starts", "center", "spread")}


def _questions(questions: Questions) -> Plain:
    names = ("asked", "borders", "empties", "starts", "codes", "answers")
    return {**{name: getattr(questions, name) for name in names}, "noes": np.array(questions.noes)}


def _grown(forest: Any) -> Plain:
    return _nodes(grown(forest))


def _nodes(trees: Trees) -> Plain:
    names = ("roots", "features", "limits", "gaps_left", "left", "right", "values")
    return {name: getattr(trees, name) for name in names}


def _boosted(boosting: Any) -> Plain:
    start = boosting._baseline_prediction[0]
    return {**_nodes(boosted(boosting)), "answers": boosting.n_trees_per_iteration_, "start": start}


_READS: tuple[tuple[Any, str, Callable[[Any], Plain]], ...] = (
    (Curves, "curves", _curves),
    (Layers, "layers", _layers),
    (Questions, "questions", _questions),
    (FOREST, "forest", _grown),
    (BOOSTING, "boosting", _boosted),
)
