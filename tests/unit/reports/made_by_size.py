"""Evaluations of trainings on tables of several sizes, counted from tested rows that were made up."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from math import exp, log
from statistics import fmean, quantiles
from typing import Any, NamedTuple

from desktop_app.records.insights import Band, Bin, Branch, Calibration, Cut, Cuts, Pace, Rule, WeakSpot
from desktop_app.records.results import (
    Baseline,
    Candidate,
    Confusion,
    Evaluation,
    Importance,
    Metric,
    Misses,
    Rare,
    Score,
)
from tests.unit.reports.insight_parts import OLD_MONTHLY
from tests.unit.reports.made import a_number, many_kinds, rare_kind, two_kinds

SIZES = (20, 60, 300, 5_000, 200_000)  # rows of a table
BINS, PLACES = 10, 4
PULL, FAR = 1.6, 6.5  # how far what is looked for stands apart from the rest
TRIED = Candidate(name="linear", metric="log_loss", score=0.4, practice=0.7777, seconds=1, chosen=True)


class Tried(NamedTuple):
    """A tested row: the chance of "yes" that was said, and whether it is one."""

    chance: float
    is_yes: bool


def rows_that_test(rows: int) -> int:
    """Return how many rows of a table test a model."""
    return rows if rows < 2_000 else min(rows // 5, 20_000)


def range_of(share: float, rows: int) -> tuple[float, float]:
    """Return about the 95 % range of a share."""
    reach = 2 * (share * (1 - share) / rows) ** 0.5 + 0.5 / rows
    return max(0.0, share - reach), min(1.0, share + reach)


def scored(metric: Metric, value: float, rows: int, of: int = 0) -> Score:
    low, high = range_of(value, of or rows)
    return Score(metric=metric, value=value, low=low, high=high, rows=rows)


@cache
def rows_tried(rows: int, often: float, pull: float = PULL) -> tuple[Tried, ...]:
    """Return tested rows whose chances are true; both answers are there."""
    dice = random.Random(rows)  # noqa: S311 - no secret
    found = []
    for place in range(rows_that_test(rows)):
        is_yes = place == 0 or (place > 1 and dice.random() < often)
        seen = dice.gauss(pull if is_yes else 0.0, 1.0)
        odds = pull * seen - pull**2 / 2 + log(often / (1 - often))
        found.append(Tried(min(max(round(1 / (1 + exp(-odds)), PLACES), 0.01), 0.99), is_yes))
    return tuple(sorted(found, reverse=True))


def cuts_of(tried: Sequence[Tried]) -> Cuts:
    """Return what comes of each chance from which on "yes" is answered."""
    said, yes = Counter(row.chance for row in tried), Counter(row.chance for row in tried if row.is_yes)
    cuts, found, false = [], 0, 0
    for chance in sorted({*said, 0.5}, reverse=True):
        found, false = found + yes[chance], false + said[chance] - yes[chance]
        cuts.append(Cut(chance=chance, found=found, false=false))
    return Cuts(value="yes", rows=len(tried), positives=sum(yes.values()), cuts=tuple(cuts))


def confusion_of(tried: Sequence[Tried]) -> Confusion:
    counts = Counter((row.is_yes, row.chance >= 0.5) for row in tried)
    no, yes = ((counts[really, False], counts[really, True]) for really in (False, True))
    return Confusion(labels=("no", "yes"), counts=(no, yes))


def bins_of(tried: Sequence[Tried]) -> tuple[Bin, ...]:
    """Return groups of about as many rows each, by what was said."""
    step = max(5, -(-len(tried) // BINS))
    parts = [tried[start : start + step] for start in range(0, len(tried), step)]
    return tuple(
        Bin(
            said=fmean(row.chance for row in part),
            happened=fmean(row.is_yes for row in part),
            rows=len(part),
        )
        for part in parts
    )


def parts_of(value: float, rows: int, worst: float) -> dict[str, Any]:
    """Return what goes with a score: a weak spot, a learning curve, a rule, columns, and practice."""
    learned = rows - rows_that_test(rows) if rows >= 2_000 else rows
    sign = 1 if worst < value else -1
    where = (Branch(where=OLD_MONTHLY, answer="yes", share=0.37, right=worst),)
    harm = 0.05 * value
    return {
        "rows": rows,
        "candidates": (TRIED,),
        "weak_spots": (
            WeakSpot(
                where=OLD_MONTHLY,
                rows=max(3, rows_that_test(rows) // 7),
                value=worst,
                rest=value if sign > 0 else value - harm,
                low=0.01,
                high=0.5,
            ),
        ),
        "pace": tuple(
            Pace(rows=round(learned * share), value=value - sign * lost * value)
            for share, lost in ((0.25, 0.3), (0.5, 0.13), (1.0, 0.0))
        ),
        "rule": Rule(branches=where, value=value - sign * 0.0333 * value),
        "importances": (
            Importance(column="calls", loss=0.1234 * value, low=0.0876 * value, high=0.161 * value),
            Importance(column="months", loss=-harm, low=-1.4 * harm, high=-0.6 * harm),
        ),
    }


@cache
def of_two(rows: int, pull: float = PULL) -> Evaluation:
    """Return what came of a question of two kinds."""
    tried = rows_tried(rows, 0.3, pull)
    right = fmean(row.is_yes == (row.chance >= 0.5) for row in tried)
    guess = max(fmean(row.is_yes for row in tried), fmean(not row.is_yes for row in tried))
    error = fmean(abs(one.said - one.happened) for one in bins_of(tried))
    return two_kinds(
        baseline=Baseline(metric="accuracy", value=guess, answer="no"),
        score=scored("accuracy", right, len(tried)),
        confusion=confusion_of(tried),
        cuts=(cuts_of(tried),),
        calibration=Calibration(value="yes", bins=bins_of(tried), error=error),
        seen=0.9999,
        **parts_of(right, rows, 0.6 * right),
    )


def of_sure(rows: int) -> Evaluation:
    """Return what came of an easy question, on whose page a hundred is not enough to tell."""
    return of_two(rows, FAR)


@cache
def of_rare(rows: int) -> Evaluation:
    """Return what came of a question whose "yes" is rare."""
    tried = rows_tried(rows, 0.06)
    cuts = cuts_of(tried)
    k = cuts.positives
    found = sum(row.is_yes for row in tried[:k])
    return rare_kind(
        baseline=Baseline(metric="precision_at_k", value=k / len(tried), answer="no"),
        score=scored("precision_at_k", found / k, len(tried), of=k),
        rare=Rare(
            value="yes",
            k=k,
            found=found,
            random=k * k / len(tried),
            positives=5 * k,
            test_positives=k,
        ),
        confusion=confusion_of(tried),
        cuts=(cuts,),
        calibration=Calibration(value="yes", bins=bins_of(tried), error=0.01),
        **parts_of(found / k, rows, 0.6 * found / k),
    )


@cache
def of_many(rows: int) -> Evaluation:
    """Return what came of a question of three kinds."""
    dice, kinds, tests = random.Random(rows), range(3), rows_that_test(rows)  # noqa: S311 - no secret
    really = [place % 3 for place in range(tests)]
    counts = Counter((one, one if dice.random() < 0.7 else dice.choice(kinds)) for one in really)
    right = sum(counts[kind, kind] for kind in kinds) / tests
    return many_kinds(
        baseline=Baseline(metric="accuracy", value=-(-tests // 3) / tests, answer="ash"),
        score=scored("accuracy", right, tests),
        confusion=Confusion(
            labels=("ash", "beech", "oak"),
            counts=tuple(tuple(counts[kind, said] for said in kinds) for kind in kinds),
        ),
        **parts_of(right, rows, 0.6 * right),
    )


@cache
def of_number(rows: int) -> Evaluation:
    """Return what came of a question for a number, which the file writes with one decimal."""
    dice, tests = random.Random(rows), rows_that_test(rows)  # noqa: S311 - no secret
    real = [dice.gauss(2_000, 500) for _ in range(tests)]
    misses = sorted(abs(dice.gauss(0, 120)) for _ in range(tests))
    miss, mean = fmean(misses), fmean(real)
    tenths = quantiles(misses, n=10)
    metric: Metric = "mean_absolute_error"
    return a_number(
        decimals=1,
        baseline=Baseline(metric=metric, value=fmean(abs(one - mean) for one in real), answer=f"{mean:.1f}"),
        score=Score(metric=metric, value=miss, low=0.87 * miss, high=1.13 * miss, rows=tests),
        misses=Misses(half=tenths[4], tenth=tenths[8], coverage=0.8123),
        bands=tuple(
            Band(
                low=1_000.0 * place,
                high=1_000.0 * (place + 1),
                rows=tests // 3,
                half=tenths[4] * (place + 1),
                tenth=tenths[8] * (place + 1),
                lean=tenths[4],
            )
            for place in range(3)
        ),
        **parts_of(miss, rows, 1.6 * miss),
    )


SHAPES: tuple[Callable[[int], Evaluation], ...] = (of_two, of_sure, of_rare, of_many, of_number)
