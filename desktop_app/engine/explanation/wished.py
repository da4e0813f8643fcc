"""What answers are wished for: how far each answer (rows, answers) is ahead of what would just not do."""

from collections.abc import Callable

import numpy as np

from desktop_app.engine.arrays import Floats

_ROUNDING = 1e-7  # of single precision, in which kinds of model compute

Ahead = Callable[[Floats], Floats]  # of answers (rows, answers): (rows,) above 0 where one is as it is wished


def likeliest(place: int) -> Ahead:
    """Wish for the class at *place*."""

    def ahead(answers: Floats) -> Floats:
        others = np.delete(answers, place, axis=1)
        return np.asarray(answers[:, place] - others.max(axis=1))

    return ahead


def other_than(place: int) -> Ahead:
    """Wish for any class but the one at *place*."""
    ahead = likeliest(place)
    return lambda answers: -ahead(answers)


def from_chance(place: int, chance: float, *, on: bool) -> Ahead:
    """Wish for chances of a class from *chance* on, or below it."""
    edge = np.nextafter(chance, 0.0)  # the last that is below
    sign = 1.0 if on else -1.0
    return lambda answers: np.asarray(sign * (answers[:, place] - (edge if on else chance)))


def more_than(amount: float, miss: float, *, more: bool) -> Ahead:
    """Wish for amounts that are more, or less, by a miss at least."""
    sign = 1.0 if more else -1.0
    just_less = np.nextafter(max(miss, abs(amount) * _ROUNDING), 0.0)
    return lambda answers: np.asarray(sign * (answers[:, 0] - amount) - just_less)
