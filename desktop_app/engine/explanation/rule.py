"""A model that fits on a page beside the best one: learned from the same rows, and tested on the same."""

from collections.abc import Sequence

import numpy as np

from desktop_app.engine.arrays import Ints
from desktop_app.engine.evaluation.measures import Measure, skill_of
from desktop_app.engine.evaluation.resampling import Resampling, once
from desktop_app.engine.evaluation.unseen import Trial, Unseen, tested_unseen
from desktop_app.engine.explanation.branches import branches_of
from desktop_app.engine.kinds.kind import Lesson
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material
from desktop_app.engine.model import Model, Part, learn_model, softened
from desktop_app.engine.outcome import Outcome, tested_parts
from desktop_app.engine.search.practice import losses_of, plainest
from desktop_app.engine.validation.splits import Part as Hiding
from desktop_app.records.insights import Rule
from desktop_app.records.results import Score

MOST_COLUMNS = 20
MOST_ROWS = 10_000  # to learn from: a few borders need no more
_DRAWS = 200


def rule_of(material: Material, columns: Sequence[str], measure: Measure) -> Rule | None:
    """Return a rule of the strongest *columns*; nothing where it is not better than the simplest guess.

    Better is beyond chance in the loss, and better in the measure of the page.
    """
    names = frozenset(columns[:MOST_COLUMNS]) - frozenset(material.cells.layout.texts)
    if not names:
        return None
    narrow = material.with_columns(names)
    parts = [(narrow.sampled(learn, MOST_ROWS), hidden) for learn, hidden in tested_parts(narrow)]
    models = [_learned(narrow, learn, _practice(narrow, place)) for place, (learn, _) in enumerate(parts)]
    trials = [Trial(model=model, rows=rows) for model, (_, rows) in zip(models, parts, strict=True)]
    value = _worth(tested_unseen(narrow, trials), measure, narrow.seed)
    if value is None:
        return None
    model, rows = models[0], parts[0][0]
    if narrow.effort.tested == "repeated":
        rows = np.arange(len(narrow.cells))
        model = _learned(narrow, rows, narrow.split.parts[narrow.split.outer[0]])
    branches = branches_of(model, narrow, rows)
    return Rule(branches=branches, value=value) if len(branches) > 1 else None


def rule_itself(material: Material, outcome: Outcome, score: Score) -> Rule | None:
    """Return the rule that is delivered as the model; nothing where another model is."""
    branches = branches_of(outcome.model, material, outcome.learned)
    return Rule(branches=branches, value=score.value) if branches else None


def _practice(material: Material, place: int) -> Hiding | None:
    """Return rows to learn from and rows hidden meanwhile, none of which test the rule in the end."""
    split = material.split
    if material.effort.tested != "repeated":
        return split.parts[0]
    inside = split.inside(split.outer[place])
    return split.parts[inside[0]] if inside else None


def _learned(material: Material, rows: Ints, practice: Hiding | None) -> Model:
    """Return the rule of these rows, with as many answers as have proved themselves in practice."""
    longest = KINDS["rule"].settings(material.conditions)[-1]
    setting = longest if practice is None else _size(material, practice)
    return learn_model(material, rows, (Part(kind="rule", setting=setting),))


def _size(material: Material, practice: Hiding) -> float:
    """Return the fewest answers that are not worse beyond chance than another number of them."""
    kind, values = KINDS["rule"], material.target.values
    rows, hidden = material.sampled(practice.learn, MOST_ROWS), practice.hidden
    preparation = material.prepare(rows)
    answers = kind.path(
        material.conditions,
        Lesson(features=material.learned(kind.form, preparation, rows, rows), values=values[rows]),
        Lesson(features=preparation.features(kind.form, material.cells.take(hidden)), values=values[hidden]),
    )
    if material.target.classes:
        answers = softened(answers, material.simplest(rows), 1 / len(rows))
    return kind.settings(material.conditions)[plainest(losses_of(material, answers, hidden))]


def _worth(unseen: Unseen, measure: Measure, seed: int) -> float | None:
    """Return the score, where it is better than that of the simplest guess."""
    tests = len(unseen.rows)
    value, guess = (once(measure.of(unseen, said), tests) for said in (unseen.answers, unseen.guesses))
    skill = skill_of(unseen.losses(unseen.answers), unseen.losses(unseen.guesses))
    low, _ = Resampling(clusters=unseen.clusters, seed=seed, draws=_DRAWS).bounds(skill)
    return value if measure.sign * (value - guess) > 0 and low > 0 else None
