"""Numbers as offices write them."""

import duckdb
import pytest

from desktop_app.tables.columns.amounts import Decimal, is_amount, name_of_unit, number_of, unit_of

POINT: dict[str, float] = {
    "1,234.56": 1234.56,
    "1'234.50": 1234.5,
    "1’234": 1234,
    "1 234.5": 1234.5,
    "12,34,567": 1234567,
    "1,23,456.50": 123456.5,
    "1,234": 1234,
    "(120.50)": -120.5,
    "30.00-": -30,
    "−5.5": -5.5,
    "-5 €": -5,
    "€ -5": -5,
    "12.5 %": 12.5,
    "€12.50": 12.5,
    "CHF 1'234.50": 1234.5,
    "US$ 3": 3,
    "Rs.500": 500,
    "kr. 5": 5,
    "5 zł": 5,
    "(€ 1,200)": -1200,
    "1.5E3 €": 1500,
    "1'200.-": 1200,
    "1,200.-": 1200,
    "CHF 12.–": 12,
    "5 руб.": 5,
    "6 РУБ": 6,
    "500 р.": 500,
    "1,200円": 1200,
    "5 лв.": 5,
    "120 lei": 120,
    "₺5": 5,
}
COMMA: dict[str, float] = {
    "1.234,56": 1234.56,
    "12,5": 12.5,
    "1.234": 1234,
    "12.345.678": 12345678,
    "0,123": 0.123,
    ",5": 0.5,
    "1 234,5": 1234.5,
    "1\u00a0234,5": 1234.5,
    "1\u202f234,5": 1234.5,
    "1\u2009234,5": 1234.5,
    "EUR 1.234,5-": -1234.5,
    "1,5E3": 1500,
    "12,5 %": 12.5,
    "8 516,28 руб.": 8516.28,
    "12,50 р": 12.5,
    "1.200,-": 1200,
    "12,-- €": 12,
    "-12,-": -12,
    "5.-": 5,
}
NEITHER = [
    "1/2",
    "007",
    "5.-5",
    "1.2,-",
    "1,2.-",
    "1.000.00",
    "1,23,45",
    "192.168.1.1",
    "--5",
    "5 m",
    "1 23",
    "€",
    "%",
    "1e999",
]


def read(cells: list[str], decimal: Decimal) -> list[float | None]:
    query = f"""SELECT CASE WHEN {is_amount("cell", decimal)} THEN {number_of("cell", decimal)} END
        FROM (SELECT unnest(?) AS cell, unnest(?) AS place) ORDER BY place"""  # noqa: S608 - our names
    return [row[0] for row in duckdb.connect().execute(query, [cells, [*range(len(cells))]]).fetchall()]


def test_numbers_with_a_point_before_their_decimals_are_read() -> None:
    assert dict(zip(POINT, read(list(POINT), "point"), strict=True)) == POINT


def test_numbers_with_a_comma_before_their_decimals_are_read() -> None:
    assert dict(zip(COMMA, read(list(COMMA), "comma"), strict=True)) == COMMA


@pytest.mark.parametrize("decimal", ["point", "comma"])
def test_what_only_looks_like_a_number_is_none(decimal: Decimal) -> None:
    assert read(NEITHER, decimal) == [None] * len(NEITHER)


def test_one_unit_has_one_name() -> None:
    cells = ["5 €", "EUR 5", "12 %", "kr. 3", "7", "5 руб.", "5 р.", "₽ 5", "5元", "12,-", "3 leu"]
    query = f"SELECT {unit_of('cell')} FROM (SELECT unnest(?) AS cell)"  # noqa: S608 - our names

    units = [name_of_unit(row[0]) for row in duckdb.connect().execute(query, [cells]).fetchall()]

    assert units == ["EUR", "EUR", "%", "kr", "", "RUB", "RUB", "RUB", "CNY", "", "RON"]
