"""A model learned again from the file that it came from: whether that can be done, and how both compare."""

from collections.abc import Iterator
from dataclasses import fields
from itertools import zip_longest

from desktop_app.engine.predictor import Predictor
from desktop_app.errors import DataError, ModelError
from desktop_app.models.golden import Golden, still_agrees
from desktop_app.models.opening import OpenedModel
from desktop_app.models.package import Package
from desktop_app.records.jsonable import JSON
from desktop_app.records.models import ModelCard
from desktop_app.records.results import Evaluation, Receipt
from desktop_app.records.verifying import Difference, LearnedAgain
from desktop_app.tables.recipes import has_known_readings

_EVALUATION = "evaluation.json"
_TIMES = "seconds"  # which no two trainings share
_PLACE = "on_cluster"  # where it was learned: the numbers are the same
_WORDS = "words"


def receipt_of(name: str, card: ModelCard) -> Receipt:
    """Return what it takes to learn the model in the file *name* again; its plan can then be followed.

    Raises DataError where the file does not tell all of it, and ModelError where what it tells cannot be.
    """
    receipt = card.evaluation.receipt
    if card.evaluation.is_brought:
        raise DataError("brought.rerun", model=name)
    if receipt is None:
        raise DataError("model.no_receipt", model=name, version=card.versions.get("hunch", ""))
    if not (0 < receipt.share <= 1 and has_known_readings(card.recipe)):
        raise ModelError("model.unsound", model=name)
    if receipt.rows_withheld:
        raise DataError("model.rows_withheld", model=name)
    return receipt


def compared(package: Package, opened: OpenedModel, again: Package, predictor: Predictor) -> LearnedAgain:
    """Return how the model in *again*, which is *predictor*, compares with the one that was opened."""
    content = again.manifest.content
    if content == package.manifest.content:
        return LearnedAgain(is_same=True, content=content)
    found = list(differences(package.json(_EVALUATION), again.json(_EVALUATION)))
    return LearnedAgain(
        is_same=False,
        content=content,
        numbers=len(found),
        first=found[0] if found else None,
        answers_agree=_agrees(predictor, opened.card, package.record(Golden, "golden.json")),
    )


def differences(then: dict[str, JSON], now: dict[str, JSON]) -> Iterator[Difference]:
    """Yield the numbers of two evaluations that differ, in the order of the record.

    What the earlier one does not name is not looked at: a later program says more, and words were taken out
    where it was saved without personal values.
    """
    named = [one.name for one in fields(Evaluation) if one.name in then]
    for field in named:
        if field not in (_TIMES, _PLACE) and not (field == _WORDS and then[field] is None):
            yield from _differing(field, then[field], now.get(field))


def _differing(field: str, then: JSON, now: JSON) -> Iterator[Difference]:
    if isinstance(then, dict) or isinstance(now, dict):
        facts, others = (said if isinstance(said, dict) else {} for said in (then, now))
        for name in facts or others:
            if name != _TIMES:
                yield from _differing(field, facts.get(name), others.get(name))
    elif isinstance(then, list) or isinstance(now, list):
        before, after = (said if isinstance(said, list) else [] for said in (then, now))
        for one, other in zip_longest(before, after):
            yield from _differing(field, one, other)
    elif _number(then) != _number(now):
        yield Difference(field=field, then=_number(then), now=_number(now))


def _number(said: JSON) -> float | None:
    return said if isinstance(said, int | float) and not isinstance(said, bool) else None


def _agrees(predictor: Predictor, card: ModelCard, golden: Golden) -> bool:
    is_alike = set(predictor.layout.names) == set(card.schema.names)
    return (
        is_alike and predictor.classes == card.schema.classes and still_agrees(predictor, card.schema, golden)
    )
