"""A score is worse than promised where the difference is more than chance."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine.evaluation.promise import is_worse, promised_score
from desktop_app.records.decisions import Decision
from desktop_app.records.insights import Cut, Cuts
from desktop_app.records.results import Score
from tests.unit.reports.made import rare_kind, score, two_kinds

CUTS = Cuts(
    value="yes",
    rows=1000,
    positives=270,
    cuts=(Cut(chance=0.8, found=50, false=5), Cut(chance=0.3, found=240, false=150)),
)


def counted(right: int, rows: int) -> Score:
    share = right / rows
    half = 1.96 * float(np.sqrt(share * (1 - share) / rows))
    return score(share, share - half, share + half, rows=rows)


def test_a_share_is_worse_only_beyond_both_ranges_together() -> None:
    promised = score(0.88, 0.86, 0.9)

    assert not is_worse(score(0.86, 0.84, 0.88), promised)
    assert is_worse(score(0.85, 0.84, 0.86), promised)
    assert not is_worse(score(0.99, 0.98, 1.0), promised)


def test_a_miss_is_worse_where_it_is_larger() -> None:
    promised = score(10.0, 9.0, 11.0, metric="mean_absolute_error")

    assert is_worse(score(13.0, 12.0, 14.0, metric="mean_absolute_error"), promised)
    assert not is_worse(score(11.0, 10.0, 12.0, metric="mean_absolute_error"), promised)
    assert not is_worse(score(5.0, 4.0, 6.0, metric="mean_absolute_error"), promised)


def test_what_is_as_good_as_before_is_seldom_called_worse() -> None:
    dice = np.random.default_rng(5)
    pairs = [
        (counted(one, 400), counted(other, 800))
        for one, other in zip(dice.binomial(400, 0.85, 1000), dice.binomial(800, 0.85, 1000), strict=True)
    ]

    called = sum(is_worse(now, promised) for now, promised in pairs)

    assert 10 <= called <= 40  # 2.5 of 100 are to be expected


def test_a_line_that_was_moved_is_promised_what_the_tested_rows_say_there() -> None:
    told = replace(two_kinds(), cuts=(CUTS,))

    promised = promised_score(told, Decision(value="yes", chance=0.31))

    assert promised.value == pytest.approx((240 + 730 - 150) / 1000)
    assert promised.low < promised.value < promised.high


def test_without_a_line_or_where_only_the_order_counts_it_is_the_score() -> None:
    assert promised_score(replace(two_kinds(), cuts=(CUTS,)), None) == two_kinds().score
    decided = Decision(value="yes", chance=0.3)
    assert promised_score(replace(rare_kind(), cuts=(CUTS,)), decided) == rare_kind().score


def test_cuts_that_cannot_be_give_no_share_that_cannot_be() -> None:
    odd = replace(CUTS, cuts=(Cut(chance=0.5, found=9_999, false=0),))

    assert promised_score(replace(two_kinds(), cuts=(odd,)), Decision(value="yes", chance=0.5)).value == 1
