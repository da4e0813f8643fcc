"""Months and quarters without a day are recognised in the forms that files have."""

import pytest

from desktop_app.tables.columns.month_cells import first_day, form_of


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
            ("Mar 2024", "2024-03-01"),
            ("März 2024", "2024-03-01"),
            ("sum 2024", None),
            ("", None),
        ),
    ],
)
def test_the_first_day_is_found(cell: str, day: str | None) -> None:
    assert first_day(cell) == day


def test_all_cells_have_to_be_one() -> None:
    assert form_of(["2024-01", "2024-02"])
    assert not form_of(["2024-01", "total"])
    assert not form_of([])


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        (["2024-01", "2024-12"], "2025-03"),
        (["01/2024"], "03/2025"),
        (["1.2024", "12.2024"], "3.2025"),
        (["202401"], "202503"),
        (["2024M01"], "2025M03"),
        (["2024Q1"], "2025Q1"),
        (["2024 Q1"], "2025 Q1"),
        (["Q1 2024"], "Q1 2025"),
        (["Jan 2024", "Feb 2024"], "Mar 2025"),
        (["DEC 2024"], "MAR 2025"),
        (["Dezember 2024", "Januar 2025"], "März 2025"),
        (["2024 october"], "2025 march"),
    ],
)
def test_months_are_written_as_they_came(cells: list[str], written: str) -> None:
    form = form_of(cells)
    assert form is not None
    assert form.written(2025, 3) == written
    assert first_day(written) in ("2025-03-01", "2025-01-01")


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        (["2024-W01", "2024-W52"], "2025-W05"),
        (["2024W01"], "2025W05"),
        (["2024-W1", "2024-W10"], "2025-W5"),
        (["2024 KW 01"], "2025 KW 05"),
        (["KW 01/2024"], "KW 05/2025"),
        (["KW1 2024", "KW12 2024"], "KW5 2025"),
    ],
)
def test_weeks_are_written_as_they_came(cells: list[str], written: str) -> None:
    form = form_of(cells)
    assert form is not None
    assert form.is_week
    assert form.written(2025, 5) == written
    assert first_day(written) == "2025-01-27"


@pytest.mark.parametrize(
    ("cell", "day"), [("2020-W53", "2020-12-28"), ("2024-W53", None), ("2024-W00", None)]
)
def test_a_year_has_as_many_weeks_as_iso_says(cell: str, day: str | None) -> None:
    assert first_day(cell) == day


def test_weeks_among_months_are_no_form() -> None:
    assert form_of(["2024-W01", "2024-02"]) is None
