"""`hunch import-onnx`: a model that was made elsewhere, used like our own."""

from pathlib import Path

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.brought_report import brought_json, brought_lines
from desktop_app.cli.called import called
from desktop_app.cli.goal import goal
from desktop_app.cli.open_questions import tell_open
from desktop_app.cli.output import DONE, WITH_WARNINGS, Output
from desktop_app.cli.reading import OPTIONS, How, reading_options
from desktop_app.cli.train import ENDINGS
from desktop_app.cli.work import done_by_worker, existing
from desktop_app.errors import UsageError
from desktop_app.language import _, mark
from desktop_app.records.brought import BringOrder, BroughtFile
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.trust_words import unusable_text
from desktop_app.workspace.trust import read_policy

HELP = mark(
    """Use an ONNX model that was made elsewhere, in PyTorch or TensorFlow for one, like one of Hunch's own.

    SCHEMA.json says which columns it reads and what its numbers mean: see "Bring a model from elsewhere" in
    Help, the same as bring-onnx.md in the folder that `hunch --help` names. With --tested, it is asked about
    rows whose answer is known, and you are told how good it is.

    Example: hunch import-onnx churn.onnx --schema churn.json --tested known.csv --out churn.hunch"""
)


@click.command("import-onnx", help=_(HELP), short_help=_("Use an ONNX model that was made elsewhere"))
@click.argument("file")
@click.option("--schema", metavar="SCHEMA.json", required=True, help=_("What its columns and numbers mean."))
@click.option("--tested", metavar="TABLE", help=_("Rows whose answer is known, to measure it with."))
@click.option("--out", metavar="MODEL.hunch", help=_("Where to save the model."))
@click.option("--force", is_flag=True, help=_("Replace the model if it is already there."))
@reading_options
@global_options
def command(  # noqa: PLR0913 - the options of the command
    asked: Asked, file: str, *, schema: str, tested: str | None, out: str | None, force: bool, how: How
) -> int:
    """Check the graph, measure it, save the model, and show the verdict."""
    if how != How() and not tested:
        raise UsageError("brought.no_table", options=list(OPTIONS))
    path, told = existing(file), existing(schema)
    place = Path(out or f"{Path(file).stem}.hunch").absolute()
    with goal(place, force=force, endings=ENDINGS) as there:
        order = BringOrder(
            path=path,
            schema=told,
            out=str(there.draft),
            tested=existing(tested) if tested else "",
            wishes=how.wishes,
            recipe=how.recipe,
        )
        brought = done_by_worker(asked, "bring_onnx", order, BroughtFile)
        there.land()
    if tested:
        tell_open(asked.output, brought.warnings, tested)
    asked.output.remark(unusable_text(read_policy(asked.settings.policy).policy))
    return _show(asked.output, brought, place)


def _show(output: Output, brought: BroughtFile, place: Path) -> int:
    verdict = brought.evaluation.verdict
    output.result(brought_json(brought, str(place)))
    output.say(*brought_lines(brought, str(place)))
    if verdict.is_for_use:
        return DONE
    if verdict.level != "untested":
        output.complain(text_of("cli.not_for_use", {"command": called("inspect"), "path": str(place)}))
    return WITH_WARNINGS
