"""A flat map keeps what two directions can show, and says how much that is."""

import numpy as np
import pytest

from desktop_app.engine.arrays import Ints
from desktop_app.engine.clustering.mapping import MOST_SPOTS, map_of

GROUPS: Ints = np.repeat([0, 1], 500).astype(np.int64)


def test_points_of_a_plane_keep_their_distances() -> None:
    rng = np.random.default_rng(0)
    flat = rng.normal(size=(1_000, 2)) @ rng.normal(size=(2, 5))
    drawn = map_of(flat, GROUPS, np.random.default_rng(1))
    looked_at = np.random.default_rng(1).permutation(1_000)

    assert drawn
    assert len(drawn.spots) == MOST_SPOTS
    assert drawn.held == pytest.approx(1.0)
    one, other = drawn.spots[:2]
    true = np.linalg.norm(flat[looked_at[0]] - flat[looked_at[1]])
    assert np.hypot(one.x - other.x, one.y - other.y) == pytest.approx(true, abs=0.01)
    assert one.group == GROUPS[looked_at[0]]


def test_what_does_not_fit_on_a_plane_is_told() -> None:
    drawn = map_of(np.random.default_rng(0).normal(size=(1_000, 4)), GROUPS, np.random.default_rng(1))

    assert drawn
    assert drawn.held == pytest.approx(0.5, abs=0.05)


def test_one_column_is_a_line_and_rows_that_are_the_same_have_no_map() -> None:
    line = map_of(np.arange(20.0)[:, None], GROUPS[:20], np.random.default_rng(1))

    assert line
    assert {spot.y for spot in line.spots} == {0.0}
    assert map_of(np.ones((20, 3)), GROUPS[:20], np.random.default_rng(1)) is None
