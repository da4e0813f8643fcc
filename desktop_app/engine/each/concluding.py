"""The outcome of a search where each group gets a model of its own, tested as it will answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.each.choosing import Crowd, Told, choose_shrink, corrected_hidden, own_of
from desktop_app.engine.each.ground import FIRST, Hidden, folds_of, ground_of
from desktop_app.engine.each.hiding import hidden_of, strangers_of
from desktop_app.engine.evaluation.intervals import Intervals
from desktop_app.engine.evaluation.lines import lines_of
from desktop_app.engine.evaluation.unseen import Trial, Unseen, choice_without, tested_unseen
from desktop_app.engine.features.preparation import Preparation
from desktop_app.engine.material import Material
from desktop_app.engine.model import AnyModel, Model
from desktop_app.engine.outcome import Outcome
from desktop_app.engine.own.correction import Own
from desktop_app.engine.search.finished import Finished
from desktop_app.engine.search.practice import Practice, practice_with
from desktop_app.engine.workshop import Fits


@dataclass(frozen=True, slots=True, kw_only=True)
class Apiece:
    """What one model for each group comes to, beside one for all, on the tested rows."""

    pooled: Floats  # (tests, answers) of one model for all
    simple: Floats  # (tests, answers) of the simplest guess of each group
    own: Own | None
    beyond: float  # how much further each end of a range reaches for a group that is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What corrections come to: the delivered ones, the tests, and the answers while rows were hidden."""

    own: Own | None
    preparation: Preparation  # of the delivered model
    answers: Floats  # (hidden, answers)
    trials: tuple[Trial, ...]
    unseen: Unseen


def each_concluded(
    material: Material, outcome: Outcome, finished: Sequence[Finished], fits: Fits, told: Told
) -> tuple[Outcome, Apiece]:
    """Return an outcome whose model has a correction for each group, and what it is worth.

    Corrections are learned from rows that were hidden from the pooled model. Those that are tested have seen
    no row that tests them; that of the delivered model has seen what the pooled one has.
    """
    hidden, crowd = hidden_of(material, outcome, fits), Crowd(fits=fits, told=told)
    is_nested = material.effort.tested == "repeated"
    found = (
        _in_turn(material, outcome, hidden, crowd, _nested(material, outcome, finished, fits))
        if is_nested
        else _held_out(material, outcome, hidden, crowd)
    )
    model = outcome.model
    answers = model.within(found.answers)
    practice = practice_with(material, outcome.choice.practice.kind, answers, hidden.rows)
    costs = outcome.lines.costs if outcome.lines else None
    intervals = _intervals(material, hidden, answers, found.own)
    if found.own:
        model = replace(model, preparation=found.preparation, own=found.own)
    if intervals:
        delivered = replace(outcome, model=model)
        model = replace(model, strangers=strangers_of(material, delivered, intervals, fits))
    changed = replace(
        outcome,
        corrected=practice,
        model=model,
        trials=found.trials,
        unseen=found.unseen,
        intervals=intervals,
        lines=lines_of(material, finished, practice, costs, len(found.unseen.rows)) if costs else None,
    )
    simple = _simple(material, _outers(material, outcome.unseen) if is_nested else ())
    beyond = model.strangers.beyond if model.strangers else 0.0
    return changed, Apiece(pooled=outcome.unseen.answers, simple=simple, own=found.own, beyond=beyond)


def _held_out(material: Material, outcome: Outcome, hidden: Hidden, crowd: Crowd) -> _Found:
    """Return the corrections where some rows were kept aside: these are tested, and learned from last."""
    search = material.split.search
    trial = _learned_here(outcome.trials[0].model)
    tried = trial.preparation or material.prepare(search)
    ground = ground_of(material, hidden, tried)
    shrink = choose_shrink(ground, material.seed, crowd)
    own = own_of(ground, material.each, shrink, crowd)
    trials = (replace(outcome.trials[0], model=replace(trial, preparation=tried, own=own)),)
    answers = corrected_hidden(ground, hidden.answers, shrink, crowd)
    prepared = tried
    if len(outcome.learned) > len(search):
        prepared = outcome.model.preparation or material.prepare(outcome.learned)
        more = Hidden(
            rows=np.concatenate([hidden.rows, outcome.unseen.rows]),
            answers=np.concatenate([hidden.answers, outcome.unseen.answers]),
        )
        own = own_of(ground_of(material, more, prepared), material.each, shrink, crowd)
    return _Found(
        own=own,
        preparation=prepared,
        answers=answers,
        trials=trials,
        unseen=tested_unseen(material, trials),
    )


