"""What compares rows, seen as a model that answers them: new files are read and checked in the same way."""

from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.models import ModelCard
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Baseline, Evaluation, Score, Skill, Verdict


def as_model_card(card: ComparedCard) -> ModelCard:
    """Return the card of a model with these columns, which answers nothing: only what fits them counts."""
    found = card.found
    score = Score(metric="accuracy", value=1.0, low=1.0, high=1.0, rows=card.rows)
    evaluation = Evaluation(
        task="classification",
        target="",
        classes=(),
        common="",
        rows=card.rows,
        tested="held_out",
        folds=0,
        features=card.schema.names,
        left_out=found.left_out,
        warnings=(),
        baseline=Baseline(metric="accuracy", value=0.0, answer=""),
        score=score,
        skill=Skill(value=1.0, low=1.0),
        verdict=Verdict(level="good", shape="many"),
        candidates=(),
    )
    return ModelCard(
        created=card.created,
        versions=card.versions,
        table=card.table,
        table_sha256=card.table_sha256,
        schema=card.schema,
        plan=TrainingPlan(target="", exclude=found.exclude, include=found.include, seed=found.seed),
        evaluation=evaluation,
        recipe=card.recipe,
        golden_rows=card.stored_answers,
    )
