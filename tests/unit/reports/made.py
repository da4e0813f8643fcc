"""Evaluations made for tests: plausible, and changed in the one thing a test is about."""

from dataclasses import replace
from typing import Any

from desktop_app.records.results import (
    Baseline,
    Confusion,
    Evaluation,
    GiveAway,
    Importance,
    Metric,
    Misses,
    Rare,
    Score,
    Skill,
    Verdict,
    VerdictLevel,
)


def score(value: float, low: float, high: float, rows: int = 1000, metric: Metric = "accuracy") -> Score:
    return Score(metric=metric, value=value, low=low, high=high, rows=rows)


def two_kinds(level: VerdictLevel = "useful", **changes: Any) -> Evaluation:
    made = Evaluation(
        task="classification",
        target="left",
        classes=("no", "yes"),
        common="no",
        rows=5000,
        tested="held_out",
        folds=5,
        features=("calls", "months"),
        left_out=(),
        warnings=(),
        baseline=Baseline(metric="accuracy", value=0.73, answer="no"),
        score=score(0.88, 0.86, 0.9),
        skill=Skill(value=0.4, low=0.35),
        verdict=Verdict(level=level, shape="two"),
        candidates=(),
        importances=(
            Importance(column="calls", loss=0.12, low=0.1, high=0.15),
            Importance(column="months", loss=0.01, low=-0.01, high=0.02),
        ),
        confusion=Confusion(labels=("no", "yes"), counts=((680, 50), (70, 200))),
    )
    return replace(made, **changes)


def many_kinds(level: VerdictLevel = "useful", **changes: Any) -> Evaluation:
    made = two_kinds(
        level,
        target="species",
        classes=("ash", "beech", "oak"),
        common="ash",
        baseline=Baseline(metric="accuracy", value=0.4, answer="ash"),
        score=score(0.8, 0.77, 0.83),
        verdict=Verdict(level=level, shape="many"),
        confusion=Confusion(
            labels=("ash", "beech", "oak"), counts=((380, 15, 5), (20, 240, 40), (10, 110, 180))
        ),
    )
    return replace(made, **changes)


def rare_kind(level: VerdictLevel = "useful", **changes: Any) -> Evaluation:
    made = two_kinds(
        level,
        target="fraud",
        baseline=Baseline(metric="precision_at_k", value=0.03, answer="no"),
        score=score(0.6, 0.45, 0.75, rows=2000, metric="precision_at_k"),
        verdict=Verdict(level=level, shape="rare"),
        rare=Rare(value="yes", k=60, found=36, random=1.8, positives=300, test_positives=60),
        confusion=Confusion(labels=("no", "yes"), counts=((1930, 10), (40, 20))),
    )
    return replace(made, **changes)


def a_number(level: VerdictLevel = "useful", **changes: Any) -> Evaluation:
    metric: Metric = "mean_absolute_error"
    made = two_kinds(
        level,
        task="regression",
        target="price",
        classes=(),
        common="",
        baseline=Baseline(metric=metric, value=81234.5, answer="206855.8"),
        score=score(31234.5, 30111.0, 32999.0, metric=metric),
        verdict=Verdict(level=level, shape="number"),
        confusion=None,
        misses=Misses(half=21234.0, tenth=71234.0, coverage=0.81),
        importances=(Importance(column="rooms", loss=12345.6, low=11000.0, high=14000.0),),
    )
    return replace(made, **changes)


def giveaway(column: str = "cancel_date", **changes: Any) -> GiveAway:
    return replace(GiveAway(column=column, alone=0.97, without=0.8), **changes)
