"""An answer taken apart into what each column adds."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine.cells import Cells, layout_of, read_cells
from desktop_app.engine.explanation import contributions
from desktop_app.engine.explanation.contributions import REST, Explaining
from desktop_app.engine.explanation.weights import weights_of
from desktop_app.engine.model import Model
from tests.unit.engine.made import frame_of
from tests.unit.models.made import Kind, customers, trained

CASES: list[tuple[Kind, str]] = [
    ("linear", "left"),
    ("boosting", "spent"),
    ("kernel", "left"),
    ("together", "spent"),
]


def asked(kind: Kind, target: str) -> tuple[Model, Cells]:
    """Return a model and the rows that it learned from."""
    predictor = trained(kind, target).predictor
    return predictor.learned, read_cells(customers(), predictor.layout)


def row_of(cells: Cells, row: int) -> Cells:
    return cells.take(slice(row, row + 1))


@pytest.mark.parametrize("tried", [2, 6])
@pytest.mark.parametrize(("kind", "target"), CASES)
def test_the_usual_answer_and_what_each_column_adds_sum_to_the_answer(
    kind: Kind, target: str, tried: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contributions, "MOST_TRIED", tried)
    monkeypatch.setattr(contributions, "MOST_ASKED", 300)
    model, cells = asked(kind, target)
    explaining = Explaining(model, cells.take(slice(0, 40)))
    place = 1 if model.classes else 0
    answers = model.answers(cells)[:, place]

    found = [explaining.of(row_of(cells, row), place) for row in range(0, 200, 10)]

    # In single precision, as some kinds compute, an answer depends a little on the rows beside it.
    assert np.allclose([one.answer for one in found], answers[::10], rtol=1e-7)
    assert all(abs(one.usual + sum(one.amounts.values()) - one.answer) < 1e-9 for one in found)
    assert len({round(one.usual, 9) for one in found}) == 1


@pytest.mark.parametrize("tried", [2, 6])
def test_of_a_straight_line_each_column_adds_what_its_own_cell_is_worth(
    tried: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contributions, "MOST_TRIED", tried)
    model, cells = asked("linear", "spent")
    model = replace(model, lowest=-1e9, highest=1e9)  # an answer that is cut is no straight line
    others, row = cells.take(slice(0, 30)), row_of(cells, 50)

    found = Explaining(model, others).of(row, 0)

    for name in model.preparation.layout.names if model.preparation else ():
        swapped = others.with_column(name, row.column(name))
        alone = (model.answers(swapped) - model.answers(others)).mean()
        assert found.amounts.get(name, 0.0) == pytest.approx(alone, abs=1e-9)


@pytest.mark.parametrize("tried", [2, 6])
def test_many_rows_at_once_are_taken_apart_like_each_alone(
    tried: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contributions, "MOST_TRIED", tried)
    monkeypatch.setattr(contributions, "_AT_ONCE", 3_000)  # several rows, and not all of them
    model, cells = asked("boosting", "left")
    explaining = Explaining(model, cells.take(slice(0, 40)), many=True)
    rows, places = cells.take(slice(50, 62)), np.arange(12) % 2

    with ThreadPoolExecutor(2) as pool:
        found = explaining.of_rows(rows, places, pool)

    for row, place in enumerate(places.tolist()):
        alone = explaining.of(row_of(rows, row), place)
        amounts = dict(zip(found.names, found.amounts[row].tolist(), strict=True))
        assert amounts == pytest.approx(alone.amounts, abs=1e-9)
        assert found.usual[row] + sum(amounts.values()) == pytest.approx(found.answers[row], abs=1e-9)


def test_drawn_orders_come_close_to_all_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    model, cells = asked("boosting", "spent")
    row, others = row_of(cells, 20), cells.take(slice(0, 60))
    exact = Explaining(model, others).of(row, 0)
    monkeypatch.setattr(contributions, "MOST_TRIED", 0)

    drawn = Explaining(model, others).of(row, 0)

    scale = max(map(abs, exact.amounts.values()))
    assert max(abs(drawn.amounts[name] - exact.amounts[name]) for name in exact.amounts) < 0.1 * scale


def test_the_greatest_comes_first_and_the_same_seed_says_the_same() -> None:
    model, cells = asked("boosting", "left")
    row = row_of(cells, 7)

    first, second = (Explaining(model, cells.take(slice(0, 50)), seed=3).of(row, 1) for _ in range(2))

    sizes = [abs(amount) for amount in first.amounts.values()]
    assert sizes == sorted(sizes, reverse=True)
    assert first == second


def test_a_column_that_the_model_does_not_use_adds_nothing() -> None:
    model, cells = asked("boosting", "spent")
    used = {name for name, weight in weights_of(model).items() if weight}

    assert set(Explaining(model, cells).of(row_of(cells, 3), 0).amounts) == used


def test_of_a_wide_table_the_columns_that_count_least_are_one_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(contributions, "MOST_NAMED", 2)
    model, cells = asked("linear", "spent")

    found = Explaining(model, cells.take(slice(0, 30))).of(row_of(cells, 9), 0)

    strongest = sorted(weights_of(model), key=lambda name: -weights_of(model)[name])[:2]
    assert set(found.amounts) == {*strongest, REST}
    assert found.usual + sum(found.amounts.values()) == pytest.approx(found.answer, abs=1e-9)


def test_a_row_with_values_that_no_other_has_and_with_empty_cells_is_taken_apart() -> None:
    predictor = trained("forest", "left").predictor
    strange = frame_of(age=[np.nan], plan=["diamond"], remarks=["never heard"], spent=[1e6])
    cells = read_cells(customers(), predictor.layout)

    found = Explaining(predictor.model, cells.take(slice(0, 25))).of(read_cells(strange, predictor.layout), 1)

    assert found.usual + sum(found.amounts.values()) == pytest.approx(found.answer, abs=1e-9)


def test_beside_one_row_alone_the_usual_answer_is_that_of_the_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contributions, "MOST_TRIED", 2)
    model, cells = asked("boosting", "spent")
    other = row_of(cells, 0)

    found = Explaining(model, other).of(row_of(cells, 1), 0)

    assert found.usual == pytest.approx(float(model.answers(other)[0, 0]), abs=1e-9)


def test_of_the_simplest_guess_nothing_adds_anything() -> None:
    model = Model(simplest=np.array([0.3, 0.7]), weight=0.01, lowest=0, highest=1, classes=2)
    cells = read_cells(frame_of(age=[1.0, 2.0]), layout_of({"age": "number"}))

    found = Explaining(model, cells).of(row_of(cells, 0), 1)

    assert (found.usual, found.answer, found.amounts) == (0.7, 0.7, {})


def test_of_sorted_rows_those_at_the_top_are_not_taken_for_the_usual_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(contributions, "MOST_ASKED", 400)  # too few for all of the other rows
    model, cells = asked("linear", "spent")
    answers = model.answers(cells)[:, 0]

    found = Explaining(model, cells.take(np.argsort(answers))).of(row_of(cells, 0), 0)

    assert found.usual == pytest.approx(answers.mean(), abs=0.5 * answers.std())


@pytest.mark.parametrize("seed", range(8))
def test_the_usual_answer_is_that_of_the_table_whatever_rows_are_drawn(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contributions, "MOST_ASKED", 400)
    model, cells = asked("boosting", "left")
    answers = model.answers(cells)[:, 1]

    found = Explaining(model, cells, seed).of(row_of(cells, 0), 1)

    assert found.usual == pytest.approx(answers.mean(), abs=0.04)
