"""Words that go with one answer more than with the others: found in some rows, and counted in others.

The clearest of thousands of words look clear by chance alone. So what is found by log-odds is tested once
more on rows that did not find it, and the more words are tested the more clearly each of them has to hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy import sparse

from desktop_app.engine.arrays import Flags, Floats, Ints, drawn
from desktop_app.engine.explanation.log_odds import beyond_chance, by_chance, surely
from desktop_app.engine.explanation.tellable import different, is_said_apart, tellable
from desktop_app.engine.features.texts import Words
from desktop_app.engine.material import Material
from desktop_app.engine.target import Target
from desktop_app.records.texts import AnswerWords, TextWords, Word

MOST_ROWS = 20_000  # that words are found in, and as many that they are counted in
MOST_ANSWERS = 10
MOST_WORDS = 8  # of an answer
FEWEST = 5  # rows that hold a word: of fewer it might point to a person
TIMES = 1.5  # as frequent as elsewhere: a smaller difference is not worth saying
_THIRD = 1 / 3  # of the rows have amounts that count as large, and as many as small
_TRIED = 16  # words of an answer that are tested
_COMPARED = 200  # words of an answer that are looked through for those that stand together
_OUTSIDE = 0.025  # of tables without such a word, in which one may be told all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """An answer as a question of its own: which rows have it."""

    told: AnswerWords  # without words yet
    belongs: Flags  # (rows of the material,)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counts:
    """In how many rows each word stands: in those with each answer, and in the others."""

    found: Floats  # (words, answers)
    others: Floats  # (words, answers)
    rows: Floats  # (answers,)
    rest: Floats  # (answers,)

    @classmethod
    def of(cls, held: sparse.csr_array, belongs: Flags) -> "_Counts":
        """Return them for rows (rows, words) that belong to answers (rows, answers)."""
        found = np.asarray(held.T @ belongs.astype(np.float64))
        rows = belongs.sum(axis=0).astype(np.float64)
        others = np.asarray(held.sum(axis=0)).reshape(-1, 1) - found
        return cls(found=found, others=others, rows=rows, rest=len(belongs) - rows)

    @property
    def clear(self) -> Floats:
        """(words, answers): by how much, at the least, each word goes with each answer."""
        return surely(self.found, self.others, self.rows, self.rest)

    @property
    def are_worth_saying(self) -> Flags:
        """(words, answers): whether enough rows hold a word, a clearly larger share than of the others."""
        with np.errstate(divide="ignore", invalid="ignore"):
            inside, outside = self.found / self.rows, self.others / self.rest
        return (self.found >= FEWEST) & (inside >= TIMES * outside)


def telling_words(material: Material, known: Words | None) -> TextWords | None:
    """Return the words that go with each answer, at most eight; None of a table without columns of text.

    *known* are the words that the model reads. At most 20,000 rows are looked at to find words, and as many
    to count them: of more rows, some that are drawn at random.
    """
    columns = material.cells.layout.texts
    if not columns or known is None:
        return None
    all_looked_at, all_counted = _apart(material)
    looked_at, counted = (_some(rows, material.seed) for rows in (all_looked_at, all_counted))
    answers = _answers(material.target, looked_at)
    held = _Held.of(material, known)
    tried = _found(held, looked_at, answers)
    return TextWords(
        columns=columns,
        looked_at=len(looked_at),
        counted=len(counted),
        are_drawn=len(looked_at) + len(counted) < len(all_looked_at) + len(all_counted),
        answers=_tested(held, counted, answers, tried),
        kinds=len(material.target.classes),
    )


def _apart(material: Material) -> tuple[Ints, Ints]:
    """Return the rows to find words in, and those to count them in: copies and things are on one side.

    Where every row is hidden in turn, those of half of the parts are counted, in time the later ones.
    """
    split = material.split
    if len(split.locked):
        return split.search, split.locked
    once = [split.parts[place] for place in split.outer[: material.effort.folds]]
    counted = np.unique(np.concatenate([part.hidden for part in once[len(once) // 2 :]]))
    return np.setdiff1d(split.search, counted), counted


def _some(rows: Ints, seed: int) -> Ints:
    return rows[drawn(len(rows), MOST_ROWS, seed)]


def _answers(target: Target, rows: Ints) -> list[_Answer]:
    """Return what is asked about: the most frequent classes, or the largest and the smallest amounts."""
    if target.classes:
        counts = np.bincount(target.codes[rows], minlength=len(target.classes))
        codes = np.sort(np.argsort(-counts, kind="stable")[:MOST_ANSWERS])
        return [_answer(target.codes == code, value=target.classes[code]) for code in codes]
    low = float(np.quantile(target.amounts[rows], _THIRD, method="lower"))
    high = float(np.quantile(target.amounts[rows], 1 - _THIRD, method="higher"))
    ends = [_answer(target.amounts >= high, low=high), _answer(target.amounts <= low, high=low)]
    return [one for one in ends if one.belongs[rows].mean() <= 0.5]  # half of all are neither large nor small


def _answer(belongs: Any, **ends: Any) -> _Answer:
    return _Answer(told=AnswerWords(rows=0, others=0, **ends), belongs=np.asarray(belongs))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """Which rows of the material hold which of the words that can be told."""

    material: Material
    known: Words
    places: Ints  # (words,) among all that are known
    words: tuple[str, ...]

    @classmethod
    def of(cls, material: Material, known: Words) -> "_Held":
        told = [(place, word) for place, word in enumerate(known.in_order()) if tellable(word)]
        return cls(
            material=material,
            known=known,
            places=np.array([place for place, _ in told], dtype=np.int64),
            words=tuple(word for _, word in told),
        )

    def in_rows(self, rows: Ints) -> sparse.csr_array:
        """Return (rows, words): 1 where a row holds a word."""
        return self.known.held(self.material.cells.texts[rows])[:, self.places]


def _found(held: _Held, rows: Ints, answers: Sequence[_Answer]) -> list[list[int]]:
    """Return the places of the words to test for each answer, of those that stand together one."""
    if not answers:
        return []
    matrix = held.in_rows(rows)
    counts = _Counts.of(matrix, np.stack([one.belongs[rows] for one in answers], axis=1))
    clear, by_word = counts.clear, sparse.csc_array(matrix)
    possible = (clear > 0) & counts.are_worth_saying
    found: list[list[int]] = []
    for place in range(len(answers)):
        order = np.argsort(-clear[:, place], kind="stable")
        candidates = order[possible[order, place]][:_COMPARED].tolist()
        found.append(different(candidates, held.words, by_word, _TRIED))
    return found


def _tested(
    held: _Held, rows: Ints, answers: Sequence[_Answer], tried: Sequence[Sequence[int]]
) -> tuple[AnswerWords, ...]:
    """Return what holds of the words that were *tried*, in rows that did not find them."""
    matrix = held.in_rows(rows)
    belongs = [one.belongs[rows] for one in answers]
    # Of rows that are alike, or of one thing, one is tested: all of them tell no more than that.
    single = np.unique(held.material.split.clusters[rows], return_index=True)[1]
    chances = [
        _chances(matrix[single][:, np.array(words, dtype=np.int64)], one[single])
        for words, one in zip(tried, belongs, strict=True)
    ]
    holds = beyond_chance(np.concatenate([np.zeros(0), *chances]), _OUTSIDE)
    told, start = [], 0
    for answer, words, one in zip(answers, tried, belongs, strict=True):
        places = np.array(words, dtype=np.int64)[holds[start : start + len(words)]]
        start += len(words)
        names = [held.words[place] for place in places]
        told.append(_told(answer.told, names, matrix[:, places], one))
    return tuple(told)


def _chances(matrix: sparse.csr_array, belongs: Flags) -> Floats:
    """Return how often chance alone would let each word go with an answer so much."""
    holding, found = (np.asarray(some.sum(axis=0)).ravel() for some in (matrix, matrix[belongs]))
    rows, of = int(np.count_nonzero(belongs)), len(belongs)
    pairs = zip(found.astype(int).tolist(), holding.astype(int).tolist(), strict=True)
    return np.array([by_chance(one, all_rows, rows, of) for one, all_rows in pairs], dtype=np.float64)


def _told(answer: AnswerWords, names: Sequence[str], matrix: sparse.csr_array, belongs: Flags) -> AnswerWords:
    """Return the record of an answer with the clearest of these words that enough rows hold."""
    counts = _Counts.of(matrix, belongs[:, None])
    clear, worth = counts.clear[:, 0], counts.are_worth_saying[:, 0]
    order = np.argsort(-clear, kind="stable")
    words = [
        Word(text=names[place], found=int(counts.found[place, 0]), others=int(counts.others[place, 0]))
        for place in order[worth[order]].tolist()
    ]
    words = [word for word in words if not is_said_apart(word.text, [one.text for one in words])]
    return replace(
        answer, rows=int(counts.rows[0]), others=int(counts.rest[0]), words=tuple(words[:MOST_WORDS])
    )
