"""What comes of answering a class from one chance on or another: how many are found, and how many false."""

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.evaluation.lines import DIGITS, Lines
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.target import Target
from desktop_app.records.insights import Cut, Cuts

MOST_CLASSES = 10
MOST_CUTS = 100
STEP = 5  # rows between two cuts, so that none tells what was said of a single one
ITSELF = 0.5  # from which chance on one of two classes is answered if nothing was decided
_SCALE = 10.0**DIGITS  # of a chance


def cuts_of(unseen: Unseen, target: Target, lines: Lines | None = None) -> tuple[Cuts, ...]:
    """Return for the most frequent classes what each cut brings, in tested rows; none for a number.

    Where a line was chosen before the test, it is one of the cuts.
    """
    if not target.classes:
        return ()
    often = np.argsort(-target.counts, kind="stable")[:MOST_CLASSES]
    return tuple(_cuts(unseen, target, code, lines) for code in often.tolist())


def _cuts(unseen: Unseen, target: Target, code: int, lines: Lines | None) -> Cuts:
    chances, is_it = unseen.answers[:, code], unseen.values.astype(np.int64) == code
    order = np.argsort(-chances, kind="stable")
    surest, hits = chances[order], np.concatenate([[0], np.cumsum(is_it[order])])
    step = STEP * unseen.repeats
    always = _always(surest, code, lines, step) if len(target.classes) == 2 else ()
    tried = _chances(surest, always, step)
    taken = _taken(surest, tried)
    # Half a row goes to the class that is named first, as in the table of right and wrong answers.
    up = unseen.repeats - 1 if code == 0 else 0
    found = (hits[taken] + up) // unseen.repeats
    false = (taken - hits[taken] + up) // unseen.repeats  # each for itself, so that neither ever falls
    return Cuts(
        value=target.classes[code],
        rows=unseen.tested,
        positives=int(hits[-1]) // unseen.repeats,
        cuts=tuple(
            Cut(chance=chance, found=right, false=wrong)
            for chance, right, wrong in zip(tried.tolist(), found.tolist(), false.tolist(), strict=True)
        ),
    )


def _always(surest: Floats, code: int, lines: Lines | None, step: int) -> tuple[float, ...]:
    """Return the cuts that are there whatever else is: one half, and a line that was chosen.

    A line so near to another cut that it would tell of single rows is none; one that says the same is.
    """
    if lines is None:
        return (ITSELF,)
    chance = lines.chance if code == lines.code else round(1 - lines.chance, DIGITS)
    ends = np.array([0, *_taken(surest, np.array([ITSELF])), len(surest)])
    apart = np.abs(_taken(surest, np.array([chance])) - ends)
    return (ITSELF, chance) if ((apart >= step) | (apart == 0)).all() else (ITSELF,)


def _chances(surest: Floats, always: tuple[float, ...], step: int) -> Floats:
    """Return the chances to cut at, the strictest first: closer together where it is strict.

    Of a rare class all that matters may lie among the surest hundredth of the tests.
    """
    tests = len(surest)
    half = (MOST_CUTS - len(always)) // 2
    places = np.concatenate([np.linspace(1, tests, half), np.geomspace(1, tests, half)])
    at_places = np.floor(surest[np.unique(np.rint(places).astype(np.int64)) - 1] * _SCALE) / _SCALE
    tried = np.unique(np.concatenate([at_places, always]))[::-1]
    kept: list[float] = []
    fixed = _taken(surest, np.array(always))
    last = -step
    for chance, taken in zip(tried.tolist(), _taken(surest, tried).tolist(), strict=True):
        if chance in always or (taken >= max(step, last + step) and not (np.abs(fixed - taken) < step).any()):
            kept, last = [*kept, chance], taken
    return np.array(kept)


def _taken(surest: Floats, chances: Floats) -> Ints:
    """Return how many tests have each of these chances or more."""
    return np.searchsorted(-surest, -chances, side="right").astype(np.int64)
