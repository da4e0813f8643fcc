"""A workbook answers as the model does, for every kind of model and every kind of row."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.models.handover.workbook.cells import Work
from desktop_app.models.handover.workbook.trees import TreeFormulas, short_limit
from tests.unit.models.handover.asking import OFFICE, computed, filled_in
from tests.unit.models.handover.test_portable import OF_THREE, expected, rows
from tests.unit.models.handover.workbooks import LINES, asked, computed_here, places_of, without_texts
from tests.unit.models.made import CASES, Kind


@pytest.mark.parametrize(("kind", "target"), [*CASES, *OF_THREE])
def test_its_formulas_give_the_answers_of_the_model(kind: Kind, target: str) -> None:
    predictor, frame = without_texts(kind, target), rows().head(LINES)

    found = computed_here(predictor, frame)

    np.testing.assert_allclose(found, expected(predictor, frame), rtol=2e-6, atol=1e-6)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this computer")
@pytest.mark.parametrize(("kind", "target"), [("together", "left"), ("boosting_log", "spent")])
def test_libreoffice_computes_the_same(kind: Kind, target: str, tmp_path: Path) -> None:
    predictor, frame = without_texts(kind, target), rows().head(40)
    content, cells = asked(predictor, frame)

    book = computed(filled_in(content, 2, cells), tmp_path)

    lines = range(3, 3 + len(frame))
    found = [[book["Work"][f"{one}{line}"].value for one in places_of(book, predictor)] for line in lines]
    np.testing.assert_allclose(np.array(found, float), expected(predictor, frame), rtol=2e-6, atol=1e-6)


@pytest.mark.parametrize("limit", [1.5, 36.600000381469727, 1e-40, -0.1000000014901161, 16777216.5, np.inf])
def test_a_limit_is_short_and_parts_the_same_numbers(limit: float) -> None:
    text = short_limit(limit)

    middle = np.float32(min(limit, 1e30))
    near = (middle + np.spacing(middle) * np.arange(-3, 4, dtype=np.float32)).astype(np.float64)
    assert ((near <= limit) == (near <= float(text))).all()
    assert len(text) <= 17


def chain(depth: int) -> dict[str, Any]:
    """Return a tree that goes right at each of its nodes but one leaf; nodes of questions come first."""
    nodes = np.arange(2 * depth + 1)
    left = np.where(nodes < depth, nodes + depth, nodes)
    right = np.where(nodes < depth, np.where(nodes == depth - 1, 2 * depth, nodes + 1), nodes)
    return {"left": left, "right": right}


def test_a_tree_that_is_too_deep_or_long_for_one_formula_stands_in_several_cells() -> None:
    work, depth = Work(), 400
    formulas = TreeFormulas(work, chain(depth), lambda node: f"$A1<={node}.123456", str)

    whole = formulas.of(0)

    written = [*work.formulas, whole]
    assert max(map(len, written)) < 5_500
    assert max(formula.count("IF(") for formula in written) <= 60
    assert sum(formula.count("IF(") for formula in written) == depth
