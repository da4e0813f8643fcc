"""Which rows are kept aside: copies on one side, each kind evenly, every row where it belongs."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.effort import MOST_LOCKED
from desktop_app.engine.material import Material
from desktop_app.engine.validation.splits import Split, split_rows
from tests.unit.engine.made import FEW, MANY, frame_of, question_of, signal

DICE = np.random.default_rng(2)


def material(rows: int, target: str = "left") -> Material:
    return question_of(signal(rows), target).material


def copied(rows: int, times: int) -> pd.DataFrame:
    """Return rows of which each comes several times, with an answer of its own."""
    once = signal(rows).drop(columns="spent")
    made = pd.concat([once] * times, ignore_index=True).sample(frac=1, random_state=1, ignore_index=True)
    made["left"] = DICE.choice(["yes", "no"], len(made)).astype(object)
    return made


def apart(split: Split, several: Sequence[Any]) -> bool:
    """Return whether no two of these sets of rows hold rows that are alike."""
    sets = [set(split.clusters[rows].tolist()) for rows in several]
    return all(one.isdisjoint(other) for one, other in combinations(sets, 2))


def counted(made: Material, rows: Any) -> list[int]:
    return [int(count) for count in np.bincount(made.target.codes[rows], minlength=2)]


def test_a_fifth_is_locked_and_no_part_of_the_search_holds_it() -> None:
    split = material(MANY).split

    assert len(split.locked) == MANY // 5
    assert sorted([*split.search, *split.locked]) == list(range(MANY))
    for part in split.parts:
        assert set(split.locked).isdisjoint([*part.learn, *part.hidden])


def test_each_row_of_the_search_is_hidden_once_and_learned_from_otherwise() -> None:
    split = material(MANY).split

    assert sorted(row for part in split.parts for row in part.hidden) == split.search.tolist()
    for part in split.parts:
        assert sorted([*part.learn, *part.hidden]) == split.search.tolist()


@pytest.mark.parametrize("rows", [MANY // 3, FEW // 3])
def test_copies_of_a_row_are_on_one_side_whatever_their_answers(rows: int) -> None:
    split = question_of(copied(rows, 3), "left").material.split

    assert len(np.unique(split.clusters)) == rows
    assert apart(split, [split.search, split.locked])
    assert all(apart(split, [part.learn, part.hidden]) for part in split.parts)


def test_rows_are_copies_if_all_that_is_learned_from_is_equal() -> None:
    others = signal(30)[["age", "plan", "spent"]]
    few = frame_of(age=[1, 1, 1, 2, np.nan, np.nan], plan=list("aabaaa"), spent=range(6))

    clusters = question_of(pd.concat([few, others], ignore_index=True), "spent").material.split.clusters

    assert len(np.unique(clusters)) == 4 + 30
    assert clusters[0] == clusters[1]
    assert clusters[4] == clusters[5]


def test_where_very_many_rows_are_equal_each_stands_for_itself() -> None:
    frame = frame_of(plan=DICE.choice(["a", "b"], MANY), left=DICE.choice(["yes", "no"], MANY))

    assert len(np.unique(question_of(frame, "left").material.split.clusters)) == MANY


def test_each_kind_is_dealt_evenly() -> None:
    made = material(MANY)
    everything = counted(made, slice(None))

    assert counted(made, made.split.locked) == pytest.approx([count / 5 for count in everything], abs=1)
    for part in made.split.parts:
        thirds = [count * 4 / 15 for count in everything]
        assert counted(made, part.hidden) == pytest.approx(thirds, abs=1.5)


def test_small_and_large_numbers_are_dealt_evenly() -> None:
    made = material(MANY, "spent")
    tenths = np.quantile(made.target.amounts, np.linspace(0.1, 0.9, 9))

    locked = np.bincount(np.digitize(made.target.amounts[made.split.locked], tenths), minlength=10)

    assert locked.tolist() == pytest.approx([MANY / 50] * 10, abs=1.5)


@pytest.mark.parametrize("rows", [FEW, MANY])
def test_a_kind_of_one_row_is_never_hidden(rows: int) -> None:
    frame = signal(rows).drop(columns="spent")
    frame.loc[7, "left"] = "perhaps"

    split = question_of(frame, "left").material.split

    assert 7 not in split.locked
    assert all(7 in part.learn for part in split.parts)


def test_few_rows_are_hidden_once_in_every_repeat() -> None:
    made = material(FEW)
    outer = [made.split.parts[place] for place in made.split.outer]

    assert len(made.split.locked) == 0
    assert len(outer) == made.effort.folds * made.effort.repeats
    for repeat in (outer[:3], outer[3:]):
        assert sorted(row for part in repeat for row in part.hidden) == list(range(FEW))
    assert any(set(one.hidden) != set(two.hidden) for one, two in zip(outer[:3], outer[3:], strict=True))


def test_the_choice_is_repeated_on_rows_that_the_outer_part_learns_from() -> None:
    split = material(FEW).split

    for place in split.outer:
        inner = [split.parts[found] for found in split.inside(place)]
        assert len(inner) == 2
        assert sorted(row for part in inner for row in part.hidden) == split.parts[place].learn.tolist()
        for part in inner:
            assert set(split.parts[place].hidden).isdisjoint([*part.learn, *part.hidden])


def test_the_same_seed_gives_the_same_parts_and_another_gives_others() -> None:
    one, same, other = (question_of(signal(MANY), "left", seed=seed).material.split for seed in (1, 1, 2))

    assert one.locked.tolist() == same.locked.tolist()
    assert [part.hidden.tolist() for part in one.parts] == [part.hidden.tolist() for part in same.parts]
    assert one.locked.tolist() != other.locked.tolist()


def test_one_part_hides_a_fifth_of_the_search() -> None:
    made = material(MANY)

    split = split_rows(made.cells, made.target, replace(made.effort, folds=1), 0)

    (part,) = split.parts
    assert len(part.hidden) == pytest.approx(len(split.search) / 5, abs=2)
    assert sorted([*part.learn, *part.hidden]) == split.search.tolist()


def test_no_more_is_locked_than_a_steady_score_needs() -> None:
    rows = 6 * MOST_LOCKED
    frame = frame_of(age=np.arange(rows), left=np.tile(["yes", "no"], rows // 2))

    assert len(question_of(frame, "left").material.split.locked) == MOST_LOCKED


def test_every_row_with_a_number_is_tested_even_where_few_rows_differ() -> None:
    dice = np.random.default_rng(0)
    size = np.repeat(dice.normal(size=20), 4)
    frame = frame_of(size=size, price=3 * size + dice.normal(0, 0.1, 80))

    split = question_of(frame, "price").material.split

    tested = {row for place in split.outer for row in split.parts[place].hidden}
    assert len(tested) == 80
