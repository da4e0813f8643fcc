"""New rows beside old ones in words: what is said of all and of single ones does not contradict."""

import pandas as pd

from desktop_app.records.checking import CheckedBeside
from desktop_app.records.compared_cards import ComparedCard, ComparedFound
from desktop_app.records.compared_files import Scoring
from desktop_app.records.models import Schema
from desktop_app.records.oddness import Oddness
from desktop_app.reports.beside_words import beside_lines, others_text
from tests.unit.models.made import table_of


def test_of_other_rows_it_is_not_said_that_none_stands_out() -> None:
    others, usual = beside(are_others=True), beside(are_others=False)

    assert beside_lines(usual)[0] == "No new row stands out beside the 400 old ones."
    assert beside_lines(others)[0] == (
        "No single new row lies far beyond the 400 old ones, but many are odder than most of them."
    )
    assert others_text(others).startswith("60 of 100 new rows are odder than 90 of 100 old ones")


def beside(*, are_others: bool) -> CheckedBeside:
    """Return what is said of 100 rows of which none stands out."""
    oddness = Oddness(rows=100, count=0, by_chance=1, are_far=False, odd=(), features=("height",))
    card = ComparedCard(
        created="2026-11-27T12:00:00+00:00",
        versions={},
        table="people.csv",
        table_sha256="",
        rows=400,
        schema=Schema(target="", task="classification", classes=(), features=()),
        recipe=table_of(pd.DataFrame({"height": [1.0]}), {"height": "number"}).recipe,
        found=ComparedFound(oddness=oddness),
        stored_answers=0,
    )
    scoring = Scoring(oddness=oddness, usual=400, upper=60)
    return CheckedBeside(card=card, rows=100, are_others=are_others, scoring=scoring)
