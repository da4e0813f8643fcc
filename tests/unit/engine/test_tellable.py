"""Which words a person is told, and that what stands together is told once."""

import numpy as np
import pytest
from scipy import sparse

from desktop_app.engine.explanation.tellable import different, is_said_apart, tellable


@pytest.mark.parametrize("word", ["refund", "Rückgabe", "не", "mp3", "😡", "£", "火", "not good", "l'été"])
def test_words_are_told(word: str) -> None:
    assert tellable(word)


@pytest.mark.parametrize("word", ["5", "2024", "x", "ß", "!", "not 5", "a lot", "5 !", "x" * 41, ""])
def test_numbers_single_letters_and_stops_are_not(word: str) -> None:
    assert not tellable(word)


def chosen(words: list[str], *rows: str, most: int = 9) -> list[str]:
    """Return which of *words* are told, the clearest first; each of *rows* says which of them it holds."""
    held = np.array([[word in row.split(",") for word in words] for row in rows], dtype=float)
    return [words[place] for place in different(range(len(words)), words, sparse.csc_array(held), most)]


def test_of_words_that_nearly_always_stand_together_one_is_told() -> None:
    rows = ["money,back"] * 9 + ["back,late", "late", "late"]

    assert chosen(["money", "back", "late"], *rows) == ["money", "late"]


def test_a_pair_says_nothing_new_beside_its_word_but_a_word_does_beside_its_pair() -> None:
    rows = ["not,not good", "not", "not", "not,not good"]

    assert chosen(["not", "not good"], *rows) == ["not"]
    assert chosen(["not good", "not"], *rows) == ["not good", "not"]


def test_a_pair_is_said_where_both_of_its_words_are() -> None:
    told = ["not good", "not", "good", "to contact", "contact"]

    assert [word for word in told if is_said_apart(word, told)] == ["not good"]


def test_no_more_are_told_than_wanted() -> None:
    assert chosen(["one", "two", "three"], "one", "two", "three", most=2) == ["one", "two"]
