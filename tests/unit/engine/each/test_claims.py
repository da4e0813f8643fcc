"""Nothing is claimed of groups that their tested rows do not show; what cannot be asked is refused."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.each.asked import check_each
from desktop_app.errors import DataError
from tests.unit.engine.each.made import shops
from tests.unit.engine.each.test_model_for_each import PLAN, learn
from tests.unit.engine.made import frame_of, table_for


@pytest.mark.parametrize("mixed", [False, True])
def test_kinds_get_models_of_their_own_and_mixed_up_nothing_is_claimed(mixed: bool, tmp_path: Path) -> None:
    frame = shops(groups=12, rows=75, slope=4.0)
    if mixed:
        frame["kind"] = np.random.default_rng(5).permutation(frame["kind"])
    plan = replace(PLAN, target="kind", exclude=("sales",))

    found = learn(frame, plan, tmp_path, []).evaluation

    assert found.each is not None
    assert (found.each.gain.low > 0) == (not mixed)
    assert (found.each.levels("better") > 4) == (not mixed)
    assert found.verdict.is_for_use == (not mixed)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"each": "other"}, "each.column"),
        ({"each": "sales"}, "each.column"),
        ({"exclude": ("shop",)}, "each.column"),
        ({"group": "shop", "any_row": False}, "each.tested"),
        ({"for_form": "xlsx"}, "each.form"),
    ],
)
def test_what_cannot_be_is_refused(changed: dict[str, object], code: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        learn(shops(), replace(PLAN, **changed), tmp_path, [])  # type: ignore[arg-type]

    assert caught.value.code == code


def test_a_column_of_so_many_names_that_it_is_text_is_refused_with_what_helps(tmp_path: Path) -> None:
    frame = shops()
    table = table_for(frame)
    as_text = tuple(replace(one, type="text" if one.name == "shop" else one.type) for one in table.columns)

    with pytest.raises(DataError) as caught:
        check_each(replace(table, columns=as_text), PLAN)

    assert caught.value.code == "each.text"
    assert "kinds" in caught.value.hint


@pytest.mark.parametrize("target", ["sales", "kind"])
def test_where_nothing_can_be_learned_of_few_rows_it_is_said_and_nothing_else(
    target: str, tmp_path: Path
) -> None:
    dice = np.random.default_rng(4)
    frame = shops(groups=100, rows=3)
    frame["visits"], frame["sales"] = dice.normal(size=(2, len(frame)))
    frame["kind"] = np.where(frame["sales"] > 0, "up", "down")
    other = "kind" if target == "sales" else "sales"

    found = learn(frame, replace(PLAN, target=target, exclude=(other,)), tmp_path, []).evaluation

    assert found.tested == "repeated"
    assert not found.verdict.is_for_use
    assert found.each
    assert (found.each.is_pooled, found.each.groups, found.each.small) == (True, (), 101)


def test_chances_that_tell_more_make_no_group_better_that_is_as_often_wrong(tmp_path: Path) -> None:
    dice, rows = np.random.default_rng(3), 2_400
    shop, visits = dice.integers(0, 4, rows), dice.normal(size=rows)
    is_rare = dice.random(rows) < 0.15 + 0.13 * np.tanh(visits)
    frame = frame_of(
        shop=np.array([f"shop {one}" for one in shop]), visits=visits, kind=np.where(is_rare, "rare", "usual")
    )

    found = learn(frame, replace(PLAN, target="kind", exclude=()), tmp_path, []).evaluation

    assert found.skill.low > 0
    assert found.each is not None
    assert {group.error for group in found.each.groups} == {group.simple for group in found.each.groups}
    assert found.each.levels("better") == 0
