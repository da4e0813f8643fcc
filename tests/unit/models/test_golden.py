"""Rows that are stored with a model stand on no edge, and there are enough of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.models.golden import COUNT, make_golden
from tests.unit.models.made import save, trained


@pytest.mark.parametrize("place", range(3))
def test_a_column_that_is_nearly_always_one_number_leaves_rows_to_store(tmp_path: Path, place: int) -> None:
    schema = save(tmp_path / "m.hunch", "boosting", "spent").schema
    predictor = trained("boosting", "spent").predictor
    nodes = predictor.learned.members[0].estimator._predictors[0][0].nodes
    limits = sorted({float(limit) for limit in nodes["num_threshold"][nodes["feature_idx"] == 0]})
    features = tuple(
        replace(one, low=limits[place], high=limits[place]) if one.name == "age" else one
        for one in schema.features
    )

    golden = make_golden(predictor, replace(schema, features=features), (), 1)

    assert len(golden.answers) == COUNT
