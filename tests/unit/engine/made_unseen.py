"""Made-up tests of a model: what was really there, and what it answered."""

from typing import Any

import numpy as np

from desktop_app.engine.evaluation.unseen import Unseen


def made_unseen(
    values: Any, answers: Any, *, rows: Any = None, clusters: Any = None, repeats: int = 1
) -> Unseen:
    """Return tests of two kinds, of which *answers* are the chances of the second one, or of a number."""
    real, said = np.asarray(values), np.asarray(answers, dtype=np.float64)
    is_kind = real.dtype.kind in "iub"
    found = np.stack([1 - said, said], axis=1) if is_kind else said[:, None]
    numbers = np.arange(len(real)) if rows is None else np.asarray(rows)
    return Unseen(
        classes=2 if is_kind else 0,
        rows=numbers,
        values=real.astype(np.int64) if is_kind else real,
        answers=found,
        guesses=np.full_like(found, 0.5),
        clusters=numbers if clusters is None else np.asarray(clusters),
        repeats=repeats,
    )
