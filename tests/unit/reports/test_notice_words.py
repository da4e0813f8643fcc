"""Raw values of a notice become what a person reads."""

import pytest

from desktop_app.records.notices import Notice, Value
from desktop_app.reports.notice_words import notice_text, time_left_text


@pytest.mark.parametrize(
    ("code", "values", "text"),
    [
        (
            "learn.baseline",
            {"common": "no", "guess": 0.734},
            'Simplest guess: always "no". Right for 73 of 100.',
        ),
        (
            "learn.baseline_number",
            {"mean": 206855.81, "miss": 81234.5, "tested": 4000},
            "Simplest guess: always 206,900. Off by 81,200 on average.",
        ),
        (
            "learn.candidate_done",
            {"kind": "boosting", "right": 0.885},
            "Many small trees: right for 88 of 100 so far.",
        ),
        (
            "learn.candidate_done_number",
            {"kind": "linear", "miss": 0.12345, "tested": 90},
            "Straight-line model: off by 0.12 on average so far.",
        ),
        (
            "learn.candidate_failed",
            {"kind": "forest"},
            "Forest of trees did not work on this table. The others go on.",
        ),
        ("learn.final_test", {"rows": 1800}, "Testing on 1,800 rows it has never seen"),
        ("learn.checked", {"count": 1}, "Data checked: 1 note."),
        ("learn.checked", {"count": 2}, "Data checked: 2 notes."),
        ("learn.trying", {"kind": "boosting"}, "Trying: Many small trees"),
        (
            "learn.out_of_time",
            {"kinds": ["boosting", "forest"]},
            "The time was too short for: Many small trees, Forest of trees. "
            "With more time the model may become better.",
        ),
        ("learn.left", {"time": 35.2}, "About 35 seconds left"),
        (
            "check.unseen",
            {"count": 3, "column": "region", "values": ["Regon", "?"]},
            '"region" has a value it has never seen in 3 rows: "Regon", "?".',
        ),
        (
            "check.beyond",
            {"count": 1, "column": "year", "min": 1999.0, "max": 2021.0},
            '"year" is outside 1999 to 2021, the range it learned from, in 1 row.',
        ),
        (
            "check.empty",
            {"column": "age", "count": 60, "rows": 80, "share": 0.75, "before": 0.004},
            '"age" is empty in 75 of 100 rows here (60 of 80). '
            "In the file it learned from: fewer than 1 of 100.",
        ),
        (
            "caution.above",
            {"column": "fare", "value": 512.3292, "max": 263.0},
            "above all it learned from: fare 512 (up to 263)",
        ),
        (
            "moved.value",
            {"column": "Organic_carbon", "value": 21.741144, "amount": "+0.13"},
            "Organic_carbon = 21.7: +0.13",
        ),
        (
            "check.beyond",
            {"column": "area", "min": 1372.091043, "max": 56867.859236, "count": 3},
            '"area" is outside 1372 to 56868, the range it learned from, in 3 rows.',
        ),
        (
            "check.type",
            {"column": "age", "now": "text", "before": "number"},
            '"age" holds text; it learned with numbers.',
        ),
        (
            "check.shifted",
            {"column": "built", "now": 2019.0, "before": 1975.5},
            '"built" has changed: typically 2019, 1975.5 when it learned.',
        ),
        (
            "check.shifted",
            {"column": "price", "now": 155711.64, "before": 9420.25},
            '"price" has changed: typically 155712, 9420.25 when it learned.',
        ),
        (
            "check.shifted",
            {"column": "time", "now": 45321.0, "before": 45321.25},
            '"time" has changed: typically 45321, 45321.25 when it learned.',
        ),
        ("save.done", {"file": "out.csv", "size": 1500}, 'Saved as "out.csv", 1.5 kB.'),
        (
            "plan.sampled",
            {"sample": 2_000_000, "rows": 5_000_000},
            "The table is too large to learn from all of it. It learns from 2,000,000 of 5,000,000 rows, "
            "taken evenly from the whole table.",
        ),
        (
            "plan.few_rows",
            {"rows": 344, "need": 1376},
            "There are 344 rows, so the result may have a wide range. "
            "With about 1,400 it would be half as wide.",
        ),
        (
            "find.constant",
            {"column": "x", "value": "a" * 60},
            f'"x" holds the same value in every row: "{"a" * 28}…{"a" * 12}".',
        ),
    ],
)
def test_a_notice_reads(code: str, values: dict[str, Value], text: str) -> None:
    assert notice_text(Notice(code=code, values=values)) == text


def test_a_value_that_is_missing_takes_its_sentence_with_it() -> None:
    notice = Notice(code="check.empty", values={"column": "age", "count": 60, "rows": 80, "share": 0.75})

    assert notice_text(notice) == '"age" is empty in 75 of 100 rows here (60 of 80).'


def test_a_rate_under_one_of_a_hundred_is_counted_finer_where_enough_was_tested() -> None:
    values: dict[str, Value] = {"column": "age", "count": 5, "rows": 80, "before": 0.004, "tested": 5000}

    assert notice_text(Notice(code="check.empty", values=values)).endswith("learned from: 4 of 1,000.")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(None, ""), (0.0, "Nearly done"), (1.9, "Nearly done"), (12.2, "About 12 seconds left")],
)
def test_the_time_left_is_a_number_only_where_there_is_time_to_read_it(
    seconds: float | None, text: str
) -> None:
    assert time_left_text(seconds) == text


def test_a_failure_can_stand_as_a_notice() -> None:
    notice = Notice(code="check.wrong_file", values={"matched": 1, "columns": 8})

    assert notice_text(notice) == "This looks like another table: 1 of 8 columns fit."


@pytest.mark.parametrize("value", [0.00001, 1e20, -3.25, 0.1, 7])
def test_a_value_from_the_file_loses_nothing(value: float) -> None:
    text = notice_text(Notice(code="caution.above", values={"column": "x", "value": "y", "max": value}))

    shown = text.removeprefix("above all it learned from: x y (up to ").removesuffix(")")
    assert float(shown) == pytest.approx(value)
