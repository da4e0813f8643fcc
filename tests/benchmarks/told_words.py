"""Whether words are found that go with an answer, and none that do not.

python -m tests.benchmarks words [COUNT] [FIRST]

COUNT (100) tables of each kind and size. Texts of 3 to 20 words, drawn from 4,000 by Zipf's law; four words
are planted, each in 40 of 100 rows with its answer and in 8 of 100 others. The answers are three kinds, the
same as amounts with much noise, or shuffled. Goals: 90 of 100 planted words are told, and no word at all in
95 of 100 tables whose answers are shuffled.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Texts
from tests.unit.engine.made_texts import ANGRY, HAPPY, NEITHER, moods, remarks, telling

ROWS = (200, 400, 1_000, 5_000)
COUNT, USUAL, INSIDE, OUTSIDE = 100, 4_000, 0.4, 0.08
PLANTED = {"refund": ANGRY, "kaputt": ANGRY, "danke": HAPPY, "großartig": HAPPY}
MEANS = {ANGRY: 30.0, NEITHER: 55.0, HAPPY: 80.0}
SPREAD = 12.0


def main(arguments: Sequence[str]) -> None:
    """Print a line for each kind and size of table."""
    count = int(arguments[0]) if arguments else COUNT
    seeds = range(first := int(arguments[1]) if arguments[1:] else 0, first + count)
    print("| answers | rows | planted words told | tables that tell another word |\n|---|---:|---:|---:|")
    for kind in ("kinds", "amounts", "shuffled"):
        for rows in ROWS:
            told = [_told(kind, rows, seed) for seed in seeds]
            right = sum(len(words & _planted(kind)) for words in told)
            others = sum(any(_is_other(word, value, kind) for word, value in words) for words in told)
            of = len(_planted(kind)) * count
            print(
                f"| {kind} | {rows:,} | {f'{right} of {of}' if of else ''} | {others} of {count} |",
                flush=True,
            )


def _planted(kind: str) -> set[tuple[str, str]]:
    return set() if kind == "shuffled" else set(PLANTED.items())


def _is_other(word: str, value: str, kind: str) -> bool:
    """Return whether nothing was planted that goes with the answer, not even as part of a pair."""
    return not any((part, value) in _planted(kind) for part in word.split(" "))


def _told(kind: str, rows: int, seed: int) -> set[tuple[str, str]]:
    """Return the words that are told of a table, each with what it goes with."""
    found = telling(_table(kind, rows, seed))
    named = {answer.value or (HAPPY if answer.high is None else ANGRY): answer for answer in found.answers}
    return {(word.text, value) for value, answer in named.items() for word in answer.words}


def _table(kind: str, rows: int, seed: int) -> pd.DataFrame:
    dice, answers = np.random.default_rng([seed, 3]), moods(rows, seed)
    texts = _texts(answers, dice)
    if kind == "kinds":
        return remarks(texts, answers)
    if kind == "shuffled":
        return remarks(texts, dice.permutation(answers))
    return remarks(texts, np.array([MEANS[one] for one in answers]) + dice.normal(0, SPREAD, rows))


def _texts(answers: Texts, dice: np.random.Generator) -> list[str]:
    usual = np.array([f"wort{place}x" for place in range(USUAL)])
    shares = 1 / (np.arange(USUAL) + 3)
    lengths = dice.integers(3, 21, len(answers))
    words = dice.choice(usual, lengths.sum(), p=shares / shares.sum())
    texts = [" ".join(some) for some in np.split(words, np.cumsum(lengths)[:-1])]
    for place, (word, value) in enumerate(PLANTED.items()):
        holds = dice.random(len(answers)) < np.where(answers == value, INSIDE, OUTSIDE)
        # One before and one behind the text: two of an answer side by side would truly go with it.
        held = "{word} {text}" if place % 2 else "{text} {word}"
        texts = [
            held.format(word=word, text=text) if one else text for text, one in zip(texts, holds, strict=True)
        ]
    return texts
