"""Words that go with an answer are found, counted in other rows, and not made of chance."""

import numpy as np
import pytest

from desktop_app.engine.explanation import telling_words as module
from desktop_app.engine.explanation.telling_words import telling_words
from tests.unit.engine.made import frame_of
from tests.unit.engine.made_texts import (
    ANGRY,
    HAPPY,
    NEITHER,
    material_of,
    moods,
    remarks,
    telling,
    texts_with,
    told,
)

ROWS = 400
PLANTED = {"rückerstattung": ANGRY, "danke": HAPPY}


def test_words_are_told_with_the_answer_that_they_go_with() -> None:
    answers = moods(ROWS)

    found = telling(remarks(texts_with(PLANTED, answers), answers))

    assert told(found) == {ANGRY: ["rückerstattung"], HAPPY: ["danke"], NEITHER: []}
    assert found.columns == ("note",)
    assert found.are_found


@pytest.mark.parametrize("rows", [150, 500])
def test_they_are_counted_in_rows_that_did_not_find_them(rows: int) -> None:
    answers = moods(rows)
    texts = texts_with(PLANTED, answers)

    found = telling(remarks(texts, answers))

    angry = found.answers[0]
    assert found.looked_at + found.counted == rows
    assert angry.rows + angry.others == found.counted
    held = sum("rückerstattung" in text for text, mood in zip(texts, answers, strict=True) if mood == ANGRY)
    assert 5 <= angry.words[0].found < held


def test_no_word_is_told_of_answers_that_were_shuffled() -> None:
    for seed in range(10):
        answers = moods(ROWS, seed)
        texts = texts_with(PLANTED, answers, seed)
        shuffled = np.random.default_rng(seed).permutation(answers)

        assert not telling(remarks(texts, shuffled)).are_found, seed


def test_of_a_number_they_go_with_large_or_with_small_amounts() -> None:
    answers = moods(ROWS)
    amounts = np.where(answers == ANGRY, 10.0, np.where(answers == HAPPY, 90.0, 50.0)) + np.arange(ROWS) % 7

    large, small = telling(remarks(texts_with(PLANTED, answers), amounts)).answers

    assert [word.text for word in large.words] == ["danke"]
    assert [word.text for word in small.words] == ["rückerstattung"]
    assert (large.low or 0) > (small.high or 0)
    assert large.high is small.low is None


def test_what_half_of_all_rows_have_is_neither_large_nor_small() -> None:
    answers = moods(ROWS)
    amounts = np.where(answers == HAPPY, 5.0 + np.arange(ROWS), 0.0)

    (large,) = telling(remarks(texts_with(PLANTED, answers), amounts)).answers

    assert large.low is not None


def test_pairs_of_words_are_told_where_neither_word_goes_with_the_answer() -> None:
    answers = moods(ROWS)
    texts = texts_with({"not good": ANGRY, "good": HAPPY, "not": HAPPY}, answers)

    assert "not good" in told(telling(remarks(texts, answers)))[ANGRY]


def test_at_most_eight_words_an_answer_and_only_frequent_answers_are_told() -> None:
    answers = np.repeat([f"kind {place}" for place in range(14)], 40)
    words = {f"{first}{last}": "kind 3" for first in ("za", "zo", "zu") for last in ("ra", "ri", "ro", "ru")}

    found = telling(remarks(texts_with(words, answers, share=0.9), answers))

    assert len(found.answers) == 10
    assert found.kinds == 14
    assert len(told(found)["kind 3"]) == 8


def test_a_word_of_one_busy_person_goes_with_no_answer() -> None:
    writer = np.arange(ROWS) % 8
    answers = np.where(writer < 4, ANGRY, HAPPY)
    texts = [f"{text} signed{who}" for text, who in zip(texts_with({}, answers), writer, strict=True)]
    frame = remarks(texts, answers, writer=np.array([f"w{who}" for who in writer]))

    assert not telling(frame, group="writer").are_found
    assert telling(frame).are_found, "where each row is a thing of its own"


def test_words_of_the_past_are_counted_in_later_rows() -> None:
    answers = moods(ROWS)
    days = np.datetime64("2024-01-01", "us") + np.arange(ROWS) * np.timedelta64(1, "D")
    texts = texts_with(PLANTED, answers)
    texts[200:] = texts_with({"danke": HAPPY}, answers[200:])

    assert told(telling(remarks(texts, answers, sent=days), time="sent"))[ANGRY] == []


def test_of_very_many_rows_some_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 100)
    answers = moods(600)

    found = telling(remarks(texts_with(PLANTED, answers), answers))

    assert (found.looked_at, found.counted, found.are_drawn) == (100, 100, True)


NASTY = ["", "<br/><b>x</b>", "😡", "x" * 10_000, "ß", "5", "NULL"]


def test_strange_texts_are_read_and_pictures_are_words() -> None:
    answers = moods(ROWS)
    texts = [
        f"{NASTY[place % 7]} {'😡' if mood == ANGRY and place % 3 else ''}"
        for place, mood in enumerate(answers)
    ]

    assert told(telling(remarks(texts, answers)))[ANGRY] == ["😡"]


def test_a_table_without_texts_has_no_words() -> None:
    frame = frame_of(age=np.arange(60.0), mood=moods(60))

    assert telling_words(material_of(frame), None) is None


def test_a_pair_of_two_words_that_are_told_is_not_told_as_well() -> None:
    answers = moods(2 * ROWS)
    texts = [
        f"{text} gerät kaputt" if mood == ANGRY and place % 3 else f"kaputt {text}" if not place % 9 else text
        for place, (text, mood) in enumerate(zip(texts_with({"gerät": ANGRY}, answers), answers, strict=True))
    ]

    assert sorted(told(telling(remarks(texts, answers)))[ANGRY]) == ["gerät", "kaputt"]
