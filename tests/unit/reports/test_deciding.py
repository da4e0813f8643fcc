"""Where to draw the line between two answers: what comes of each place, against counting by hand."""

from dataclasses import replace

import pytest

from desktop_app.records.decisions import Costs
from desktop_app.records.insights import Cut, Cuts
from desktop_app.reports.deciding import (
    USUAL,
    Counts,
    Steps,
    cheapest,
    cost_of,
    counts_at,
    place_of,
    steps_of,
)
from tests.unit.reports.made import a_number, many_kinds, two_kinds
from tests.unit.reports.made_cuts import Row, evaluation_of, evaluation_with, rows_tried

CUTS = Cuts(
    value="yes",
    rows=100,
    positives=40,
    cuts=(
        Cut(chance=0.8, found=10, false=0),
        Cut(chance=0.6, found=24, false=5),
        Cut(chance=0.3, found=36, false=20),
        Cut(chance=0.0, found=40, false=60),
    ),
)


def steps(cuts: Cuts = CUTS) -> Steps:
    found = steps_of(evaluation_with(cuts))
    assert found is not None
    return found


def cost_by_hand(tested: list[Row], chance: float, costs: Costs) -> float:
    """Sum what each row costs, one by one."""
    each = (
        costs.missed * (row.is_yes and row.chance < chance)
        + costs.false * (not row.is_yes and row.chance >= chance)
        for row in tested
    )
    return 100 * sum(each) / len(tested)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("costs", [(1, 1), (10, 1), (1, 10), (0, 3), (250, 40)])
def test_the_cheapest_place_is_the_one_that_counting_by_hand_finds(
    seed: int, costs: tuple[float, float]
) -> None:
    tested, said = rows_tried(seed), Costs(missed=costs[0], false=costs[1])
    found = steps_of(evaluation_of(tested))
    assert found is not None

    best = found.steps[cheapest(found, said)]

    by_hand = {step.chance: cost_by_hand(tested, step.chance, said) for step in found.steps}
    assert cost_of(found.cuts, best, said) == pytest.approx(min(by_hand.values()))
    assert by_hand[best.chance] == pytest.approx(min(by_hand.values()))


def test_of_equally_cheap_places_it_is_the_one_where_acting_pays_by_the_chances() -> None:
    tie = replace(
        CUTS, cuts=tuple(Cut(chance=chance, found=20, false=10) for chance in (0.9, 0.7, 0.5, 0.25, 0.1))
    )

    places = steps(tie)

    assert places.steps[cheapest(places, Costs(missed=3, false=1))].chance == 0.25
    assert places.steps[cheapest(places, Costs(missed=1, false=9))].chance == 0.9


def test_the_four_counts_are_all_tested_rows() -> None:
    counts = [counts_at(CUTS, cut) for cut in CUTS.cuts]

    assert counts[1] == Counts(found=24, missed=16, false=5, right=55)
    assert {one.found + one.missed + one.false + one.right for one in counts} == {100}


def test_never_and_always_are_the_ends() -> None:
    costs = Costs(missed=5, false=2)

    assert cost_of(CUTS, steps().never, costs) == 100 * 40 * 5 / 100
    assert cost_of(CUTS, steps().always, costs) == 100 * 60 * 2 / 100


def test_the_places_go_from_strict_to_lax_and_the_usual_one_is_among_them() -> None:
    found = steps()

    assert [step.chance for step in found.steps] == [0.8, 0.6, USUAL, 0.3]
    assert found.usual == Cut(chance=USUAL, found=24, false=5)
    assert found.steps[place_of(found, USUAL)] == found.usual


def test_a_place_that_was_kept_is_found_again_or_the_nearest_to_it() -> None:
    assert steps().steps[place_of(steps(), 0.6)].chance == 0.6
    assert steps().steps[place_of(steps(), 0.7501)].chance == 0.8


@pytest.mark.parametrize(
    "evaluation",
    [
        two_kinds(),
        many_kinds(cuts=(replace(CUTS, value="ash"),)),
        a_number(),
        two_kinds(cuts=(replace(CUTS, value="no"),)),
        two_kinds(cuts=(replace(CUTS, positives=0, cuts=()),)),
    ],
    ids=("older", "many", "number", "other class", "none tested"),
)
def test_without_two_answers_and_tested_rows_of_both_there_is_no_line_to_draw(evaluation: object) -> None:
    assert steps_of(evaluation) is None  # type: ignore[arg-type]  # an evaluation


def test_a_model_that_never_comes_to_one_half_says_never_by_itself() -> None:
    rare = replace(CUTS, cuts=(Cut(chance=0.2, found=30, false=10),))

    assert steps(rare).usual == Cut(chance=USUAL, found=0, false=0)
