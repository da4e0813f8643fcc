"""Groups that are there are found, none are found where there are none, and it is said how far they go."""

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score

from desktop_app.engine.clustering.grouping import Grouped
from desktop_app.errors import DataError
from desktop_app.records.clusters import GroupingPlan
from tests.unit.engine.clustering.made import clouds, grouped, noise


@pytest.fixture(scope="module")
def three() -> Grouped:
    return grouped(clouds()[0])


def test_three_groups_are_found_and_told_apart_the_largest_first(three: Grouped) -> None:
    frame, groups = clouds()
    found = three

    assert found.grouper
    assert adjusted_rand_score(groups, found.grouper.place(frame)[0]) > 0.95
    assert [cluster.rows for cluster in found.grouping.clusters] == [80, 60, 40]
    assert found.grouping.level == "good"
    assert found.grouping.stability.share > 0.95 > found.grouping.stability.chance
    first = found.grouping.clusters[0].traits[0]
    assert (first.column in ("age", "spent"), first.share > 0.9, first.elsewhere < 0.6) == (True, True, True)
    assert "noise" not in {trait.column for cluster in found.grouping.clusters for trait in cluster.traits}


@pytest.mark.parametrize("seed", [1, 2])
def test_in_even_noise_there_are_no_groups(seed: int) -> None:
    found = grouped(noise(seed=seed))

    assert (found.grouping.level, found.grouping.clusters, found.grouper) == ("guessing", (), None)


def test_one_column_of_two_heaps_has_two_groups() -> None:
    dice = np.random.default_rng(0)
    frame = pd.DataFrame({"a": np.repeat([0.0, 10.0], 60) + dice.uniform(size=120)})

    assert [cluster.rows for cluster in grouped(frame).grouping.clusters] == [60, 60]


def test_columns_that_rise_and_fall_together_make_no_groups() -> None:
    dice = np.random.default_rng(0)
    frame = pd.DataFrame(dice.normal(size=(300, 3)) @ dice.normal(size=(3, 3)), columns=["a", "b", "c"])

    assert grouped(frame).grouper is None


def test_answers_to_alike_questions_make_no_groups() -> None:
    dice = np.random.default_rng(1)
    answers = np.clip(np.round(3 + dice.normal(size=(400, 1)) + 0.7 * dice.normal(size=(400, 6))), 1, 5)

    assert grouped(pd.DataFrame(answers, columns=list("abcdef"))).grouper is None


def test_a_few_odd_rows_are_no_group() -> None:
    frame = pd.DataFrame({"a": [*[1.0] * 295, *[9.0] * 5], "b": [*[2.0] * 295, *[7.0] * 5]})

    assert grouped(frame).grouper is None


def test_groups_of_a_column_and_its_own_marks_are_nothing_new() -> None:
    frame, groups = clouds()
    for group in range(3):
        frame[f"is_{group}"] = np.where(groups == group, 1.0, 0.0)
    frame["region"] = groups + 1.0

    assert grouped(frame).grouping.repeats == "region"


def test_more_groups_than_different_rows_are_refused() -> None:
    with pytest.raises(DataError) as caught:
        grouped(pd.DataFrame({"a": [1.0, 2.0] * 30}), GroupingPlan(number=3))

    assert (caught.value.code, caught.value.values["count"]) == ("groups.too_alike", 2)


def test_as_many_as_are_asked_for_are_given_though_they_are_not_clear() -> None:
    found = grouped(noise(), GroupingPlan(number=4))

    assert found.grouping.level == "guessing"
    assert len(found.grouping.clusters) == 4
    assert sum(cluster.rows for cluster in found.grouping.clusters) == 200


def test_groups_that_repeat_a_column_are_said_to() -> None:
    frame, groups = clouds()
    frame["segment"] = pd.Categorical([f"s{group}" for group in groups])

    grouping = grouped(frame).grouping

    assert (grouping.level, grouping.repeats, grouping.repeated) == ("suspicious", "segment", 180)


def test_the_fit_is_one_in_the_middle_and_nothing_on_the_border(three: Grouped) -> None:
    found = three
    assert found.grouper
    _places, fit = found.grouper.place(clouds()[0])
    assert 0 <= fit.min() < 0.5 < np.median(fit) <= fit.max() <= 1
    halfway = pd.DataFrame({"age": [62.5], "spent": [0.0], "plan": pd.Categorical(["basic"]), "noise": [0.5]})
    assert found.grouper.place(halfway)[1][0] < 0.3


def test_the_same_seed_gives_the_same_groups(three: Grouped) -> None:
    again = grouped(clouds()[0]).grouping

    assert (again.clusters, again.stability) == (three.grouping.clusters, three.grouping.stability)


def test_too_few_rows_are_refused() -> None:
    with pytest.raises(DataError) as caught:
        grouped(noise(rows=19))

    assert (caught.value.code, caught.value.values["need"]) == ("groups.too_few", 20)
