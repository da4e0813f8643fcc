"""Small tables of complaints and praise, in whose texts some words go with an answer."""

from typing import Any

import numpy as np
import pandas as pd

from desktop_app.engine.explanation.telling_words import telling_words
from desktop_app.engine.features.texts import Words
from desktop_app.engine.material import Material
from desktop_app.engine.question import read_question
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.texts import TextWords
from tests.unit.engine.made import frame_of, table_for

USUAL = [
    f"{first}{last}" for first in ("ba", "ke", "lo", "mi", "nu") for last in ("ren", "sal", "tig", "fol")
]
ANGRY, HAPPY, NEITHER = "angry", "happy", "neutral"


def moods(rows: int, seed: int = 0) -> Any:
    """Return an answer for each row."""
    return np.random.default_rng([seed, 1]).choice([ANGRY, HAPPY, NEITHER], rows, p=[0.3, 0.4, 0.3])


def texts_with(planted: dict[str, str], answers: Any, seed: int = 0, *, share: float = 0.6) -> list[str]:
    """Return a text of usual words for each answer; each of *planted* stands in so many with its answer."""
    dice, texts = np.random.default_rng([seed, 2]), []
    for answer in answers:
        words = list(dice.choice(USUAL, dice.integers(3, 9)))
        for word, goes_with in planted.items():
            if dice.random() < (share if goes_with == answer else 0.05):
                words.insert(int(dice.integers(0, len(words))), word)
        texts.append(" ".join(words))
    return texts


def remarks(texts: Any, answers: Any, **columns: Any) -> pd.DataFrame:
    """Return a table of texts and their answers."""
    return frame_of(note=np.array(texts, dtype=object), mood=np.asarray(answers), **columns)


def material_of(frame: pd.DataFrame, **plan: Any) -> Material:
    """Return what is learned from where a table of remarks is to tell the mood."""
    table = table_for(frame, note="text")
    return read_question(frame, table, TrainingPlan(target="mood", **plan)).material


def telling(frame: pd.DataFrame, **plan: Any) -> TextWords:
    """Return the words that go with a mood."""
    material = material_of(frame, **plan)
    found = telling_words(material, Words.without_sums(material.cells.texts, 0))
    assert found is not None
    return found


def told(found: TextWords) -> dict[str, list[str]]:
    """Return the words by the answer that they go with."""
    return {answer.value: [word.text for word in answer.words] for answer in found.answers}
