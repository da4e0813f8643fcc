"""Models that were made elsewhere: one that nobody tested, and one that rows with answers came with."""

from dataclasses import replace
from typing import Any

from desktop_app.records.results import Evaluation, Metric, Score, Skill, Verdict
from tests.unit.reports.made import a_number, many_kinds, rare_kind, two_kinds

SHAPES = (two_kinds, many_kinds, rare_kind, a_number)


def with_rows(made: Evaluation | None = None, **changes: Any) -> Evaluation:
    """Return an evaluation on rows that were brought with the model."""
    made = made or two_kinds()
    brought = replace(made, tested="brought", folds=0, rows=made.score.rows, candidates=(), importances=())
    return replace(brought, **changes)


def untested(made: Evaluation | None = None, **changes: Any) -> Evaluation:
    """Return an evaluation of a model that came alone."""
    made = made or two_kinds()
    metric: Metric = "mean_absolute_error" if made.task == "regression" else "accuracy"
    nothing = replace(
        with_rows(made),
        rows=0,
        common="",
        baseline=replace(made.baseline, metric=metric, value=0.0, answer=""),
        score=Score(metric=metric, value=0.0, low=0.0, high=0.0, rows=0),
        skill=Skill(value=0.0, low=0.0),
        verdict=Verdict(level="untested", shape=_shape(made)),
        confusion=None,
        rare=None,
        misses=None,
    )
    return replace(nothing, **changes)


def _shape(made: Evaluation) -> Any:
    return "two" if made.verdict.shape == "rare" else made.verdict.shape
