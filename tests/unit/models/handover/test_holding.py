"""A form says whether it holds a model before anything is saved, as it does when it is saved."""

import pytest

from desktop_app.models.handover.holding import holding
from desktop_app.models.handover.workbook import cells as sheet_cells
from desktop_app.models.handover.workbook import whole
from tests.unit.models.handover.workbooks import without_texts
from tests.unit.models.made import CASES, Kind, trained


@pytest.mark.parametrize(("kind", "target"), CASES)
def test_small_models_without_texts_are_held_by_all(kind: Kind, target: str) -> None:
    predictor = without_texts(kind, target)

    assert all(holding(form)(predictor) for form in ("", "xlsx", "onnx"))


def test_a_model_that_reads_texts_is_held_by_neither() -> None:
    predictor = trained("linear", "left").predictor

    assert [holding(form)(predictor) for form in ("", "xlsx", "onnx")] == [True, False, False]


def test_a_model_that_is_too_large_is_not_held_by_a_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    predictor = without_texts("forest", "left")
    monkeypatch.setattr(whole, "MOST_NODES", 50)

    assert [holding(form)(predictor) for form in ("", "xlsx", "onnx")] == [True, False, True]


def test_a_workbook_counts_what_it_must_write(monkeypatch: pytest.MonkeyPatch) -> None:
    predictor = without_texts("linear", "left")
    monkeypatch.setattr(sheet_cells, "MOST_OF_WORK", 5)

    assert not holding("xlsx")(predictor)
