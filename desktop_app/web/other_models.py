"""The models that answer no rows, as lists show them: among the others, and on the first page."""

from flask import url_for

from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.stored import StoredCompared, StoredForecast
from desktop_app.reports.beside_card_words import beside_card_words
from desktop_app.reports.forecast_words import forecast_words, question_text
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_words import TONES
from desktop_app.web.context import context
from desktop_app.web.recent import Thing, when


def other_things() -> tuple[Thing, ...]:
    """Return all of them."""
    return tuple(other_thing(one) for one in context().workspace.others.list())


def others_with(search: str) -> tuple[StoredForecast | StoredCompared, ...]:
    """Return those that have the words of *search* in their name, table or columns."""
    words = search.casefold().split()
    return tuple(one for one in context().workspace.others.list() if _has(words, one))


def other_thing(stored: StoredForecast | StoredCompared) -> Thing:
    """Return one of them as a list shows it."""
    if isinstance(stored, StoredCompared):
        return _compared(stored)
    found = stored.card.found
    words = forecast_words(found)
    source = text_of("model.origin", {"file": stored.origin.file or stored.card.table})
    still_open = (text_of("next.still_open"),) if found.is_joining_open else ()
    return Thing(
        id=stored.id,
        name=stored.name,
        address=url_for("ahead.show", model_id=stored.id),
        facts=(question_text(found), source, words.headline, *still_open, when(stored.created)),
        badge=words.badge,
        tone=TONES[words.level],
        is_other=True,
    )


def _compared(stored: StoredCompared) -> Thing:
    words, grouping = beside_card_words(stored.card), stored.card.found.grouping
    badge = words.verdict.badge if words.verdict else text_of("kept_beside.usual")
    held = text_of("kept_beside.groups", {"count": len(grouping.clusters)}) if grouping else words.odd
    source = text_of("model.origin", {"file": stored.origin.file or stored.card.table})
    return Thing(
        id=stored.id,
        name=stored.name,
        address=url_for("beside.show", model_id=stored.id),
        facts=(words.question, source, held, when(stored.created)),
        badge=badge,
        tone=TONES[words.verdict.level] if words.verdict else "",
        is_other=True,
    )


def _has(words: list[str], stored: StoredForecast | StoredCompared) -> bool:
    card = stored.card
    columns = card.schema.names if isinstance(card, ComparedCard) else card.columns.types
    text = "\n".join((stored.name, card.table, *columns)).casefold()
    return all(word in text for word in words)
