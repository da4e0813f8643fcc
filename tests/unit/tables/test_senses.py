"""How a column is written is decided over all of its values."""

import pytest

from desktop_app.tables.columns.facts import Facts, Short
from desktop_app.tables.columns.senses import (
    Evidence,
    Sense,
    evidence_of,
    mixed_units,
    sense_of_days,
    sense_of_numbers,
)

NOTHING = Evidence()


def facts(**cells: int) -> Facts:
    return Facts(cells=cells, spellings=cells, distinct=sum(cells.values()))


def written(sense: Sense | None) -> str | None:
    return sense.written if sense and not sense.open else None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"whole": 9}, ""),
        ({"whole": 9, "point": 1}, ""),
        ({"amount": 9}, "number"),
        ({"comma3": 99, "amount_point": 1}, "number-point"),
        ({"point3": 99, "amount_comma": 1}, "number-comma"),
        ({"point": 99, "amount_comma": 1}, "number-point"),
        ({"point": 50, "amount_comma": 50}, None),
        ({"whole": 99, "zeros": 1}, None),
        ({"triple": 99, "whole": 1}, None),
    ],
)
def test_one_number_that_fits_one_way_decides(cells: dict[str, int], expected: str | None) -> None:
    assert written(sense_of_numbers(facts(**cells), NOTHING)) == expected


def test_numbers_that_fit_both_ways_are_open_unless_the_file_decides() -> None:
    unclear = facts(point3=9, whole=3)

    sense = sense_of_numbers(unclear, NOTHING)

    assert sense is not None
    assert sense.open == ("number-point", "number-comma")
    assert sense_of_numbers(unclear, Evidence(decimal="number-comma")) == Sense(
        written="number-comma", by_others=True
    )


def test_columns_that_contradict_each_other_decide_nothing() -> None:
    assert evidence_of(["number-point", "number-comma", "date-dmy"], ",") == Evidence(order="date-dmy")
    assert evidence_of(["commas"], ",") == NOTHING
    assert evidence_of(["commas"], ";") == NOTHING
    assert evidence_of(["commas", "dotted"], ";") == Evidence(decimal="number-comma")
    assert evidence_of(["commas", "number-point"], ";") == Evidence(decimal="number-point")


def test_at_most_one_cell_in_twenty_is_a_slip() -> None:
    few, many = facts(point=95, word=5), facts(point=94, word=6)

    sense = sense_of_numbers(few, NOTHING)

    assert sense is not None
    assert sense.has_odd
    assert sense_of_numbers(many, NOTHING) is None


def test_many_spellings_of_what_is_no_number_are_codes_and_no_slips() -> None:
    codes = Facts(cells={"whole": 970, "word": 30}, spellings={"whole": 300, "word": 30}, distinct=330)

    assert sense_of_numbers(codes, NOTHING) is None


def test_a_word_beside_few_numbers_that_repeat_is_a_kind() -> None:
    kinds = Facts(cells={"whole": 97, "word": 1}, spellings={"whole": 5, "word": 1}, distinct=6)

    assert sense_of_numbers(kinds, NOTHING) is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"iso": 9}, ""),
        ({"iso": 9, "named": 1}, "date"),
        ({"same": 9}, "date"),
        ({"twofold": 99, "dmy": 1}, "date-dmy"),
        ({"twofold": 99, "mdy": 1}, "date-mdy"),
        ({"dotted": 99}, "date-dmy"),
        ({"dmy": 99, "mdy": 1}, "date-dmy"),
        ({"dmy": 50, "mdy": 50}, None),
        ({"twofold": 98, "dmy": 1, "mdy": 1}, None),
        ({"iso": 99, "day": 1}, ""),
        ({"iso": 9, "day": 1}, None),
        ({"twofold": 9}, None),
    ],
)
def test_one_day_that_fits_one_order_decides(cells: dict[str, int], expected: str | None) -> None:
    assert written(sense_of_days(facts(**cells), NOTHING)) == expected


def test_days_that_fit_both_orders_are_open_unless_the_file_decides() -> None:
    sense = sense_of_days(facts(twofold=9), NOTHING)

    assert sense is not None
    assert sense.open == ("date-dmy", "date-mdy")
    assert written(sense_of_days(facts(twofold=9), Evidence(order="date-mdy"))) == "date-mdy"


def test_a_year_of_two_digits_may_stand_in_front_where_the_last_number_changes_more_often() -> None:
    short = Short(cells=9, year_first=9, firsts=1, lasts=9)
    unclear = Facts(cells={"dmy": 9}, spellings={"dmy": 9}, distinct=9, short=short)
    certain = Facts(cells={"ymd2": 9}, spellings={"ymd2": 9}, distinct=9, short=short)

    sense = sense_of_days(unclear, NOTHING)

    assert sense is not None
    assert sense.open == ("date-dmy", "date-ymd")
    assert written(sense_of_days(certain, NOTHING)) == "date-ymd"


def test_zones_further_apart_than_summer_and_winter_are_not_mixed() -> None:
    assert sense_of_days(Facts(cells={"zoned": 9}, minutes=(60, 120)), NOTHING) is not None
    assert sense_of_days(Facts(cells={"zoned": 9}, minutes=(-480, 60)), NOTHING) is None


def test_two_units_are_not_mixed() -> None:
    assert mixed_units(Facts(units={"EUR": 9, "": 3})) is None
    assert mixed_units(Facts(units={"%": 9})) is None
    assert mixed_units(Facts(units={"%": 9, "": 3})) == (("%", 9), ("", 3))
    assert mixed_units(Facts(units={"": 9, "EUR": 5, "USD": 3})) == (("EUR", 5), ("USD", 3))
