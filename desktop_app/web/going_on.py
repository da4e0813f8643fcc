"""A forecast that goes on with newer rows: what its page tells of them."""

from desktop_app.records.forecasts import ForecastFound
from desktop_app.records.jsonable import from_json
from desktop_app.records.looking_ahead import WentOn
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredForecast
from desktop_app.reports.forecast_words import moment_text, remark_text, until_text
from desktop_app.reports.hindsight_words import TONES, hindsight_lines, hindsight_word
from desktop_app.reports.notice_words import text_of
from desktop_app.web.ahead import Ahead, ahead_of
from desktop_app.web.new_data import WORDS, Line
from desktop_app.web.newer_rows import came_last


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How the forecast did where moments have come that it had forecast."""

    lines: tuple[str, ...]
    word: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneOn:
    """What came of newer rows."""

    name: str
    is_fine: bool
    fit: str
    lines: tuple[Line, ...]
    held: Held | None
    until: str
    ahead: Ahead
    warnings: tuple[Notice, ...]
    kinds: tuple[str, ...]  # of file as which all steps can be saved


def gone_on(stored: StoredForecast, place: int) -> GoneOn | None:
    """Return what the page tells of newer rows, where some came; *place*: of the series to be shown."""
    went = went_on(stored)
    return _gone(went, stored, place) if went else None


def went_on(stored: StoredForecast) -> WentOn | None:
    """Return what came of the rows that were brought last; None where none were."""
    done = came_last(stored)
    return from_json(WentOn, done.result) if done else None


def _gone(went: WentOn, stored: StoredForecast, place: int) -> GoneOn:
    found, future = stored.card.found, went.future
    looked_back = went.hindsight
    lines = tuple(_line(remark, found) for remark in future.remarks)
    is_fine = all(line.level == "note" for line in lines)
    return GoneOn(
        name=went.name,
        is_fine=is_fine,
        fit=text_of("fit.fits" if is_fine else "fit.caution"),
        lines=lines or (_good(went),),
        held=Held(
            lines=hindsight_lines(looked_back, found),
            word=hindsight_word(looked_back),
            tone=TONES[looked_back.holds],
        )
        if looked_back
        else None,
        until=until_text(future, went.rows, found),
        ahead=ahead_of(future.series, found, place, went.series),
        warnings=went.warnings,
        kinds=went.kinds,
    )


def _line(remark: Notice, found: ForecastFound) -> Line:
    text = remark_text(remark, found)
    return Line(level=remark.level, word=text_of(WORDS[remark.level]), text=text)


def _good(went: WentOn) -> Line:
    text = text_of("ahead.fits", {"until": moment_text(went.future.until)})
    return Line(level="good", word=text_of("fit.fits"), text=text)
