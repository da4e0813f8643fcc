"""The sections that compare: answers for groups of rows, and the model with others of its table."""

from dataclasses import replace

from desktop_app.language import _, name
from desktop_app.records.comparing import Compared
from desktop_app.records.groups import Group
from desktop_app.records.reporting import ReportFacts
from desktop_app.reports.compare_words import compared_texts
from desktop_app.reports.decision_words import counted_text, since_text
from desktop_app.reports.group_table import Cell, group_table
from desktop_app.reports.group_words import (
    GroupWords,
    main_measure,
    told_gaps,
    told_others,
    told_stand_ins,
)
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.pictures.groups import groups_picture
from desktop_app.reports.report.content import Block, Figure, Table, asides, bullets, paragraphs

# What is said of a range: whether it is the first of all, and whether it is the last.
_OPEN = {(True, False): "report.up_to", (False, True): "report.from", (True, True): "report.filled"}


def groups_blocks(facts: ReportFacts, *, is_expert: bool) -> tuple[Block, ...]:
    """Return how its answers come out for the groups that were compared; none of few rows is named."""
    if facts.groups is None:
        return ()
    words = _without_ends(GroupWords(compared=facts.groups, evaluation=facts.evaluation))
    drawn = main_measure(words.compared)
    few = sum(not group.figures for group in words.compared.groups)
    is_older = since_text(facts.decision, facts.counted) != ""
    counted = (
        counted_text(facts.decision, facts.counted),
        text_of("report.groups_since") if is_older else "",
    )
    return (
        *paragraphs(*told_gaps(words)),
        *((Figure(picture=groups_picture(words, drawn)),) if drawn else ()),
        *(_figures(words) if is_expert else ()),
        *asides(
            " ".join(filter(None, counted)),
            text_of("report.groups_few", {"count": few}) if few else "",
            told_others(words.compared),
        ),
        *paragraphs(" ".join(told_stand_ins(words.compared))),
        *asides(text_of("groups.limit")),
    )


def compared_blocks(facts: ReportFacts) -> tuple[Block, ...]:
    """Return whether it is better than others, as far as that was asked and could be told."""
    told = [one for one in facts.compared if not one.comparison.problem]
    # Two models of one name are called otherwise than each of them beside a third.
    ours = dict.fromkeys(text_of("report.this_model", {"name": one.names[one.place]}) for one in told)
    return (*paragraphs(*ours), *(block for one in told for block in _beside_another(one)))


def _without_ends(words: GroupWords) -> GroupWords:
    """Return the groups without the lowest and the highest amount of all, which single rows may have."""
    amounts = [group for group in words.compared.groups if group.low is not None]

    def opened(group: Group) -> Group:
        code = _OPEN.get((group is amounts[0], group is amounts[-1])) if group.low != group.high else None
        if code is None or group.low is None or group.high is None:
            return group
        ends = {"low": words.end(group.low), "high": words.end(group.high)}
        return replace(group, label=text_of(code, ends), low=None, high=None)

    groups = tuple(opened(group) for group in words.compared.groups)
    return replace(words, compared=replace(words.compared, groups=groups))


def _figures(words: GroupWords) -> tuple[Table, ...]:
    made = group_table(words)
    rows = tuple(
        (name(line.name), line.rows, *map(_written, line.cells)) for line in made.lines if line.cells
    )
    header = (_("Group"), _("Tested rows"), *made.heads)
    table = Table(caption=made.legend, header=header, rows=rows, amounts=tuple(range(1, len(header))))
    return (table,) if rows else ()


def _written(cell: Cell) -> str:
    return f"{cell.figure} ({cell.range})" if cell.figure else _("too few to say")


def _beside_another(one: Compared) -> tuple[Block, ...]:
    told = [notice_text(notice) for notice in one.differences] or [text_of("compare.nothing")]
    return (
        *paragraphs(" ".join(compared_texts(one.comparison, one.names, one.evaluation))),
        *bullets(*told, lead=text_of("report.other_model", {"name": one.names[1 - one.place]})),
    )
