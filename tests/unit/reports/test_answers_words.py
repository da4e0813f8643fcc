"""What is said of a new file, of the answers to it, and of the file that was saved."""

from desktop_app.records.models import Answers, Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.orders import Written
from desktop_app.reports.answers_words import answers_lines, preflight_lines, saved_lines
from desktop_app.reports.names import fit_word, level_word
from desktop_app.reports.result_words import candidate_text
from tests.unit.reports.made import a_number, score, two_kinds
from tests.unit.reports.result_parts import candidate


def preflight(*notices: Notice) -> Preflight:
    return Preflight(fit="caution" if notices else "fits", rows=80, notices=notices)


def test_a_fit_is_listed_line_by_line_with_its_level() -> None:
    unseen = Notice(
        code="check.unseen", level="caution", values={"count": 1, "column": "region", "values": ["Regon"]}
    )

    lines = preflight_lines(preflight(unseen))

    assert lines == (("caution", '"region" has a value it has never seen in 1 row: "Regon".'),)
    assert fit_word(preflight(unseen)) == level_word("caution") == "Caution"


def test_answers_are_compared_with_what_it_learned_from() -> None:
    answers = Answers(
        rows=80, cautions=3, preflight=preflight(), headings=("prediction",), counts={"no": 50, "yes": 30}
    )

    assert answers_lines(answers, two_kinds()) == (
        "Rows in: 80. Rows answered: 80, in the same order.",
        'It says "yes" for 37 of 100 rows here (30 of 80). '
        'In the file it learned from, 27 of 100 were "yes".',
        "3 of 80 rows have a caution. Treat those answers as guesses.",
    )


def test_a_count_of_a_hundred_rows_is_said_once() -> None:
    answers = Answers(
        rows=100, cautions=0, preflight=preflight(), headings=("prediction",), counts={"no": 60, "yes": 40}
    )

    assert answers_lines(answers, two_kinds())[1] == (
        'It says "yes" for 40 of 100 rows. In the file it learned from, 27 of 100 were "yes".'
    )


def test_answers_without_a_training_beside_them_still_say_what_they_hold() -> None:
    answers = Answers(rows=3, cautions=0, preflight=preflight(), headings=(), counts={"no": 2, "yes": 1})

    assert answers_lines(answers)[1] == 'It says "no" for 2 of 3 rows.'


def test_answers_to_a_number_are_said_as_a_span() -> None:
    answers = Answers(
        rows=1, cautions=1, preflight=preflight(), headings=(), low=99.25, middle=204.5, high=1500.75
    )

    assert answers_lines(answers, a_number()) == (
        "Rows in: 1. Rows answered: 1, in the same order.",
        "The answers lie between 100 and 1500, typically 200.",
        "1 of 1 row has a caution. This file is not like the one it learned from.",
    )


def test_a_saved_file_says_what_was_made_safe_in_it() -> None:
    assert saved_lines(Written(path="/x/out.csv", size=1500, marked_cells=2), "out.csv") == (
        'Saved as "out.csv", 1.5 kB.',
        "2 cells begin like formulas. They are saved with ' in front, so that they stay text.",
    )
    assert saved_lines(Written(path="/x/out.xlsx", size=1500, marked_cells=2), "out.xlsx")[1:] == (
        "2 cells begin like formulas and are saved as text.",
    )


def test_a_saved_file_says_which_columns_have_other_names_in_it() -> None:
    written = Written(path="/x/out.parquet", size=1500, renamed=("name (2)",))

    assert saved_lines(written, "out.parquet")[1:] == (
        '1 column differs from another only in capital letters. It is saved as "name (2)".',
    )


def test_a_count_of_few_test_rows_stays_a_count_of_them() -> None:
    few = two_kinds(score=score(0.8, 0.5, 0.95, rows=20))

    assert candidate_text(candidate(0.75), few) == ("Many small trees: right for 15 of 20 while practising.")
