"""A model asked about rows, as they are and with their cells changed."""

import numpy as np
import pytest

from desktop_app.engine.cells import Cells
from desktop_app.engine.explanation import asked as module
from desktop_app.engine.explanation.asked import Asked, answers_to
from desktop_app.engine.model import Model
from tests.unit.engine.by_hand import ByHand, asked
from tests.unit.engine.made import frame_of

NUMBERS = frame_of(a=np.arange(50.0))


class OfThree(Model):
    """Knows three classes, of which the chance of the second varies most."""

    def answers(self, cells: Cells) -> np.ndarray:
        second = cells.column("a") / 100
        return np.stack([0.5 - second / 2, second, 0.5 - second / 2], axis=1)


def test_of_many_classes_the_one_is_meant_whose_chance_varies_most() -> None:
    model = OfThree(simplest=np.full(3, 1 / 3), weight=0.1, lowest=0.0, highest=2.0, classes=3)

    found = Asked.about(model, asked(NUMBERS, lambda cells: cells.column("a")).cells, None, seed=0)

    assert found.place == 1
    assert found.answers == pytest.approx(np.arange(50.0) / 100)


def test_many_tables_are_answered_as_each_alone_would_be(monkeypatch: pytest.MonkeyPatch) -> None:
    of = asked(NUMBERS, lambda cells: cells.column("a"))
    tables = [of.cells.with_column("a", float(n)).take(slice(0, n)) for n in range(1, 12)]

    monkeypatch.setattr(module, "_AT_ONCE", 20)

    assert [part.tolist() for part in answers_to(of.model, tables)] == [
        [[float(n)]] * n for n in range(1, 12)
    ]


def test_a_model_is_asked_about_many_rows_at_once() -> None:
    calls = []

    def counted(cells: Cells) -> object:
        calls.append(len(cells))
        return cells.column("a")

    of = asked(NUMBERS, counted)
    calls.clear()

    assert len(list(of.again(of.cells for _ in range(10)))) == 10
    assert calls == [500]
    assert isinstance(of.model, ByHand)
