"""The picture of the columns that matter."""

from desktop_app.records.results import Importance
from desktop_app.reports.pictures.importance import importance
from desktop_app.reports.pictures.labels import ROOM, width_of
from desktop_app.reports.pictures.picture import WIDTH
from tests.unit.reports.made import a_number, score, two_kinds
from tests.unit.reports.pictures.fields import outside

LONG = "a column with a name of more than forty letters in it"


def of(*losses: tuple[str, float, float, float]) -> tuple[Importance, ...]:
    return tuple(Importance(column=name, loss=loss, low=low, high=high) for name, loss, low, high in losses)


def test_each_column_that_matters_has_a_bar_and_its_number() -> None:
    drawn = importance(two_kinds())

    assert drawn
    assert drawn.title == '"calls" matters most to it.'
    assert [tick.label for tick in drawn.field.ticks] == ["calls"]
    assert [word.text for word in drawn.words] == ["12 fewer right"]
    assert drawn.header[1:] == ("Fewer right, of 100", "Low end", "High end")
    assert drawn.rows == (("calls", "12", "10", "15"), ("months", "not measurably", "", ""))
    assert drawn.boxes[0].title.endswith("12 fewer of 100 (10 to 15).")
    assert 'It makes no measurable use of: "months".' in drawn.notes


def test_the_most_important_column_comes_first_and_has_the_longest_bar() -> None:
    drawn = importance(two_kinds(importances=of(("a", 0.02, 0.01, 0.03), ("b", 0.2, 0.1, 0.3))))

    assert drawn
    assert [tick.label for tick in drawn.field.ticks] == ["b", "a"]
    assert drawn.boxes[0].width > drawn.boxes[1].width


def test_everything_lies_within_the_picture() -> None:
    many = of(*((f"{LONG} {n}", 1000.0 * n, 900.0 * n, 1100.0 * n) for n in range(1, 30)))

    drawn = importance(a_number(importances=many))

    assert drawn
    assert outside(drawn) == []
    assert len(drawn.boxes) == 12
    assert all(word.x + width_of(word.text) <= WIDTH for word in drawn.words)
    assert all(width_of(tick.label) <= ROOM for tick in drawn.field.ticks)
    assert len({tick.label for tick in drawn.field.ticks}) == 12
    assert len(drawn.rows) == 29


def test_where_nothing_measurably_matters_there_is_no_picture() -> None:
    assert importance(two_kinds(importances=of(("a", 0.01, -0.01, 0.03)))) is None
    assert importance(two_kinds(importances=())) is None


def test_numbers_side_by_side_have_the_decimals_of_the_largest() -> None:
    losses = of(("a", 0.114, 0.09, 0.13), ("b", 0.00866, 0.002, 0.02), ("c", 0.0003, 0.0001, 0.001))
    off_by_little = a_number(
        importances=losses, decimals=2, score=score(0.51, 0.5, 0.52, rows=400, metric="mean_absolute_error")
    )

    drawn = importance(off_by_little)

    assert drawn
    assert [word.text for word in drawn.words] == ["+0.11", "+0.01", "less than 0.01"]
    assert [row[1:] for row in drawn.rows] == [
        ("0.11", "0.09", "0.13"),
        ("0.01", "0", "0.02"),
        ("less than 0.01", "0", "0.01"),
    ]
    assert drawn.boxes[2].title == (
        'With "c" mixed up between rows it is off by less than 0.01 more (0 to 0.01).'
    )


def test_a_column_that_harms_is_in_the_table_and_has_no_bar() -> None:
    drawn = importance(two_kinds(importances=of(("a", 0.2, 0.1, 0.3), ("b", -0.3, -0.4, -0.2))))

    assert drawn
    assert len(drawn.boxes) == 1
    assert drawn.rows[1] == ("b", "no worse", "", "")
    assert outside(drawn) == []
