"""Words that go with an answer are told in counts, and with where they were counted."""

from dataclasses import replace

from desktop_app.records.texts import Word
from desktop_app.reports.text_words import (
    typical_lines,
    words_lead,
    words_lines,
    words_note,
    words_of_answers,
)
from tests.unit.reports.made import a_number, two_kinds
from tests.unit.reports.text_parts import BROKEN, REFUND, TYPICAL, WORDS, answer, words


def test_a_word_is_told_in_counts_of_rows() -> None:
    (told,) = words_of_answers(two_kinds(words=WORDS))

    assert told.title == 'Words that go with "yes"'
    assert told.first == '"refund" stands in 41 of 60 rows that are "yes", and in 3 of 200 others.'
    assert told.header == ("Word", "of 60 such rows", "of 200 others")
    assert told.rows == (("refund", "41", "3"), ("arrived broken", "12", "1"))


def test_of_a_number_it_is_said_from_where_on() -> None:
    large, small = answer("", REFUND, low=320.0), answer("", BROKEN, high=40.0)

    told = words_of_answers(a_number(words=words(large, small)))

    target = a_number().target
    assert [one.title for one in told] == [
        f'Words where "{target}" is 320 or more',
        f'Words where "{target}" is 40 or less',
    ]
    assert told[0].first.endswith(
        f'in 41 of 60 rows where "{target}" is 320 or more, and in 3 of 200 others.'
    )
    assert f'where "{target}" is 40 or less' in told[1].first


def test_it_is_said_where_they_were_found_and_where_they_were_counted() -> None:
    assert words_lead(two_kinds(words=WORDS)).startswith('Words of "note" that stand in more rows')
    note = words_note(two_kinds(words=WORDS))
    assert note.startswith("Found in 900 rows and counted in 260 others, which were not used to find them.")
    assert "drawn at random" not in note


def test_it_is_said_what_was_not_looked_at() -> None:
    some = replace(WORDS, are_drawn=True, kinds=14)

    note = words_note(two_kinds(words=some))

    assert "These rows were drawn at random: there are more." in note
    assert "the 2 most frequent of 14 answers" in note


def test_that_no_word_was_found_is_said_and_nothing_where_none_was_looked_for() -> None:
    nothing = two_kinds(words=words(answer("no"), answer("yes"), columns=("note", "title")))

    assert words_lines(nothing, 3)[0].startswith('Beyond chance, no word of "note", "title" was found')
    assert (words_of_answers(nothing), words_note(nothing)) == ((), "")
    assert (words_lead(two_kinds()), words_lines(two_kinds(), 3)) == ("", ("",))


def test_a_line_tells_one_word_and_only_the_first_few() -> None:
    told = words_lines(two_kinds(words=WORDS), 1)

    assert told == ('"refund" stands in 41 of 60 rows that are "yes", and in 3 of 200 others.',)


def test_no_more_is_told_than_a_training_finds_whatever_a_file_says() -> None:
    many = tuple(Word(text=f"w{place}", found=9, others=0) for place in range(99))

    told = words_of_answers(two_kinds(words=words(*(answer(f"k{place}", *many) for place in range(50)))))

    assert (len(told), len(told[0].rows)) == (10, 8)


def test_typical_rows_are_counted_from_one() -> None:
    assert typical_lines(two_kinds(typical=TYPICAL)) == (
        'The most typical rows of "no": 4.',
        'The most typical rows of "yes": 13 · 1.',
    )
