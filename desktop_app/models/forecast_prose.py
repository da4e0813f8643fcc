"""The card of a forecast in plain words, as it travels inside the file."""

from desktop_app import counting
from desktop_app.language import mark, say
from desktop_app.models.prose import receipt_text
from desktop_app.records.forecast_cards import ForecastCard

_FOR = mark('What it is for: to say what comes next in "{target}", for newer rows like those in "{file}".')
_NOT_FOR = mark("What it is not for: a time after events that the past does not know.")
_LEARNED = mark("Learned from {rows} rows, from {first} to {last}; it looks {horizon} steps ahead.")
_TESTED = mark(
    "Tested on {tested} values that it had not seen: off by {value} on average ({low} to {high}); the "
    "simple way by {guess}."
)
_HOLDS = mark('This file holds the past of "{target}": who gets it can read it.')


def forecast_card_text(card: ForecastCard) -> str:
    """Return what the model is for, what it learned from, how good it was, and what it holds of the table."""
    found = card.found
    asked = found.asked
    pair = (found.miss, found.simple_miss)
    written = counting.amounts(tested=found.tested, decimals=found.decimals, different=pair)
    learned = {"rows": card.rows, "first": found.first, "last": found.last, "horizon": asked.horizon}
    tested = {
        "tested": found.tested,
        "value": written.near(found.miss),
        "low": written.low(found.low),
        "high": written.high(found.high),
        "guess": written.near(found.simple_miss),
    }
    lines = (
        say("# {target}", {"target": asked.target}),
        *purpose_texts(card),
        say(_LEARNED, learned),
        say(_TESTED, tested),
        holds_text(asked.target),
        receipt_text(card.table_sha256, asked.seed, card.versions["hunch"]),
    )
    return "\n\n".join(lines) + "\n"


def purpose_texts(card: ForecastCard) -> tuple[str, str]:
    """Return what a forecast is for, and what it is not for."""
    return say(_FOR, {"target": card.found.asked.target, "file": card.table}), say(_NOT_FOR)


def holds_text(target: str) -> str:
    """Return what the file of a forecast holds of the table."""
    return say(_HOLDS, {"target": target})
