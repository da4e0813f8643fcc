"""The numbers of the pictures."""

import itertools

import pytest

from desktop_app.records.results import Confusion
from desktop_app.records.tables import Bar, Column
from desktop_app.reports.charts import SPARK_HEIGHT, SPARK_WIDTH, histogram, shares
from desktop_app.reports.confusion import MOST_KINDS, confusion_table


def column(*counts: int, missing: int = 0) -> Column:
    """Return a column of kinds with these counts."""
    bars = tuple(Bar(label=f"kind {place}", count=count) for place, count in enumerate(counts))
    return Column(
        name="k",
        type="category",
        position=0,
        missing=missing,
        distinct=len(counts),
        top_values=bars,
        bars=bars,
    )


def test_bars_stand_side_by_side_within_the_picture() -> None:
    bars = histogram(column(*range(1, 21)))

    assert max(bar.height for bar in bars) == SPARK_HEIGHT
    assert all(bar.y + bar.height == pytest.approx(SPARK_HEIGHT) for bar in bars)
    assert all(left.x + left.width <= right.x for left, right in itertools.pairwise(bars))
    assert bars[-1].x + bars[-1].width <= SPARK_WIDTH


def test_a_value_that_is_there_is_always_seen() -> None:
    rare, none = histogram(column(1_000_000, 1, 0))[1:]

    assert rare.height >= 1
    assert none.height == 0


def test_a_column_of_nothing_has_no_picture() -> None:
    assert histogram(column()) == ()
    assert histogram(column(0, 0)) == ()


def test_shares_fill_the_whole_bar() -> None:
    parts = shares(column(60, 30, missing=10), 100)

    assert sum(part.width for part in parts) == pytest.approx(100, abs=0.01)
    assert [part.title for part in parts] == ["kind 0: 60 rows", "kind 1: 30 rows"]


def test_the_shares_of_many_kinds_are_joined() -> None:
    parts = shares(column(*[10] * 30), 300)

    assert len(parts) == 6
    assert parts[-1].title == "others: 250 rows"
    assert parts[-1].slot == 0
    assert sum(part.width for part in parts) == pytest.approx(100, abs=0.01)


def test_a_small_table_of_right_and_wrong_is_shown_whole() -> None:
    table = confusion_table(Confusion(labels=("no", "yes"), counts=((80, 8), (30, 10))))

    assert [[cell.is_right for cell in line.cells] for line in table.lines] == [[True, False], [False, True]]
    assert [cell.weight for line in table.lines for cell in line.cells] == [0, 1, 3, 0]
    assert (table.joined, [line.rows for line in table.lines]) == (0, [88, 40])


def test_a_mistake_weighs_the_more_the_more_rows_of_its_kind_it_takes() -> None:
    counts = ((0, 1, 0), (6, 30, 0), (7, 10, 3))

    table = confusion_table(Confusion(labels=("a", "b", "c"), counts=counts))

    weights = [[cell.weight for cell in line.cells] for line in table.lines]
    assert weights == [[0, 3, 0], [2, 0, 0], [3, 3, 0]]


def test_in_a_large_one_no_row_is_lost() -> None:
    labels = tuple(str(place) for place in range(30))
    counts = tuple(tuple(i + j for j in range(30)) for i in range(30))

    table = confusion_table(Confusion(labels=labels, counts=counts))

    assert len(table.labels) == MOST_KINDS
    assert sum(cell.count for line in table.lines for cell in line.cells) == sum(map(sum, counts))
    assert (table.labels[0], table.labels[-1], table.joined) == ("23", "others", 23)
    assert table.lines[-1].cells[-1].is_right is False
    assert [cell.is_mixed for line in table.lines for cell in line.cells].count(True) == 1
    assert table.lines[-1].cells[-1].is_mixed
