"""Whether what a model file says of itself can be shown: a page trusts its own records, not a stranger's."""

import math
from collections.abc import Iterator
from typing import Any

from desktop_app.models.package import Package
from desktop_app.records.jsonable import to_json
from desktop_app.records.models import ModelCard
from desktop_app.records.results import Confusion, Evaluation
from desktop_app.records.tables import LONGEST_VALUE, MOST_COLUMNS

_SHOWN = ("schema.json", "recipe.json", "plan.json", "evaluation.json", "forecast.json")
_LARGEST = 16 * 2**20  # bytes of one of them: a table of all columns that Excel has takes a fifth of it
_MOST = 1e300  # what a number may be, so that none overflows on its way to a picture


def is_showable(package: Package) -> bool:
    """Return whether the parts that pages show are small enough to be read beside them."""
    return all(len(package.members.get(name, b"")) <= _LARGEST for name in _SHOWN)


def is_consistent(card: ModelCard) -> bool:
    """Return whether the evaluation speaks of the model of the schema, in names and numbers that can be."""
    schema, told = card.schema, card.evaluation
    same = (told.target, told.task, told.classes) == (schema.target, schema.task, schema.classes)
    return (
        same
        and card.plan.target == schema.target
        and set(told.features) == set(schema.names)
        and len(schema.names) <= MOST_COLUMNS
        and (told.each is None or told.each.column in schema.names)
        and _scores_fit(told)
        and is_plain(to_json(told))
        and is_plain(to_json(schema.names))
    )


def _scores_fit(told: Evaluation) -> bool:
    """Whether the score is of the measure that the question has, and counts rows that there are."""
    is_number = told.task == "regression"
    measures = {told.score.metric == "mean_absolute_error", told.verdict.shape == "number"}
    ends = (told.score.low, told.score.value, told.score.high, told.baseline.value)
    return (
        measures == {is_number}
        and told.baseline.metric == told.score.metric
        and (told.score.metric == "precision_at_k") == (told.rare is not None)
        and (_says_nothing(told) if told.verdict.level == "untested" else told.score.rows > 0 < told.rows)
        and all(end >= 0 and (is_number or end <= 1) for end in ends)
        and (told.confusion is None or _is_square(told.confusion))
    )


def _says_nothing(told: Evaluation) -> bool:
    """Whether nothing is said of how good a model is that was made elsewhere and that nobody tested."""
    score = told.score
    counts = (score.rows, score.value, score.low, score.high, told.rows, told.skill.value, told.skill.low)
    found = (told.importances, told.confusion, told.misses, told.give_away, told.seen, told.candidates)
    beyond = (told.calibration, told.cuts, told.bands, told.pace, told.weak_spots, told.rule, told.costs)
    texts = (told.words, told.typical, told.each)
    return told.is_brought and not any((*counts, *found, *beyond, *texts, told.lineage, told.receipt))


def _is_square(confusion: Confusion) -> bool:
    size = len(confusion.labels)
    return len(confusion.counts) == size and all(len(row) == size for row in confusion.counts)


def is_plain(value: Any) -> bool:
    """Return whether all texts and numbers in JSON are of a size that a page can show."""
    return all(map(_is_plain, _leaves(value)))


def _is_plain(leaf: Any) -> bool:
    """Whether a text is no longer than a page can show, and a number no larger than one can be drawn."""
    if isinstance(leaf, str):
        return len(leaf) <= 4 * LONGEST_VALUE
    return not isinstance(leaf, int | float) or (abs(leaf) <= _MOST and math.isfinite(leaf))


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _leaves(item)
    else:
        yield value
