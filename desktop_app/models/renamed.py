"""Which column of a new file may be one that a model misses: asked, never assumed.

Names tell where they are the same but for their spelling, or one of them holds all words of the other.
Values tell alone where they are several words that the model knows. Where two columns are about as likely, or
a column is as likely for two, nothing is suggested: a wrong match is worse than none.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from desktop_app.models.matched import free_columns, headings_of
from desktop_app.records.matching import Suggestion
from desktop_app.records.models import Feature, ModelCard
from desktop_app.records.tables import Column, Table
from desktop_app.tables.names import LONGEST_NAME

_MOST_PAIRS = 10_000  # that are compared
_SAME, _HELD = 1.0, 0.8  # how alike names are of the same words, and of words that the other one holds
_TELLS = 0.5  # what known words as values are worth beside that
_MARGIN = 0.1  # by which the best has to lead
_LIKE = 0.8  # of the letters of two words that may be one, misspelt
_SHORTEST = 5  # letters of such a word: among shorter ones, others are as like
_PART_LIKE = 0.6  # of the letters of what sets two names apart, as "2024" and "2025"
_MOST_KNOWN = 0.9  # of the cells, where values tell alone
_FEWEST_WORDS = 3  # that are known, where values tell alone
_FEWEST_SHOWN = 0.5  # of the words that the model knows, where values tell alone
_MOST_VALUES = 50  # of a column, as its profile keeps them
_FITTING = 0.5  # of the cells; below it is another column
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORDS = ("category", "yes/no")


class Likely(NamedTuple):
    """A column that a model misses, and the one of the file that may be it."""

    feature: Feature
    column: Column

    @property
    def as_feature(self) -> Feature:
        """The missing column, to be looked for under the name of the other one."""
        return replace(self.feature, name=self.column.name)


def likely_renamed(card: ModelCard, table: Table, missing: Sequence[str]) -> tuple[Likely, ...]:
    """Return for each missing column the one of the table that is likely it, if one is ahead of all others.

    A column that the file it learned from had as well, beside the missing one, is not it.
    """
    known = card.recipe.types or {}
    free = [
        column
        for column in free_columns(card.schema.names, card.schema.target, table)
        if column.in_file not in known
    ]
    if len(missing) * len(free) > _MOST_PAIRS:
        return ()
    headings = headings_of(card)
    scored = [
        (Likely(feature, column), _score(feature, headings[feature.name], column))
        for feature in card.schema.features
        if feature.name in missing
        for column in free
    ]
    return tuple(_ahead([(pair, score) for pair, score in scored if score]))


def suggested(pair: Likely, *, filled: int, strange: int) -> Suggestion | None:
    """Return the suggestion with its evidence: how many of the *filled* cells are not *strange* to the model.

    None where most of them are.
    """
    matched = filled - strange
    if pair.feature.type == "text":  # any text is like any other
        return Suggestion(column=pair.feature.name, source=pair.column.in_file)
    if not filled or matched < _FITTING * filled:
        return None
    return Suggestion(column=pair.feature.name, source=pair.column.in_file, matched=matched, of=filled)


def likeness(name: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1; -1 where they share a word and differ in another one.

    These are names of two things of one kind, such as "home country" and "work country".
    """
    words, others = _words(name), _words(other)
    if not words or not others:
        return 0.0
    if sorted(words) == sorted(others) or "".join(words) == "".join(others):
        return _SAME
    shared = {word for word in words if word in others}
    left = "".join(word for word in words if word not in shared)
    right = "".join(word for word in others if word not in shared)
    if not any(len(word) > 1 and not word.isdigit() for word in shared):
        return _spelt_alike("".join(words), "".join(others))
    if not left or not right:
        return _HELD
    return _HELD if SequenceMatcher(a=left, b=right, autojunk=False).ratio() >= _PART_LIKE else -1.0


def _spelt_alike(word: str, other: str) -> float:
    if min(len(word), len(other)) < _SHORTEST:
        return 0.0
    matcher = SequenceMatcher(a=word, b=other, autojunk=False)
    return _HELD if matcher.quick_ratio() >= _LIKE and matcher.ratio() >= _LIKE else 0.0


def _words(name: str) -> list[str]:
    """Return the words of a name, if it is endless of its beginning: without accents, in small letters."""
    letters = unicodedata.normalize("NFKD", name[:LONGEST_NAME])
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    spaced = _CAMEL.sub(" ", plain).casefold()
    kept = "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in spaced)
    return re.findall(r"\d+|[^\d\s]+", kept)


def _score(feature: Feature, heading: str, column: Column) -> float:
    """Return how likely a column is the missing one; 0 where it is not."""
    if not _may_hold(feature, column):
        return 0.0
    named = max(likeness(name, column.in_file) for name in {feature.name, heading})
    if named < 0:
        return 0.0
    return named + (_TELLS if _tells(feature, column) else 0.0)


def _may_hold(feature: Feature, column: Column) -> bool:
    """Return whether a column holds such values at all."""
    if feature.type in _WORDS:
        return column.type in _WORDS and _known_share(feature, column) >= _FITTING
    if feature.type != column.type:
        return False
    low, high, now = feature.low, feature.high, column.median
    return feature.type != "number" or low is None or high is None or now is None or low <= now <= high


def _known_share(feature: Feature, column: Column) -> float:
    levels = set(feature.levels)
    cells = sum(bar.count for bar in column.top_values)
    known = sum(bar.count for bar in column.top_values if bar.label in levels)
    return known / cells if cells else 0.0


def _tells(feature: Feature, column: Column) -> bool:
    """Return whether the values of a column say which one it is: words, unlike numbers or yes and no."""
    if feature.type != "category":
        return False
    words = {level for level in feature.levels if any(map(str.isalpha, level))}
    known = sum(bar.label in words for bar in column.top_values)
    enough = max(_FEWEST_WORDS, _FEWEST_SHOWN * min(len(feature.levels), _MOST_VALUES))
    return known >= enough and _known_share(feature, column) >= _MOST_KNOWN


def _ahead(scored: Sequence[tuple[Likely, float]]) -> Iterator[Likely]:
    """Yield the pairs that lead all others of the same missing column and all others of the same free one."""
    of_missing = _seconds((pair.feature.name, score) for pair, score in scored)
    of_free = _seconds((pair.column.name, score) for pair, score in scored)
    for pair, score in scored:
        if score > max(of_missing[pair.feature.name], of_free[pair.column.name]) + _MARGIN:
            yield pair


def _seconds(scores: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the second best score of each name."""
    grouped = defaultdict[str, list[float]](list)
    for name, score in scores:
        grouped[name].append(score)
    return {name: sorted([0.0, *found])[-2] for name, found in grouped.items()}
