"""New rows beside old ones, and the card of a file that tells them, for people and as JSON."""

from pathlib import Path

from desktop_app.cli.beside_json import beside_json, odd_rows_json
from desktop_app.cli.open_questions import other_texts
from desktop_app.cli.output import DONE, WITH_WARNINGS, Output
from desktop_app.cli.work import mapped_json, multiplied_json, notices_json
from desktop_app.models.compared_prose import holds_text, reached_text
from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.compared_files import ComparedFile, Scoring
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.notices import first_few
from desktop_app.reports.answers_words import preflight_lines, saved_lines
from desktop_app.reports.beside_words import beside_lines, made_text, old_degree_text, others_text
from desktop_app.reports.cluster_words import group_name, grouping_words, traits_text
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.odd_words import reason_texts

SHOWN = 10  # rows
MOST_NAMED = 30  # columns


def show_compared(output: Output, compared: ComparedFile, out: Path) -> int:
    """Show what new rows were told, what was noticed, and where all are saved; return the exit code."""
    output.result(_json(compared, out))
    output.say(*beside_lines(compared), *(_odd_rows(compared.scoring) if compared.scoring else []))
    output.say("", *saved_lines(compared.written, out.name))
    output.remark(*other_texts(compared.warnings))
    output.remark(*(text for level, text in preflight_lines(compared.preflight) if level != "note"))
    if others := others_text(compared):
        output.complain(others)
    if compared.cautions:
        values = {"count": compared.cautions, "rows": compared.rows, "path": str(out)}
        output.complain(text_of("cli.row_cautions", values), text_of("cli.row_cautions.hint", values))
    is_well = compared.preflight.fit == "fits" and not compared.cautions and not compared.are_others
    return DONE if is_well else WITH_WARNINGS


def _odd_rows(scoring: Scoring) -> list[str]:
    oddness, lines = scoring.oddness, list[str]()
    for row in oddness.odd[:SHOWN]:
        lines += ["", old_degree_text(row, scoring.usual), *(f"  {reason}" for reason in reason_texts(row))]
    if oddness.count > SHOWN:
        lines += ["", text_of("odd.more", {"count": oddness.count - SHOWN})]
    return lines


def _json(compared: ComparedFile, out: Path) -> dict[str, JSON]:
    odd = [notice for notice in compared.preflight.notices if notice.level != "note"]
    return {
        "task": compared.card.found.kind,
        "rows": compared.rows,
        **beside_json(compared),
        **({"odd": odd_rows_json(compared.scoring.oddness.odd)} if compared.scoring else {}),
        "cautions": compared.cautions,
        "columns": list(compared.written.added),
        "check": {
            "fit": compared.preflight.fit,
            "mapped": mapped_json(compared.preflight),
            "multiplied": multiplied_json(compared.preflight),
            "missing": list(compared.preflight.missing),
        },
        "warnings": notices_json((*compared.warnings, *odd)),
        "out": str(out),
    }


def compared_json(card: ComparedCard) -> dict[str, JSON]:
    """Return all that such a file says of itself."""
    facts: dict[str, JSON] = to_json(card)
    return facts | {"task": card.found.kind}


def compared_lines(card: ComparedCard) -> list[str]:
    """Return the card as lines for a person."""
    grouping, oddness = card.found.grouping, card.found.oddness
    lines = [made_text(card)]
    if grouping:
        words = grouping_words(grouping)
        lines += [f"{words.badge}. {words.headline}", words.support]
        for place, one in enumerate(grouping.clusters):
            size = text_of("clusters.size", {"name": group_name(place, one.name), "count": one.rows})
            lines += [size, f"  {traits_text(one)}"]
        lines.append(reached_text(card))
    if oddness:
        lines.append(text_of("odd.at_home", {"count": oddness.count}))
    columns = first_few(card.schema.names, MOST_NAMED)
    return [*filter(None, lines), text_of("compare.reads", {"columns": columns}), holds_text(card)]
