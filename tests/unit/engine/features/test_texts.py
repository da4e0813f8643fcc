"""Columns of text: the weights of words, and sums of them."""

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from desktop_app.engine.arrays import Texts
from desktop_app.engine.features import texts as texts_module
from desktop_app.engine.features.texts import MOST_SUMS, Words

REMARKS = ["paid late", "paid early", "moved away", "moved late", ""] * 4


def texts(*columns: list[str]) -> Texts:
    return np.array(columns, dtype=np.object_).T


def learned(*columns: list[str]) -> Words:
    words = Words.learn(texts(*columns), 0)
    assert words is not None
    return words


def test_words_and_pairs_of_words_that_two_rows_hold_are_known() -> None:
    words = learned([*REMARKS, "unheard"])

    assert {"paid", "late", "paid late"} <= set(words.weights.vocabulary_)
    assert "unheard" not in words.weights.vocabulary_


def test_single_letters_and_signs_are_words() -> None:
    words = learned(["u win £5!", "c u £9", "see you"])

    assert {"u", "£"} <= set(words.weights.vocabulary_)


def test_all_columns_are_read_as_one() -> None:
    words = learned(["paid", "moved", "paid"], ["late", "late", "early"])

    assert set(words.weights.vocabulary_) == {"paid", "late"}


def test_unknown_words_and_empty_texts_weigh_nothing_and_keep_the_width() -> None:
    words = learned(REMARKS)

    lines, trees = (
        words.for_lines(texts(["quite new", "", "late"])),
        words.for_trees(texts(["new", "", "late"])),
    )

    assert lines.shape == (3, len(words.weights.vocabulary_))
    assert lines.sum(axis=1)[:2].tolist() == [0, 0]
    assert lines.sum(axis=1)[2] > 0
    assert trees.shape == words.for_trees(texts(REMARKS))[:3].shape
    assert not trees[:2].any()


def test_the_sums_are_few_and_the_same_for_the_same_seed() -> None:
    dice = np.random.default_rng(0)
    many = [" ".join(f"w{place}" for place in dice.integers(0, 60, 6)) for _ in range(80)]

    one, other = learned(many).for_trees(texts(many)), learned(many).for_trees(texts(many))

    assert one.shape == (80, MOST_SUMS)
    np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("rows", [["all", "different", "words"], ["", "", ""], ["a", "b", "!"]])
def test_where_no_word_appears_in_two_rows_nothing_is_learned(rows: list[str]) -> None:
    assert Words.learn(texts(rows), 0) is None


def test_one_word_is_too_few_for_a_sum() -> None:
    words = learned(["late", "late", ""])

    assert words.sums is None
    assert words.for_trees(texts(["late"])).shape == (1, 0)


def test_a_table_without_texts_has_no_words() -> None:
    assert Words.learn(np.empty((3, 0), dtype=np.object_), 0) is None


def test_of_very_long_texts_some_rows_are_enough_to_find_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts_module, "MOST_LETTERS", 60 * 500)
    read: list[int] = []

    def counted(self: TfidfVectorizer, some: list[str]) -> object:
        read.append(len(some))
        return fit(self, some)

    fit = TfidfVectorizer.fit_transform
    monkeypatch.setattr(TfidfVectorizer, "fit_transform", counted)
    long = np.array([[f"{'good' if row % 2 else 'bad'} word " * 60] for row in range(300)], dtype=np.object_)

    words = Words.learn(long, 0)

    assert words is not None
    assert 40 <= read[0] <= 60
    assert {"good word", "bad word"} <= set(words.in_order())
    assert words.for_lines(long).shape[0] == 300
