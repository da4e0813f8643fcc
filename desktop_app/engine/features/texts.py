"""Columns of text: the weight of each word and pair of words, and a few sums of them for trees."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from desktop_app.engine.arrays import Floats32, Ints, Texts, drawn

MOST_WORDS = 10_000
MOST_SUMS = 32
# Single letters and signs are words, too: "u", "£" and "!" tell much of short messages.
WORD = r"(?u)\w+|[^\w\s]"
MOST_READ = 50_000  # rows: more of them hardly tell of other words
MOST_LETTERS = 10_000_000  # of them, of which some rows are enough: to find words takes a second a million


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Which words there are, and which sums of them carry most; all columns of text are read as one."""

    weights: TfidfVectorizer
    sums: TruncatedSVD | None  # none where there are too few words to sum

    @classmethod
    def learn(cls, texts: Texts, seed: int) -> "Words | None":
        """Return what *texts* (rows, columns) show; nothing where no word appears in two rows."""
        if (fitted := _fitted(texts, seed)) is None:
            return None
        weights, found = fitted
        count = min(MOST_SUMS, found.shape[1] - 1, found.shape[0] - 1)
        sums = TruncatedSVD(count, random_state=seed).fit(found) if count > 0 else None
        return cls(weights=weights, sums=sums)

    @classmethod
    def without_sums(cls, texts: Texts, seed: int) -> "Words | None":
        """Return the same words alone."""
        fitted = _fitted(texts, seed)
        return cls(weights=fitted[0], sums=None) if fitted else None

    @property
    def width(self) -> int:
        """How many words and pairs of words there are."""
        return len(self.weights.vocabulary_)

    @property
    def width_of_sums(self) -> int:
        """How many sums of them there are."""
        return 0 if self.sums is None else int(self.sums.n_components)

    def for_lines(self, texts: Texts) -> sparse.csr_array:
        """Return (rows, words): the weight of each word."""
        different, places = _different(texts)
        return sparse.csr_array(self.weights.transform(different))[places]

    def held(self, texts: Texts) -> sparse.csr_array:
        """Return (rows, words): 1 where a row holds a word, however often."""
        found = self.for_lines(texts)
        found.data = np.ones(len(found.data), dtype=np.float32)
        return found

    def in_order(self) -> list[str]:
        """Return the words and pairs of words, in the order of their weights."""
        places = self.weights.vocabulary_
        return sorted(places, key=places.__getitem__)

    def for_trees(self, texts: Texts) -> Floats32:
        """Return (rows, sums)."""
        if self.sums is None:
            return np.empty((len(texts), 0), dtype=np.float32)
        different, places = _different(texts)
        return np.asarray(self.sums.transform(self.weights.transform(different)), dtype=np.float32)[places]


def _fitted(texts: Texts, seed: int) -> tuple[TfidfVectorizer, sparse.csr_array] | None:
    """Return the words that stand in several rows, and how much each weighs in the rows that were read."""
    if texts.shape[1] == 0:
        return None
    weights = TfidfVectorizer(
        token_pattern=WORD,
        ngram_range=(1, 2),
        min_df=3 if len(texts) > 1000 else 2,
        max_features=MOST_WORDS,
        sublinear_tf=True,
        dtype=np.float32,
    )
    try:
        return weights, weights.fit_transform(_some(_joined(texts[drawn(len(texts), MOST_READ, seed)]), seed))
    except ValueError:  # scikit-learn's word for: no word is left
        return None


def _some(texts: list[str], seed: int) -> list[str]:
    """Return the texts, or as many of them as hold about `MOST_LETTERS`."""
    most = math.ceil(len(texts) * MOST_LETTERS / max(1, sum(map(len, texts))))
    return [texts[place] for place in drawn(len(texts), most, seed).tolist()]


def _different(texts: Texts) -> tuple[list[str], Ints]:
    """Return each text once, and which one every row has: texts that come again are looked through once."""
    places, different = pd.factorize(np.asarray(_joined(texts), dtype=np.object_))
    return different.tolist(), places


def _joined(texts: Texts) -> list[str]:
    if texts.shape[1] == 1:
        return [str(text) for text in texts[:, 0]]
    return [" ".join(row) for row in texts]
