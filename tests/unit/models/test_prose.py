"""The card of a model in plain words says no more of its score than the tested rows do."""

import pytest

from desktop_app.models.prose import card_text
from desktop_app.records.models import ModelCard
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation, Metric
from desktop_app.records.tables import Recipe
from tests.unit.reports.made import a_number, rare_kind, score, two_kinds
from tests.unit.reports.report.made_facts import SCHEMA

MISS: Metric = "mean_absolute_error"


def card(evaluation: Evaluation) -> ModelCard:
    return ModelCard(
        created="2026-03-04T05:06:07+00:00",
        versions={"hunch": "0.1.0"},
        table="customers.csv",
        table_sha256="cd" * 32,
        schema=SCHEMA,
        plan=TrainingPlan(target="left"),
        evaluation=evaluation,
        recipe=Recipe(format="csv"),
        golden_rows=3,
    )


@pytest.mark.parametrize(
    ("evaluation", "told"),
    [
        (two_kinds(), "right for 88 of 100 (86 to 90); the simplest guess for 73."),
        (
            two_kinds(score=score(0.85, 0.62, 0.97, rows=20)),
            "right for 17 of 20 (12 to 20); the simplest guess for 15.",
        ),
        (
            rare_kind(),
            "of 60 that it is surest about, it is right for 36 (27 to 45); of 60 picked at random,",
        ),
        (a_number(), "off by 31,200 on average (30,100 to 33,000); the simplest guess by 81,200."),
        (
            a_number(score=score(31_234.5, 27_111.0, 35_999.0, rows=400, metric=MISS)),
            "off by 31,000 on average (27,000 to 36,000); the simplest guess by 81,000.",
        ),
    ],
    ids=["many tested", "few tested", "rare", "amounts", "amounts of few"],
)
def test_a_score_is_told_with_the_digits_that_its_rows_allow(evaluation: Evaluation, told: str) -> None:
    assert told in card_text(card(evaluation))
