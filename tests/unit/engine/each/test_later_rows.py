"""Where later rows test, how strongly groups are shrunk is found by later rows, too."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.each.choosing import Crowd, corrected_hidden
from desktop_app.engine.each.fitting import Shrink
from desktop_app.engine.each.ground import FIRST
from tests.unit.engine.each.made import ROWS, ground
from tests.unit.engine.each.test_model_for_each import PLAN, learn
from tests.unit.engine.made import frame_of


def fleeting(lasting: bool, seed: int = 3) -> pd.DataFrame:
    """Return sales of shops whose level is another in each tenth of the time, or lasts."""
    dice, shops, rows = np.random.default_rng(seed), 40, 75
    tenth = np.tile(np.arange(rows) * 10 // rows, shops)
    shop, x = np.repeat(np.arange(shops), rows), dice.normal(size=shops * rows)
    slopes = dice.normal(size=(shops, 10))
    steep = 5 * slopes[shop, 0 if lasting else tenth]
    return frame_of(
        shop=np.array([f"shop {one:02d}" for one in shop]),
        day=pd.Timestamp("2020-01-01") + pd.to_timedelta(np.tile(np.arange(rows), shops), unit="D"),
        visits=x,
        sales=steep * x + dice.normal(size=len(x)),
    )


@pytest.mark.parametrize("lasting", [True, False])
def test_what_held_for_a_while_only_is_no_groups_own_tomorrow(lasting: bool, tmp_path: Path) -> None:
    plan = replace(PLAN, exclude=(), any_row=False, time="day")

    each = learn(fleeting(lasting), plan, tmp_path, []).evaluation.each

    assert each is not None
    assert each.is_pooled == (not lasting)


def test_no_row_is_answered_by_what_came_after_it() -> None:
    made = ground(4, level=2.0)
    folds = np.tile(np.repeat([FIRST, 0, 1, 2], ROWS // 4), 4)
    made = replace(made, folds=folds, is_forward=True)
    changed = np.where(folds == 1, made.values + 1_000.0, made.values)

    before, after = (
        corrected_hidden(one, one.answers, Shrink(level=3.0), Crowd())
        for one in (made, replace(made, values=changed))
    )

    assert np.array_equal(before[folds == FIRST], made.answers[folds == FIRST])
    assert np.array_equal(before[folds < 2], after[folds < 2])
    assert not np.isclose(before[folds == 2], after[folds == 2]).any()
