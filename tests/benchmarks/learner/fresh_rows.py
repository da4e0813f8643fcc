"""A delivered model on many fresh rows of the process that made its table: is its score what was promised?"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop_app.records.results import Evaluation
from tests.benchmarks.learner.learned import Learned, Said, answer_file
from tests.benchmarks.learner.made_columns import Floats
from tests.benchmarks.learner.made_tables import Process

FRESH = 20_000
_LEAST_CHANCE = 1e-6  # answers in a file are rounded to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """What a model is worth on fresh rows, and what was said before."""

    value: float
    low: float
    high: float
    skill: float
    skill_low: float
    within: float | None = None  # share of amounts in their range of 8 of 10

    @property
    def covered(self) -> bool:
        """Whether the range of the score holds the value."""
        return self.low <= self.value <= self.high

    @property
    def side(self) -> str:
        """Where the value lies."""
        return "within" if self.covered else "below" if self.value < self.low else "above"

    @property
    def text(self) -> str:
        """What was said and what came, in one line."""
        return f"said {self.low:.4g} to {self.high:.4g}, came {self.value:.4g} with skill {self.skill:.2f}"


def fresh_rows(process: Process, learned: Learned, random: np.random.Generator, folder: Path) -> Fresh:
    """Return how the model does on fresh rows, read from a file like any other."""
    rows = process.draw(random, FRESH)
    path = rows.write(folder / "fresh.csv", with_answers=False)
    said = answer_file(learned, path, folder / "answering")
    evaluation, values = learned.evaluation, rows.answers.values
    within = None
    if said.classes:
        values = _codes(rows.answers.texts, said.classes)
    elif said.low is not None and said.high is not None:
        within = float(np.mean((said.low <= values) & (values <= said.high)))
    return Fresh(
        value=score_of(evaluation, said, values),
        low=evaluation.score.low,
        high=evaluation.score.high,
        skill=_skill(said, values),
        skill_low=evaluation.skill.low,
        within=within,
    )


def score_of(evaluation: Evaluation, said: Said, values: Floats) -> float:
    """Return the score of the page on these rows; *values* are places of classes, or amounts."""
    answered = said.answers
    match evaluation.score.metric:
        case "mean_absolute_error":
            return float(np.mean(np.abs(answered[:, 0] - values)))
        case "precision_at_k":
            rare = evaluation.rare
            assert rare is not None, "this metric speaks of a rare class"
            place = said.classes.index(rare.value)
            is_rare = values == place
            surest = np.argsort(-answered[:, place], kind="stable")[: int(is_rare.sum())]
            return float(np.mean(is_rare[surest]))
    right = np.argmax(answered, axis=1) == values
    if evaluation.score.metric == "accuracy":
        return float(np.mean(right))
    return float(np.mean([np.mean(right[values == kind]) for kind in np.unique(values)]))


def _skill(said: Said, values: Floats) -> float:
    """Return the skill on these rows against their own simplest guess."""
    if not said.classes:
        return 1 - float(np.mean((said.answers[:, 0] - values) ** 2) / np.var(values))
    codes = values.astype(np.int64)
    known = codes >= 0  # a class so rare that the table had none of it cannot be answered
    shares = np.bincount(codes[known], minlength=len(said.classes)) / known.sum()
    chances = said.answers[known, codes[known]]
    guess = -np.log(shares[codes[known]]).mean()
    return 1 - float(-np.log(np.maximum(chances, _LEAST_CHANCE)).mean() / guess)


def _codes(texts: list[str], classes: tuple[str, ...]) -> Floats:
    places = {name: place for place, name in enumerate(classes)}
    return np.array([places.get(text, -1) for text in texts], dtype=np.float64)
