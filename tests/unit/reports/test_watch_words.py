"""What the notes in a folder of answers say."""

from dataclasses import replace

import pytest

from desktop_app.errors import DataError, FileError
from desktop_app.records.models import Answers, Preflight
from desktop_app.records.notices import Notice, about
from desktop_app.records.orders import PredictedFile, Written
from desktop_app.reports.watch_words import answered_line, answered_note, aside_note

ODD = Notice(code="check.not_read", values={"column": "age", "count": 2, "values": ["x"]}, level="caution")
FINE = Notice(code="check.fits", values={"rows": 9, "columns": 2})
ANSWERS = Answers(
    rows=9,
    cautions=1,
    preflight=Preflight(fit="caution", rows=9, notices=(FINE, ODD)),
    headings=("prediction",),
    counts={"yes": 4, "no": 5},
)


def test_a_note_tells_rows_cautions_and_what_is_different() -> None:
    predicted = PredictedFile(answers=ANSWERS, written=Written(path="/out/june.csv", size=2000))

    note = "\n".join(answered_note("june.csv", "left", predicted, "june (2).csv"))

    assert 'Answers of the model "left" to "june.csv"' in note
    assert "Rows in: 9. Rows answered: 9, in the same order." in note
    assert "1 of 9 rows has a caution." in note
    assert '"age" could not be read in 2 rows' in note
    assert "All 2 columns" not in note
    assert 'Saved as "june (2).csv", 2 kB.' in note


def test_a_note_says_what_was_multiplied() -> None:
    divided = about("weight", "check.divided", factor=1000)
    answers = replace(ANSWERS, preflight=replace(ANSWERS.preflight, notices=(FINE, divided)))
    predicted = PredictedFile(answers=answers, written=Written(path="/out/june.csv", size=2000))

    note = "\n".join(answered_note("june.csv", "left", predicted, "june.csv"))

    assert '"weight" is divided by 1,000 before rows are answered.' in note


def test_a_note_without_answers_tells_why_and_what_to_do() -> None:
    note = "\n".join(aside_note("june.csv", "left", FileError("refuse.empty", file="june.csv")))

    assert '"june.csv" is empty.' in note
    assert "Check that the export has finished" in note
    assert "The file is where it was, unchanged." in note


@pytest.mark.parametrize(
    "error",
    [
        DataError("cli.missing_columns", columns=["age"]),
        DataError("cli.columns_renamed", columns=["age"], options="--map AGE=age"),
    ],
    ids=lambda error: error.code,
)
def test_no_note_asks_for_an_option_of_a_command(error: DataError) -> None:
    note = "\n".join(aside_note("june.csv", "left", error))

    assert 'The file lacks: "age".' in note
    assert "--" not in note


def test_a_line_names_cautions_only_where_there_are_some() -> None:
    assert answered_line("june.csv", "june.csv", ANSWERS).endswith('1 with a caution, in "june.csv".')
    fine = replace(ANSWERS, rows=1, cautions=0)
    assert answered_line("june.csv", "june.csv", fine) == '"june.csv": 1 row answered, in "june.csv".'
