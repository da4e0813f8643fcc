"""Whether known types hold what is safe to use: checked on the plain facts, before anything is made of them.

scikit-learn's compiled code follows the numbers inside a tree without looking: a child beyond the end reads
foreign memory, a child that points back never ends. Every object on the closed list has its rule here.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeGuard

import numpy as np

from desktop_app.models import closed
from desktop_app.models.grammar import Thing, UnsoundError
from desktop_app.models.trees import check_predictor, check_tree, feature_limit

_HOOKS = frozenset(
    {"memory", "preprocessor", "tokenizer", "_preprocessor", "_scorer", "scoring", "monotonic_cst"}
)
_MOST_THREADS = 64
_MOST_CLASSES = 10_000
_WORDS = (r"(?u)\b\w\w+\b", r"(?u)\w+|[^\w\s]")  # another pattern could take for ever


def check_sound(estimators: Mapping[str, Thing]) -> None:
    """Raise UnsoundError unless every estimator, and everything in it, is safe to make and to ask."""
    for thing in things(estimators):
        _check_settings(thing)
        RULES[thing.type](thing)


def things(value: Any) -> Iterator[Thing]:
    """Yield every object in *value*, inner ones first."""
    if isinstance(value, Thing):
        yield from things(value.state)
        yield from things(value.arguments)
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from things(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from things(item)


def _check_settings(thing: Thing) -> None:
    """Refuse what would write files, start many threads, print, or call something."""
    state = thing.state
    hooked = [name for name in _HOOKS & state.keys() if state[name] is not None]
    if hooked and not (hooked == ["scoring"] and state["scoring"] == "loss"):
        raise UnsoundError(f"{thing.type} has {hooked[0]}")
    threads = state.get("n_jobs")
    if threads is not None and not (_is_whole(threads) and 1 <= threads <= _MOST_THREADS):
        raise UnsoundError("too many threads")
    if state.get("verbose") not in (None, 0, False):
        raise UnsoundError("it would print")
    if state.get("input", "content") != "content":
        raise UnsoundError("it would read files")


def _check_linear(thing: Thing) -> None:
    features = _features(thing)
    weights = thing.state.get("coef_")
    if not isinstance(weights, np.ndarray) or weights.dtype.kind != "f" or weights.shape[-1:] != (features,):
        raise UnsoundError("the weights do not fit the columns")


def _check_boosting(thing: Thing) -> None:
    features = _features(thing)
    bins = thing.state.get("_bin_mapper")
    if not _is(bins, closed.BINS) or not _no_categories(bins.state.get("is_categorical_"), features):
        raise UnsoundError("the bins do not fit the columns")
    rounds = thing.state.get("_predictors")
    width = thing.state.get("n_trees_per_iteration_")
    start = thing.state.get("_baseline_prediction")
    if not isinstance(rounds, list) or not _is_whole(width) or not 1 <= width <= _MOST_CLASSES:
        raise UnsoundError("the trees are not in rounds")
    if not isinstance(start, np.ndarray) or start.shape != (1, width) or start.dtype.kind != "f":
        raise UnsoundError("there is nothing to start from")
    for trees in rounds:
        if not isinstance(trees, list) or len(trees) != width:
            raise UnsoundError("a round is not whole")
        if any(not _is(tree, closed.PREDICTOR) or feature_limit(tree) > features for tree in trees):
            raise UnsoundError("a tree asks for a column that is not there")


def _check_forest(thing: Thing) -> None:
    features = _features(thing)
    kinds = _kinds(thing)
    members = thing.state.get("estimators_")
    if not isinstance(members, list) or not members or thing.state.get("n_outputs_") != 1:
        raise UnsoundError("the forest is not whole")
    for member in members:
        if not isinstance(member, Thing) or member.type not in closed.SINGLE_TREES:
            raise UnsoundError("a tree of the forest is none")
        if _features(member) != features or _kinds(member) != kinds or "tree_" not in member.state:
            raise UnsoundError("a tree does not fit its forest")


def _check_single_tree(thing: Thing) -> None:
    tree = thing.state.get("tree_")
    if tree is None:
        return  # the pattern that a forest grew its trees from
    if not _is(tree, closed.TREE) or thing.state.get("n_outputs_") != 1:
        raise UnsoundError("a tree is none")
    width = _kinds(thing) or 1
    if tree.arguments[0] != _features(thing) or tree.arguments[1].tolist() != [width]:
        raise UnsoundError("a tree does not fit its columns or classes")


def _check_vectorizer(thing: Thing) -> None:
    state = thing.state
    words, weights = state.get("vocabulary_"), state.get("_tfidf")
    if not isinstance(words, dict) or not _is(weights, closed.WEIGHTS):
        raise UnsoundError("there are no words")
    places = list(words.values())
    if not all(_is_whole(place) for place in places) or sorted(places) != list(range(len(places))):
        raise UnsoundError("a word has no place of its own")
    if _shape(weights.state.get("idf_")) not in (None, (len(places),)):
        raise UnsoundError("the weights do not fit the words")
    spans = state.get("ngram_range")
    if not isinstance(spans, tuple) or not 1 <= spans[0] <= spans[-1] <= 6 or len(spans) != 2:
        raise UnsoundError("the spans of words are not in their form")
    if state.get("analyzer") not in ("word", "char", "char_wb") or state.get("token_pattern") not in _WORDS:
        raise UnsoundError("words are found in another way")
    if state.get("strip_accents") not in (None, "unicode", "ascii") or state.get("stop_words") is not None:
        raise UnsoundError("words are cleaned in another way")


def _check_reducer(thing: Thing) -> None:
    if len(_shape(thing.state.get("components_")) or ()) != 2:
        raise UnsoundError("there are no directions")


def _check_loss(thing: Thing) -> None:
    if thing.arguments or thing.state:
        raise UnsoundError("a loss has settings")


def _plain(_thing: Thing) -> None:
    """Nothing that compiled code would follow."""


def _features(thing: Thing) -> int:
    count = thing.state.get("n_features_in_")
    if not _is_whole(count) or count < 1:
        raise UnsoundError("it does not say how many columns it needs")
    return int(count)


def _kinds(thing: Thing) -> int:
    """Return how many classes a tree or forest tells apart; 0 for a number."""
    if thing.type.endswith("Regressor"):
        return 0
    count = thing.state.get("n_classes_")
    if isinstance(count, np.ndarray) and count.shape == () and count.dtype.kind in "iu":
        count = int(count)
    if not _is_whole(count) or not 1 <= count <= _MOST_CLASSES:
        raise UnsoundError("the classes are not in their form")
    if _shape(thing.state.get("classes_")) != (count,):
        raise UnsoundError("the classes are not as many as they are said to be")
    return int(count)


def _is(value: Any, kind: str) -> TypeGuard[Thing]:
    return isinstance(value, Thing) and value.type == kind


def _is_whole(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _shape(value: Any) -> tuple[int, ...] | None:
    return value.shape if isinstance(value, np.ndarray) else None


def _no_categories(marks: Any, features: int) -> bool:
    """Whether the bins know the right number of columns, and none of them as categories of their own."""
    return _shape(marks) == (features,) and marks.dtype.kind in "bu" and not marks.any()


RULES: Mapping[str, Callable[[Thing], None]] = (
    dict.fromkeys(closed.LINEAR, _check_linear)
    | dict.fromkeys(closed.BOOSTING, _check_boosting)
    | dict.fromkeys(closed.FORESTS, _check_forest)
    | dict.fromkeys(closed.SINGLE_TREES, _check_single_tree)
    | dict.fromkeys(closed.COMPILED_LOSSES, _check_loss)
    | dict.fromkeys(closed.PLAIN | {closed.BINS, closed.WEIGHTS}, _plain)
    | {closed.VECTORIZER: _check_vectorizer, closed.REDUCER: _check_reducer}
    | {closed.TREE: check_tree, closed.PREDICTOR: check_predictor}
)
