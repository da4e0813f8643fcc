"""A saved model that compares new rows with old ones, as its page shows it."""

from desktop_app.models.compared_prose import holds_text, reached_text
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredCompared
from desktop_app.reports.beside_card_words import BesideCardWords, beside_card_words
from desktop_app.reports.compared_words import left_out_lines
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.verdict_words import TONES
from desktop_app.web.models import day_text


@dataclass(frozen=True, slots=True, kw_only=True)
class BesidePage:
    """All that the page shows of the model itself."""

    card: BesideCardWords
    tone: str
    came: tuple[str, ...]
    reached: str  # how many old rows fitted no group
    left_out: tuple[str, ...]
    holds: str  # what the file holds of the table


def beside_page(stored: StoredCompared) -> BesidePage:
    """Return what the page shows."""
    card = stored.card
    words = beside_card_words(card)
    return BesidePage(
        card=words,
        tone=TONES[words.verdict.level] if words.verdict else "",
        came=_came(stored),
        reached=reached_text(card),
        left_out=tuple(left_out_lines(card.found.left_out, card.rows)),
        holds=holds_text(card),
    )


def _came(stored: StoredCompared) -> tuple[str, ...]:
    origin = stored.origin
    if not origin.file:
        return (text_of("kept_beside.here", {"table": stored.card.table}),)
    told = {"file": origin.file, "version": origin.version, "date": day_text(origin.made)}
    return (text_of("kept_beside.came", told), *(notice_text(notice) for notice in origin.notices))
