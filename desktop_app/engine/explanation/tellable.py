"""Which words can be told to a person, and which of them say the same."""

import unicodedata
from collections.abc import Sequence

import numpy as np
from scipy import sparse

from desktop_app.engine.arrays import Ints

LONGEST = 40  # letters: what is longer is no word
_TOGETHER = 0.8  # of the rows with either of two words, in which both stand: then one of them is told
_SIGNS = ("So", "Sc")  # pictures and currencies are read as words
_SIGN_LETTERS = ("Lo",)  # one sign of these scripts may be a word


def tellable(word: str) -> bool:
    """Return whether a word, or each of a pair, is more than a number, a single letter or a stop."""
    return len(word) <= LONGEST and all(map(_is_word, word.split(" ")))


def _is_word(text: str) -> bool:
    kinds = [unicodedata.category(letter) for letter in text]
    if len(text) == 1:
        return kinds[0] in (*_SIGNS, *_SIGN_LETTERS)
    return any(kind.startswith("L") for kind in kinds)


def different(places: Sequence[int], words: Sequence[str], held: sparse.csc_array, most: int) -> list[int]:
    """Return the first of *places* that say something else than those before them, at most so many.

    A word stands for what nearly always stands beside it, and for all pairs of words that it is part of.
    *held* (rows, words) says which rows hold which word.
    """
    chosen: list[int] = []
    parts: set[str] = set()
    for place in places:
        if len(chosen) == most:
            break
        if parts.intersection(words[place].split(" ")) - {words[place]}:
            continue
        if any(_shared(_rows(held, place), _rows(held, other)) >= _TOGETHER for other in chosen):
            continue
        chosen.append(place)
        parts.add(words[place])
    return chosen


def is_said_apart(word: str, words: Sequence[str]) -> bool:
    """Return whether a word is a pair of which both words are among *words*."""
    parts = word.split(" ")
    return len(parts) > 1 and set(parts) <= set(words)


def _rows(held: sparse.csc_array, place: int) -> Ints:
    return np.asarray(held.indices[held.indptr[place] : held.indptr[place + 1]])


def _shared(first: Ints, second: Ints) -> float:
    """Return how many of the rows in either are in both (Jaccard, 1912)."""
    both = len(np.intersect1d(first, second, assume_unique=True))
    return both / max(1, len(first) + len(second) - both)
