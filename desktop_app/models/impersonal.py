"""A model file without what may point to a person: values and words of its table that few rows share.

They keep their places, since arrays stand behind them, but lose their names: what is left in their stead is
no value of any table. Rows that hold them are answered as those with a value that was never seen; all others
get the very answers that they had.
"""

import copy
import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.engine.brought.model import Brought
from desktop_app.engine.predictor import Parts, Predictor
from desktop_app.errors import DataError
from desktop_app.models.admission import admitted
from desktop_app.models.arrays import write_arrays
from desktop_app.models.canonical import write_json
from desktop_app.models.content import content_of, unpack
from desktop_app.models.describing import RARE
from desktop_app.models.golden import make_golden
from desktop_app.models.opening import open_admitted
from desktop_app.models.package import SETTINGS, Package, pack
from desktop_app.models.payload import types_of, write_estimators
from desktop_app.models.prose import card_text
from desktop_app.models.versions import versions
from desktop_app.records.insights import Where
from desktop_app.records.jsonable import to_json
from desktop_app.records.models import Combinations, Feature, ModelCard
from desktop_app.records.results import Evaluation
from desktop_app.records.trust import Trust

_TAKEN = "\N{REPLACEMENT CHARACTER}"  # begins what stands in the place of a name; no cell is read as such
_LONGEST_READ = 50_000  # rows whose words are learned
_NEAR = 0.05  # by which a count of rows may differ from a whole number


@dataclass(frozen=True, slots=True, kw_only=True)
class Impersonal:
    """The bytes of the file, and how many names were taken out of it."""

    content: bytes
    values: int
    words: int


def without_personal(path: Path, trust: Trust | None = None) -> Impersonal:
    """Return the model file at *path* without values and words that fewer than five rows share.

    What was decided about its answers and who signed it is not in it either. Raises ModelError where it is
    refused, SaveError for one that would be too big to be opened again, and DataError for one that was made
    elsewhere.
    """
    found = admitted(path, trust)
    model = open_admitted(found)
    if isinstance(model.predictor.model, Brought):
        raise DataError("brought.impersonal", model=found.package.name)
    parts = model.predictor.to_parts()
    rare = {feature.name: _rare_levels(feature, parts) for feature in model.card.schema.features}
    changed, words = _renamed(parts, rare, model.card.evaluation.learned_rows)
    card = _card_without(model.card, rare)
    content = _packed(found.package, changed, card)
    return Impersonal(content=content, values=sum(map(len, rare.values())), words=words)


def _rare_levels(feature: Feature, parts: Parts) -> frozenset[str]:
    """Return the values of a column that are not known to be shared by five rows."""
    if not feature.rare_levels:
        return frozenset()
    often = set(feature.spread.levels) if feature.spread else set()
    return (
        frozenset(feature.levels)
        - often
        - set(_groups(feature.name, parts))
        - set(_often_learned(feature.name, parts))
    )


def _groups(name: str, parts: Parts) -> Iterator[str]:
    """Yield the values of a column that are known as groups: each has more rows than that."""
    record: Any = parts.features
    own, strangers = record.get("own"), record.get("strangers")
    if own and own["column"] == name:
        yield from own["names"]
    if strangers and strangers["column"] == name:
        place = record["layout"]["categories"].index(name)
        yield from record["levels"][place][: strangers["known"]]


def _often_learned(name: str, parts: Parts) -> Iterator[str]:
    """Yield the values of a column that were counted in five rows or more, where that was counted."""
    record: Any = parts.features
    columns = list(record["layout"]["categories"])
    place = columns.index(name) if name in columns else -1
    counted = parts.arrays.get("means.columns")
    if counted is None or place not in counted.tolist():
        return
    levels = record["levels"]
    start = int(parts.arrays["means.starts"][counted.tolist().index(place)])
    counts = np.expm1(parts.arrays["means.counts"][start : start + len(levels[place])])
    yield from (
        level for level, count in zip(levels[place], counts.tolist(), strict=True) if count > RARE - 0.5
    )


