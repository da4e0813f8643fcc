"""Months and quarters without a day are recognised in the forms that files have."""

import pytest

from desktop_app.tables.columns.month_cells import are_months, first_day


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        *(("2024-03", "2024-03-01"), ("2024/03", "2024-03-01"), ("03/2024", "2024-03-01")),
        *(("3.2024", "2024-03-01"), ("202403", "2024-03-01"), ("2024M03", "2024-03-01")),
        *(
            ("2024-Q2", "2024-04-01"),
            ("2024Q4", "2024-10-01"),
            ("Q1 2024", "2024-01-01"),
            (" 2024-12 ", "2024-12-01"),
        ),
        *(
            ("2024-13", None),
            ("202400", None),
            ("2024", None),
            ("2024-03-01", None),
            ("march", None),
            ("", None),
        ),
    ],
)
def test_the_first_day_is_found(cell: str, day: str | None) -> None:
    assert first_day(cell) == day


def test_all_cells_have_to_be_one() -> None:
    assert are_months(["2024-01", "2024-02"])
    assert not are_months(["2024-01", "total"])
    assert not are_months([])
