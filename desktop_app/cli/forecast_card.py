"""The card of a saved forecast, for people and as JSON."""

from desktop_app.language import of_day
from desktop_app.models.forecast_prose import holds_text
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.reports.forecast_words import forecast_words, past_lines, question_text, remark_texts
from desktop_app.reports.notice_words import text_of


def ahead_json(card: ForecastCard) -> dict[str, JSON]:
    """Return all that the file of a forecast says of itself, and its verdict in words."""
    words = forecast_words(card.found)
    facts: dict[str, JSON] = to_json(card)
    verdict: dict[str, JSON] = {"level": words.level, "sentence": words.sentence}
    return facts | {"target": card.found.asked.target, "task": "forecast", "verdict": verdict}


def ahead_lines(card: ForecastCard) -> list[str]:
    """Return the card as lines for a person."""
    found, words = card.found, forecast_words(card.found)
    made = {"rows": card.rows, "file": card.table, "day": of_day(card.created[:10])}
    lines = [
        question_text(found),
        f"{words.badge}. {words.headline}",
        words.support,
        *words.extras,
        text_of("forecast.made", made),
        *past_lines(found),
        *remark_texts(found.remarks, found),
        holds_text(found.asked.target),
    ]
    return [line for line in lines if line]
