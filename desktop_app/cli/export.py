"""`hunch export`: a model for others, in another form or without what may point to a person."""

import shlex
from pathlib import Path
from typing import Any

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.called import called
from desktop_app.cli.goal import goal
from desktop_app.cli.output import DONE
from desktop_app.cli.train import ENDINGS
from desktop_app.cli.work import done_by_worker, existing
from desktop_app.errors import DataError, UsageError
from desktop_app.language import _, mark
from desktop_app.records.handover import ENDINGS as FORMS
from desktop_app.records.handover import HandoverKind, HandoverOrder
from desktop_app.records.model_files import ImpersonalOrder, SavedImpersonal
from desktop_app.records.orders import Written
from desktop_app.reports.answers_words import saved_lines
from desktop_app.reports.impersonal_words import taken_lines

HELP = mark(
    """Save a model for people and programs that do not have Hunch.

    html is one page that answers in any browser, without a network; xlsx is a workbook that answers in Excel;
    onnx is the model for other programs; python is a script that learns the same from the same file.

    With --without-personal, and an OUT that ends in .hunch, the model file itself is saved without values and
    words that fewer than five rows shared. All other rows get the very answers that they had; rows that hold
    one of these are answered as rows with a new value.

    Example: hunch export customers.hunch --to html --out customers.html"""
)


@click.command("export", help=_(HELP), short_help=_("Save a model for a browser, Excel, ONNX or Python"))
@click.argument("model")
@click.option("--to", "kind", type=click.Choice(tuple(FORMS)), help=_("In which form."))
@click.option("--without-personal", is_flag=True, help=_("Take out what may point to a person."))
@click.option("--out", metavar="OUT", required=True, help=_("Where to save it."))
@click.option("--force", is_flag=True, help=_("Replace the file if it is already there."))
@global_options
def command(
    asked: Asked, model: str, *, kind: HandoverKind | None, without_personal: bool, **where: Any
) -> int:
    """Save the model under another name, and say what was taken out."""
    if without_personal == bool(kind):
        raise UsageError("cli.export_how")
    if kind:
        return _handed_over(asked, model, kind, **where)
    return _without_personal(asked, existing(model), **where)


def _without_personal(asked: Asked, model: str, *, out: str, force: bool) -> int:
    place = Path(out).absolute()
    if place.exists() and place.samefile(model):  # what is taken out would be lost
        raise UsageError("cli.export_same", model=place.name)
    with goal(place, force=force, endings=ENDINGS) as there:
        order = ImpersonalOrder(model=model, out=str(there.draft))
        saved = done_by_worker(asked, "save_impersonal", order, SavedImpersonal)
        there.land()
    asked.output.result({"model": str(place), "values": saved.values, "words": saved.words})
    asked.output.say(*taken_lines(saved, place.name))
    return DONE


def _handed_over(asked: Asked, model: str, kind: HandoverKind, *, out: str, force: bool) -> int:
    place = Path(out).absolute()
    with goal(place, force=force, endings=(FORMS[kind],)) as there:
        order = HandoverOrder(model=existing(model), kind=kind, out=str(there.draft))
        try:
            written = done_by_worker(asked, "hand_over", order, Written)
        except DataError as error:
            raise _with_command(error, model, kind) from error
        there.land()
    asked.output.result({"out": str(place), "to": kind, "size": written.size})
    asked.output.say(*saved_lines(written, place.name))
    return DONE


def _with_command(error: DataError, model: str, kind: HandoverKind) -> DataError:
    """Return the failure; where the form cannot hold the model, with the command that learns one it can."""
    table = error.values.get("table")
    if not isinstance(table, str):
        return error
    out = Path(model).with_name(f"{Path(model).stem}-{kind}.hunch")
    words = [table, "--like", model, "--for", kind, "--out", str(out)]
    command = f"{called('train')} {shlex.join(words)}"
    return DataError(error.code, **{**error.values, "command": command})
