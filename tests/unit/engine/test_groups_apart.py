"""By group: all rows of one thing are on one side, in every part, and are drawn again together."""

from typing import Any

import numpy as np
import pytest

from desktop_app.engine.evaluation.scoring import skill
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.validation.grouped import deal_groups
from desktop_app.engine.validation.splits import Split
from desktop_app.errors import DataError
from tests.unit.engine.kept_apart import asked, outcome_of, visits


def sides(split: Split) -> list[tuple[set[int], set[int]]]:
    """Return the things on both sides of the test and of each part."""
    pairs = [(split.search, split.locked), *((part.learn, part.hidden) for part in split.parts)]
    return [(set(split.clusters[one].tolist()), set(split.clusters[other].tolist())) for one, other in pairs]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("things", "each"), [(70, 7), (9, 60), (5, 100), (25, 8), (5, 20)])
def test_no_customer_is_on_two_sides_of_any_part(things: int, each: int, seed: int) -> None:
    frame = visits(things, each, seed)

    split = asked(frame, "left", group="customer_id", seed=seed).material.split

    pairs = sides(split) if len(split.locked) else sides(split)[1:]
    assert len(split.parts) >= 2
    for learn, hidden in pairs:
        assert learn
        assert hidden
        assert learn.isdisjoint(hidden)
    names = frame["customer_id"].to_numpy()
    assert len(np.unique(split.clusters)) == things == len(set(zip(split.clusters, names, strict=True)))


@pytest.mark.parametrize("seed", range(3))
def test_customers_of_very_different_size_make_parts_of_similar_size(seed: int) -> None:
    dice = np.random.default_rng(seed)
    groups = np.repeat(np.arange(200), np.ceil(100 / np.arange(1, 201)).astype(int))

    places = deal_groups(groups, dice.normal(size=200)[groups], 5, dice)

    shares = np.bincount(places) / len(groups)
    assert len(shares) == 5
    assert shares[0] == pytest.approx(0.2, abs=0.03)
    assert shares.max() < 0.3


def test_each_row_is_hidden_once_in_the_search_and_a_fifth_is_locked() -> None:
    split = asked(visits(60, 7), "left", group="customer_id").material.split

    assert len(split.locked) == pytest.approx(84, abs=7)
    assert sorted(row for part in split.parts for row in part.hidden) == split.search.tolist()


@pytest.mark.parametrize("seed", range(8))
def test_the_part_that_is_kept_aside_is_not_one_large_customer(seed: int) -> None:
    groups = np.repeat(np.arange(7), [100, 10, 10, 10, 10, 10, 10])

    places = deal_groups(groups, np.ones(160), 2, np.random.default_rng(seed))

    assert len(np.unique(groups[places == 0])) > 1


@pytest.mark.parametrize("things", [5, 6, 9])
def test_of_few_customers_at_least_two_are_kept_aside(things: int) -> None:
    split = asked(visits(things, 100), "left", group="customer_id").material.split

    assert len(np.unique(split.clusters[split.locked])) >= 2


def test_rows_without_a_customer_are_things_of_their_own() -> None:
    frame = visits(20, 21)
    frame.loc[:99, "customer_id"] = None

    clusters = asked(frame, "left", group="customer_id").material.split.clusters

    assert len(np.unique(clusters[:100])) == 100
    assert set(clusters[:100]).isdisjoint(clusters[100:])


def test_a_column_that_is_left_out_or_holds_numbers_can_say_what_belongs_together() -> None:
    frame = visits(60, 7).assign(customer_id=lambda made: made["customer_id"].str[1:].astype(float))

    question = asked(frame, "left", group="customer_id", exclude=("customer_id",))

    assert "customer_id" not in question.features
    assert len(np.unique(question.material.split.clusters)) == 60


@pytest.mark.parametrize(("things", "code"), [(4, "plan.few_groups"), (1, "plan.few_groups")])
def test_of_too_few_customers_none_can_be_hidden(things: int, code: str) -> None:
    with pytest.raises(DataError) as caught:
        asked(visits(things, 60, alike=False), "left", group="customer_id")

    assert (caught.value.code, caught.value.values["count"]) == (code, things)


@pytest.mark.parametrize("column", ["left", "nowhere"])
def test_rows_cannot_be_kept_apart_by_what_is_asked_or_is_not_there(column: str) -> None:
    with pytest.raises(DataError) as caught:
        asked(visits(20, 6), "left", group=column)

    assert caught.value.code == "plan.not_apart"


@pytest.fixture(scope="module")
def by_way(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Unseen]:
    """What is said of customers of whom others were learned from, and of new ones, for the same table."""
    folder, frame = tmp_path_factory.mktemp("ways"), visits(50, 8)
    ways: dict[str, dict[str, Any]] = {
        "rows": {"any_row": True, "include": ("height", "weight", "income")},
        "group": {"group": "customer_id"},
    }
    return {
        way: outcome_of(asked(frame, "left", exclude=("customer_id",), **plan), folder / way).unseen
        for way, plan in ways.items()
    }


def test_what_only_tells_customers_apart_looks_good_by_rows_and_is_nothing_by_group(
    by_way: dict[str, Unseen],
) -> None:
    assert skill(by_way["rows"], 0).low > 0.2
    assert skill(by_way["group"], 0).low <= 0


def test_what_only_tells_whose_row_it_is_does_not_give_the_answer_away() -> None:
    question = asked(visits(50, 8), "left", exclude=("customer_id",), group="customer_id")

    assert set(question.features) == {"height", "weight", "income", "mood"}


def test_rows_of_one_customer_are_drawn_again_together(by_way: dict[str, Unseen]) -> None:
    customers = visits(50, 8)["customer_id"].to_numpy()

    tests = by_way["group"]

    pairs = set(zip(tests.clusters.tolist(), customers[tests.rows], strict=True))
    assert len(pairs) == len(np.unique(tests.clusters)) == len(tests.rows) // 8
    assert len(np.unique(by_way["rows"].clusters)) == len(by_way["rows"].rows)


def test_the_same_seed_gives_the_same_parts_and_another_gives_others() -> None:
    one, same, other = (
        asked(visits(60, 7), "left", group="customer_id", seed=seed).material.split for seed in (1, 1, 2)
    )

    assert one.locked.tolist() == same.locked.tolist()
    assert [part.hidden.tolist() for part in one.parts] == [part.hidden.tolist() for part in same.parts]
    assert one.locked.tolist() != other.locked.tolist()
