"""What a person writes into a field, and the cell that it means."""

from dataclasses import replace

import pytest

from desktop_app.records.asking import Cell
from desktop_app.web.trying.cells import nearest_text, read_cell, text_in, usual_text
from desktop_app.web.trying.known import Known

MONTHS = Known(key="c0", name="months", kind="number", whole=True, minimum=1, median=18, maximum=72)
PRICE = Known(key="c1", name="price", kind="number", decimals=2, unit="EUR", minimum=0.5, maximum=9000)
PAY = Known(
    key="c5", name="pay", kind="number", minimum=1_000, low=12_000, high=98_000, maximum=250_000, decimals=2
)
REGION = Known(key="c2", name="region", kind="kind", levels=("West", "East\nEnd"))
SINCE = Known(key="c3", name="since", kind="date", minimum=0.0, median=86_400.0, maximum=20_000 * 86_400.0)
NOTE = Known(key="c4", name="note", kind="text", example="calls often")


@pytest.mark.parametrize(
    ("known", "text", "cell"),
    [
        (PRICE, "1.5", 1.5),
        (PRICE, "1,5", 1.5),
        (PRICE, " 1 234,50 ", 1234.5),
        (PRICE, "1.234,5", 1234.5),
        (PRICE, "1,234.5", 1234.5),
        (PRICE, "1'234'567", 1234567.0),
        (PRICE, "1,234,567", 1234567.0),
        (PRICE, "12 EUR", 12.0),
        (PRICE, "−3", -3.0),
        (PRICE, ".5", 0.5),
        (PRICE, "2e3", 2000.0),
        (PRICE, "1,234", 1.234),
        (MONTHS, "1,234", 1234.0),
        (MONTHS, "1.234", 1234.0),
        (MONTHS, "1,5", 1.5),
        (PAY, "12,000", 12_000.0),
        (PAY, "250,000", 250_000.0),
        (PAY, "999,999", 999.999),
        (PAY, "12.000", 12.0),
        (replace(PAY, low=2.0, high=90.0), "12,000", 12.0),
        (replace(PAY, low=None), "12,000", 12_000.0),
        (MONTHS, "", None),
        (MONTHS, "  ", None),
        (REGION, "West", "West"),
        (REGION, " west", "West"),
        (REGION, "East\r\nEnd", "East\nEnd"),
        (REGION, "Moon", "Moon"),
        (REGION, "", None),
        (SINCE, "2021-05-04", "2021-05-04"),
        (SINCE, "4.5.2021", "2021-05-04"),
        (SINCE, "2021-05-04T13:00", "2021-05-04T13:00:00"),
        (SINCE, "", None),
        (NOTE, "two\r\nlines", "two\nlines"),
        (NOTE, "", None),
    ],
)
def test_what_is_written_is_read_as_it_is_meant(known: Known, text: str, cell: Cell) -> None:
    read = read_cell(known, text)

    assert read.cell == cell
    assert not read.is_wrong


@pytest.mark.parametrize(
    ("known", "text", "said"),
    [
        (MONTHS, "abc", '"abc" is not a number.'),
        (MONTHS, "1.2.3,4,5", '"1.2.3,4,5" is not a number.'),
        (MONTHS, "nan", '"nan" is not a number.'),
        (MONTHS, "1e999", '"1e999" is not a number.'),
        (SINCE, "tomorrow", '"tomorrow" is not a day such as 1970-01-02.'),
        (SINCE, "2021-02-30", '"2021-02-30" is not a day such as 1970-01-02.'),
        (replace(SINCE, median=None), "x", '"x" is not a day such as 2024-12-31.'),
    ],
)
def test_what_cannot_be_read_is_said(known: Known, text: str, said: str) -> None:
    read = read_cell(known, text)

    assert read.cell is None
    assert read.is_wrong
    assert read.said
    assert read.said.text == said


@pytest.mark.parametrize(
    ("known", "text", "nearest"),
    [
        (MONTHS, "99", "72"),
        (MONTHS, "-4", "1"),
        (PRICE, "0,1", "0.5"),
        (SINCE, "1969-12-31", "1970-01-01"),
        (MONTHS, "72", "72"),
        (MONTHS, "abc", "abc"),
        (REGION, "Moon", "Moon"),
    ],
)
def test_beyond_all_that_was_seen_the_nearest_that_was_is_offered(
    known: Known, text: str, nearest: str
) -> None:
    assert nearest_text(known, text) == nearest


def test_the_ends_are_read_and_the_nearest_value_is_taken_in_full() -> None:
    area = Known(key="c", name="area", kind="number", minimum=1372.091043, maximum=56867.859236)

    said = read_cell(area, "60000").said

    assert said
    assert said.text == '60000 is beyond everything it has seen in "area" (1372 to 56868).'
    assert (said.offer, said.nearest) == ("Use 56868", "56867.859236")


def test_a_value_beyond_is_a_caution_with_the_ends() -> None:
    said = read_cell(MONTHS, "99").said

    assert said
    assert said.level == "caution"
    assert said.text == '99 is beyond everything it has seen in "months" (1 to 72).'


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (MONTHS, "18"),
        (replace(PRICE, median=19.956), "19.96"),
        (replace(PRICE, median=0.0001), "0.0001"),
        (replace(PRICE, median=None), ""),
        (REGION, "West"),
        (SINCE, "1970-01-02"),
        (replace(SINCE, maximum=1800.0, median=3600.0), "1970-01-01T01:00"),
        (NOTE, "calls often"),
        (replace(NOTE, is_mostly_empty=True), ""),
        (replace(MONTHS, is_mostly_empty=True), ""),
        (Known(key="c9", name="gone", kind="unknown"), ""),
    ],
)
def test_a_field_begins_with_what_is_usual(known: Known, text: str) -> None:
    assert usual_text(known) == text


@pytest.mark.parametrize("cell", [1234.0625, 1e-9, 250_000.0, 1.5e15, 0.0, -3.5, 1234567890123.0, 0.1 + 0.2])
def test_a_number_of_the_table_is_the_same_in_its_field(cell: float) -> None:
    assert read_cell(PRICE, text_in(PRICE, cell)).cell == cell
