"""One learned model: cells in, answers out."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.features.preparation import Form, Preparation
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material
from desktop_app.engine.model import Model, Part, Recipe, blended, learn_model, settled, softened
from tests.unit.engine.made import MANY, question_of, signal

PARTS = (
    Part(kind="linear", setting=0.3, weight=0.4),
    Part(kind="kernel", setting=4.0, weight=0.3),
    Part(kind="boosting", setting=15.0, weight=0.2),
    Part(kind="forest", setting=2.0, weight=0.1),
)
ALONE: list[Recipe] = [(replace(part, weight=1.0),) for part in PARTS]
RECIPES: list[Recipe] = [*ALONE, PARTS]
every_recipe = pytest.mark.parametrize(
    "recipe", RECIPES, ids=lambda recipe: "+".join(part.kind for part in recipe)
)
ROWS = np.arange(200)


def material(target: str) -> Material:
    return question_of(signal(MANY), target).material


def strange(made: Material) -> Material:
    """Return the same rows with cells that no model has seen."""
    numbers = made.cells.numbers.copy()
    numbers[::3], numbers[1::3] = 1e30, np.nan
    codes = np.full_like(made.cells.codes, -1)
    return replace(made, cells=replace(made.cells, numbers=numbers, codes=codes))


@every_recipe
def test_probabilities_add_up_and_none_is_0_or_1(recipe: Recipe) -> None:
    made = material("left")

    for asked in (made, strange(made)):
        answers = learn_model(made, ROWS, recipe).answers(asked.cells)
        assert 0 < answers.min() <= answers.max() < 1
        np.testing.assert_allclose(answers.sum(axis=1), 1)


@every_recipe
def test_amounts_stay_in_the_range_that_was_learned_from(recipe: Recipe) -> None:
    made = material("spent")
    seen = made.target.amounts[ROWS]

    for asked in (made, strange(made)):
        answers = learn_model(made, ROWS, recipe).answers(asked.cells)
        assert seen.min() <= answers.min() <= answers.max() <= seen.max()


@every_recipe
@pytest.mark.parametrize("target", ["left", "spent"])
def test_the_same_rows_and_seed_give_the_same_model(recipe: Recipe, target: str) -> None:
    made = material(target)

    one, other = (learn_model(made, ROWS, recipe).answers(made.cells) for _ in range(2))

    np.testing.assert_array_equal(one, other)


@every_recipe
def test_a_row_is_answered_alike_alone_and_among_others(recipe: Recipe) -> None:
    made = material("left")
    model = learn_model(made, ROWS, recipe)

    np.testing.assert_allclose(
        model.answers(made.cells.take(slice(7, 8)))[0], model.answers(made.cells)[7], atol=1e-6
    )


@pytest.mark.parametrize("recipe", [(), *RECIPES])
def test_rows_of_one_kind_only_make_the_simplest_guess(recipe: Recipe) -> None:
    made = material("left")
    rows = np.flatnonzero(made.target.codes == 1)

    model = learn_model(made, rows, recipe)

    assert model.members == ()
    assert (
        model.answers(made.cells).tolist()
        == [[0.5 / (len(rows) + 1), (len(rows) + 0.5) / (len(rows) + 1)]] * MANY
    )


def test_the_simplest_guess_is_the_share_of_each_kind_or_the_mean() -> None:
    kinds, numbers = material("left"), material("spent")
    shares = np.bincount(kinds.target.codes[ROWS]) + 0.5

    assert kinds.simplest(ROWS) == pytest.approx(shares / shares.sum())
    assert numbers.simplest(ROWS) == pytest.approx([numbers.target.amounts[ROWS].mean()])


def test_probabilities_are_softened_as_if_the_guess_were_one_more_row() -> None:
    found = softened(np.array([[1.0, 0.0], [0.5, 0.5]]), np.array([0.6, 0.4]), 1 / 9)

    assert found == pytest.approx(np.array([[9.6 / 10, 0.4 / 10], [5.1 / 10, 4.9 / 10]]))


def test_a_sample_keeps_every_kind_and_is_the_same_for_the_same_seed() -> None:
    frame = signal(MANY).drop(columns="spent")
    frame.loc[:1, "left"] = "perhaps"
    made = question_of(frame, "left").material
    rows = np.arange(MANY)

    sample = made.sampled(rows, 50)

    assert 50 <= len(sample) <= 53
    assert set(made.target.codes[sample]) == {0, 1, 2}
    assert sample.tolist() == made.sampled(rows, 50).tolist() == sorted(set(sample))
    assert made.sampled(rows, MANY) is rows


def test_a_kind_that_holds_few_rows_learns_from_a_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    made = material("spent")
    before = learn_model(made, ROWS, ALONE[0]).answers(made.cells)
    monkeypatch.setattr(type(KINDS["linear"]), "most_rows", 60)

    after = learn_model(made, ROWS, ALONE[0]).answers(made.cells)

    assert not np.array_equal(before, after)


@pytest.mark.parametrize("target", ["left", "spent"])
def test_the_answers_of_a_blend_are_the_weighted_mean_of_its_members(target: str) -> None:
    made = material(target)
    alone = [learn_model(made, ROWS, recipe).answers(made.cells) for recipe in ALONE]

    found = learn_model(made, ROWS, PARTS).answers(made.cells)

    expected = np.average(alone, axis=0, weights=[part.weight for part in PARTS])
    np.testing.assert_allclose(found, expected)


def test_a_mean_is_weighed() -> None:
    answers = [np.array([[1.0], [2.0]]), np.array([[5.0], [10.0]])]

    assert blended(answers, [0.75, 0.25], np.array([9.0])).tolist() == [[2.0], [4.0]]


def test_the_simplest_guess_has_what_the_kinds_leave_of_the_whole() -> None:
    answers = [np.array([[1.0], [2.0]]), np.array([[5.0], [10.0]])]

    assert blended(answers, [0.25, 0.25], np.array([4.0])).tolist() == [[3.5], [5.0]]


def test_a_recipe_that_leaves_a_share_to_the_simplest_guess_is_learned_so() -> None:
    made = material("spent")
    whole = learn_model(made, ROWS, ALONE[0])

    found = learn_model(made, ROWS, (replace(PARTS[0], weight=0.6),)).answers(made.cells)

    np.testing.assert_allclose(found, 0.6 * whole.answers(made.cells) + 0.4 * whole.simplest)


def test_a_kind_that_finds_nothing_to_read_leaves_its_weight_to_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = material("left")
    blind = Preparation.of_learned

    def without_trees(self: Preparation, form: Form, *rest: Any) -> Any:
        return blind(self, form, *rest)[:, :0] if form == "means" else blind(self, form, *rest)

    monkeypatch.setattr(Preparation, "of_learned", without_trees)

    model = learn_model(made, ROWS, (replace(PARTS[0], weight=0.3), replace(PARTS[2], weight=0.5)))

    (member,) = model.members
    assert member.kind == "linear"
    assert member.weight == pytest.approx(0.8)


def test_a_row_for_which_a_kind_finds_no_number_gets_the_simplest_guess() -> None:
    kinds = Model(simplest=np.array([0.8, 0.2]), weight=0.0, lowest=0, highest=1, classes=2)
    numbers = Model(simplest=np.array([5.0]), weight=0.0, lowest=0, highest=9, classes=0)

    assert settled(np.array([[0.5, 0.5], [np.nan, 0.5]]), kinds).tolist() == [[0.5, 0.5], [0.8, 0.2]]
    assert settled(np.array([[2.0], [np.nan], [np.inf]]), numbers).tolist() == [[2.0], [5.0], [5.0]]
