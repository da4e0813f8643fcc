"""Areas under the curves, from the counts at each cut."""

from dataclasses import replace

import pytest

from desktop_app.records.insights import Cut, Cuts
from desktop_app.reports.expert_facts import facts_of
from desktop_app.reports.ranked import (
    average_precision,
    found_by_false,
    hardest,
    looked_for,
    pairs_right,
    ranked,
    right_by_found,
)
from tests.unit.reports.insight_parts import FITS, TEN, TEN_PRECISION, TEN_RIGHT
from tests.unit.reports.made import many_kinds, two_kinds


def test_the_area_is_the_share_of_pairs_in_order() -> None:
    assert pairs_right(TEN) == pytest.approx(TEN_RIGHT)
    assert average_precision(TEN) == pytest.approx(TEN_PRECISION)


def test_equal_percentages_count_half() -> None:
    alike = Cuts(value="yes", rows=10, positives=4, cuts=(Cut(chance=0.4, found=4, false=6),))

    assert pairs_right(alike) == 0.5
    assert average_precision(alike) == pytest.approx(0.4)


def test_rows_below_the_last_cut_are_counted_too() -> None:
    strict = replace(TEN, cuts=TEN.cuts[:2])

    assert pairs_right(strict) == pytest.approx((2 / 4 + 1) / 2)
    assert found_by_false(strict)[-1] == (1.0, 1.0)
    assert right_by_found(strict)[-1] == (1.0, 0.4)


def test_curves_go_from_none_to_all() -> None:
    assert found_by_false(TEN)[0] == (0.0, 0.0)
    assert found_by_false(TEN)[-1] == (1.0, 1.0)
    assert right_by_found(TEN)[0] == (0.25, 1.0)


def test_of_two_classes_the_one_looked_for_is_drawn() -> None:
    other = replace(TEN, value="no")

    assert looked_for(two_kinds(cuts=(other, TEN))) == TEN
    assert looked_for(two_kinds()) is None
    assert looked_for(many_kinds(cuts=(TEN,))) is None


def test_a_class_that_all_or_none_of_the_rows_have_says_nothing() -> None:
    none, all_of_them = replace(TEN, positives=0), replace(TEN, positives=10)

    assert ranked(two_kinds(cuts=(none, all_of_them))) == ()
    assert hardest(many_kinds(cuts=())) is None


def test_experts_read_the_areas_and_the_gap_of_the_percentages() -> None:
    facts = {fact.name: fact.value for fact in facts_of(two_kinds(cuts=(TEN,), calibration=FITS))}

    assert facts["Area under the ROC curve (0.5 is a coin toss, 1 is perfect)"] == "0.875"
    assert facts["Average precision (area under the precision-recall curve)"] == "0.854"
    assert facts["Mean gap between said and happened (expected calibration error)"] == "0.016"
    assert not any("ROC" in fact.name or "calibration" in fact.name for fact in facts_of(two_kinds()))
