"""Days and times as people write them."""

import datetime

import duckdb

from desktop_app.tables.columns.moments import Order, is_day, minutes_of, moment_of
from desktop_app.tables.columns.months import MONTHS

CERTAIN = {
    "2024-1-5 9:05": "2024-01-05 09:05:00",
    "2024/01/31": "2024-01-31 00:00:00",
    "2024. 01. 31.": "2024-01-31 00:00:00",
    "2024-01-31T10:00:00.5+01:00": "2024-01-31 10:00:00.500000",
    "2024/01/05 01:02:03 UTC": "2024-01-05 01:02:03",
    "3. Januar 2024": "2024-01-03 00:00:00",
    "15. März 2024": "2024-03-15 00:00:00",
    "3 de enero de 2024": "2024-01-03 00:00:00",
    "1er août 2024": "2024-08-01 00:00:00",
    "5 maggio 2024": "2024-05-05 00:00:00",
    "5 maart 2024": "2024-03-05 00:00:00",
    "5 de março de 2024": "2024-03-05 00:00:00",
    "May 5, 2021": "2021-05-05 00:00:00",
    "Sept 5th, 2024": "2024-09-05 00:00:00",
    "01-Jan-20": "2020-01-01 00:00:00",
    "01-Jan-50": "1950-01-01 00:00:00",
    "2024-Feb-05": "2024-02-05 00:00:00",
    "Mon, 05 Jan 2024 10:00:00 +0100": "2024-01-05 10:00:00",
    "Montag, 5. Februar 2024 10:30 Uhr": "2024-02-05 10:30:00",
    "segunda-feira, 5 fev 2024": "2024-02-05 00:00:00",
    "Mar 4, 2010": "2010-03-04 00:00:00",
    "mar. 4, 2010 10:30 UTC": "2010-03-04 10:30:00",
    "Sat, Mar 5, 2024": "2024-03-05 00:00:00",
    "mar 5 mars 2024": "2024-03-05 00:00:00",
    "martes, 5 de marzo de 2024": "2024-03-05 00:00:00",
    "Mar-04-2010": "2010-03-04 00:00:00",
    "16 maj 2021": "2021-05-16 00:00:00",
    "3. marts 2020": "2020-03-03 00:00:00",
    "24. des. 2020": "2020-12-24 00:00:00",
    "7 stycznia 2008 r.": "2008-01-07 00:00:00",
    "7 październik 2008": "2008-10-07 00:00:00",
    "10. října 2020": "2020-10-10 00:00:00",
    "5. čvc 2020": "2020-07-05 00:00:00",
    "4 марта 2012 г.": "2012-03-04 00:00:00",
    "Пн, 4 МАЙ 2020": "2020-05-04 00:00:00",
    "4 нояб. 2012": "2012-11-04 00:00:00",
    "2024. január 5.": "2024-01-05 00:00:00",
    "2017年5月15日": "2017-05-15 00:00:00",
    "2024년 5월 15일 10:30": "2024-05-15 10:30:00",
    "5 şubat 2024": "2024-02-05 00:00:00",
}
DAY_FIRST = {
    "31.12.2023": "2023-12-31 00:00:00",
    "31. 12. 2024": "2024-12-31 00:00:00",
    "1/2/2024 10:30 PM": "2024-02-01 22:30:00",
    "1/2/2024 12:30 a.m.": "2024-02-01 00:30:00",
    "31.01.99": "1999-01-31 00:00:00",
    "1/2/24": "2024-02-01 00:00:00",
    "01.02.2024, 10:30": "2024-02-01 10:30:00",
    "05 02 2024": "2024-02-05 00:00:00",
    "Fr 01/02/2024": "2024-02-01 00:00:00",
    "mar 01/02/2024": "2024-02-01 00:00:00",
    "mar 05 02 2024": "2024-02-05 00:00:00",
}
NONE = [
    "30.02.2024",
    "1/2/2024 13:00 pm",
    "Main 5 2024",
    "5 mars 100",
    "2024-W05",
    "1.2.24",
    "5-abc-24",
    "12:30",
    "A 1/2/2024",
]


def read(cells: list[str], order: Order) -> list[str | None]:
    query = f"""SELECT CASE WHEN {is_day("cell")} THEN {moment_of("cell", order)} END
        FROM (SELECT unnest(?) AS cell, unnest(?) AS place) ORDER BY place"""  # noqa: S608 - our names
    found = duckdb.connect().execute(query, [cells, [*range(len(cells))]]).fetchall()
    return [str(moment) if isinstance(moment, datetime.datetime) else None for (moment,) in found]


def test_days_that_tell_their_order_themselves_are_read_whatever_the_order() -> None:
    for order in ("dmy", "mdy", "ymd"):
        assert dict(zip(CERTAIN, read(list(CERTAIN), order), strict=True)) == CERTAIN


def test_the_order_says_which_number_is_the_day() -> None:
    assert dict(zip(DAY_FIRST, read(list(DAY_FIRST), "dmy"), strict=True)) == DAY_FIRST
    assert read(["1/31/2024", "01/02/24", "31/01/2024"], "mdy") == [
        "2024-01-31 00:00:00",
        "2024-01-02 00:00:00",
        None,
    ]
    assert read(["24-01-31"], "ymd") == ["2024-01-31 00:00:00"]


def test_no_name_of_a_month_stands_for_two_months() -> None:
    names = [pair.split("=")[0] for pair in MONTHS.strip("|").split("|")]

    assert len(names) == len(set(names))


def test_a_day_that_does_not_exist_is_not_moved_to_another() -> None:
    assert read(NONE, "dmy") == [None] * len(NONE)


def test_a_zone_is_told_in_minutes() -> None:
    cells = ["2024-01-31T10:00+05:30", "2024-01-31 10:00 -0800", "2024-01-31 10:00Z", "2024-01-31"]
    query = f"SELECT {minutes_of('cell')} FROM (SELECT unnest(?) AS cell)"  # noqa: S608 - our names

    assert [row[0] for row in duckdb.connect().execute(query, [cells]).fetchall()] == [330, -480, 0, None]
