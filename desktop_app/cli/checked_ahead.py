"""Whether newer rows fit a forecast, for people and as JSON."""

from pathlib import Path

from desktop_app.cli.forecast_report import remarks_json
from desktop_app.cli.open_questions import other_texts
from desktop_app.cli.output import Output
from desktop_app.cli.work import notices_json
from desktop_app.errors import DataError
from desktop_app.records.checking import CheckedAhead, CheckedFile
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.reports.forecast_words import moment_text, remark_texts
from desktop_app.reports.hindsight_words import hindsight_lines, hindsight_word
from desktop_app.reports.names import fit_word
from desktop_app.reports.notice_words import text_of


def show_checked_ahead(
    output: Output, checked: CheckedFile, ahead: CheckedAhead, names: tuple[str, str]
) -> None:
    """Show how newer rows fit a forecast, and how it did; *names*: of the file and the model."""
    found, fits = ahead.found, checked.preflight
    output.result(_json(checked, ahead))
    output.say(fit_word(fits))
    if fits.fit == "unfit":
        file, model = (Path(one).name for one in names)
        lacking = DataError("forecast.lacks", file=file, columns=list(fits.missing), model=model)
        output.say(lacking.message)
        output.remark(lacking.hint)
    if ahead.until:
        output.say(text_of("ahead.until", {"until": moment_text(ahead.until)}))
    output.say(*remark_texts(fits.notices, found))
    if ahead.hindsight:
        output.say(hindsight_word(ahead.hindsight) + ".", *hindsight_lines(ahead.hindsight, found))
    output.remark(*other_texts(checked.warnings))


def _json(checked: CheckedFile, ahead: CheckedAhead) -> dict[str, JSON]:
    fits = checked.preflight
    nothing: dict[str, JSON] = {
        name: [] for name in ("mapped", "multiplied", "suggestions", "offers", "concerned")
    }
    return {
        "task": "forecast",
        "fit": fits.fit,
        "rows": fits.rows,
        "missing": list(fits.missing),
        "until": ahead.until or None,
        "hindsight": to_json(ahead.hindsight),
        **nothing,
        "warnings": notices_json(checked.warnings) + remarks_json(fits.notices, ahead.found),
    }
