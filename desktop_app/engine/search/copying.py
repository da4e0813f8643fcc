"""How often each kind is learned for the model that is delivered.

A kind that depends on chance (which features a split may see, where a network begins) is learned twice, and
the mean of both answers: what chance did to the one is rarely what it did to the other (Breiman, Bagging
predictors, 1996). It is done where the search has shown that there is time for it.
"""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.model import MOST_COPIES, Recipe
from desktop_app.engine.search.finished import Finished

_MORE_ROWS = 1.3  # as long as a part of the search: there are more rows, and it may be the last to end


def with_copies(recipe: Recipe, finished: Sequence[Finished], left: float) -> Recipe:
    """Return the recipe with each kind as often as there is time for in the *left* seconds of one model."""
    longest = {found.facts.kind: found.facts.longest for found in finished}
    once = _MORE_ROWS * sum(longest[part.kind] for part in recipe)
    if MOST_COPIES * once >= left:
        return recipe
    return tuple(replace(part, copies=MOST_COPIES) if KINDS[part.kind].varies else part for part in recipe)
