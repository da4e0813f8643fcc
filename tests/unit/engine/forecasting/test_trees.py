import numpy as np
import pytest

from desktop_app.engine.forecasting.calendar import Calendar
from desktop_app.engine.forecasting.gaps import usual_change
from desktop_app.engine.forecasting.pieces import put_together, take_apart
from desktop_app.engine.forecasting.seen import Seen
from desktop_app.engine.forecasting.trees import learn_trees
from desktop_app.engine.forecasting.ways import Learned, rows_of
from desktop_app.engine.parts import Parts
from tests.unit.engine.forecasting.made import shops_ahead

LAST, AHEAD = 180, np.array([181, 182])


def test_trees_find_what_two_columns_do_together() -> None:
    rng = np.random.default_rng(0)
    known = (rng.uniform(size=(4, 200, 2)) < 0.5).astype(float)
    values = 100 + 50 * known[..., 0] * known[..., 1] + rng.normal(size=(4, 200))
    empty = Calendar(columns=np.empty((200, 0)), from_moments=np.empty(0, dtype=np.int64))
    seen = Seen(values=values, seasons=(1,), calendar=empty, known=known)
    learned = Learned(moments=LAST + 1, season=1, scales={"linear": usual_change(values)})
    rows = rows_of(seen, learned, "boosting")
    trees = learn_trees(rows, values, LAST, 2, 0)
    assert trees is not None
    answered = trees.answer(rows, np.arange(4), np.full(4, LAST))
    assert answered == pytest.approx(values[:, AHEAD], abs=25)


def test_trees_of_something_else_are_refused() -> None:
    parts, fewer = take_apart(shops_ahead("action")[1]), take_apart(shops_ahead()[1])
    with pytest.raises(ValueError, match="boosting"):
        put_together(Parts(features=fewer.features, arrays=fewer.arrays, estimators=parts.estimators))
