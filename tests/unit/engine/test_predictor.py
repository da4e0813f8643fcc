"""What a training delivers, in use and in pieces."""

import json
from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine.parts import Parts
from desktop_app.engine.predictor import Predictor
from desktop_app.engine.workshop import workshop
from tests.unit.engine.made import MANY, Learned, signal
from tests.unit.models.made import Kind, customers, trained

FRAME = signal(MANY)


def predictor(made: Learned) -> Predictor:
    return Predictor(
        layout=made.material.cells.layout,
        classes=made.material.target.classes,
        model=made.outcome.model,
        intervals=made.outcome.intervals,
    )


@pytest.fixture(params=["kinds_kept_aside", "numbers_kept_aside"])
def delivered(request: pytest.FixtureRequest) -> Predictor:
    return predictor(request.getfixturevalue(request.param))


def test_the_answer_is_the_kind_with_the_greatest_chance(kinds_kept_aside: Learned) -> None:
    found = predictor(kinds_kept_aside).answer(FRAME)

    assert found.labels is not None
    assert found.probabilities is not None
    expected = np.where(found.probabilities[:, 1] > 0.5, "yes", "no")
    assert found.labels.tolist() == expected.tolist()
    assert np.mean(found.labels == FRAME["left"]) > 0.85


def test_an_amount_lies_in_its_range_and_the_range_in_what_was_seen(numbers_kept_aside: Learned) -> None:
    found = predictor(numbers_kept_aside).answer(FRAME)

    assert found.amounts is not None
    assert found.low is not None
    assert found.high is not None
    assert np.all(found.low <= found.amounts)
    assert np.all(found.amounts <= found.high)
    assert FRAME["spent"].min() <= found.low.min()
    assert found.high.max() <= FRAME["spent"].max()


@pytest.mark.parametrize("kind", ["linear", "boosting", "together"])
def test_no_rows_get_no_answers(kind: Kind) -> None:
    found = trained(kind).predictor.answer(customers().head(0))

    assert found.probabilities is not None
    assert found.probabilities.shape == (0, 2)


def test_columns_that_are_missing_or_new_do_not_matter(delivered: Predictor) -> None:
    frame = FRAME.drop(columns="plan").assign(other=1)

    found, empty = delivered.answer(frame), delivered.answer(FRAME.assign(plan=None))

    for field in ("labels", "probabilities", "amounts", "low", "high"):
        np.testing.assert_array_equal(getattr(found, field), getattr(empty, field))


def test_columns_in_another_order_give_the_same_answers(delivered: Predictor) -> None:
    found, same = delivered.answer(FRAME), delivered.answer(FRAME[FRAME.columns[::-1]])

    np.testing.assert_array_equal(found.probabilities, same.probabilities)
    np.testing.assert_array_equal(found.amounts, same.amounts)


def test_threads_that_share_the_rows_give_each_its_own_answer(
    delivered: Predictor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.engine.predictor.CHUNK", 7)

    with workshop(2) as pool:
        found, same = delivered.answer(FRAME, pool), delivered.answer(FRAME)

    field = "probabilities" if delivered.classes else "amounts"
    np.testing.assert_allclose(getattr(found, field), getattr(same, field), rtol=1e-6)
    np.testing.assert_array_equal(found.labels, same.labels)


def test_members_with_trees_answer_by_what_is_quicker() -> None:
    opened = Predictor.from_parts(trained("together").predictor.to_parts())
    with_trees = [member for member in opened.learned.members if member.answering is not member.estimator]

    assert "boosting" in {member.kind for member in with_trees}


def test_put_together_from_its_pieces_it_gives_the_same_answers(delivered: Predictor) -> None:
    parts = delivered.to_parts()
    read = Parts(
        features=json.loads(json.dumps(parts.features)), arrays=parts.arrays, estimators=parts.estimators
    )

    found, same = delivered.answer(FRAME), Predictor.from_parts(read).answer(FRAME)

    for field in ("labels", "probabilities", "amounts", "low", "high"):
        np.testing.assert_array_equal(getattr(found, field), getattr(same, field))


def test_pieces_that_do_not_fit_are_refused(delivered: Predictor) -> None:
    parts = delivered.to_parts()

    for broken in (
        replace(parts, features={**parts.features, "version": 1}),
        replace(parts, features={**parts.features, "levels": []}),
        replace(parts, arrays={**parts.arrays, "simplest": np.zeros(5)}),
        replace(parts, arrays={**parts.arrays, "numbers.centers": np.zeros(1, dtype=np.complex128)}),
    ):
        with pytest.raises(ValueError, match=r"\w"):
            Predictor.from_parts(broken)
