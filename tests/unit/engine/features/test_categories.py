"""Columns of kinds: which levels are known, and what an unknown one becomes."""

import numpy as np

from desktop_app.engine.arrays import Codes
from desktop_app.engine.features.categories import MOST_LEVELS, MOST_SPREAD, Categories

LEVELS = (("rare", "blue", "red"),)


def codes(*values: int) -> Codes:
    return np.array(values, dtype=np.int32)[:, None]


LEARNED = Categories.learn(codes(1, 2, 2, 2, 1, 0, -1), LEVELS)


def test_levels_that_were_seen_twice_are_known_the_most_frequent_first() -> None:
    assert LEARNED.levels == (("red", "blue"),)


def test_equally_frequent_levels_are_in_the_order_of_letters() -> None:
    assert Categories.learn(codes(0, 1, 2).repeat(2, axis=0), LEVELS).levels == (("blue", "rare", "red"),)


def test_trees_see_a_code_a_level_then_one_for_all_others_and_missing() -> None:
    found = LEARNED.for_trees(codes(2, 1, 0, -1), LEVELS)[:, 0]

    assert found[:3].tolist() == [0, 1, 2]
    assert np.isnan(found[3])


def test_lines_see_a_column_a_level_then_other_then_missing() -> None:
    found = LEARNED.for_lines(codes(2, 1, 0, -1), LEVELS).toarray()

    assert found.tolist() == np.eye(4).tolist()
    assert LEARNED.named(("plan",)) == ("plan",) * 4


def test_new_levels_in_another_order_find_their_own() -> None:
    new = (("green", "red", "blue"),)

    assert LEARNED.for_trees(codes(1, 2, 0), new)[:, 0].tolist() == [0, 1, 2]
    assert LEARNED.for_lines(codes(1, 2, 0), new).toarray().tolist() == np.eye(4)[:3].tolist()


def test_levels_of_a_row_to_answer_do_not_change_the_width() -> None:
    many = (tuple(f"new {place}" for place in range(500)),)

    assert LEARNED.for_lines(codes(*range(500)), many).shape == (500, 4)
    assert set(LEARNED.for_trees(codes(*range(500)), many)[:, 0]) == {2}


def test_only_the_most_frequent_of_very_many_levels_are_known() -> None:
    names = tuple(f"{place:03}" for place in range(MOST_LEVELS + 20))
    seen = codes(*np.repeat(np.arange(len(names)), 2), len(names) - 1)

    learned = Categories.learn(seen, (names,))

    assert len(learned.levels[0]) == MOST_LEVELS
    assert learned.levels[0][0] == names[-1]
    assert learned.for_lines(seen, (names,)).shape[1] == MOST_SPREAD + 2


def test_a_column_without_a_level_worth_knowing_and_a_table_without_columns_are_fine() -> None:
    alone = Categories.learn(codes(0, 1, 2, -1), LEVELS)
    none = Categories.learn(np.empty((3, 0), dtype=np.int32), ())

    assert alone.for_lines(codes(0, -1), LEVELS).toarray().tolist() == [[1, 0], [0, 1]]
    assert none.for_lines(np.empty((3, 0), dtype=np.int32), ()).shape == (3, 0)
    assert none.for_trees(np.empty((3, 0), dtype=np.int32), ()).shape == (3, 0)
