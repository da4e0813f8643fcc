"""One learned model: cells in, answers out."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine.material import Material
from desktop_app.engine.model import Chosen, Model, Recipe, learn_model, softened
from tests.unit.engine.made import MANY, question_of, signal

SETTINGS: tuple[tuple[Chosen, float], ...] = (("linear", 0.3), ("boosting", 15.0), ("forest", 2.0))
RECIPES = [Recipe(kind=kind, setting=setting) for kind, setting in SETTINGS]
every_recipe = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.kind)
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


@pytest.mark.parametrize("kind", ["baseline", "linear", "forest"])
def test_rows_of_one_kind_only_make_the_simplest_guess(kind: Chosen) -> None:
    made = material("left")
    rows = np.flatnonzero(made.target.codes == 1)

    model = learn_model(made, rows, Recipe(kind=kind, setting=1.0))

    assert model.kind == "baseline"
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


def test_a_linear_model_of_many_rows_learns_from_a_sample() -> None:
    made = material("spent")
    few = replace(made, effort=replace(made.effort, most_rows=60))

    one, other = (learn_model(each, ROWS, RECIPES[0]).answers(made.cells) for each in (made, few))

    assert not np.array_equal(one, other)
    assert isinstance(learn_model(few, ROWS, RECIPES[0]), Model)
