"""`hunch check`: whether a new file fits a saved model, before any row is answered."""

from typing import Any

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.beside_json import beside_json
from desktop_app.cli.checked_ahead import show_checked_ahead
from desktop_app.cli.column_options import column_options
from desktop_app.cli.open_questions import other_texts, tell_open
from desktop_app.cli.output import DONE, WITH_WARNINGS, Output
from desktop_app.cli.reading import How, reading_options
from desktop_app.cli.work import done_by_worker, existing, mapped_json, multiplied_json, notices_json
from desktop_app.errors import DataError
from desktop_app.language import _, mark
from desktop_app.records.checking import CheckedFile, CheckFileOrder
from desktop_app.records.jsonable import JSON
from desktop_app.records.matching import Suggestion
from desktop_app.records.models import Concerned, Preflight
from desktop_app.reports.answers_words import preflight_lines
from desktop_app.reports.beside_words import beside_lines, others_text
from desktop_app.reports.match_words import suggestion_text
from desktop_app.reports.names import fit_word
from desktop_app.reports.notice_words import text_of

HELP = mark(
    """Say whether a new file fits a model.

    Columns that are missing or have another name, values it has never seen, numbers outside what it learned
    from: what is known before any row is answered. Of a forecast, FILE holds newer rows, and it is said how
    far off it was where they say what came. Nothing is written.

    Example: hunch check customers.hunch december.csv"""
)
CODES = {"fits": DONE, "caution": WITH_WARNINGS, "unfit": DataError.exit_code}


@click.command("check", help=_(HELP), short_help=_("Say whether a new file fits a model"))
@click.argument("model")
@click.argument("file")
@column_options
@reading_options
@global_options
def command(asked: Asked, model: str, file: str, *, how: How, **named: Any) -> int:
    """Compare the file with what the model needs; the exit code says how it fits."""
    order = CheckFileOrder(
        model=existing(model), path=existing(file), wishes=how.wishes, recipe=how.recipe, **named
    )
    checked = done_by_worker(asked, "check_file", order, CheckedFile)
    tell_open(asked.output, checked.warnings, file)
    if checked.ahead:
        show_checked_ahead(asked.output, checked, checked.ahead, (file, model))
    else:
        _show(asked.output, checked)
    return CODES[checked.preflight.fit]


def _show(output: Output, checked: CheckedFile) -> None:
    found = checked.preflight
    output.result(_json(checked))
    output.say(fit_word(found), *(text for _level, text in preflight_lines(found)))
    for suggestion in found.suggestions:
        output.say(suggestion_text(suggestion), _map_hint(suggestion))
    for offer in found.offers:
        output.say(text_of("cli.multiply_hint", {"columns": [offer.column], "argument": offer.option}))
    if checked.beside:
        output.say(*beside_lines(checked.beside))
    elif found.fit != "unfit":
        output.say(text_of("cli.own_rows"))
    output.remark(*other_texts(checked.warnings))
    if others := others_text(checked.beside) if checked.beside else "":
        output.complain(others)
    if found.fit == "unfit":
        output.remark(_unfit_hint(found))


def _unfit_hint(found: Preflight) -> str:
    """Return what can be done, as it is said where the rows are to be answered."""
    if other := found.other_table:
        return DataError("check.wrong_file", **other.values).hint
    return DataError("cli.missing_columns", columns=list(found.missing)).hint


def _map_hint(suggestion: Suggestion) -> str:
    return text_of("cli.map_hint", {"argument": suggestion.option})


def _json(checked: CheckedFile) -> dict[str, JSON]:
    found = checked.preflight
    odd = tuple(notice for notice in found.notices if notice.level != "note")
    return {
        "fit": found.fit,
        "rows": found.rows,
        "mapped": mapped_json(found),
        "multiplied": multiplied_json(found),
        "missing": list(found.missing),
        "suggestions": [_suggestion_json(suggestion) for suggestion in found.suggestions],
        "offers": [
            {"column": one.column, "factor": one.factor, "option": one.option} for one in found.offers
        ],
        "concerned": [_concerned_json(one) for one in found.concerned],
        "warnings": notices_json((*checked.warnings, *odd)),
        **(beside_json(checked.beside) if checked.beside else {}),
    }


def _concerned_json(one: Concerned) -> dict[str, JSON]:
    """Return the first rows that something is said of, as a person counts."""
    return {"code": one.code, "columns": [*one.columns], "rows": [row + 1 for row in one.rows]}


def _suggestion_json(suggestion: Suggestion) -> dict[str, JSON]:
    return {
        "column": suggestion.column,
        "from": suggestion.source,
        "matched": suggestion.matched,
        "of": suggestion.of,
        "message": suggestion_text(suggestion),
        "hint": _map_hint(suggestion),
    }
