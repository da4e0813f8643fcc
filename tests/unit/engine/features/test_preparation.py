"""All columns made ready: the same width for every table, and nothing learned from rows that are asked."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from desktop_app.engine.cells import Cells, layout_of, read_cells
from desktop_app.engine.effort import MOST_FEATURES
from desktop_app.engine.features.preparation import Preparation
from desktop_app.records.plans import Role
from tests.unit.engine.made import frame_of

DICE = np.random.default_rng(6)
ROLES: dict[str, Role] = {"age": "number", "joined": "date", "plan": "category", "remark": "text"}
DAYS = np.datetime64("2020-01-01T06:00") + DICE.integers(0, 900, 80) * np.timedelta64(1, "D")
FRAME = frame_of(
    age=np.where(np.arange(80) % 7, DICE.normal(size=80), np.nan),
    joined=DAYS,
    plan=DICE.choice(["a", "b", "c"], 80),
    remark=[" ".join(DICE.choice(["late", "paid", "moved"], 2)) for _ in range(80)],
)
STRANGE = frame_of(
    age=[np.inf, -1e300, np.nan, 0.0],
    joined=np.array(["0001-01-01", "9999-12-31T23:59", "NaT", "NaT"], dtype="datetime64[us]"),
    plan=["never seen", None, "a", "z"],
    remark=["words that nobody wrote", None, "", "paid"],
)


def prepared(*columns: str, wide: bool = False) -> tuple[Preparation, Cells]:
    roles = {name: ROLES[name] for name in columns}
    cells = read_cells(FRAME, layout_of(roles))
    return Preparation.learn(cells, 0), cells


def dense(features: Any) -> Any:
    return features.toarray() if sparse.issparse(features) else features


SETS = [
    tuple(ROLES),
    ("age",),
    ("joined",),
    ("plan",),
    ("remark",),
    ("plan", "remark"),
    ("age", "joined", "plan"),
]


@pytest.mark.parametrize("columns", SETS)
def test_every_table_becomes_as_wide_as_the_one_learned_from(columns: tuple[str, ...]) -> None:
    preparation, cells = prepared(*columns)
    others = [
        read_cells(frame, cells.layout) for frame in (STRANGE, STRANGE[:1], pd.DataFrame(index=range(3)))
    ]

    for asked in (cells, *others):
        lines, trees = preparation.for_lines(asked), preparation.for_trees(asked)
        assert lines.shape == (len(asked), len(preparation.columns_of_lines()))
        assert trees.shape == (len(asked), len(preparation.columns_of_trees()))
        assert np.isfinite(dense(lines)).all()
        assert not np.isinf(trees).any()


@pytest.mark.parametrize("columns", SETS)
def test_each_feature_changes_with_the_column_it_is_named_after(columns: tuple[str, ...]) -> None:
    preparation, cells = prepared(*columns)
    order = DICE.permutation(80)

    for name in columns:
        mixed = cells.mixed_up(name, order)
        for features, names in (
            (preparation.for_lines, preparation.columns_of_lines()),
            (preparation.for_trees, preparation.columns_of_trees()),
        ):
            differ = np.any(np.nan_to_num(dense(features(mixed)) - dense(features(cells))) != 0, axis=0)
            own = {"": "remark"}
            assert {own.get(names[place], names[place]) for place in np.flatnonzero(differ)} == {name}


def test_rows_that_are_asked_change_nothing_that_was_learned() -> None:
    preparation, cells = prepared(*ROLES)
    before = dense(preparation.for_lines(cells)), preparation.for_trees(cells)

    preparation.for_lines(read_cells(STRANGE, cells.layout))

    np.testing.assert_array_equal(dense(preparation.for_lines(cells)), before[0])
    np.testing.assert_array_equal(preparation.for_trees(cells), before[1])


def test_one_row_is_read_as_it_is_among_others() -> None:
    preparation, cells = prepared(*ROLES)

    alone = cells.take(slice(5, 6))

    np.testing.assert_allclose(dense(preparation.for_lines(alone))[0], dense(preparation.for_lines(cells))[5])
    np.testing.assert_allclose(preparation.for_trees(alone)[0], preparation.for_trees(cells)[5], rtol=1e-6)


def test_trees_do_not_see_features_that_hold_nothing() -> None:
    cells = read_cells(
        frame_of(age=DICE.normal(size=30), other=[np.nan] * 30),
        layout_of(dict.fromkeys(("age", "other"), "number")),
    )

    narrow = Preparation.learn(cells, 0).narrowed(cells, np.zeros((30, 1)))

    assert narrow.columns_of_trees() == ("age",)
    assert narrow.for_trees(cells).shape == (30, 1)


def test_of_very_many_features_trees_see_the_strongest() -> None:
    numbers = {f"c{place:03}": DICE.normal(size=40) for place in range(MOST_FEATURES + 30)}
    cells = read_cells(frame_of(**numbers), layout_of(dict.fromkeys(numbers, "number")))

    narrow = Preparation.learn(cells, 0).narrowed(cells, numbers["c317"][:, None])

    assert narrow.for_trees(cells).shape == (40, MOST_FEATURES)
    assert "c317" in narrow.columns_of_trees()


def test_a_wide_table_for_lines_is_kept_sparse_and_says_the_same() -> None:
    narrow, cells = prepared("age", "plan")
    words, all_cells = prepared("age", "plan", "remark")

    wide = words.for_lines(all_cells)

    assert sparse.issparse(wide)
    np.testing.assert_allclose(dense(wide)[:, : narrow.for_lines(cells).shape[1]], narrow.for_lines(cells))
