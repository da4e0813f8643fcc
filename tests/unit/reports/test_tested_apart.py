"""How it was tested, where rows belong together or follow one another."""

from typing import Any

import pytest

from desktop_app.reports.verdict_words import verdict_words
from tests.unit.reports.made import two_kinds

GROUP: dict[str, Any] = {"tested_by": "group", "tested_column": "customer_id", "tested_things": 214}
TIME: dict[str, Any] = {"tested_by": "time", "tested_column": "day", "tested_after": "2024-05-03"}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {**GROUP},
            'Tested on 1,000 rows with 214 different "customer_id" that it had never seen, then learned '
            "again from all 5,000.",
        ),
        (
            {**GROUP, "tested": "held_out_no_refit"},
            'Tested on 1,000 rows with 214 different "customer_id" that it had never seen.',
        ),
        (
            {**GROUP, "tested": "repeated"},
            'Part of the data was hidden, all rows of one "customer_id" together, the rest learned, and the '
            "hidden part checked: 5 times, so that each of 214 was hidden. Then it learned again "
            "from all 5,000.",
        ),
        (
            {**TIME},
            'Tested on the 1,000 rows after 2024-05-03 ("day") when it had learned from those before, then '
            "learned again from all 5,000.",
        ),
        (
            {**TIME, "tested": "repeated", "tested_after": ""},
            'It learned from the rows that come first by "day" and was checked on those that follow, 5 '
            "times, on 1,000 rows in all. Then it learned again from all 5,000.",
        ),
    ],
)
def test_the_last_word_is_how_it_was_tested(changes: dict[str, Any], sentence: str) -> None:
    assert verdict_words(two_kinds(**changes)).extras[-1] == sentence


def test_so_few_customers_that_the_range_says_little_are_named() -> None:
    few = verdict_words(two_kinds(**{**GROUP, "tested_things": 9})).extras
    enough = verdict_words(two_kinds(**{**GROUP, "tested_things": 10})).extras

    assert 'Only 9 different "customer_id" were there to test it' in " ".join(few)
    assert "were there to test it" not in " ".join(enough)
