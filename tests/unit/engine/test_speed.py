"""How many rows a model answers in a time."""

from dataclasses import replace

import pytest

from desktop_app.engine.explanation.speed import rows_in
from desktop_app.engine.model import Model
from tests.unit.models.made import Kind, trained


def model_of(kind: Kind, target: str = "spent") -> Model:
    return trained(kind, target).predictor.learned


@pytest.mark.parametrize("kind", ["boosting", "boosting_log", "forest", "kernel"])
def test_a_model_of_many_parts_answers_fewer_rows_than_one_of_few(kind: Kind) -> None:
    model = model_of(kind)

    twice = replace(model, members=model.members * 2)

    assert rows_in(1.0, twice) < rows_in(1.0, model) < rows_in(1.0, model_of("linear"))


def test_twice_the_time_is_twice_the_rows_and_no_time_is_one() -> None:
    model = model_of("boosting")

    assert rows_in(0.2, model) == pytest.approx(2 * rows_in(0.1, model), abs=1)
    assert rows_in(0.0, model) == 1
