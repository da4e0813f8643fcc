"""`hunch convert`: a table as it was understood, for other programs."""

from pathlib import Path

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.goal import goal
from desktop_app.cli.open_questions import other_texts, questions_json, tell_open
from desktop_app.cli.output import DONE, WITH_WARNINGS, Output
from desktop_app.cli.reading import How, reading_options
from desktop_app.cli.work import done_by_worker, existing, notices_json
from desktop_app.language import _, mark, say
from desktop_app.records.converting import ConvertedFile, ConvertFileOrder
from desktop_app.records.jsonable import JSON
from desktop_app.reports.answers_words import saved_lines
from desktop_app.reports.table_size import size_words
from desktop_app.reports.two_readings import open_notices
from desktop_app.tables.out.writing import ENDINGS

HELP = mark(
    """Save a table as it was understood.

    Numbers become numbers and days become days, whatever they looked like; marks for "no value" become empty
    cells. Text that a spreadsheet would take for a formula stays text.

    Example: hunch convert export.txt --out export.xlsx"""
)


@click.command("convert", help=_(HELP), short_help=_("Save a table as it was understood"))
@click.argument("file")
@click.option("--out", metavar="OUT.csv/.xlsx/.parquet", required=True, help=_("Where to save the table."))
@click.option("--force", is_flag=True, help=_("Replace the file if it is already there."))
@reading_options
@global_options
def command(asked: Asked, file: str, *, out: str, force: bool, how: How) -> int:
    """Read the file, save the table, and say what was noticed."""
    path, place = existing(file), Path(out).absolute()
    with goal(place, force=force, endings=ENDINGS) as there:
        order = ConvertFileOrder(path=path, out=str(there.draft), wishes=how.wishes, recipe=how.recipe)
        converted = done_by_worker(asked, "convert_file", order, ConvertedFile)
        there.land()
    tell_open(asked.output, converted.warnings, file)
    return _show(asked.output, converted, place)


def _show(output: Output, converted: ConvertedFile, out: Path) -> int:
    output.result(_json(converted, out))
    size = say("{rows}, {columns}.", size_words(converted.rows, len(converted.columns)))
    output.say(size, *saved_lines(converted.written, out.name))
    output.remark(*other_texts(converted.warnings))
    return WITH_WARNINGS if open_notices(converted.questions) else DONE


def _json(converted: ConvertedFile, out: Path) -> dict[str, JSON]:
    return {
        "rows": converted.rows,
        "columns": [{"name": name, "type": type_} for name, type_ in converted.columns.items()],
        "renamed": list(converted.written.renamed),
        "questions": questions_json(converted.questions),
        "warnings": notices_json(converted.warnings),
        "out": str(out),
    }
