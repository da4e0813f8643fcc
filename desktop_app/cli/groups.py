"""`hunch groups`: which rows are alike, and whether there are groups at all."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from desktop_app.cli.amounts import SEED, WholeNumber
from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.column_options import choice_options
from desktop_app.cli.kept import Places, kept_text, places
from desktop_app.cli.open_questions import not_said_yet, other_texts, tell_open
from desktop_app.cli.output import DONE, WITH_WARNINGS, Output
from desktop_app.cli.reading import How, reading_options
from desktop_app.cli.work import done_by_worker, excluded_json, existing, notices_json
from desktop_app.language import _, mark
from desktop_app.records.clusters import GroupedFile, GroupFileOrder, Grouping, GroupingPlan
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.reports.answers_words import saved_lines
from desktop_app.reports.cluster_words import (
    group_name,
    grouping_words,
    near_texts,
    trait_text,
    traits_text,
)
from desktop_app.reports.compared_words import left_out_lines
from desktop_app.reports.notice_words import text_of
from desktop_app.tables.out.delivering import keep_own_workbook

HELP = mark(
    """Find groups of rows that are alike, and say whether there are any.

    Each group is told apart in counts. With --out, the table is saved with the group of each row and its
    fit: from 1 in the middle of the group to 0 on a border. With --model, the groups are kept without any
    row of the table, and predict puts new rows into them, or into none.

    Example: hunch groups customers.csv --out grouped.xlsx"""
)
SHORT = mark("Find groups of rows that are alike, and say whether there are any")
MOST_GROUPS = 20
SHOWN = 10  # rows between groups


@click.command("groups", help=_(HELP), short_help=_(SHORT))
@click.argument("file")
@click.option(
    "--number",
    type=WholeNumber(min=2, max=MOST_GROUPS),
    metavar="N",
    help=_("Find so many groups, also where they are not clear."),
)
@choice_options
@click.option("--seed", type=SEED, default=0, help=_("Same seed, same groups."))
@click.option("--out", metavar="OUT", help=_("Where to save each row with its group: .csv, .xlsx, .parquet."))
@click.option(
    "--model",
    metavar="MODEL.hunch",
    help=_("Where to keep the groups, so that predict puts new rows into them."),
)
@click.option("--force", is_flag=True, help=_("Replace OUT or MODEL if it is already there."))
@click.option(
    "--name", "names", multiple=True, help=_("A name for a group, the largest first; may stand again.")
)
@reading_options
@global_options
def command(asked: Asked, file: str, *, how: How, **options: Any) -> int:
    """Find the groups, save them where that is wanted, and show them."""
    path, wanted = existing(file), {name: options.pop(name) for name in ("out", "model", "force")}
    names = options.pop("names")
    plan = GroupingPlan(**{name: value for name, value in options.items() if value is not None})
    with places(**wanted) as there:
        order = GroupFileOrder(path=path, plan=plan, names=names, wishes=how.wishes, recipe=how.recipe)
        grouped = _found(asked, replace(order, out=there.draft, model=there.model_draft), file)
        _land(there, grouped, Path(path))
    if names and len(names) != (count := len(grouped.grouping.clusters)):
        asked.output.complain(text_of("clusters.names_unused", {"count": count, "given": len(names)}))
    return _show(asked.output, grouped, there)


def _land(there: Places, grouped: GroupedFile, path: Path) -> None:
    if there.out and grouped.written:
        if grouped.written.workbook == "new":
            keep_own_workbook(path, there.out.path)
        there.out.land()
    if there.model and grouped.is_kept:
        there.model.land()


def _found(asked: Asked, order: GroupFileOrder, file: str) -> GroupedFile:
    grouped = done_by_worker(asked, "group_file", order, GroupedFile)
    tell_open(asked.output, grouped.warnings, file)
    return grouped


def _show(output: Output, grouped: GroupedFile, there: Places) -> int:
    grouping = grouped.grouping
    words = grouping_words(grouping)
    output.result(_json(grouped, there))
    output.say(
        words.headline if grouping.level == "guessing" else f"{words.badge}. {words.headline}", words.support
    )
    for place, cluster in enumerate(grouping.clusters):
        values = {"name": group_name(place, cluster.name), "count": cluster.rows}
        output.say("", text_of("clusters.size", values), *(f"  {trait_text(one)}" for one in cluster.traits))
        if not cluster.traits:
            output.say(f"  {text_of('clusters.like_all')}")
    if grouping.near:
        output.say(
            "", text_of("clusters.between_title"), *(f"  {one}" for one in near_texts(_some(grouping)))
        )
    if grouping.clusters and not there.out:
        output.say("", text_of("clusters.with_out", {"options": ["--out"]}))
    if grouping.clusters and not there.model:
        output.say(text_of("clusters.with_model", {"options": ["--model"]}))
    output.say("", *filter(None, [words.help, *left_out_lines(grouping.left_out, grouping.rows)]))
    output.remark(*other_texts(not_said_yet(grouped.warnings, grouping.left_out)))
    _say_saved(output, grouped, there)
    return DONE if words.level not in ("guessing", "suspicious") else WITH_WARNINGS


def _some(grouping: Grouping) -> Grouping:
    return replace(grouping, near=grouping.near[:SHOWN])


def _say_saved(output: Output, grouped: GroupedFile, there: Places) -> None:
    if grouped.written and there.out:
        output.say(*saved_lines(grouped.written, there.out.path.name))
    if grouped.is_kept and there.model:
        output.say(kept_text(there.model))
    if (there.out or there.model) and not grouped.grouping.clusters:
        output.complain(text_of("clusters.not_written"))


def _json(grouped: GroupedFile, there: Places) -> dict[str, JSON]:
    grouping, words = grouped.grouping, grouping_words(grouped.grouping)
    return {
        "groups": [
            {
                "name": group_name(place, cluster.name),
                "rows": cluster.rows,
                "description": traits_text(cluster),
                "traits": [to_json(trait) for trait in cluster.traits],
            }
            for place, cluster in enumerate(grouping.clusters)
        ],
        "verdict": {"level": words.level, "sentence": words.sentence},
        "stability": to_json(grouping.stability),
        "rows": grouping.rows,
        "between": grouping.between,
        "near": [
            {
                "row": one.row + 1,
                "group": group_name(one.group),
                "other": group_name(one.other),
                "fit": one.fit,
            }
            for one in grouping.near
        ],
        "features": list(grouping.features),
        "excluded": excluded_json(grouping.left_out),
        "warnings": notices_json(grouped.warnings),
        "seconds": grouping.seconds,
        "out": str(there.out.path) if there.out and grouped.written else None,
        "model": str(there.model.path) if there.model and grouped.is_kept else None,
    }
