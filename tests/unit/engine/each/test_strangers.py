"""The range beside an answer for a group that no model has seen."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.model import Model
from desktop_app.engine.parts import put_together
from desktop_app.engine.predictor import Predictor
from desktop_app.engine.training import Trained
from desktop_app.errors import DataError
from desktop_app.models.impersonal import without_personal
from desktop_app.models.opening import open_model
from desktop_app.models.package import FORMAT, read_package
from desktop_app.models.saving import save_model
from tests.unit.engine.each.made import shops, unlike
from tests.unit.engine.each.test_model_for_each import PLAN, learn
from tests.unit.engine.made import table_for
from tests.unit.journeys.test_hand_over import handed

UNLIKE = replace(PLAN, exclude=())


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    return learn(unlike(24, 100, 1), UNLIKE, tmp_path_factory.mktemp("search"), [])


def _held(done: Trained, frame: pd.DataFrame) -> float:
    found = done.predictor.answer(frame)
    assert found.low is not None
    assert found.high is not None
    sales = frame["sales"].to_numpy(dtype=np.float64)
    return float(np.mean((found.low <= sales) & (sales <= found.high)))


def _narrow(done: Trained) -> Predictor:
    return replace(done.predictor, model=replace(done.predictor.learned, strangers=None))


def _width(done: Trained, frame: pd.DataFrame) -> float:
    found = done.predictor.answer(frame)
    return float(np.mean(found.high - found.low))  # type: ignore[operator]  # an amount has both


def test_ranges_of_shops_that_were_never_seen_hold_what_is_said_of_them(done: Trained) -> None:
    others = unlike(400, 20, 9, first=100)

    assert 0.75 <= _held(done, others) <= 0.92
    assert _held(done, others) <= 0.6 + _held(done, unlike(24, 100, 1))


def test_so_do_they_where_only_what_is_each_shops_own_tells_anything(tmp_path: Path) -> None:
    found = learn(shops(), PLAN, tmp_path, [])
    others = shops(groups=300, rows=10, seed=8).assign(shop="another")
    model = found.predictor.learned

    assert (len(model.members), model.own is not None) == (0, True)
    assert 0.75 <= _held(found, others) <= 0.92
    assert _held(replace(found, predictor=_narrow(found)), others) < 0.7


def test_ranges_of_shops_that_are_known_stay_as_narrow(done: Trained) -> None:
    frame = unlike(24, 100, 1)

    assert 0.75 <= _held(done, frame) <= 0.88
    assert _width(done, frame) < 0.5 * _width(done, frame.assign(shop="another"))


@pytest.mark.parametrize("shop", ["another", None, "shop 99"])
def test_a_new_name_none_and_one_of_few_rows_are_all_as_unknown(
    shop: str | None, done: Trained, tmp_path: Path
) -> None:
    frame = unlike(24, 100, 1)
    few = pd.concat([frame, frame[:5].assign(shop="shop 99")], ignore_index=True)
    found = learn(few, UNLIKE, tmp_path, [])

    assert _width(found, frame[:50].assign(shop=shop)) > 2 * _width(found, frame[:50])


def test_of_fewer_than_four_shops_another_may_be_anything(tmp_path: Path) -> None:
    frame = unlike(3, 300, 1)
    found = learn(frame, UNLIKE, tmp_path, []).predictor.answer(frame[:10].assign(shop="another"))

    assert found.low is not None
    assert found.high is not None
    assert found.low.max() == pytest.approx(frame["sales"].min())
    assert found.high.min() == pytest.approx(frame["sales"].max())


def test_a_file_that_does_not_say_it_opens_with_the_ranges_that_it_has(done: Trained) -> None:
    parts = done.predictor.to_parts()
    old = {name: value for name, value in parts.features.items() if name != "strangers"}

    assert isinstance(done.predictor.model, Model)
    assert done.predictor.model.strangers is not None
    assert done.evaluation.each is not None
    assert done.evaluation.each.beyond == done.predictor.model.strangers.beyond
    assert put_together(replace(parts, features=old)).model.strangers is None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "changed",
    [
        {"beyond": -1.0},
        {"beyond": float("inf")},
        {"beyond": float("nan")},
        {"column": "visits"},
        {"known": 25},
        {"known": -1},
    ],
)
def test_crafted_ranges_are_refused(done: Trained, changed: dict[str, object]) -> None:
    parts = done.predictor.to_parts()
    told: Any = parts.features["strangers"]

    with pytest.raises(ValueError, match=r"beyond|strangers|known"):
        put_together(replace(parts, features=parts.features | {"strangers": told | changed}))


def test_its_file_says_so_and_no_other_form_leaves_the_wider_ranges_out(
    done: Trained, tmp_path: Path
) -> None:
    frame, path = unlike(24, 100, 1), tmp_path / "shops.hunch"
    save_model(path, done, table_for(frame), UNLIKE, frame)

    with pytest.raises(DataError) as caught:
        handed(path, "html")

    assert read_package(path).manifest.format == FORMAT
    assert caught.value.code == "each.handover_ranges"


def test_without_what_may_point_to_a_person_the_same_groups_are_known(done: Trained, tmp_path: Path) -> None:
    frame, path, bare = unlike(24, 100, 1), tmp_path / "shops.hunch", tmp_path / "bare.hunch"
    save_model(path, done, table_for(frame), UNLIKE, frame)
    bare.write_bytes(without_personal(path).content)

    before, after = (open_model(one).predictor.answer(frame) for one in (path, bare))

    assert np.array_equal(before.low, after.low)  # type: ignore[arg-type]
