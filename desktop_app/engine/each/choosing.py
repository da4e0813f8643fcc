"""How strongly the groups of one training are shrunk, found by rows that were hidden."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.each.fitting import Shrink, hidden_answers, learn_groups, try_groups
from desktop_app.engine.each.ground import Ground
from desktop_app.engine.own.correction import Own
from desktop_app.engine.workshop import Fits

LEVELS = (1.0, 3.0, 10.0, 30.0, 100.0, 300.0)  # strengths that are tried
SLOPES = (3.0, 10.0, 30.0, 100.0, 300.0, 1000.0)
BEYOND = 2.0  # standard errors of a difference, the best of many settings, that is not taken for chance
MOST_TRIED = 200_000  # rows of groups drawn at random, by which the strength is chosen
MOST_DRAWN = 300  # groups of them
_FEWEST_FOR_SPREAD = 10  # groups; fewer do not tell how much groups differ
_ROWS = 20_000  # of a piece of work: a second of one processor at most

Told = Callable[[int, int], None]  # how many groups are done, of how many


def untold(done: int, of: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Hands that learn the groups side by side, or none: then they are learned one after the other."""

    fits: Fits | None = None
    told: Told = untold

    @property
    def quiet(self) -> "Crowd":
        """The same, who tell nobody: of all that is done with the groups, only the longest is counted."""
        return Crowd(fits=self.fits)

    def over(self, work: Callable[..., object], ground: Ground, *things: object) -> list[object]:
        """Return what the work comes to with each chunk of groups, in their order."""
        chunks = chunks_of(ground)
        if self.fits is None:
            return [work(ground, first, last, *things) for first, last in chunks]
        asked = ((first, last, *things) for first, last in chunks)
        return self.fits.each(
            work, ground, asked, lambda count: self.told(chunks[count - 1][1], len(ground.names))
        )


def chunks_of(ground: Ground) -> list[tuple[int, int]]:
    """Return the first and the last group of each piece of work, of about as many rows."""
    found: list[tuple[int, int]] = []
    first = 0
    for group in range(len(ground.names)):
        if ground.starts[group + 1] - ground.starts[first] >= _ROWS or group == len(ground.names) - 1:
            found.append((first, group + 1))
            first = group + 1
    return found


def choose_shrink(ground: Ground, seed: int, crowd: Crowd) -> Shrink:
    """Return how strongly the groups are shrunk; not corrected where that is not better beyond chance."""
    some = _drawn(ground, seed)
    if not some.names:
        return Shrink()
    levels = (Shrink(), *(Shrink(level=level) for level in LEVELS))
    losses, squares = _tried(some, levels, crowd.quiet)
    best = int(np.argmin(losses.sum(axis=1)))
    level = levels[best].level if best else LEVELS[-1]
    chosen = levels[best] if _is_better(losses[0], losses[best], squares[best]) else Shrink()
    if some.lines.shape[1] == 1:
        return chosen
    slopes = tuple(Shrink(level=level, slopes=slope) for slope in SLOPES)
    more, more_squares = _tried(some, slopes, crowd.quiet)
    steepest = int(np.argmin(more.sum(axis=1)))
    before = losses[0] if chosen.is_none else losses[best]
    is_better = _is_better(before, more[steepest], more_squares[steepest])
    return slopes[steepest] if is_better else chosen


def own_of(ground: Ground, column: str, shrink: Shrink, crowd: Crowd) -> Own | None:
    """Return the corrections of all groups, learned from all hidden rows; None where nothing is corrected."""
    if shrink.is_none or not ground.names:
        return None
    found: list[tuple[Floats, Floats]] = crowd.quiet.over(learn_groups, ground, shrink)  # type: ignore[assignment]
    return Own(
        column=column,
        names=ground.names,
        features=ground.features[:0] if math.isinf(shrink.slopes) else ground.features,
        weights=np.concatenate([weights for weights, _ in found]),
        shares=np.concatenate([shares for _, shares in found]),
    )


def corrected_hidden(ground: Ground, answers: Floats, shrink: Shrink, crowd: Crowd) -> Floats:
    """Return the answers to all hidden rows, those of a group corrected without the fold that they are in."""
    found = np.array(answers, dtype=np.float64)
    if ground.names and not shrink.is_none:
        parts: list[Floats] = crowd.over(hidden_answers, ground, shrink)  # type: ignore[assignment]
        found[ground.places] = np.concatenate(parts)
    return found


def _tried(ground: Ground, settings: tuple[Shrink, ...], crowd: Crowd) -> tuple[Floats, Floats]:
    found = crowd.over(try_groups, ground, settings)
    parts = [(one.losses, one.squares) for one in found]  # type: ignore[attr-defined]
    return tuple(np.concatenate(some, axis=1) for some in zip(*parts, strict=True))  # type: ignore[return-value]


def _is_better(before: Floats, after: Floats, squares: Floats) -> bool:
    """Return whether the loss of the groups is less, beyond chance by rows and by whole groups."""
    gaps = before - after
    by_rows = math.sqrt(float(squares.sum()))
    by_groups = math.sqrt(float((gaps**2).sum())) if len(gaps) >= _FEWEST_FOR_SPREAD else 0.0
    return float(gaps.sum()) > BEYOND * max(by_rows, by_groups)


def _drawn(ground: Ground, seed: int) -> Ground:
    """Return the groups that the strength is chosen by: all, or some at random where there are many rows."""
    if len(ground.places) <= MOST_TRIED and len(ground.names) <= MOST_DRAWN:
        return ground
    order = np.random.default_rng([seed, len(ground.names)]).permutation(len(ground.names))
    sizes = np.diff(ground.starts)
    count = int(np.searchsorted(np.cumsum(sizes[order]), MOST_TRIED))
    kept = np.sort(order[: max(1, min(count, MOST_DRAWN))])
    return ground.some(kept)
