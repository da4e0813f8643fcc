"""The answers that a file of no rows asks for again at each opening, beside those that it stored."""

import numpy as np

from desktop_app.engine.arrays import Floats

TOLERANCE = 1e-6  # of an answer


def answers_of(one: list[list[float]], other: list[list[float]]) -> tuple[Floats, Floats] | None:
    """Return stored answers and those given again as arrays; None where they cannot be compared."""
    then, again = (np.array(answers, dtype=np.float64) for answers in (one, other))
    return (then, again) if then.shape == again.shape and np.isfinite(again).all() else None
