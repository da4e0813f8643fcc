"""What more rows would bring: the score, on the same tested rows, of what was learned from fewer of them.

The learning curve (Viering and Loog, The shape of learning curves: a review, 2021) of the kind that counts
most, alone: of several kinds together it would take as long as the whole training.
"""

from collections.abc import Sequence

import numpy as np

from desktop_app.engine.arrays import Ints
from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.resampling import once
from desktop_app.engine.evaluation.unseen import Trial, tested_unseen
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material
from desktop_app.engine.model import Recipe, learn_model
from desktop_app.engine.outcome import tested_parts
from desktop_app.engine.search.blending import strongest_part
from desktop_app.engine.search.finished import Finished
from desktop_app.engine.workshop import Fits
from desktop_app.records.insights import Pace

SHARES = (0.25, 0.5, 1.0)  # of the rows to learn from
FEWEST_ROWS = 200  # below it a quarter would be too few to learn anything
_STREAM = 21  # of chance, by which some of the rows are drawn


def seconds_of(material: Material, recipe: Recipe, finished: Sequence[Finished]) -> float:
    """Return how long `pace_of` takes at most, by what the search has taken."""
    longest = {found.facts.kind: found.facts.longest for found in finished}
    fits = sum(SHARES) * len(tested_parts(material))
    return fits * sum(longest.get(part.kind, 0.0) for part in strongest_part(recipe))


def pace_of(material: Material, recipe: Recipe, measure: Measure, fits: Fits) -> tuple[Pace, ...]:
    """Return the score for a quarter, a half and all of the rows; nothing where there are few of them."""
    alone = strongest_part(recipe)
    if not alone or len(material.cells) < FEWEST_ROWS:
        return ()
    most = KINDS[alone[0].kind].most_rows
    parts = tested_parts(material)
    learns = [
        _some(material, rows, round(share * min(most, len(rows)))) for share in SHARES for rows, _ in parts
    ]
    models = fits.each(learn_model, material, [(rows, alone) for rows in learns])
    found = []
    for start in range(0, len(learns), len(parts)):
        some = slice(start, start + len(parts))
        trials = [Trial(model=model, rows=rows) for model, (_, rows) in zip(models[some], parts, strict=True)]
        unseen = tested_unseen(material, trials)
        value = once(measure.of(unseen, unseen.answers), len(unseen.rows))
        rows = round(float(np.mean([len(learn) for learn in learns[some]])))
        found.append(Pace(rows=rows, value=value))
    return tuple(found) if np.isfinite([one.value for one in found]).all() else ()


def _some(material: Material, rows: Ints, count: int) -> Ints:
    """Return about *count* of the rows: those of one cluster together, every class, and fewer among more.

    Rows of one thing tell less than as many things do: a quarter of the rows is a quarter of the things.
    """
    if count >= len(rows):
        return rows
    clusters = material.split.clusters
    turns = np.random.default_rng([material.seed, _STREAM]).permutation(int(clusters.max()) + 1)
    turn = turns[clusters[rows]]
    drawn: Ints = rows[turn <= np.partition(turn, count - 1)[count - 1]]
    if not material.target.classes:
        return drawn
    firsts = np.unique(material.target.codes[rows], return_index=True)[1]
    return np.union1d(drawn, rows[firsts])
