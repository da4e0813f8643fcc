"""Where the line is drawn by what mistakes cost, and what they come to on the tested rows."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.evaluation.cuts import cuts_of
from desktop_app.engine.evaluation.lines import Lines, cheapest_line, cost_check, lines_of
from desktop_app.engine.material import Material
from desktop_app.engine.training import Trained
from desktop_app.errors import DataError
from desktop_app.records.decisions import ClassCosts, Costs, Decision
from desktop_app.records.insights import CostCheck
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from tests.unit.engine.made import FEW, MANY, Learned, question_of, signal, table_for, trained
from tests.unit.engine.tested import kinds_of, of_two, said

SAID = ClassCosts(value="yes", costs=Costs(missed=5.0, false=1.0))
PAYS = 0.1667  # 1 of 1 + 5


def rows_with(seed: int, count: int) -> tuple[Any, Any]:
    """Return chances that fit, and whether it happened."""
    dice = np.random.default_rng(seed)
    chances = dice.beta(1, 2, count)
    return chances, dice.random(count) < chances


def cost(chances: Any, is_it: Any, line: float) -> float:
    missed, false = is_it & (chances < line), ~is_it & (chances >= line)
    return float(5 * missed.mean() + false.mean())


def lines_at(chance: float, tests: int, costs: Costs = SAID.costs) -> Lines:
    said_costs = ClassCosts(value="yes", costs=costs)
    return Lines(costs=said_costs, code=1, chance=chance, tests=np.full(tests, chance))


def lines(made: Learned, material: Material) -> Lines:
    outcome = made.outcome
    return lines_of(material, made.finished, outcome.choice.practice, SAID, len(outcome.unseen.rows))


def test_where_percentages_fit_the_line_is_about_where_acting_pays() -> None:
    found = [cheapest_line(*rows_with(seed, 4_000), SAID.costs, 4_000) for seed in range(9)]

    assert np.median(found) == PAYS
    assert min(found) > PAYS / 2
    assert max(found) < 2 * PAYS


@pytest.mark.parametrize(("rows", "dearer"), [(60, 1.03), (1_000, 1.01)])
def test_few_rows_say_little_against_the_percentages(rows: int, dearer: float) -> None:
    new, is_new = rows_with(1_000, 20_000)

    found = [cheapest_line(*rows_with(seed, rows), SAID.costs, rows) for seed in range(40)]

    assert np.mean([cost(new, is_new, line) for line in found]) < dearer * cost(new, is_new, PAYS)


@pytest.mark.parametrize("seed", range(3))
def test_where_percentages_are_off_another_place_is_found_that_is_cheaper_on_new_rows(seed: int) -> None:
    chances, is_it = rows_with(seed, 4_000)
    new, is_new = rows_with(seed + 100, 4_000)

    line = cheapest_line(chances / 5, is_it, SAID.costs, 4_000)

    assert line < PAYS / 2
    assert cost(new / 5, is_new, line) < 0.9 * cost(new / 5, is_new, PAYS)


@pytest.mark.parametrize(("missed", "false", "line"), [(5, 0, 0.0001), (0, 5, 0.9999), (1e12, 1, 0.0001)])
def test_a_line_is_never_at_an_end(missed: float, false: float, line: float) -> None:
    chances, is_it = rows_with(2, 500)

    assert cheapest_line(chances, is_it, Costs(missed=missed, false=false), 500) == line


def with_other_answers(material: Material, rows: Any) -> Material:
    """Return the same, but that these rows are of the other class."""
    values = material.target.values.copy()
    values[rows] = 1 - values[rows]
    return replace(material, target=replace(material.target, values=values))


def test_rows_that_are_kept_aside_have_no_say_in_the_line(kinds_kept_aside: Learned) -> None:
    material = kinds_kept_aside.material

    before = lines(kinds_kept_aside, material)
    after = lines(kinds_kept_aside, with_other_answers(material, material.split.locked))

    assert set(before.tests.tolist()) == {before.chance}
    assert (after.chance, after.tests.tolist()) == (before.chance, before.tests.tolist())
    assert len(before.tests) == len(material.split.locked)


def test_where_each_row_is_hidden_in_turn_its_line_is_found_without_it(kinds_in_turn: Learned) -> None:
    material, split = kinds_in_turn.material, kinds_in_turn.material.split
    hidden = split.parts[split.outer[0]].hidden

    before = lines(kinds_in_turn, material)
    after = lines(kinds_in_turn, with_other_answers(material, hidden))

    assert len(before.tests) == len(kinds_in_turn.outcome.unseen.rows)
    assert after.tests[: len(hidden)].tolist() == before.tests[: len(hidden)].tolist()


def test_costs_are_those_that_counting_by_hand_finds() -> None:
    truth, chances = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1], [0.1, 0.1, 0.1, 0.1, 0.3, 0.7, 0.1, 0.3, 0.7, 0.9]

    found = cost_check(said(truth, of_two(chances)), lines_at(0.2, 10), kinds_of(truth, "no", "yes"), 0)

    # One is missed and two are false alarms; at one half two are missed and one is a false alarm.
    assert (found.cost, found.usual, found.alone) == pytest.approx((70.0, 110.0, 60.0))
    assert found.constant == "yes"
    assert found.right == pytest.approx(0.7)
    assert found.decision == Decision(value="yes", chance=0.2, costs=SAID.costs)
    assert found.low < -10 < found.high
    assert not found.saves


@pytest.mark.parametrize(
    ("costs", "constant"), [(Costs(missed=1, false=1), "no"), (Costs(missed=9, false=1), "yes")]
)
def test_what_a_good_model_saves_beside_the_better_of_both_answers_is_beyond_chance(
    costs: Costs, constant: str
) -> None:
    truth = np.arange(300) % 3 // 2
    chances = np.where(truth == 1, 0.9, 0.05)

    found = cost_check(
        said(truth, of_two(chances)), lines_at(0.5, 300, costs), kinds_of(truth, "no", "yes"), 0
    )

    assert (found.constant, found.cost, found.saves) == (constant, 0.0, True)
    assert 0 < found.low <= found.alone <= found.high


def test_a_model_that_answers_as_one_answer_for_all_does_saves_nothing() -> None:
    truth = np.arange(300) % 3 // 2

    found = cost_check(
        said(truth, of_two(np.full(300, 0.4))), lines_at(0.1, 300), kinds_of(truth, "no", "yes"), 0
    )

    assert (found.cost, found.low, found.high, found.saves) == (found.alone, 0.0, 0.0, False)


def test_the_line_is_one_of_the_cuts_of_either_class() -> None:
    chances, is_it = rows_with(3, 1_000)
    truth = is_it.astype(int)

    both = cuts_of(said(truth, of_two(chances)), kinds_of(truth, "no", "yes"), lines_at(0.1234, 1_000))

    at = {one.value: {cut.chance: cut for cut in one.cuts} for one in both}
    assert at["yes"][0.1234].found == np.count_nonzero(is_it & (chances >= 0.1234))
    assert at["yes"][0.1234].false == np.count_nonzero(~is_it & (chances >= 0.1234))
    assert 0.8766 in at["no"]


@pytest.mark.parametrize("rows", [1, 4, 197])
def test_a_line_that_would_tell_of_single_rows_is_no_cut(rows: int) -> None:
    chances, is_it = rows_with(3, 200)
    unseen, target = said(is_it.astype(int), of_two(chances)), kinds_of(is_it, "no", "yes")
    line = float(np.sort(chances)[-rows])

    assert cuts_of(unseen, target, lines_at(line, 200)) == cuts_of(unseen, target)


@pytest.mark.parametrize(("line", "share"), [(0.0001, 1), (0.9999, 0)])
def test_a_line_beyond_all_chances_is_a_cut_that_takes_all_rows_or_none(line: float, share: int) -> None:
    chances, is_it = rows_with(3, 200)
    unseen, target = said(is_it.astype(int), of_two(chances)), kinds_of(is_it, "no", "yes")

    _no, yes = cuts_of(unseen, target, lines_at(line, 200))

    (cut,) = (cut for cut in yes.cuts if cut.chance == line)
    assert (cut.found, cut.false) == (share * yes.positives, share * (yes.rows - yes.positives))


def training(folder: Path, costs: ClassCosts | None) -> Trained:
    frame = signal(MANY).drop(columns="spent")
    plan = TrainingPlan(target="left", budget=15.0, readable=True, costs=costs)
    return trained(frame, table_for(frame), plan, folder, lambda _: None)


def test_a_training_with_costs_differs_in_nothing_else(tmp_path: Path) -> None:
    plain = training(tmp_path / "plain", None).evaluation
    costly = training(tmp_path / "costly", SAID).evaluation

    check = costly.costs
    assert plain.costs is None
    assert isinstance(check, CostCheck)
    assert check.decision.costs == SAID.costs
    assert check.cost < check.alone
    assert replace(costly, costs=None, cuts=plain.cuts, verdict=plain.verdict) == plain
    assert from_json(Evaluation, to_json(costly)) == costly


def test_where_it_saves_nothing_it_is_weak(tmp_path: Path) -> None:
    never_miss = ClassCosts(value="yes", costs=Costs(missed=1.0, false=0.0))

    plain = training(tmp_path / "plain", None).evaluation
    costly = training(tmp_path / "costly", never_miss).evaluation

    assert plain.verdict.level in ("useful", "good")
    assert costly.verdict == replace(plain.verdict, level="weak")
    assert costly.costs is not None
    assert (costly.costs.constant, costly.costs.alone) == ("yes", 0.0)


@pytest.mark.parametrize(
    ("target", "value"),
    [("spent", "yes"), ("left", "maybe"), ("plan", "a")],
    ids=["number", "other", "three"],
)
def test_costs_of_what_are_not_two_kinds_are_refused(target: str, value: str) -> None:
    with pytest.raises(DataError) as refused:
        question_of(signal(FEW), target, costs=ClassCosts(value=value, costs=SAID.costs))

    assert refused.value.code == "plan.costs_two"


def test_plans_of_older_programs_know_no_costs() -> None:
    assert from_json(TrainingPlan, {"target": "left", "seed": 3}).costs is None
    assert from_json(TrainingPlan, to_json(TrainingPlan(target="left", costs=SAID))).costs == SAID
