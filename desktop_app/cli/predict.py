"""`hunch predict`: answer every row of a new file with a saved model."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from desktop_app.cli.amounts import WholeNumber
from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.column_options import column_options
from desktop_app.cli.compared import show_compared
from desktop_app.cli.elsewhere import answering_options, cluster_of, cluster_to_answer
from desktop_app.cli.goal import goal
from desktop_app.cli.goal_of_parts import goal_of_parts
from desktop_app.cli.moved_on import show_ahead
from desktop_app.cli.open_questions import other_texts, tell_open
from desktop_app.cli.output import DONE, WITH_WARNINGS, Output
from desktop_app.cli.predict_folder import predict_folder
from desktop_app.cli.predict_wanted import Wanted
from desktop_app.cli.reading import reading_options
from desktop_app.cli.shared_storage import lone_answered_there
from desktop_app.cli.work import done_by_worker, existing, mapped_json, multiplied_json, notices_json
from desktop_app.language import _, mark
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.looking_ahead import AnsweredFile
from desktop_app.records.models import Answers, Truth
from desktop_app.records.notices import Notice
from desktop_app.records.orders import PredictedFile, PredictFileOrder, Written
from desktop_app.reports.answers_words import CHANGED, answers_lines, preflight_lines, saved_lines
from desktop_app.reports.decision_words import decided_text
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.truth_words import is_promised, truth_lines
from desktop_app.reports.where_learned import where_answered
from desktop_app.tables.out.delivering import ANSWER_ENDINGS, keep_own_past, keep_own_workbook
from desktop_app.tables.out.writing import ENDINGS

HELP = mark(
    """Answer every row of a new file.

    The result has all columns of FILE, in the same order of rows, and beside them the answers; the column
    "caution" says where an answer should not be trusted, and why. Of a forecast, FILE holds newer rows, and
    the result has a row for each step ahead. Of a file that "groups" or "anomalies" saved, each row gets its
    group, or "fits none", or how odd it is beside the old rows. Where FILE is a folder, each file in it is
    answered into the folder OUT, several at a time; what is there already stays.

    Example: hunch predict customers.hunch december.csv --out answers.xlsx"""
)


@click.command("predict", help=_(HELP), short_help=_("Answer every row of a new file"))
@click.argument("model")
@click.argument("file")
@click.option(
    "--out",
    metavar="OUT.csv/.xlsx/.parquet",
    required=True,
    help=_("Where to save the answers; or a folder."),
)
@click.option(
    "--format",
    type=click.Choice([ending.removeprefix(".") for ending in ENDINGS]),
    help=_("The kind of the files in the folder OUT; without it, as the files that came in."),
)
@click.option(
    "--parts",
    type=WholeNumber(min=1),
    metavar="ROWS",
    help=_("Save the answers in files of so many rows each, in the folder OUT."),
)
@column_options
@click.option(
    "--explain",
    is_flag=True,
    help=_("Say for each row what moved its answer most. Takes up to half a minute for 10,000 rows."),
)
@click.option("--force", is_flag=True, help=_("Replace the file if it is already there."))
@answering_options
@click.option(
    "--shared",
    is_flag=True,
    help=_("The workers of the cluster see FILE and OUT as this computer does, and read and write them."),
)
@reading_options
@global_options
def command(asked: Asked, model: str, file: str, **options: Any) -> int:
    """Answer the rows, save the file, and say how many answers need care."""
    wanted, path = Wanted(**options), Path(file)
    out = Path(wanted.out).absolute()
    wanted.check(asked, path, out)
    order = PredictFileOrder(
        model=existing(model),
        path="",
        out="",
        allow_missing=wanted.allow_missing,
        matches=wanted.matches,
        multiply=wanted.multiply,
        explain=wanted.explain,
        wishes=wanted.how.wishes,
        recipe=wanted.how.recipe,
        parts=wanted.parts_of(path.name),
    )
    if path.is_dir():
        cluster = cluster_of(asked, wanted.dask, wanted.dask_keys)
        return predict_folder(asked, replace(order, cluster=cluster), wanted.folders(path.resolve(), out))
    cluster = cluster_to_answer(asked, order.model, wanted.dask, wanted.dask_keys)
    return _one_file(asked, replace(order, path=existing(file), cluster=cluster), out, wanted)


def _one_file(asked: Asked, order: PredictFileOrder, out: Path, wanted: Wanted) -> int:
    path, force = Path(order.path), wanted.force
    going = goal_of_parts(out, force=force) if order.parts else goal(out, force=force, endings=ANSWER_ENDINGS)
    with going as place:
        order = replace(order, out=str(place.draft))
        if wanted.shared and order.cluster:
            answered = AnsweredFile(rows=lone_answered_there(asked, order))
        else:
            answered = done_by_worker(asked, "predict_any", order, AnsweredFile)
        _keep_own(answered, path, out)
        place.land()
    if answered.ahead:
        return show_ahead(asked.output, answered.ahead, out)
    if answered.compared:
        tell_open(asked.output, answered.compared.warnings, path.name)
        return show_compared(asked.output, answered.compared, out)
    predicted = answered.answers
    tell_open(asked.output, predicted.warnings, path.name)
    return _show(asked.output, predicted, out)


def _keep_own(answered: AnsweredFile, path: Path, out: Path) -> None:
    """Raise SaveError where the result would take the place of a file that holds more than it."""
    if answered.ahead:
        keep_own_past(path, out)
    elif _written(answered).workbook == "new":
        keep_own_workbook(path, out)


def _written(answered: AnsweredFile) -> Written:
    return answered.compared.written if answered.compared else answered.answers.written


def _show(output: Output, predicted: PredictedFile, out: Path) -> int:
    answers = predicted.answers
    output.result(_json(predicted, out))
    output.say(*_same_way(answers), *answers_lines(answers), *saved_lines(predicted.written, out.name))
    output.say(*where_answered(predicted.on_cluster))
    output.say(*truth_lines(answers))
    if answers.truth:
        output.say(text_of("cli.own_rows"))
    output.remark(decided_text(answers.decision))
    output.remark(*other_texts(predicted.warnings))
    output.remark(*(text for level, text in preflight_lines(answers.preflight) if level != "note"))
    if answers.cautions:
        values = {"count": answers.cautions, "rows": answers.rows, "path": str(out)}
        output.complain(text_of("cli.row_cautions", values), text_of("cli.row_cautions.hint", values))
    return WITH_WARNINGS if answers.need_care else DONE


def _truth_json(truth: Truth) -> dict[str, JSON]:
    promised = truth.promised.value if is_promised(truth) else None
    return {**to_json(truth.score), "promised": promised, "holds": truth.holds}


def _why_not(predicted: PredictedFile) -> list[Notice]:
    """Return why a workbook is not the one that came in, and why right answers are not counted, if so."""
    return [why for why in (predicted.written.why_new, predicted.answers.untold) if why]


def _same_way(answers: Answers) -> list[str]:
    """Return what is said even where all is well: how the file was read, and what was multiplied."""
    said = ("import.recipe", *CHANGED)
    return [notice_text(notice) for notice in answers.preflight.notices if notice.code in said]


def _json(predicted: PredictedFile, out: Path) -> dict[str, JSON]:
    answers = predicted.answers
    odd = [notice for notice in answers.preflight.notices if notice.level != "note"]
    summary: dict[str, JSON] = {"counts": dict(answers.counts)}
    if answers.middle is not None:
        summary = {"low": answers.low, "middle": answers.middle, "high": answers.high}
    return {
        "rows": answers.rows,
        "cautions": answers.cautions,
        "columns": list(predicted.written.added),
        "renamed": list(predicted.written.renamed),
        "answers": summary,
        "decision": to_json(answers.decision),
        "truth": _truth_json(answers.truth) if answers.truth else None,
        "check": {
            "fit": answers.preflight.fit,
            "mapped": mapped_json(answers.preflight),
            "multiplied": multiplied_json(answers.preflight),
            "missing": list(answers.preflight.missing),
        },
        "warnings": notices_json((*predicted.warnings, *odd, *_why_not(predicted))),
        "workbook": predicted.written.workbook or None,
        "out": str(out),
        **({"parts": to_json(predicted.written.parts)} if predicted.written.parts else {}),
        **({"on_cluster": to_json(predicted.on_cluster)} if predicted.on_cluster else {}),
    }
