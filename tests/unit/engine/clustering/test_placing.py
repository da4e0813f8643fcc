"""New rows are put into the old groups, or into none where they lie farther from all than old rows do."""

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.arrays import Ints
from desktop_app.engine.clustering.placing import Placer
from desktop_app.records.clusters import GroupingPlan
from tests.unit.engine.clustering.made import clouds, grouped


@pytest.fixture(scope="module")
def placer() -> Placer:
    frame, _groups = clouds()
    grouper = grouped(frame, GroupingPlan(number=3)).grouper
    assert grouper
    return Placer.from_parts(Placer.learn(grouper, frame, 0).to_parts())


def test_new_rows_go_into_the_group_that_they_are_of(placer: Placer) -> None:
    frame, groups = clouds((300, 200, 100), seed=5)

    placed = placer.place(frame)

    assert np.mean(placed.groups == groups) == 1
    assert np.mean(placed.fits_none) <= 0.02
    assert np.all((placed.fit >= 0) & (placed.fit <= 1))


def test_strangers_fit_none_however_far_they_are(placer: Placer) -> None:
    frame, _groups = clouds((30, 20, 10), seed=6)

    for far in (3, 1e9, 1e300):
        strangers = frame.assign(age=frame["age"] + far * 40, spent=frame["spent"] + far * 9_000)
        assert placer.place(strangers).fits_none.all()


def test_a_stranger_is_told_where_values_are_often_those_of_another_group() -> None:
    placer = of_wrong_values(seed=0)
    frame, _groups = wrong_values(seed=1)

    far = frame.assign(age=frame["age"] + 40, spent=frame["spent"] + 8_000)
    unheard_of = frame.assign(**dict.fromkeys("abc", "unheard of"))

    assert np.mean(placer.place(frame).fits_none) <= 0.03
    assert np.mean(placer.place(far).fits_none) >= 0.9
    assert np.mean(placer.place(unheard_of).fits_none) >= 0.9


def wrong_values(seed: int) -> tuple[pd.DataFrame, Ints]:
    """Three clouds and three categories that go with them, of which one cell of ten is another group's."""
    frame, groups = clouds((200, 200, 200), seed)
    rng = np.random.default_rng(seed)
    for name in "abc":
        own = np.where(rng.uniform(size=len(groups)) < 0.85, groups, rng.integers(0, 3, len(groups)))
        frame[name] = pd.Categorical([f"v{group}" for group in own])
    return frame.drop(columns=["plan", "noise"]), groups


def of_wrong_values(seed: int) -> Placer:
    frame, _groups = wrong_values(seed)
    grouper = grouped(frame, GroupingPlan(number=3)).grouper
    assert grouper
    return Placer.learn(grouper, frame, 0)


def test_categories_alone_are_enough_to_fit_none() -> None:
    frame, _groups = wrong_values(seed=0)
    words = frame[[*"abc"]]
    grouper = grouped(words, GroupingPlan(number=3)).grouper
    assert grouper

    placer = Placer.from_parts(Placer.learn(grouper, words, 0).to_parts())

    assert np.mean(placer.place(words).fits_none) <= 0.03
    assert placer.place(pd.DataFrame({name: ["unheard of"] for name in "abc"})).fits_none.all()


def test_so_few_old_rows_that_were_kept_apart_fit_none_as_was_promised(placer: Placer) -> None:
    assert placer.reach.held == 180
    assert placer.reach.beyond <= 6  # 1 of 100 is promised, and 180 are few


def test_a_row_between_two_groups_may_fit_none(placer: Placer) -> None:
    between = pd.DataFrame({"age": [62.0], "spent": [4_500.0], "plan": ["silver"], "noise": [0.5]})

    assert placer.place(between).fits_none.all()


def test_empty_cells_do_not_stop_it(placer: Placer) -> None:
    empty = pd.DataFrame({"age": [np.nan, 40.0], "spent": [np.nan, 0.0]})

    assert np.isfinite(placer.place(empty).far).all()


def test_a_value_that_few_rows_share_is_not_held() -> None:
    frame, _groups = clouds()
    frame["plan"] = frame["plan"].cat.add_categories(["Mr Smith's"])
    frame.loc[:2, "plan"] = "Mr Smith's"
    grouper = grouped(frame, GroupingPlan(number=3)).grouper
    assert grouper

    assert "Smith" in str(grouper.encoding.levels)
    assert "Smith" not in str(Placer.learn(grouper, frame, 0).to_parts().features)
