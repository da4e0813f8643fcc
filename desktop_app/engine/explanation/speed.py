"""How many rows a model answers in a time: told by its parts, not by a clock, so that it stays the same."""

from desktop_app.engine.brought.model import Brought
from desktop_app.engine.kinds.boosting import Logarithm
from desktop_app.engine.kinds.kernel import Curves
from desktop_app.engine.kinds.kind import Estimator
from desktop_app.engine.model import AnyModel

# Seconds of one processor of an ordinary office computer, for one row.
_ROW = 1e-6
_BOOSTED_TREE, _GROWN_TREE = 2e-8, 1.25e-7
_POINT = 1.7e-8
_BYTE = 2.5e-10  # of a graph: each of its numbers is multiplied once


def rows_in(seconds: float, model: AnyModel) -> int:
    """Return about how many rows a model answers within *seconds*; one at least."""
    if isinstance(model, Brought):
        each = 2 * _ROW + _BYTE * len(model.content)
    else:
        each = _ROW + sum(_seconds(member.estimator) for member in model.members)
    return max(1, int(seconds / each))


def _seconds(estimator: Estimator) -> float:
    """Return the seconds that one row takes; of straight lines and networks hardly any."""
    inner = estimator.estimator if isinstance(estimator, Logarithm) else estimator
    if isinstance(inner, Curves):
        return _POINT * len(inner.points)
    if hasattr(inner, "estimators_"):
        return _GROWN_TREE * len(inner.estimators_)
    # The only place where scikit-learn keeps the trees of boosting.
    return _BOOSTED_TREE * sum(map(len, getattr(inner, "_predictors", ())))
