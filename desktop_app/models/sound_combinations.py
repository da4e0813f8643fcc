"""Whether what a file says of combinations is in its form; needs no more than its records."""

import math
from itertools import pairwise

from desktop_app.records.models import MOST_COMBINED, MOST_STEPS, Feature, Schema, Steps, Unmet


def are_sound(schema: Schema) -> bool:
    """Return whether the combinations of a file are of its columns, in their form, and not too many."""
    known, columns = schema.combinations, {feature.name: feature for feature in schema.features}
    steps = {one.column: one for one in known.steps}
    couples = {frozenset((pair.first, pair.second)) for pair in known.unmet}
    return (
        len(steps) == len(known.steps) <= MOST_COMBINED
        and len(couples) == len(known.unmet)
        and all(_are_steps(one, columns.get(one.column)) for one in known.steps)
        and all(_is_pair(pair, steps) for pair in known.unmet)
    )


def _are_steps(steps: Steps, feature: Feature | None) -> bool:
    if feature is None or not 1 < steps.count <= MOST_STEPS:
        return False
    if feature.type in ("number", "date"):
        rising = all(low <= high for low, high in pairwise(steps.ends))
        return not steps.levels and rising and all(map(math.isfinite, steps.ends))
    are_known = len(set(steps.levels)) == len(steps.levels) and set(steps.levels) <= set(feature.levels)
    return feature.type != "text" and not steps.ends and are_known


def _is_pair(pair: Unmet, steps: dict[str, Steps]) -> bool:
    first, second = steps.get(pair.first), steps.get(pair.second)
    if first is None or second is None or first is second or len(pair.cells) != first.count:
        return False
    return all(0 <= bits < 1 << second.count for bits in pair.cells)
