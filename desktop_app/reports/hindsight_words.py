"""How a forecast did at moments that have come since, in words."""

from desktop_app import counting
from desktop_app.records.forecasts import ForecastFound, Hindsight
from desktop_app.reports.forecast_words import steps_text
from desktop_app.reports.notice_words import text_of

_OF = 100
TONES = {"holds": "good", "worse": "problem", "unclear": ""}


def hindsight_lines(looked_back: Hindsight | None, found: ForecastFound) -> tuple[str, ...]:
    """Return what is said; nothing where no moment has come that it had forecast."""
    if looked_back is None:
        return ()
    pair = (looked_back.miss, looked_back.simple_miss)
    written = counting.amounts(tested=looked_back.tested, decimals=found.decimals, different=pair)
    values = {
        "count": looked_back.tested,
        "ahead": steps_text(looked_back.steps, found.period),
        "miss": written.near(looked_back.miss),
        "guess": written.near(looked_back.simple_miss),
        "promised": written.near(looked_back.promised),
    }
    of = min(looked_back.tested, _OF)
    inside = {"inside": counting.count(looked_back.coverage, of), "of": of}
    lines = [text_of("hindsight.off", values), text_of("hindsight.promised", values)]
    lines.append(text_of("hindsight.inside", inside))
    if looked_back.holds == "worse":
        lines.append(text_of("hindsight.help"))
    return tuple(lines)


def hindsight_word(looked_back: Hindsight) -> str:
    """Return in a few words whether it did as it was promised."""
    return text_of(f"hindsight.{looked_back.holds}")
