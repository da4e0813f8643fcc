"""The rows most typical of each class: those of it that the model was surest of while they were hidden."""

from dataclasses import replace

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.explanation.telling_words import MOST_ANSWERS
from desktop_app.engine.material import Material
from desktop_app.records.texts import TypicalRow, TypicalRows

MOST_TYPICAL = 3  # of a class


def typical_rows(unseen: Unseen, material: Material) -> tuple[TypicalRows, ...]:
    """Return up to three tested rows of each frequent class, as places in the table.

    Only rows with some text that were answered rightly; of several with the same text one. Nothing for a
    number, and of a table without columns of text.
    """
    target, texts = material.target, material.cells.texts
    if not target.classes or not texts.shape[1]:
        return ()
    rows, answers = _averaged(unseen)
    codes = target.codes[rows]
    right = answers.argmax(axis=1) == codes
    frequent = np.sort(
        np.argsort(-np.bincount(codes, minlength=len(target.classes)), kind="stable")[:MOST_ANSWERS]
    )
    found = []
    for code in frequent.tolist():
        places = np.flatnonzero(right & (codes == code))
        surest = places[np.argsort(-answers[places, code], kind="stable")]
        chosen = _different(surest.tolist(), [tuple(line) for line in texts[rows[surest]]])
        told = tuple(
            TypicalRow(row=int(target.rows[rows[place]]), chance=float(answers[place, code]))
            for place in chosen
        )
        if told:
            found.append(TypicalRows(value=target.classes[code], rows=told))
    return tuple(found)


def numbered(typical: tuple[TypicalRows, ...], numbers: Ints) -> tuple[TypicalRows, ...]:
    """Return the same where only some rows of the table were read: *numbers* (rows read,) says which."""
    return tuple(
        replace(one, rows=tuple(replace(row, row=int(numbers[row.row])) for row in one.rows))
        for one in typical
    )


def _averaged(unseen: Unseen) -> tuple[Ints, Floats]:
    """Return each row that was tested once, and the mean of its answers."""
    rows, places, times = np.unique(unseen.rows, return_inverse=True, return_counts=True)
    sums = np.zeros((len(rows), unseen.answers.shape[1]))
    np.add.at(sums, places, unseen.answers)
    return rows, sums / times[:, None]


def _different(places: list[int], texts: list[tuple[str, ...]]) -> list[int]:
    """Return the first few places whose texts are neither empty nor those of one before."""
    chosen: dict[tuple[str, ...], int] = {}
    for place, text in zip(places, texts, strict=True):
        if len(chosen) == MOST_TYPICAL:
            break
        if any(part.strip() for part in text):
            chosen.setdefault(text, place)
    return list(chosen.values())
