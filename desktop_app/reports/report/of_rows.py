"""From what was found of which rows are alike, or odd, to the content of its report."""

from desktop_app import __version__
from desktop_app.language import _, number, of_day, spoken
from desktop_app.records.clusters import Grouping
from desktop_app.records.oddness import Oddness, OddRow
from desktop_app.records.reporting import RowsFacts
from desktop_app.reports.cluster_words import (
    group_name,
    grouping_words,
    near_texts,
    share_text,
    traits_text,
)
from desktop_app.reports.compared_words import left_out_lines
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.odd_marks import Marked, hits_text, marked
from desktop_app.reports.odd_words import nearly_text, oddness_words, reasons_text, repeats_text
from desktop_app.reports.pictures.group_map import group_map
from desktop_app.reports.report.content import (
    Block,
    Judgement,
    Report,
    Section,
    Table,
    asides,
    bullets,
    figures,
    paragraphs,
)
from desktop_app.reports.report.printable import lines, printable
from desktop_app.reports.verdict_words import TONES, VerdictWords

MOST_ODD = 50  # rows in a report


def compose_rows(facts: RowsFacts, made: str = "") -> Report:
    """Return the report of what was found; *made*: on which day, ISO 8601.

    Raises ValueError where nothing was.
    """
    if facts.grouping:
        title, rows, sections = text_of("suggest.groups"), facts.grouping.rows, _of_groups(facts.grouping)
    elif facts.oddness:
        title, rows, sections = text_of("suggest.odd"), facts.oddness.rows, _of_odd(facts, facts.oddness)
    else:
        raise ValueError("there is nothing to tell")
    about = [text_of("rows_report.about", {"rows": rows, "file": facts.table})]
    if made:
        about.append(text_of("report.made", {"day": of_day(made), "version": __version__}))
    if note := lines(facts.note):
        sections = (*sections, Section(name="note", heading=text_of("report.note"), blocks=paragraphs(*note)))
    return printable(Report(title=title, about=tuple(about), language=spoken(), sections=sections))


def _of_groups(grouping: Grouping) -> tuple[Section, ...]:
    names = [group_name(place, one.name) for place, one in enumerate(grouping.clusters)]
    described = tuple(
        (name, share_text(one.rows, grouping.rows), traits_text(one))
        for name, one in zip(names, grouping.clusters, strict=True)
    )
    header = (_("Group"), _("Rows"), _("What tells it apart"))
    found: tuple[Block, ...] = ()
    if described:
        drawn = group_map(grouping.map, names, grouping.rows) if grouping.map else None
        near = bullets(*near_texts(grouping), lead=text_of("clusters.between_title"))
        caption = _("How large each group is")
        found = (Table(caption=caption, header=header, rows=described), *figures(drawn), *near)
    how = ("rows_report.how_groups", "rows_report.how_stable", "rows_report.how_fit", "rows_report.how_map")
    return _sections(
        grouping_words(grouping),
        ("rows_report.found_groups", found),
        (grouping.features, left_out_lines(grouping.left_out, grouping.rows)),
        how,
        ("rows_report.cannot_names", "rows_report.cannot_other"),
    )


def _of_odd(facts: RowsFacts, oddness: Oddness) -> tuple[Section, ...]:
    found = marked(oddness, facts.marks)
    shown = found.stand_out[:MOST_ODD] if oddness.level != "guessing" else ()
    more = len(found.stand_out) - len(shown) if shown else 0
    blocks: list[Block] = []
    if shown:
        header = (_("Row"), _("Less odd rows"), _("Why"))
        told = tuple((number(row.row + 1), number(row.less_odd), _why(row, found)) for row in shown)
        caption = _("The oddest first")
        blocks.append(Table(caption=caption, header=header, rows=told, amounts=(1,)))
    blocks += asides(
        hits_text(oddness, found),
        text_of("odd.more", {"count": more}) if more else "",
        text_of("odd.like_fine", {"count": found.like_fine}) if found.like_fine else "",
        repeats_text(oddness.repeats) if oddness.repeats else "",
        nearly_text(oddness.nearly) if oddness.nearly else "",
    )
    return _sections(
        oddness_words(oddness, is_seen=bool(facts.marks)),
        ("rows_report.found_odd", tuple(blocks)),
        (oddness.features, left_out_lines(oddness.left_out, oddness.rows)),
        ("rows_report.how_odd", "rows_report.how_chance", "rows_report.how_reasons"),
        ("rows_report.cannot_wrong", "rows_report.cannot_rules"),
    )


def _why(row: OddRow, found: Marked) -> str:
    mark, why = found.marks.get(row.row), reasons_text(row)
    if mark is None:
        return why
    return text_of("rows_report.marked", {"reason": why, "mark": text_of(f"odd.mark_{mark}")})


def _sections(
    words: VerdictWords,
    found: tuple[str, tuple[Block, ...]],
    columns: tuple[tuple[str, ...], list[str] | tuple[str, ...]],
    how: tuple[str, ...],
    cannot: tuple[str, ...],
) -> tuple[Section, ...]:
    judged = Judgement(
        badge=words.badge,
        tone=TONES[words.level] if words.level != "guessing" else "accent",
        line="",
        headline=words.headline,
        support=words.support,
    )
    used = text_of("rows_report.used", {"columns": list(columns[0])})
    every = (
        Section(name="short", heading=text_of("report.short"), blocks=(judged, *paragraphs(words.help))),
        Section(name="groups", heading=text_of(found[0]), blocks=found[1]),
        Section(name="limits", heading=text_of("rows_report.cannot"), blocks=bullets(*map(text_of, cannot))),
        Section(
            name="matters",
            heading=text_of("rows_report.data"),
            blocks=(*paragraphs(used), *bullets(*columns[1])),
        ),
        Section(name="tested", heading=text_of("rows_report.how"), blocks=bullets(*map(text_of, how))),
    )
    return tuple(section for section in every if section.blocks)
