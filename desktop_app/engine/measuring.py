"""How good a model is that was made elsewhere, told by rows that came with it; or that nobody knows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.brought.model import Brought
from desktop_app.engine.cells import LARGEST, Cells
from desktop_app.engine.effort import plan_effort
from desktop_app.engine.evaluation.bands import bands_of
from desktop_app.engine.evaluation.calibration import calibration_of
from desktop_app.engine.evaluation.cuts import cuts_of
from desktop_app.engine.evaluation.intervals import Intervals
from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.scoring import Shape, measure_of, score, skill
from desktop_app.engine.evaluation.unseen import Trial, Unseen, tested_unseen
from desktop_app.engine.evaluation.weak_spots import weak_spots
from desktop_app.engine.explanation.importance import MOST_COLUMNS, importances
from desktop_app.engine.material import Material
from desktop_app.engine.size import Size
from desktop_app.engine.target import Target
from desktop_app.engine.validation.splits import Split, alike
from desktop_app.engine.verdicts import Evidence, level_of
from desktop_app.engine.workshop import workshop
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Baseline, Evaluation, Metric, Score, Skill, Verdict

FEWEST_ROWS = 20  # with an answer
_BUDGET = 60.0  # seconds: of no effect, as nothing is learned


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A model with what its rows say of it; amounts have ranges where rows with answers came along."""

    model: Brought
    evaluation: Evaluation
    intervals: Intervals | None = None


def untested(model: Brought, answers: Floats) -> Measured:
    """Return a model of which nothing is known; *answers* to made-up rows are the middle of what it says."""
    schema = model.schema
    if schema.classes:
        simplest = np.full(len(schema.classes), 1 / len(schema.classes))
        metric: Metric = "accuracy"
        shape: Shape = "two" if len(schema.classes) == 2 else "many"
    else:
        simplest = np.nanmean(answers, axis=0)
        metric, shape = "mean_absolute_error", "number"
    told = _told(
        model,
        score=Score(metric=metric, value=0.0, low=0.0, high=0.0, rows=0),
        baseline=Baseline(metric=metric, value=0.0, answer=""),
        verdict=Verdict(level="untested", shape=shape),
    )
    return Measured(model=replace(model, simplest=simplest), evaluation=told)


def measured(model: Brought, cells: Cells, target: Target, plan: TrainingPlan, *, threads: int) -> Measured:
    """Return a model with what rows say whose answer is known: cells and target are of the same rows.

    The simplest guess is that of these rows. All that is learned from them is how far amounts miss, for the
    ranges beside them; the share of ranges that held is of rows that did not make them.
    """
    material = _material(cells, target, plan.seed)
    model = replace(model, simplest=material.simplest(np.arange(len(cells))))
    trials = (Trial(model=model, rows=np.arange(len(cells))),)
    unseen = tested_unseen(material, trials)
    gained = skill(unseen, plan.seed)
    measure, shape = measure_of(unseen, target, guessing=gained.low <= 0)
    scored = score(unseen, target, measure, plan.seed)
    names = _strongest(model, unseen, cells, plan.seed)
    with workshop(threads) as pool:
        mattering = importances(material, trials, measure, pool, names)
    leaning = tuple(item.column for item in mattering if item.low > 0)
    level = level_of(Evidence(skill=gained, give_away=None, strongest=leaning), plan)
    told = _told(
        model, score=scored.score, baseline=scored.baseline, verdict=Verdict(level=level, shape=shape)
    )
    evaluation = replace(
        told,
        common=target.common,
        rows=len(target.rows),
        skill=gained,
        importances=mattering,
        confusion=scored.confusion,
        rare=scored.rare,
        misses=scored.misses,
    )
    intervals = None if target.classes else Intervals.learn(unseen.answers[:, 0], target.amounts)
    looked = _looked_into(evaluation, unseen, material, measure)
    return Measured(model=model, evaluation=looked, intervals=intervals)


def _told(model: Brought, *, score: Score, baseline: Baseline, verdict: Verdict) -> Evaluation:
    """Return what is known of any such model."""
    schema = model.schema
    return Evaluation(
        task=schema.task,
        target=schema.target,
        classes=schema.classes,
        common="",
        rows=0,
        tested="brought",
        folds=0,
        features=model.names,
        left_out=(),
        warnings=(),
        baseline=baseline,
        score=score,
        skill=Skill(value=0.0, low=0.0),
        verdict=verdict,
        candidates=(),
        decimals=schema.output.decimals,
        unit=schema.output.unit,
    )


def _looked_into(evaluation: Evaluation, unseen: Unseen, material: Material, measure: Measure) -> Evaluation:
    """Return the record with what lies beyond the score."""
    columns = [item.column for item in evaluation.importances]
    is_better = evaluation.skill.low > 0
    spots = weak_spots(unseen, material.cells, columns, measure, material.seed) if is_better else ()
    return replace(
        evaluation,
        calibration=calibration_of(unseen, material.target),
        cuts=cuts_of(unseen, material.target),
        bands=bands_of(unseen),
        weak_spots=spots,
    )


def _material(cells: Cells, target: Target, seed: int) -> Material:
    """Return the rows as a test that nothing was learned from."""
    nothing: Ints = np.zeros(0, dtype=np.int64)
    split = Split(search=nothing, locked=np.arange(len(cells)), parts=(), clusters=alike(cells))
    effort = plan_effort(Size.of(cells, target), _BUDGET)
    return Material(cells=cells, target=target, split=split, effort=effort, seed=seed)


def _strongest(model: Brought, unseen: Unseen, cells: Cells, seed: int) -> Sequence[str]:
    """Return the columns whose cells move the answers most when they are mixed up between some rows."""
    if len(model.names) <= MOST_COLUMNS:
        return model.names
    dice = np.random.default_rng([seed, len(model.names)])
    rows = np.sort(dice.permutation(len(cells))[:200])
    some, answers = cells.take(rows), np.clip(unseen.answers[rows], -LARGEST, LARGEST)
    moved = {
        name: float(np.abs(model.answers(some.mixed_up(name, dice.permutation(len(rows)))) - answers).mean())
        for name in model.names
    }
    return sorted(moved, key=lambda name: -moved[name])[:MOST_COLUMNS]
