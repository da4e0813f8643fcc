"""Answers for the person: in the workbook that their rows came from, or else in a new file."""

from dataclasses import replace
from pathlib import Path

from desktop_app.errors import SaveError, UsageError
from desktop_app.records.notices import Notice
from desktop_app.records.orders import Written
from desktop_app.records.picks import Pick
from desktop_app.records.tables import WORKBOOKS
from desktop_app.tables.out.excel import check_sheet
from desktop_app.tables.out.workbook.adding import MACROS, add_to_workbook
from desktop_app.tables.out.workbook.new_columns import Answered
from desktop_app.tables.out.workbook.reasons import NotSafeError
from desktop_app.tables.out.writing import ENDINGS, write_answers, write_picked

ANSWER_ENDINGS = (*ENDINGS, MACROS)  # the last one for workbooks that have macros already
_EXCEL = (".xlsx", MACROS)


def deliver(answered: Answered, out: Path) -> Written:
    """Write a table and the answers to its rows to *out*: a workbook comes back as it was, with columns more.

    Where that is not safe, *out* is a new workbook with the table alone, and the result says why. Raises as
    `write_answers` does, and SaveError where macros could not be kept, or such a new workbook would take the
    place of the one that the table came from.
    """
    ending, why = out.suffix.lower(), None
    if ending in _EXCEL and answered.table.recipe.format in WORKBOOKS:
        try:
            return add_to_workbook(answered, out)
        except NotSafeError as error:
            why = error.notice
    if ending == MACROS:
        raise _without_macros(why, out)
    if why:
        keep_own_workbook(answered.source, out)
    written = write_answers(answered.folder, answered.table, answered.answers, answered.headings, out)
    return replace(written, workbook="new", why_new=why) if why else written


def check_room(out: Path, rows: int) -> None:
    """Raise SaveError where so many rows do not go into *out*: better before they are answered."""
    if out.suffix.lower() in _EXCEL:
        check_sheet(rows, out.name)


def deliver_picked(answered: Answered, pick: Pick, out: Path) -> Written:
    """Write some rows of a table and the answers to them to *out*, a new file.

    Raises as `write_picked` does, and SaveError where it would take the place of the file with all of them.
    """
    if _is_same(answered.source, out):
        raise SaveError("save.own_file", file=out.name)
    return write_picked(answered, pick, out)


def keep_own_workbook(source: Path | None, out: Path) -> None:
    """Raise SaveError where *out* is the file that a table came from: it holds more than the table."""
    if _is_same(source, out):
        raise SaveError("save.own_workbook", file=out.name)


def keep_own_past(source: Path, out: Path) -> None:
    """Raise SaveError where *out* is the file that holds the past: what comes next does not hold it."""
    if _is_same(source, out):
        raise SaveError("save.own_past", file=out.name)


def _is_same(source: Path | None, out: Path) -> bool:
    return source is not None and source.exists() and out.exists() and source.samefile(out)


def _without_macros(why: Notice | None, out: Path) -> UsageError | SaveError:
    if why is None or why.code in ("workbook.no_macros", "workbook.format"):
        return UsageError("cli.out_type", ending=MACROS, endings=list(ENDINGS))
    return SaveError("save.macros", file=out.name)
