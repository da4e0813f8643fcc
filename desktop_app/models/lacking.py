"""What a column is worth that a new file lacks, as far as the test of the model tells it."""

from desktop_app.records.models import ModelCard
from desktop_app.records.notices import Notice, Value
from desktop_app.records.results import Evaluation, Importance

_CODES = {
    "accuracy": "check.missing",
    "balanced_accuracy": "check.missing_alike",
    "precision_at_k": "check.missing_rare",
    "mean_absolute_error": "check.missing_number",
}


def about_lacking(card: ModelCard, name: str) -> Notice | None:
    """Return how right the model was on tested rows in which this column was mixed up; None if unknown.

    That tells nothing of the row any more, as an empty cell does; it was measured for the strongest columns.
    """
    evaluation = card.evaluation
    found = next((one for one in evaluation.importances if one.column == name), None)
    if found is None:
        return None
    code, values = "check.missing_little", dict[str, Value]()
    if found.low > 0:
        code, values = _CODES[evaluation.score.metric], _worth(evaluation, found)
    if values.get("times") == 1:
        code = "check.missing_slight"
    return Notice(code=code, values={"column": name, **values}, columns=(name,), level="problem")


def _worth(evaluation: Evaluation, found: Importance) -> dict[str, Value]:
    score = evaluation.score
    if score.metric == "mean_absolute_error":
        return {"times": round(1 + found.loss / score.value, 1) if score.value > 0 else 1.0}
    tested = evaluation.rare.k if evaluation.rare else score.rows
    return {"right": score.value, "without": min(1.0, max(0.0, score.value - found.loss)), "tested": tested}
