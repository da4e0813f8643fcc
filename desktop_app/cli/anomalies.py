"""`hunch anomalies`: which rows are odd, why, and how many would look so by chance."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from desktop_app.cli.amounts import SEED, WholeNumber
from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.beside_json import odd_rows_json
from desktop_app.cli.column_options import choice_options
from desktop_app.cli.kept import Places, kept_text, places
from desktop_app.cli.open_questions import not_said_yet, other_texts, tell_open
from desktop_app.cli.output import DONE, WITH_WARNINGS, Output
from desktop_app.cli.reading import How, reading_options
from desktop_app.cli.work import done_by_worker, excluded_json, existing, notices_json
from desktop_app.language import _, mark
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.oddness import NearPair, OddFile, OddFileOrder, Oddness, OddnessPlan, OddRow, Repeats
from desktop_app.reports.answers_words import saved_lines
from desktop_app.reports.compared_words import left_out_lines
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.odd_words import (
    nearly_text,
    oddness_words,
    pair_text,
    reason_texts,
    repeats_text,
    row_text,
)
from desktop_app.tables.out.delivering import keep_own_workbook

HELP = mark(
    """Find rows that are odd among the others, and say why each is.

    Beside the count stands how many rows would look as odd by chance. With --out, the table is saved with
    the oddness of each row, from 0 to 100, and with the reasons of those that stand out. With --model, it is
    kept what is usual, for new files: means of five rows or more that are alike, and no row of the table.

    Example: hunch anomalies payments.csv --out odd.xlsx"""
)
SHORT = mark("Find rows that are odd, with reasons")
SHOWN, MOST_SHOWN = 10, 1_000  # rows


@click.command("anomalies", help=_(HELP), short_help=_(SHORT))
@click.argument("file")
@choice_options
@click.option(
    "--show",
    type=WholeNumber(min=1, max=MOST_SHOWN),
    metavar="N",
    help=_("Show so many of the oddest rows, also where they are no odder than some are by chance."),
)
@click.option("--seed", type=SEED, default=0, help=_("Same seed, same rows."))
@click.option(
    "--out", metavar="OUT", help=_("Where to save each row with its oddness: .csv, .xlsx, .parquet.")
)
@click.option(
    "--model",
    metavar="MODEL.hunch",
    help=_("Where to keep what is usual, so that predict compares new rows with it."),
)
@click.option("--force", is_flag=True, help=_("Replace OUT or MODEL if it is already there."))
@reading_options
@global_options
def command(asked: Asked, file: str, *, how: How, **options: Any) -> int:
    """Find the odd rows, save what was asked for, and show the oddest."""
    show: int | None = options.pop("show")
    path, wanted = existing(file), {name: options.pop(name) for name in ("out", "model", "force")}
    with places(**wanted) as there:
        order = OddFileOrder(path=path, plan=OddnessPlan(**options), wishes=how.wishes, recipe=how.recipe)
        found = _found(asked, replace(order, out=there.draft, model=there.model_draft), file)
        if there.out and found.written:
            if found.written.workbook == "new":
                keep_own_workbook(Path(path), there.out.path)
            there.out.land()
        if there.model:
            there.model.land()
    return _show(asked.output, found, there, show)


def _found(asked: Asked, order: OddFileOrder, file: str) -> OddFile:
    found = done_by_worker(asked, "odd_file", order, OddFile)
    tell_open(asked.output, found.warnings, file)
    return found


def _show(output: Output, found: OddFile, there: Places, show: int | None) -> int:
    oddness, words = found.oddness, oddness_words(found.oddness)
    output.result(_json(found, there, show))
    output.say(words.headline, words.support)
    _tell_rows(output, oddness, show)
    if oddness.repeats:
        output.say("", repeats_text(oddness.repeats))
    if oddness.nearly:
        told = map(pair_text, oddness.nearly.pairs[:SHOWN])
        output.say("", nearly_text(oddness.nearly), *(f"  {line}" for line in told))
    if not there.out:
        output.say("", text_of("odd.with_out", {"options": ["--out"]}))
    if not there.model:
        output.say(text_of("odd.with_model", {"options": ["--model"]}))
    output.say("", words.help, *left_out_lines(oddness.left_out, oddness.rows))
    output.remark(*other_texts(not_said_yet(found.warnings, oddness.left_out)))
    if found.written and there.out:
        output.say(*saved_lines(found.written, there.out.path.name))
    if there.model:
        output.say(kept_text(there.model))
    return WITH_WARNINGS if words.level == "suspicious" else DONE


def _tell_rows(output: Output, oddness: Oddness, show: int | None) -> None:
    """Tell the oddest rows; where none is odder than some are by chance, only if a person wants so many."""
    wanted = SHOWN if show is None else show
    stand_out = oddness.odd[:wanted] if oddness.level != "guessing" else ()
    others = (*(oddness.odd if oddness.level == "guessing" else ()), *oddness.after)
    _tell(output, stand_out, oddness.rows)
    if oddness.level != "guessing" and oddness.count > len(stand_out):
        output.say("", text_of("odd.more", {"count": oddness.count - len(stand_out)}))
    if show is not None and wanted > len(stand_out) and others:
        output.say("", text_of("odd.beyond"))
        _tell(output, others[: wanted - len(stand_out)], oddness.rows)


def _tell(output: Output, rows: tuple[OddRow, ...], of: int) -> None:
    for row in rows:
        output.say("", row_text(row, of), *(f"  {reason}" for reason in reason_texts(row)))


def _json(found: OddFile, there: Places, show: int | None) -> dict[str, JSON]:
    oddness, words = found.oddness, oddness_words(found.oddness)
    return {
        "rows": oddness.rows,
        "odd": odd_rows_json(oddness.odd if show is None else (*oddness.odd, *oddness.after)[:show]),
        "count": oddness.count,
        "by_chance": oddness.by_chance,
        "repeats": to_json(_counted_from_one(oddness.repeats)) if oddness.repeats else None,
        "nearly": [_pair_json(pair) for pair in oddness.nearly.pairs] if oddness.nearly else [],
        "verdict": {"level": words.level, "sentence": words.sentence},
        "features": list(oddness.features),
        "excluded": excluded_json(oddness.left_out),
        "warnings": notices_json(found.warnings),
        "seconds": oddness.seconds,
        "out": str(there.out.path) if there.out and found.written else None,
        "model": str(there.model.path) if there.model else None,
    }


def _pair_json(pair: NearPair) -> dict[str, JSON]:
    rows: list[JSON] = [pair.row + 1, pair.other + 1]
    return {"rows": rows, "column": pair.column, "values": [pair.value, pair.other_value]}


def _counted_from_one(repeats: Repeats) -> Repeats:
    return replace(repeats, places=tuple(tuple(place + 1 for place in places) for places in repeats.places))
