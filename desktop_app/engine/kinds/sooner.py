"""What gives the answers of a learned estimator soonest."""

from dataclasses import replace

from desktop_app.engine.kinds.boosting import Logarithm
from desktop_app.engine.kinds.kind import Estimator
from desktop_app.engine.kinds.side_by_side import FOREST, SideBySide
from desktop_app.engine.kinds.trees import grown
from desktop_app.engine.kinds.walker import BOOSTING, Walker


def sooner(estimator: Estimator) -> Estimator:
    """Return what answers like *estimator*, only sooner; itself where nothing does."""
    if isinstance(estimator, Logarithm):
        return replace(estimator, estimator=sooner(estimator.estimator))
    if isinstance(estimator, BOOSTING):
        return Walker.of(estimator) if estimator._predictors else estimator
    if isinstance(estimator, FOREST):
        return SideBySide(estimator=estimator, trees=grown(estimator))
    return estimator