def _in_turn(
    material: Material,
    outcome: Outcome,
    hidden: Hidden,
    crowd: Crowd,
    tested: tuple[Unseen, tuple[Trial, ...]],
) -> _Found:
    """Return the corrections where every row is hidden in turn, and has been *tested* so."""
    prepared = outcome.model.preparation or material.prepare(outcome.learned)
    ground = ground_of(material, hidden, prepared)
    shrink = choose_shrink(ground, material.seed, crowd)
    return _Found(
        own=own_of(ground, material.each, shrink, crowd),
        preparation=prepared,
        answers=corrected_hidden(ground, hidden.answers, shrink, crowd),
        trials=tested[1],
        unseen=tested[0],
    )


def _intervals(material: Material, hidden: Hidden, answers: Floats, own: Own | None) -> Intervals | None:
    """Return the ranges by the hidden rows that were answered as the model will: corrected, where any are."""
    if material.target.classes:
        return None
    as_told = folds_of(material, hidden) != FIRST if own else np.ones(len(answers), dtype=bool)
    return Intervals.learn(answers[as_told, 0], material.target.amounts[hidden.rows[as_told]])


def _learned_here(model: AnyModel) -> Model:
    assert isinstance(model, Model), "it was learned here"  # noqa: S101 - for the type checker
    return model


def _nested(
    material: Material, outcome: Outcome, finished: Sequence[Finished], fits: Fits
) -> tuple[Unseen, tuple[Trial, ...]]:
    """Return the tests where every row is hidden in turn, each corrected by what its part learned from."""
    outers = _outers(material, outcome.unseen)
    practices = [choice_without(material, finished, outer).practice for outer in outers]
    owns = fits.each(_part_own, material, list(zip(outers, practices, strict=True)))
    start, answers = 0, outcome.unseen.answers.copy()
    trials = list(outcome.trials)
    for place, (outer, (own, prepared)) in enumerate(zip(outers, owns, strict=True)):
        part = material.split.parts[outer]
        some = slice(start, start + len(part.hidden))
        start = some.stop
        if own is not None:
            found = own.corrected(answers[some], material.cells.take(part.hidden), prepared)
            answers[some] = outcome.model.within(found)
        if place < len(trials):
            trial = trials[place]
            model = replace(_learned_here(trial.model), preparation=prepared, own=own)
            trials[place] = replace(trial, model=model)
    return replace(outcome.unseen, answers=answers), tuple(trials)


def _part_own(material: Material, outer: int, practice: Practice) -> tuple[Own | None, Preparation]:
    prepared = material.prepare(material.split.parts[outer].learn)
    ground = ground_of(material, Hidden(rows=practice.rows, answers=practice.answers), prepared)
    shrink = choose_shrink(ground, material.seed, Crowd())
    return own_of(ground, material.each, shrink, Crowd()), prepared


def _outers(material: Material, unseen: Unseen) -> tuple[int, ...]:
    """Return the parts that were tested: of a simplest guess, which no chance shapes, each row once."""
    return tuple(material.split.outer[: material.effort.folds * unseen.repeats])


def _simple(material: Material, outers: Sequence[int]) -> Floats:
    """Return the simplest guess of the group of each test, by the rows that were learned from meanwhile.

    Tested were the rows that *outers* hid in turn, or those kept aside.
    """
    split = material.split
    pairs = [(split.parts[outer].learn, split.parts[outer].hidden) for outer in outers]
    pairs = pairs or [(split.search, split.locked)]
    return np.concatenate([_guesses(material, learn, hidden) for learn, hidden in pairs])


def _guesses(material: Material, learn: Ints, hidden: Ints) -> Floats:
    codes = material.cells.column(material.each).astype(np.int64) + 1  # an empty cell is a group here
    groups = len(material.cells.levels_of(material.each)) + 1
    counts = np.bincount(codes[learn], minlength=groups)
    overall, target = material.simplest(learn), material.target
    sums = np.stack([np.bincount(codes[learn], one, groups) for one in material.wanted(learn).T], axis=1)
    known = counts[:, None] > 0
    found = (
        (sums + overall) / (counts[:, None] + 1) if target.classes else sums / np.maximum(counts, 1)[:, None]
    )
    return np.asarray(np.where(known, found, overall)[codes[hidden]])
