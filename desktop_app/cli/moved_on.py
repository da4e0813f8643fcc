"""What comes next in the newer rows of a file, for people and as JSON."""

from pathlib import Path

from desktop_app.cli.forecast_report import future_json, remarks_json, step_lines
from desktop_app.cli.open_questions import other_texts
from desktop_app.cli.output import DONE, WITH_WARNINGS, Output
from desktop_app.cli.work import notices_json
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.looking_ahead import MovedOnFile
from desktop_app.reports.answers_words import saved_lines
from desktop_app.reports.forecast_words import forecast_words, remark_texts, until_text
from desktop_app.reports.hindsight_words import hindsight_lines
from desktop_app.reports.notice_words import text_of

_LOST = "forecast.series_unknown"  # series that the result does not have


def show_ahead(output: Output, moved: MovedOnFile, out: Path) -> int:
    """Show the first steps, what was noticed, and where all are saved; return the exit code."""
    found, remarks = moved.found, moved.future.remarks
    output.result(_json(moved, out))
    output.say(until_text(moved.future, moved.rows, found), "", *step_lines(moved.future, found), "")
    output.say(*saved_lines(moved.written, out.name))
    output.say(*hindsight_lines(moved.hindsight, found))
    output.remark(*other_texts(moved.warnings), *remark_texts(remarks, found))
    if moved.cautions:
        values = {"count": moved.cautions, "rows": moved.rows, "path": str(out)}
        output.complain(text_of("cli.row_cautions", values), text_of("cli.row_cautions.hint", values))
    is_whole = not moved.cautions and all(remark.code != _LOST for remark in remarks)
    return DONE if is_whole else WITH_WARNINGS


def _json(moved: MovedOnFile, out: Path) -> dict[str, JSON]:
    found, words = moved.found, forecast_words(moved.found)
    return {
        "task": "forecast",
        "target": found.asked.target,
        "rows": moved.rows,
        "cautions": moved.cautions,
        "columns": list(moved.written.added),
        "until": moved.future.until,
        "ahead": future_json(moved.future),
        "hindsight": to_json(moved.hindsight),
        "verdict": {"level": words.level, "sentence": words.sentence},
        "warnings": notices_json(moved.warnings) + remarks_json(moved.future.remarks, found),
        "out": str(out),
    }
