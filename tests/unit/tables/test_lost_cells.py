"""Cells that hold something which was not understood are told from empty ones."""

import pytest

from desktop_app.tables.stored.lost_cells import columns_with_lost, read_lost
from tests.unit.tables.opening import Opened, Opener

NAMES = ["size", "cost", "weight", "whole"]
FEW = "1.5,NA,3,1\n2.5,2,,2\nlarge,3,4,3\n"
TABLE = f"size,cost,weight,whole\n{FEW}" + "".join(f"{row}.5,4,5,4\n" for row in range(200))


@pytest.fixture
def opened(open_file: Opener) -> Opened:
    return open_file(TABLE)


def test_only_columns_in_which_something_was_not_understood_are_looked_at(opened: Opened) -> None:
    assert columns_with_lost(opened.folder, opened.table, NAMES) == ["size"]


def test_their_texts_stand_in_their_rows(opened: Opened) -> None:
    lost = read_lost(opened.folder, opened.table, NAMES, start=1, count=3)

    assert lost == {"size": [None, "large", None]}


def test_where_no_column_is_asked_for_nothing_is_read(opened: Opened) -> None:
    assert columns_with_lost(opened.folder, opened.table, []) == []
