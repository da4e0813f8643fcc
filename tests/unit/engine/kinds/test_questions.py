"""Questions with yes or no that lead to an answer."""

from typing import Any

import numpy as np
import pytest

from desktop_app.engine.kinds.questions import ABOVE_ALL, LEAF, Node, Questions, Step

KINDS = np.array([0, 1])


def answer(share: float) -> Any:
    return np.array([1 - share, share])


def rule() -> Questions:
    """Return: below 40 (or empty): 10 %; else of kind 1 or 3: 80 %, else 30 %."""
    nodes = [
        Node(answer=answer(0.3), asked=0, border=40.0, is_empty_yes=True, gain=5.0),
        Node(answer=answer(0.1)),
        Node(answer=answer(0.5), asked=1, codes=(1, 3), gain=2.0),
        Node(answer=answer(0.8)),
        Node(answer=answer(0.3)),
    ]
    return Questions.of(nodes, KINDS, 3)


ROWS = np.array(
    [[39.9, 1, 0], [40.0, 1, 0], [90.0, 3, 0], [90.0, 0, 0], [np.nan, 3, 0], [90.0, np.nan, 0], [90.0, -1, 0]]
)


def test_each_row_is_led_to_its_answer() -> None:
    assert rule().leaves_of(ROWS).tolist() == [1, 3, 3, 4, 1, 4, 4]
    assert rule().predict_proba(ROWS)[:, 1].tolist() == [0.1, 0.8, 0.8, 0.3, 0.1, 0.3, 0.3]


def test_the_ways_are_told_in_the_order_in_which_they_are_read() -> None:
    below, else_ = Step(node=0, is_yes=True), Step(node=0, is_yes=False)

    assert rule().ways() == {
        1: (below,),
        3: (else_, Step(node=2, is_yes=True)),
        4: (else_, Step(node=2, is_yes=False)),
    }


def test_a_rule_of_one_answer_asks_nothing() -> None:
    alone = Questions.of([Node(answer=np.array([7.5]))], np.array([], dtype=np.int64), 2)

    assert alone.predict(ROWS[:, :2]).tolist() == [7.5] * len(ROWS)
    assert alone.ways() == {0: ()}


def test_only_empty_cells_are_behind_a_border_above_all() -> None:
    nodes = [
        Node(answer=answer(0.5), asked=0, border=ABOVE_ALL),
        Node(answer=answer(0.2)),
        Node(answer=answer(0.9)),
    ]

    found = Questions.of(nodes, KINDS, 3).leaves_of(np.array([[1e30, 0, 0], [-1e30, 0, 0], [np.nan, 0, 0]]))

    assert found.tolist() == [1, 1, 2]


def test_it_knows_what_the_questions_about_each_feature_take_away() -> None:
    assert rule().gains.tolist() == [5.0, 2.0, 0.0]


def test_it_is_the_same_once_it_was_arrays() -> None:
    again = Questions.from_arrays(rule().to_arrays(), 3)

    for name, array in rule().to_arrays().items():
        np.testing.assert_array_equal(again.to_arrays()[name], array)
    np.testing.assert_array_equal(again.predict_proba(ROWS), rule().predict_proba(ROWS))


@pytest.mark.parametrize(
    ("name", "array"),
    [
        ("asked", [0, LEAF, 1, LEAF]),
        ("asked", [0, LEAF, 1, LEAF, 1]),
        ("asked", [LEAF, LEAF, LEAF, LEAF, LEAF]),
        ("asked", [LEAF, 0, LEAF, 1, LEAF]),
        ("asked", [3, LEAF, 1, LEAF, LEAF]),
        ("asked", [-2, LEAF, 1, LEAF, LEAF]),
        ("asked", []),
        ("borders", [np.inf] * 5),
        ("borders", [1.0] * 4),
        ("empties", [0, 0, 0, 0, 0]),
        ("starts", [0, 0, 0, 2, 2, 3]),
        ("starts", [0, 2, 0, 2, 2, 2]),
        ("starts", [1, 1, 1, 2, 2, 2]),
        ("codes", [1, 3, 5]),
        ("gains", [1.0]),
        ("answers", [[0.5, 0.5]] * 4),
        ("answers", [[0.5]] * 5),
        ("answers", [[-1.0, 2.0]] * 5),
        ("answers", [[0.0, 0.0]] * 5),
        ("answers", [[np.nan, 1.0]] * 5),
        ("classes", [1, 0]),
    ],
)
def test_arrays_that_are_no_tree_are_refused(name: str, array: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Questions.from_arrays({**rule().to_arrays(), name: np.asarray(array)}, 3)


def test_a_tree_of_very_many_nodes_is_refused() -> None:
    nodes = [*[Node(answer=answer(0.5), asked=0) for _ in range(501)], *[Node(answer=answer(0.5))] * 502]
    arrays = Questions.of(nodes, KINDS, 3).to_arrays()

    with pytest.raises(ValueError, match="a node"):
        Questions.from_arrays(arrays, 3)
