"""The rows that judge a model are seen by nothing that makes it."""

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest

from desktop_app.engine.arrays import Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.features.preparation import Form
from desktop_app.engine.material import Material
from desktop_app.engine.model import Model, blended
from desktop_app.engine.outcome import conclude
from desktop_app.engine.search.blending import choose
from desktop_app.engine.search.practice import practise
from desktop_app.engine.workshop import Fits
from tests.unit.engine.made import Learned, frame_of, learned, one_thread, question_of, searched


def answered_otherwise(material: Material, rows: Ints) -> Material:
    """Return the same cells and parts with other answers in some rows."""
    values = material.target.values.copy()
    values[rows] = 1 - values[rows] if material.target.classes else 1e6 - 3 * values[rows]
    return replace(material, target=replace(material.target, values=values))


def filled_otherwise(material: Material, rows: Ints) -> Material:
    """Return the same answers and parts with other cells in some rows, a new level among them."""
    cells = material.cells
    numbers, codes = cells.numbers.copy(), cells.codes.copy()
    numbers[rows] = 1e6
    numbers[rows[::2]] = np.nan
    codes[rows] = len(cells.levels[0])
    levels = ((*cells.levels[0], "never seen"), *cells.levels[1:])
    return replace(material, cells=replace(cells, numbers=numbers, codes=codes, levels=levels))


def repeated(before: Learned, folder: Path, change: Any) -> Learned:
    """Return what comes of a training when the locked rows are changed."""
    material = change(before.material, before.material.split.locked)
    return learned(replace(before.question, material=material), folder)


def assert_same_answers(one: Learned, other: Learned, cells: Cells) -> None:
    """Compare all that was made before the locked rows were looked at."""
    for before, after in zip(one.finished, other.finished, strict=True):
        for place, answers in before.answers.items():
            np.testing.assert_array_equal(answers, after.answers[place])
    assert one.outcome.choice.recipe == other.outcome.choice.recipe
    assert [found.loss for found in one.outcome.practices] == [
        found.loss for found in other.outcome.practices
    ]
    judging, changed = (each.outcome.trials[0].model.answers(cells) for each in (one, other))
    np.testing.assert_array_equal(judging, changed)
    ranges, others = one.outcome.intervals, other.outcome.intervals
    for field in ("answers", "below", "above") if ranges else ():
        np.testing.assert_array_equal(getattr(ranges, field), getattr(others, field))


@pytest.fixture(params=["kinds_kept_aside", "numbers_kept_aside"])
def kept_aside(request: pytest.FixtureRequest) -> Learned:
    found: Learned = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=["kinds_in_turn", "numbers_in_turn"])
def in_turn(request: pytest.FixtureRequest) -> Learned:
    found: Learned = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("change", [answered_otherwise, filled_otherwise])
def test_no_choice_fit_or_range_sees_the_locked_rows(
    kept_aside: Learned, tmp_path: Path, change: Any
) -> None:
    changed = repeated(kept_aside, tmp_path, change)

    assert_same_answers(kept_aside, changed, kept_aside.material.cells)
    assert changed.judged.scored.score != kept_aside.judged.scored.score


def test_the_simplest_guess_that_a_model_is_held_against_has_not_seen_the_locked_rows(
    kept_aside: Learned,
) -> None:
    material, unseen = kept_aside.material, kept_aside.outcome.unseen

    assert unseen.rows.tolist() == material.split.locked.tolist()
    assert unseen.guesses.tolist() == [material.simplest(material.split.search).tolist()] * len(unseen.rows)


