"""The card of a saved model, for people and as JSON."""

from desktop_app.language import mark, of_day, say
from desktop_app.models.prose import people_text
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.models import ModelCard
from desktop_app.reports.decision_words import decided_text
from desktop_app.reports.each_words import each_lines
from desktop_app.reports.handover.fitting_words import for_form_lines
from desktop_app.reports.lineage_words import lineage_lines
from desktop_app.reports.result_words import question_title
from desktop_app.reports.verdict_words import verdict_words


def card_json(card: ModelCard) -> dict[str, JSON]:
    """Return all that a model file says of itself, and its verdict in words."""
    words = verdict_words(card.evaluation)
    facts: dict[str, JSON] = to_json(card)
    verdict: dict[str, JSON] = {"level": words.level, "sentence": words.sentence}
    return facts | {"target": card.schema.target, "task": card.schema.task, "verdict": verdict}


def card_lines(card: ModelCard) -> list[str]:
    """Return the card as lines for a person."""
    words, evaluation = verdict_words(card.evaluation), card.evaluation
    lines = [
        question_title(evaluation),
        f"{words.badge}. {words.headline}",
        words.support,
        *words.extras,
        decided_text(card.decision),
        _made(card),
        say("{columns}", {"columns": list(card.schema.names)}),
        people_text(card.schema, is_brought=evaluation.is_brought),
        *for_form_lines(evaluation, card.plan, None),
        *lineage_lines(evaluation),
        *each_lines(evaluation),
    ]
    return [line for line in lines if line]


def _made(card: ModelCard) -> str:
    """Return from what a model learned, or where one comes from that was made elsewhere."""
    told = {"file": card.table, "day": of_day(card.created[:10]), "columns": len(card.schema.features)}
    if card.evaluation.is_brought:
        return say(
            mark('Made elsewhere, as ONNX: "{file}". Brought on {day}; it answers from {columns} columns:'),
            told,
        )
    told["rows"] = card.evaluation.learned_rows
    return say(mark('Learned from {rows} rows of "{file}" on {day}, with {columns} columns:'), told)
