"""All columns made ready: the same width for every table, and nothing learned from rows that are asked."""

from typing import Any, get_args

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from desktop_app.engine.cells import Cells, layout_of, read_cells
from desktop_app.engine.features.preparation import Form, Preparation
from desktop_app.engine.features.strongest import MOST_FEATURES
from desktop_app.records.plans import Role
from tests.unit.engine.made import frame_of

DICE = np.random.default_rng(6)
ROLES: dict[str, Role] = {"age": "number", "joined": "date", "plan": "category", "remark": "text"}
FORMS: tuple[Form, ...] = get_args(Form)
WITH_GAPS: tuple[Form, ...] = ("trees", "means", "plain")
WANTED = DICE.normal(size=(80, 1))
DAYS = np.datetime64("2020-01-01T06:00") + DICE.integers(0, 900, 80) * np.timedelta64(1, "D")
FRAME = frame_of(
    age=np.where(np.arange(80) % 7, DICE.normal(size=80), np.nan),
    joined=DAYS,
    plan=DICE.choice(list("abcdef"), 80),
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
    return Preparation.learn(cells, WANTED, 0), cells


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
        for form in FORMS:
            features = dense(preparation.features(form, asked))
            assert features.shape == (len(asked), len(preparation.columns_of(form)))
            assert not np.isinf(features).any()
            assert form in WITH_GAPS or not np.isnan(features).any()


@pytest.mark.parametrize("columns", SETS)
def test_each_feature_changes_with_the_column_it_is_named_after(columns: tuple[str, ...]) -> None:
    preparation, cells = prepared(*columns)
    order = DICE.permutation(80)

    for name in columns:
        mixed = cells.mixed_up(name, order)
        for form in FORMS:
            names = preparation.columns_of(form)
            before, after = (dense(preparation.features(form, asked)) for asked in (cells, mixed))
            differ = np.any(np.nan_to_num(after - before) != 0, axis=0)
            own = {"": "remark"}
            seen = set() if (form, name) == ("plain", "remark") else {name}
            assert {own.get(names[place], names[place]) for place in np.flatnonzero(differ)} == seen


def test_rows_that_are_asked_change_nothing_that_was_learned() -> None:
    preparation, cells = prepared(*ROLES)
    before = {form: dense(preparation.features(form, cells)) for form in FORMS}

    for form in FORMS:
        preparation.features(form, read_cells(STRANGE, cells.layout))
        np.testing.assert_array_equal(dense(preparation.features(form, cells)), before[form])


def test_one_row_is_read_as_it_is_among_others() -> None:
    preparation, cells = prepared(*ROLES)

    alone = cells.take(slice(5, 6))

    for form in FORMS:
        one, all_of_them = (dense(preparation.features(form, asked)) for asked in (alone, cells))
        np.testing.assert_allclose(one[0], all_of_them[5], rtol=1e-6)


def test_trees_do_not_see_features_that_hold_nothing() -> None:
    cells = read_cells(
        frame_of(age=DICE.normal(size=30), other=[np.nan] * 30),
        layout_of(dict.fromkeys(("age", "other"), "number")),
    )

    narrow = Preparation.learn(cells, np.zeros((30, 1)), 0)

    assert narrow.columns_of("trees") == narrow.columns_of("means") == ("age",)
    assert narrow.features("trees", cells).shape == narrow.features("means", cells).shape == (30, 1)


def test_of_very_many_features_trees_see_the_strongest() -> None:
    numbers = {f"c{place:03}": DICE.normal(size=40) for place in range(MOST_FEATURES + 30)}
    cells = read_cells(frame_of(**numbers), layout_of(dict.fromkeys(numbers, "number")))

    narrow = Preparation.learn(cells, numbers["c317"][:, None], 0)

    assert narrow.features("trees", cells).shape == (40, MOST_FEATURES)
    assert "c317" in narrow.columns_of("trees")


def test_of_very_many_features_the_means_of_a_category_can_be_the_strongest() -> None:
    numbers: Any = {f"c{place:03}": DICE.normal(size=90) for place in range(MOST_FEATURES + 30)}
    town = np.arange(90) % 6
    frame = frame_of(**numbers, town=[f"town {place}" for place in town])
    roles: dict[str, Role] = {**dict.fromkeys(numbers, "number"), "town": "category"}
    cells = read_cells(frame, layout_of(roles))
    wanted = np.isin(town, [1, 4]).astype(np.float64)[:, None]

    narrow = Preparation.learn(cells, wanted, 0)

    assert len(narrow.columns_of("means")) == MOST_FEATURES
    assert "town" in narrow.columns_of("means")
    for form in FORMS:
        found = dense(narrow.features(form, cells))
        assert found.shape == (90, len(narrow.columns_of(form)))
    learned = narrow.of_learned("means", cells, wanted, 0)
    places = [place for place, name in enumerate(narrow.columns_of("means")) if name == "town"]
    assert max(abs(np.corrcoef(learned[:, place], wanted[:, 0])[0, 1]) for place in places) > 0.9


def test_a_wide_table_for_lines_is_kept_sparse_and_says_the_same() -> None:
    narrow, cells = prepared("age", "plan")
    words, all_cells = prepared("age", "plan", "remark")

    wide = words.for_lines(all_cells)

    assert sparse.issparse(wide)
    np.testing.assert_allclose(dense(wide)[:, : narrow.for_lines(cells).shape[1]], narrow.for_lines(cells))


def test_a_few_sums_of_words_stand_in_for_all_of_them() -> None:
    preparation, cells = prepared("age", "remark")

    words, sums = (dense(preparation.features(form, cells)) for form in ("lines", "curves"))

    assert sums.shape[1] < words.shape[1]
    assert preparation.columns_of("curves").count("") < preparation.columns_of("lines").count("")
    np.testing.assert_array_equal(words[:, :1], sums[:, :1])


def test_for_people_each_column_is_one_feature_as_it_is_read_and_texts_are_none() -> None:
    preparation, cells = prepared(*ROLES)

    found = preparation.features("plain", cells)

    assert preparation.columns_of("plain") == ("age", "joined", "plan")
    np.testing.assert_array_equal(found[:, 0], cells.numbers[:, 0])
    np.testing.assert_array_equal(found[:, 1], cells.days[:, 0])
    levels = preparation.categories.levels[0]
    names = [cells.levels[0][code] for code in cells.codes[:, 0]]
    assert [levels[int(code)] for code in found[:, 2]] == names


def test_for_people_a_kind_that_was_hardly_seen_is_told_from_an_empty_cell() -> None:
    preparation, cells = prepared("plan")

    found = preparation.features("plain", read_cells(STRANGE, cells.layout))

    assert found[[0, 3], 0].tolist() == [-1.0, -1.0]
    assert np.isnan(found[1, 0])
