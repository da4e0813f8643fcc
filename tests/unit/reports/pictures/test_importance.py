"""The picture of the columns that matter."""

from desktop_app.records.results import Importance
from desktop_app.reports.pictures.axes import WIDTH
from desktop_app.reports.pictures.importance import importance
from tests.unit.reports.made import a_number, two_kinds
from tests.unit.reports.pictures.fields import outside

LONG = "a column with a name of more than forty letters in it"


def of(*losses: tuple[str, float, float, float]) -> tuple[Importance, ...]:
    return tuple(Importance(column=name, loss=loss, low=low, high=high) for name, loss, low, high in losses)


def test_each_column_that_matters_has_a_bar_and_its_number() -> None:
    drawn = importance(two_kinds())

    assert drawn
    assert drawn.title == '"calls" matters most to it.'
    assert [tick.label for tick in drawn.up] == ["calls"]
    assert [word.text for word in drawn.words] == ["12 fewer right"]
    assert drawn.rows == (("calls", "12 fewer right"),)
    assert 'It makes no measurable use of: "months".' in drawn.notes


def test_the_most_important_column_comes_first_and_has_the_longest_bar() -> None:
    drawn = importance(two_kinds(importances=of(("a", 0.02, 0.01, 0.03), ("b", 0.2, 0.1, 0.3))))

    assert drawn
    assert [tick.label for tick in drawn.up] == ["b", "a"]
    assert drawn.boxes[0].width > drawn.boxes[1].width


def test_everything_lies_within_the_picture() -> None:
    many = of(*((f"{LONG} {n}", 1000.0 * n, 900.0 * n, 1100.0 * n) for n in range(1, 30)))

    drawn = importance(a_number(importances=many))

    assert drawn
    assert outside(drawn) == []
    assert len(drawn.boxes) == 12
    assert all(word.x < WIDTH - 90 for word in drawn.words)
    assert all(len(tick.label) <= 20 for tick in drawn.up)


def test_where_nothing_measurably_matters_there_is_no_picture() -> None:
    assert importance(two_kinds(importances=of(("a", 0.01, -0.01, 0.03)))) is None
    assert importance(two_kinds(importances=())) is None