def _renamed(parts: Parts, rare: Mapping[str, frozenset[str]], rows: int) -> tuple[Parts, int]:
    """Return the pieces without these values, and without words of few rows; and how many words these are."""
    features: dict[str, Any] = copy.deepcopy(parts.features)
    columns = features["layout"]["categories"]
    features["levels"] = [
        [_TAKEN + str(code) if level in rare.get(name, ()) else level for code, level in enumerate(levels)]
        for name, levels in zip(columns, features["levels"], strict=False)
    ]
    estimators, words = dict(parts.estimators), 0
    if "words" in estimators:
        weights: Any = copy.deepcopy(estimators["words"])
        estimators["words"] = weights
        few = _words_of_few(weights, min(rows, _LONGEST_READ))
        words = len(few)
        weights.vocabulary_ = {
            _TAKEN + str(place) if word in few else word: place for word, place in weights.vocabulary_.items()
        }
    return replace(parts, features=features, estimators=estimators), words


def _words_of_few(weights: Any, rows: int) -> set[str]:
    """Return the words that fewer than five rows hold, by their weights; all, where these do not tell."""
    held = {
        word: (1 + rows) / math.exp(float(weights.idf_[place]) - 1) - 1
        for word, place in weights.vocabulary_.items()
    }
    few = {word for word, count in held.items() if count < RARE - 0.5}
    is_told = all(abs(held[word] - round(held[word])) < _NEAR for word in few)
    return few if is_told else set(held)


def _feature_without(feature: Feature, rare: frozenset[str]) -> Feature:
    levels = tuple(level for level in feature.levels if level not in rare)
    is_withheld = feature.is_withheld or (bool(feature.levels) and not levels)
    return replace(feature, levels=levels, rare_levels=0, is_withheld=is_withheld)


def _card_without(card: ModelCard, rare: Mapping[str, frozenset[str]]) -> ModelCard:
    features = tuple(_feature_without(feature, rare[feature.name]) for feature in card.schema.features)
    return replace(
        card,
        versions=versions(),
        schema=replace(
            card.schema,
            features=features,
            combinations=_combined_without(card.schema.combinations, rare),
            is_impersonal=True,
        ),
        evaluation=_told_without(card.evaluation, rare),
    )


def _combined_without(combined: Combinations, rare: Mapping[str, frozenset[str]]) -> Combinations:
    """Return the combinations of columns whose steps name no such value."""
    steps = tuple(one for one in combined.steps if rare[one.column].isdisjoint(one.levels))
    kept = {one.column for one in steps}
    unmet = tuple(one for one in combined.unmet if {one.first, one.second} <= kept)
    return replace(combined, steps=steps, unmet=unmet)


def _told_without(evaluation: Evaluation, rare: Mapping[str, frozenset[str]]) -> Evaluation:
    """Return the evaluation without what names such a value: a rule, and rows where it does worse.

    Nor is it told which words of its texts go with an answer, though each stands in five rows or more.
    """

    def names_one(where: tuple[Where, ...]) -> bool:
        return any(not rare.get(one.column, frozenset()).isdisjoint(one.values) for one in where)

    rule = evaluation.rule
    if rule and any(names_one(branch.where) for branch in rule.branches):
        rule = None
    weak = tuple(spot for spot in evaluation.weak_spots if not names_one(spot.where))
    return replace(evaluation, rule=rule, weak_spots=weak, words=None, typical=())


def _packed(package: Package, parts: Parts, card: ModelCard) -> bytes:
    predictor = Predictor.from_parts(parts)
    known: dict[str, int] = getattr(parts.estimators.get("words"), "vocabulary_", {})
    words = sorted(word for word in known if " " not in word and not word.startswith(_TAKEN))[:200]
    golden = make_golden(predictor, card.schema, words, card.plan.seed)
    estimators = write_estimators(parts.estimators)
    card = replace(card, golden_rows=len(golden.answers), estimator_types=types_of(estimators))
    members: dict[str, bytes | memoryview] = {
        **package.members,
        "schema.json": write_json(to_json(card.schema)),
        "features.json": write_json(parts.features),
        "arrays.npz": write_arrays(parts.arrays),
        "estimators.skops": estimators,
        "evaluation.json": write_json(to_json(card.evaluation)),
        "golden.json": write_json(asdict(golden)),
        "card.md": card_text(card).encode(),
    }
    members.pop(SETTINGS, None)
    manifest = replace(
        package.manifest,
        versions=card.versions,
        estimator_types=card.estimator_types,
        golden_rows=card.golden_rows,
        content=content_of(members, unpack(members)),
    )
    return pack(manifest, members)
