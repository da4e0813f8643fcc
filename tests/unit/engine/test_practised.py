"""What was chosen said of rows while they were hidden from it, as people who look inside get it."""

from dataclasses import replace

import numpy as np

from desktop_app.engine.search.practice import practise, practised
from tests.unit.engine.made import Learned


def test_each_row_is_told_with_the_part_that_hid_it(numbers_in_turn: Learned) -> None:
    material = numbers_in_turn.material
    best = practise(material, numbers_in_turn.finished, material.split.outer)[-1]

    found = practised(material, best)

    assert found is not None
    for fold, place in enumerate(material.split.outer):
        hidden = material.target.rows[material.split.parts[place].hidden]
        np.testing.assert_array_equal(found.rows[found.folds == fold], hidden)
    assert len(found.answers) == len(found.rows)


def test_where_only_some_parts_count_nothing_is_told(kinds_kept_aside: Learned) -> None:
    material = kinds_kept_aside.material
    cut = [replace(one, answers={0: one.answers[0]}) for one in kinds_kept_aside.finished]

    assert practised(material, practise(material, cut, material.split.outer)[-1]) is None
