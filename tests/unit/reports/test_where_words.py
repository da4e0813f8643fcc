"""Conditions on rows in words."""

import pytest

from desktop_app.records.insights import Where
from desktop_app.reports.where_words import condition_text


@pytest.mark.parametrize(
    ("where", "text"),
    [
        (Where(column="age", low=60), '"age" is 60 or more'),
        (Where(column="age", high=18.5), '"age" is below 18.5'),
        (Where(column="year", low=1999, high=2020), '"year" is from 1999 to below 2020'),
        (Where(column="contract", values=("monthly",)), '"contract" is "monthly"'),
        (Where(column="contract", values=("",)), '"contract" holds an empty text'),
        (Where(column="kind", values=("a", "b")), '"kind" is one of "a", "b"'),
        (
            Where(column="kind", values=tuple("abcdef")),
            '"kind" is one of 6 values such as "a", "b", "c", "d"',
        ),
        (Where(column="age", is_empty=True), '"age" is empty'),
        (Where(column="age", low=60, is_empty=True), '"age" is 60 or more (or empty)'),
        (Where(column="day", low=19_723, is_date=True), '"day" is 2024-01-01 or later'),
        (Where(column="day", high=19_754, is_date=True), '"day" is before 2024-02-01'),
        (
            Where(column="day", low=19_723, high=19_754, is_date=True),
            '"day" is 2024-01-01 or later and before 2024-02-01',
        ),
    ],
)
def test_a_condition_is_said_as_the_file_would_write_it(where: Where, text: str) -> None:
    assert condition_text((where,)) == text


def test_conditions_hold_all_together() -> None:
    three = (
        Where(column="age", low=60),
        Where(column="contract", values=("monthly",)),
        Where(column="fee", is_empty=True),
    )

    assert condition_text(three[:2]) == '"age" is 60 or more and "contract" is "monthly"'
    assert condition_text(three) == '"age" is 60 or more, "contract" is "monthly" and "fee" is empty'
    assert condition_text(()) == ""


def test_long_names_are_cut_and_the_condition_is_not() -> None:
    long = tuple(Where(column="n" * 60, values=("v" * 60,)) for _ in range(2))

    text = condition_text(long)

    assert text.count("n" * 28 + "…" + "n" * 12) == 2
    assert text.endswith("v" * 28 + "…" + "v" * 12 + '"')