def test_the_recipe_is_frozen_then_tested_then_learned_again_from_all_rows(kept_aside: Learned) -> None:
    outcome, rows = kept_aside.outcome, len(kept_aside.material.cells)

    assert outcome.learned.tolist() == list(range(rows))
    tried = outcome.trials[0].model
    assert isinstance(tried, Model)
    assert outcome.model is not tried
    delivered, judged = ([(m.kind, m.weight) for m in made.members] for made in (outcome.model, tried))
    assert delivered == judged == [(part.kind, part.weight) for part in outcome.choice.recipe]
    assert (outcome.model.weight, tried.weight) == (1 / rows, 1 / (rows - rows // 5))


@pytest.mark.parametrize(("rows", "again_from_all"), [(19_999, True), (20_000, False)])
def test_from_20_000_rows_on_nothing_is_learned_again(rows: int, again_from_all: bool) -> None:
    frame = frame_of(age=np.arange(rows), left=np.tile(["yes", "no", "no"], rows)[:rows])
    material = question_of(frame, "left").material

    with one_thread() as pool:
        outcome = conclude(material, [], Fits(pool=pool))

    assert len(outcome.learned) == (rows if again_from_all else len(material.split.search))
    assert set(outcome.learned).isdisjoint(material.split.locked) is not again_from_all
    assert (outcome.model is outcome.trials[0].model) is not again_from_all


def test_few_rows_are_answered_for_while_hidden_and_never_by_a_choice_that_saw_them(
    in_turn: Learned, tmp_path: Path
) -> None:
    material, outer = in_turn.material, in_turn.material.split.outer[1]
    changed = answered_otherwise(material, material.split.parts[outer].hidden)

    finished = searched(changed, tmp_path)

    for place in (outer, *material.split.inside(outer)):
        for before, after in zip(in_turn.finished, finished, strict=True):
            np.testing.assert_array_equal(before.answers[place], after.answers[place])
    chosen, again = (
        choose(made, practise(made, found, material.split.inside(outer)))
        for made, found in ((material, in_turn.finished), (changed, finished))
    )
    assert chosen.recipe == again.recipe
    assert chosen.recipe


def test_the_answers_that_judge_few_rows_are_those_of_the_repeated_choice(in_turn: Learned) -> None:
    material, unseen = in_turn.material, in_turn.outcome.unseen
    expected: list[Any] = []
    recipes = []
    for outer in material.split.outer:
        chosen = choose(material, practise(material, in_turn.finished, material.split.inside(outer)))
        kinds = {found.facts.kind: found for found in in_turn.finished}
        recipes.append(chosen.recipe)
        expected.append(
            blended(
                [
                    kinds[part.kind].answers[outer][kinds[part.kind].facts.settings.index(part.setting)]
                    for part in chosen.recipe
                ],
                [part.weight for part in chosen.recipe],
                material.simplest(material.split.parts[outer].learn),
            )
        )

    np.testing.assert_allclose(unseen.answers, np.concatenate(expected), rtol=1e-6)
    assert len(set(recipes)) > 1, "each part without its own rows comes to a choice of its own"
    assert np.bincount(unseen.rows).tolist() == [2] * len(material.cells)
    assert unseen.repeats == 2


def test_a_row_that_is_tested_twice_is_drawn_as_one(in_turn: Learned) -> None:
    unseen = in_turn.outcome.unseen

    pairs = {(int(row), int(cluster)) for row, cluster in zip(unseen.rows, unseen.clusters, strict=True)}
    assert len(pairs) == len(in_turn.material.cells)


def test_what_is_made_of_some_rows_knows_no_other(kinds_kept_aside: Learned) -> None:
    material = kinds_kept_aside.material
    rows, others = np.arange(100), np.arange(100, len(material.cells))

    one, other = (each.prepare(rows) for each in (material, filled_otherwise(material, others)))

    for form in get_args(Form):
        read = (each.features(form, material.cells) for each in (one, other))
        np.testing.assert_array_equal(*read)


def test_a_column_alone_is_tested_on_the_same_parts(kinds_kept_aside: Learned) -> None:
    material = kinds_kept_aside.material

    alone = material.with_columns(frozenset({"age"}))

    assert alone.cells.layout.names == ("age",)
    assert alone.split is material.split
