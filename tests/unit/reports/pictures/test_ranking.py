"""ROC and precision-recall curves for experts."""

from dataclasses import replace

from desktop_app.records.insights import Cut
from desktop_app.reports.pictures.ranking import MOST_CUTS, MOST_KINDS, precision_recall, roc
from tests.unit.reports.insight_parts import TEN
from tests.unit.reports.made import a_number, many_kinds, two_kinds
from tests.unit.reports.pictures.fields import outside

OTHERS = tuple(replace(TEN, value=f"kind {place}", positives=4) for place in range(8))


def test_the_curve_of_two_classes_is_that_of_the_class_looked_for() -> None:
    picture = roc(two_kinds(cuts=(replace(TEN, value="no"), TEN)))

    assert picture is not None
    toss, curve = picture.curves
    assert toss.is_broken
    assert toss.points == ((curve.points[0]), curve.points[-1])
    assert [key.text for key in picture.keys] == ['"yes": area under the curve 0.88']
    assert picture.rows[0] == ("yes", "90", "1", "0")
    assert "In 21 of 24 such pairs" in picture.title
    assert outside(picture) == []


def test_precision_and_recall_stand_beside_picking_at_random() -> None:
    picture = precision_recall(two_kinds(cuts=(TEN,)))

    assert picture is not None
    luck, curve = picture.curves
    assert luck.points[0][1] == luck.points[1][1] == curve.points[-1][1]
    assert [key.text for key in picture.keys] == ['"yes": area under the curve 0.85']
    assert outside(picture) == []


def test_of_many_kinds_as_many_are_drawn_as_there_are_colours() -> None:
    evaluation = many_kinds(cuts=OTHERS)

    order, found = roc(evaluation), precision_recall(evaluation)

    assert order is not None
    assert found is not None
    assert [curve.slot for curve in order.curves] == [0, *range(1, MOST_KINDS + 1)]
    assert [curve.slot for curve in found.curves] == [*range(1, MOST_KINDS + 1)]


def test_the_table_holds_some_of_many_cuts() -> None:
    cuts = tuple(Cut(chance=1 - place / 100, found=place // 2, false=place // 2) for place in range(1, 90))

    picture = roc(two_kinds(cuts=(replace(TEN, rows=200, positives=100, cuts=cuts),)))

    assert picture is not None
    assert 10 <= len(picture.rows) <= MOST_CUTS


def test_without_counts_there_are_no_curves() -> None:
    for evaluation in (two_kinds(), a_number(), two_kinds(cuts=(replace(TEN, positives=0),))):
        assert roc(evaluation) is None
        assert precision_recall(evaluation) is None
