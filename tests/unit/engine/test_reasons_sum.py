"""The reasons of an answer sum to the answer, whatever model gives it and whatever it is about."""

import numpy as np
import pytest

from desktop_app.engine.cells import read_cells
from desktop_app.engine.explanation import contributions
from desktop_app.engine.explanation.contributions import Explaining
from tests.unit.models.made import Kind, customers, trained

KINDS: tuple[Kind, ...] = ("linear", "boosting", "kernel", "forest", "network", "rule", "together")
ROWS = {7: 0, 150: 6}  # and of how many columns every set is tried; of the first, a cell is empty


@pytest.mark.parametrize("target", ["left", "plan", "spent"], ids=["two kinds", "four kinds", "a number"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_reasons_of_each_kind_of_model_sum_to_its_prediction(
    kind: Kind, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contributions, "MOST_ASKED", 40)
    predictor = trained(kind, target).predictor
    cells = read_cells(customers(), predictor.layout)
    predicted = predictor.model.answers(cells)
    scale = 1.0 if predictor.classes else float(np.ptp(predicted))

    for row, tried in ROWS.items():
        monkeypatch.setattr(contributions, "MOST_TRIED", tried)
        explaining = Explaining(predictor.model, cells.take(slice(20, 24)))
        for place in {0, predicted.shape[1] - 1}:
            found = explaining.of(cells.take(slice(row, row + 1)), place)
            total = found.usual + sum(found.amounts.values())
            assert total == pytest.approx(predicted[row, place], abs=1e-6 * scale)
