"""`hunch inspect`: what a file contains."""

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.model_card import card_json, card_lines
from desktop_app.cli.table_report import table_json, table_lines
from desktop_app.cli.work import done_by_worker, existing
from desktop_app.language import _, mark
from desktop_app.records.orders import Inspected, InspectOrder
from desktop_app.reports.notice_words import notice_text

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
@global_options
def command(asked: Asked, file: str) -> int:
    """Show the columns of a table, or the card of a model."""
    path = existing(file)
    journey = "inspect_model" if path.lower().endswith(".hunch") else "inspect_file"
    found = done_by_worker(asked, journey, InspectOrder(path=path), Inspected)
    output = asked.output
    if found.card:
        output.result(card_json(found.card))
        output.say(*card_lines(found.card))
        return 0
    output.result(table_json(found))
    output.say(*table_lines(found))
    output.remark(*(notice_text(notice) for notice in (*found.questions, *found.warnings)))
    return 0
