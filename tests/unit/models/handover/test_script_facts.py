"""What a script has to be told of a model, and what it cannot be told."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.errors import DataError
from desktop_app.models.handover.script.facts import converting, learning_of, reading_of
from desktop_app.records.lineage import Lineage
from desktop_app.records.models import ModelCard
from desktop_app.records.results import Receipt
from desktop_app.records.tables import Recipe, RowRule, Wishes
from tests.unit.models.made import save

RECEIPT = Receipt(tried={"linear": 5}, copies=1, settings={"linear": 1.0})
LINEAGE = Lineage(
    content="a", name="m", created="2026-01-01", rows_then=9, rows_new=9, joined=True, is_known=True
)


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> ModelCard:
    card = save(tmp_path_factory.mktemp("model") / "m.hunch", "linear", "spent")
    return replace(card, evaluation=replace(card.evaluation, receipt=RECEIPT, tested="held_out"))


def with_recipe(card: ModelCard, **facts: Any) -> ModelCard:
    return replace(card, recipe=replace(Recipe(format="csv", encoding="utf-8", delimiter=","), **facts))


def test_it_learns_with_the_seed_and_the_settings_of_the_model(card: ModelCard) -> None:
    learning = learning_of(card)

    assert (learning.target, learning.seed, learning.settings) == ("spent", 1, {"linear": 1.0})
    assert not learning.is_held_back


@pytest.mark.parametrize(
    "facts",
    [
        {"receipt": replace(RECEIPT, share=0.5)},
        {"receipt": replace(RECEIPT, rows_withheld=2)},
        {"lineage": LINEAGE},
        {"tested": "held_out_no_refit", "tested_by": "group"},
    ],
)
def test_rows_that_a_script_cannot_pick_are_refused(card: ModelCard, facts: dict[str, Any]) -> None:
    with pytest.raises(DataError, match="script_rows"):
        learning_of(replace(card, evaluation=replace(card.evaluation, **facts)))


def test_rows_left_out_by_a_rule_are_refused(card: ModelCard) -> None:
    rule = RowRule(kind="empty", column="age")

    with pytest.raises(DataError, match="script_rows"):
        learning_of(with_recipe(card, wishes=Wishes(rows_out=(rule,))))


def test_without_a_receipt_nothing_is_known(card: ModelCard) -> None:
    with pytest.raises(DataError, match="script_older"):
        learning_of(replace(card, evaluation=replace(card.evaluation, receipt=None)))


def test_columns_go_by_the_names_that_a_person_gave_them(card: ModelCard) -> None:
    readings = {"AGE": "number-comma missing:999", "day": "date-dmy"}

    reading = reading_of(with_recipe(card, readings=readings, wishes=Wishes(names={"AGE": "age"})))

    assert reading.readings == {"age": "number-comma", "day": "date-dmy"}
    assert reading.missing_in == {"age": ("999",)}
    assert reading.names == {"AGE": "age"}


def test_a_mark_that_is_a_kind_somewhere_is_no_empty_cell(card: ModelCard) -> None:
    assert reading_of(with_recipe(card, missing_marks=("?", "gold"))).missing == ("?",)


def test_a_workbook_is_first_saved_as_the_script_reads_it(card: ModelCard) -> None:
    book = replace(with_recipe(card, format="xlsx", wishes=Wishes(sheet="My data")), table="a b.xlsx")

    assert converting(book) == "hunch convert 'a b.xlsx' --sheet 'My data' --out 'a b.csv'"
    assert reading_of(book).encoding == "utf-8-sig"
    assert converting(card) == ""


def test_a_layout_that_no_option_names_is_refused(card: ModelCard) -> None:
    with pytest.raises(DataError, match="script_layout"):
        reading_of(with_recipe(card, format="xlsx", wishes=Wishes(keep_all=True)))
