"""`hunch report`: what a saved model is worth, as a page, for Word or as a PDF."""

import datetime
from pathlib import Path

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.goal import goal
from desktop_app.cli.output import DONE, Output
from desktop_app.cli.work import done_by_worker, existing
from desktop_app.language import _, mark
from desktop_app.records.orders import Written
from desktop_app.records.reporting import Audience, ReportOrder, ReportWishes
from desktop_app.reports.answers_words import saved_lines
from desktop_app.reports.report.writing import ENDINGS

HELP = mark(
    """Write the report of a model.

    Whether to trust it, when it is wrong, what matters to it, how it was tested, and what it is not for, in
    plain words and pictures. The ending of the file says in which form: a page, for Word, or a PDF.

    Example: hunch report customers.hunch --out report.pdf"""
)


@click.command("report", help=_(HELP), short_help=_("Write the report of a model"))
@click.argument("model")
@click.option("--out", metavar="OUT.html/.docx/.pdf", required=True, help=_("Where to save the report."))
@click.option(
    "--for",
    "audience",
    type=click.Choice(("everyone", "experts")),
    default="everyone",
    show_default=True,
    help=_("Who is to read it: experts get more figures, and the models that were tried."),
)
@click.option("--force", is_flag=True, help=_("Replace the file if it is already there."))
@global_options
def command(asked: Asked, model: str, *, out: str, audience: Audience, force: bool) -> int:
    """Write the report of a model file."""
    path, place = existing(model), Path(out).absolute()
    today = datetime.datetime.now().astimezone().date().isoformat()
    with goal(place, force=force, endings=ENDINGS) as there:
        wishes = ReportWishes(audience=audience, made=today)
        order = ReportOrder(out=str(there.draft), path=path, wishes=wishes)
        written = done_by_worker(asked, "write_report", order, Written)
        there.land()
    return _show(asked.output, written, place, audience)


def _show(output: Output, written: Written, out: Path, audience: Audience) -> int:
    output.result({"out": str(out), "size": written.size, "for": audience})
    output.say(*saved_lines(written, out.name))
    return DONE
