"""The rows most typical of each class."""

import numpy as np

from desktop_app.engine.explanation.typical import numbered, typical_rows
from desktop_app.engine.material import Material
from desktop_app.records.texts import TypicalRow, TypicalRows
from tests.unit.engine.made_texts import material_of, remarks
from tests.unit.engine.tested import said

ROWS = 40
ANSWERS = np.array(["no", "yes"])[np.arange(ROWS) % 2]
CHANCES = np.where(np.arange(ROWS) % 2, 0.5 + np.arange(ROWS) / 100, 0.5 - np.arange(ROWS) / 100)


def material(texts: list[str], moods: object = ANSWERS) -> Material:
    return material_of(remarks(texts, moods, place=np.arange(float(ROWS))))


def rows_of(texts: list[str], chances: object = CHANCES) -> dict[str, list[int]]:
    """Return the typical rows of each class, where these are the chances of a yes."""
    of_yes = np.asarray(chances)
    tests = said(np.arange(ROWS) % 2, np.stack([1 - of_yes, of_yes], axis=1))
    found = typical_rows(tests, material(texts))
    return {one.value: [row.row for row in one.rows] for one in found}


def test_those_it_was_surest_of_come_first() -> None:
    assert rows_of([f"text {place}" for place in range(ROWS)]) == {"no": [38, 36, 34], "yes": [39, 37, 35]}


def test_the_same_text_is_told_once_and_no_text_never() -> None:
    texts = [f"text {place}" for place in range(ROWS)]
    texts[37] = texts[39]
    texts[38] = "  "

    assert rows_of(texts) == {"no": [36, 34, 32], "yes": [39, 35, 33]}


def test_rows_that_were_answered_wrongly_are_typical_of_nothing() -> None:
    chances = np.where(np.arange(ROWS) == 39, 0.1, 0.3)

    assert rows_of([f"text {place}" for place in range(ROWS)], chances).keys() == {"no"}


def test_a_number_has_none() -> None:
    of_numbers = material([f"text {place}" for place in range(ROWS)], np.arange(float(ROWS)) * 1.5)

    assert typical_rows(said(np.arange(float(ROWS)), np.arange(float(ROWS))), of_numbers) == ()


def test_rows_are_places_in_the_table_also_where_some_of_it_was_read() -> None:
    typical = (TypicalRows(value="yes", rows=(TypicalRow(row=1, chance=0.9),)),)

    assert numbered(typical, np.array([4, 17, 23]))[0].rows == (TypicalRow(row=17, chance=0.9),)
