"""The words of a workbook: what it asks, what it warns of, and what it says of the model."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app import __version__
from desktop_app.records.decisions import Decision
from desktop_app.records.models import Feature, ModelCard
from desktop_app.records.results import Verdict
from desktop_app.records.workbooks import Question, WorkbookWords
from desktop_app.reports.handover.workbook_words import words_of_workbook
from tests.unit.models.made import save

DAY = 86_400


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> ModelCard:
    return save(tmp_path_factory.mktemp("model") / "customers.hunch", "rule")


def words(card: ModelCard, decision: Decision | None = None) -> WorkbookWords:
    return words_of_workbook(card, decision, 1, ("Learned", "Work"))


def asked(card: ModelCard, feature: Feature) -> Question:
    (question,) = words(replace(card, schema=replace(card.schema, features=(feature,)))).questions
    return question


def test_it_asks_for_every_column_but_texts(card: ModelCard) -> None:
    questions = {one.column: one.type for one in words(card).questions}

    assert questions == {"age": "number", "joined": "date", "plan": "category", "spent": "number"}


@pytest.mark.parametrize(
    ("feature", "said"),
    [
        (
            Feature(name="a", type="number", unit="kg", low=2.0, high=3.0, minimum=1.0, maximum=4.0),
            {"label": "a (kg)", "usual": "usually 2 to 3", "minimum": 1.0, "maximum": 4.0}
            | {"outside": "outside of all that the model has seen (1 to 4)"},
        ),
        (
            Feature(name="a", type="date", minimum=DAY * 365, maximum=DAY * 730.5),
            {"usual": "a date, 1971-01-01 to 1972-01-01", "minimum": 365.0, "maximum": 730.5},
        ),
        (
            Feature(name="a", type="category", levels=("x", "y")),
            {"usual": "one of the 2 values of the list", "minimum": None},
        ),
        (Feature(name="a", type="number"), {"usual": "", "minimum": None}),
        (Feature(name="a", type="date", minimum=-1e13, maximum=0.0), {"usual": ""}),
    ],
)
def test_it_says_what_is_usual(card: ModelCard, feature: Feature, said: dict[str, Any]) -> None:
    question = asked(card, feature)

    assert {name: getattr(question, name) for name in said} == said


def test_what_formulas_fill_in_keeps_its_marks(card: ModelCard) -> None:
    found = words(card)

    assert "{count}" in found.chance
    assert "{low}" in found.between
    assert "{high}" in found.between


def test_a_model_that_is_not_for_use_says_so_above_many_rows(card: ModelCard) -> None:
    guessing = replace(card.evaluation, verdict=Verdict(level="guessing", shape="two"))

    assert words(replace(card, evaluation=guessing)).paste.startswith(
        "No better than guessing. Do not use it. "
    )
    assert words(card).paste.startswith("Paste up to 200 rows")


def test_it_says_what_it_learned_from_and_what_was_decided(card: ModelCard) -> None:
    about = dict(words(card, Decision(value="yes", chance=0.3)).about)

    assert about["Learned from"].startswith(f'{card.evaluation.learned_rows:,} rows of "customers.csv" on ')
    assert "30" in about["What was decided"]
    assert __version__ in about["Made by"]
    assert "What was decided" not in dict(words(card).about)
