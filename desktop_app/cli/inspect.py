"""`hunch inspect`: what a file contains."""

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.compared import compared_json, compared_lines
from desktop_app.cli.forecast_card import ahead_json, ahead_lines
from desktop_app.cli.model_card import card_json, card_lines
from desktop_app.cli.open_questions import question_lines
from desktop_app.cli.reading import OPTIONS, How, reading_options
from desktop_app.cli.table_report import table_json, table_lines
from desktop_app.cli.work import done_by_worker, existing
from desktop_app.errors import UsageError
from desktop_app.language import _, mark
from desktop_app.records.orders import Inspected, InspectOrder
from desktop_app.reports.notice_words import notice_text
from desktop_app.reports.trust_words import signature_text

HELP = mark(
    """Show what a file contains, and the questions it leaves open.

    A table: its columns, what each holds, and what was noticed while reading it.
    A saved model: what it answers, how good it is, and what it needs.

    Example: hunch inspect customers.csv"""
)


@click.command(
    "inspect", help=_(HELP), short_help=_("Show what a file contains, and the questions it leaves open")
)
@click.argument("file")
@reading_options
@global_options
def command(asked: Asked, file: str, *, how: How) -> int:
    """Show the columns of a table, or the card of a model."""
    path = existing(file)
    journey = "inspect_model" if path.lower().endswith(".hunch") else "inspect_file"
    order = InspectOrder(path=path, wishes=how.wishes, recipe=how.recipe)
    found = done_by_worker(asked, journey, order, Inspected)
    output = asked.output
    if found.card:
        _check_nothing_asked(how, found.name)
        output.result(card_json(found.card) | {"signed_by": list(found.signed_by)})
        output.say(*card_lines(found.card), signature_text(found.signed_by))
        return 0
    if found.forecast:
        _check_nothing_asked(how, found.name)
        output.result(ahead_json(found.forecast) | {"signed_by": list(found.signed_by)})
        output.say(*ahead_lines(found.forecast), signature_text(found.signed_by))
        return 0
    if found.compared:
        _check_nothing_asked(how, found.name)
        output.result(compared_json(found.compared) | {"signed_by": list(found.signed_by)})
        output.say(*compared_lines(found.compared), signature_text(found.signed_by))
        return 0
    output.result(table_json(found))
    output.say(*table_lines(found))
    output.say(*question_lines(found.questions))
    output.remark(*(notice_text(notice) for notice in found.warnings))
    return 0


def _check_nothing_asked(how: How, name: str) -> None:
    """Raise UsageError where a model was to be read as if it were a table."""
    if how != How():
        raise UsageError("cli.for_tables", file=name, options=list(OPTIONS))
