"""From what is known of a model to the content of its report."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from desktop_app import __version__
from desktop_app.language import of_day, spoken
from desktop_app.records.models import ModelCard
from desktop_app.records.reporting import ReportFacts, ReportWishes, SectionName
from desktop_app.records.results import Evaluation
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.report.compared import compared_blocks, groups_blocks
from desktop_app.reports.report.content import Block, Report, Section
from desktop_app.reports.report.inside import matters_blocks, tried_blocks
from desktop_app.reports.report.judged import good_blocks, short_blocks, wrong_blocks
from desktop_app.reports.report.printable import one_line, printable
from desktop_app.reports.report.told import (
    decisions_blocks,
    limits_blocks,
    note_blocks,
    proof_blocks,
    tested_blocks,
)
from desktop_app.reports.result_words import question_title

Blocks = Callable[[ReportFacts, bool], tuple[Block, ...]]  # from the facts, and whether experts read them
HEADINGS: dict[SectionName, str] = {
    "short": "report.short",
    "next": "report.next",
    "good": "report.good",
    "wrong": "report.wrong",
    "groups": "report.groups",
    "matters": "report.matters",
    "limits": "report.limits",
    "tried": "report.tried",
    "compared": "report.compared",
    "data": "report.data",
    "tested": "report.tested",
    "decisions": "report.decisions",
    "note": "report.note",
    "proof": "report.proof",
}
_BLOCKS: dict[SectionName, Blocks] = {
    "short": lambda facts, _is_expert: short_blocks(facts),
    "next": lambda _facts, _is_expert: (),  # which a forecast has
    "good": lambda facts, is_expert: good_blocks(facts, is_expert=is_expert),
    "wrong": lambda facts, is_expert: wrong_blocks(facts, is_expert=is_expert),
    "groups": lambda facts, is_expert: groups_blocks(facts, is_expert=is_expert),
    "matters": lambda facts, is_expert: matters_blocks(facts, is_expert=is_expert),
    "limits": lambda facts, _is_expert: limits_blocks(facts),
    "tried": lambda facts, _is_expert: tried_blocks(facts),
    "compared": lambda facts, _is_expert: compared_blocks(facts),
    "data": lambda _facts, _is_expert: (),
    "tested": lambda facts, is_expert: tested_blocks(facts, is_expert=is_expert),
    "decisions": lambda facts, _is_expert: decisions_blocks(facts),
    "note": lambda facts, _is_expert: note_blocks(facts),
    "proof": lambda facts, is_expert: proof_blocks(facts, is_expert=is_expert),
}


def compose(facts: ReportFacts, wishes: ReportWishes) -> Report:
    """Return the report; a section of which nothing is known is not in it."""
    facts = replace(facts, evaluation=_without_rows(facts.evaluation))
    is_expert = wishes.audience == "experts"
    found = {name: _BLOCKS[name](facts, is_expert) for name in wishes.wanted}
    code = "brought.about" if facts.evaluation.is_brought else "report.about"
    about = text_of(code, {"target": facts.evaluation.target, "file": facts.table})
    return put_together(question_title(facts.evaluation), about, found, wishes)


def put_together(
    title: str, about: str, found: Mapping[SectionName, tuple[Block, ...]], wishes: ReportWishes
) -> Report:
    """Return a report of these sections; one without blocks is not in it. *title*: where none is wished."""
    told = (about, text_of("report.made", {"day": of_day(wishes.made), "version": __version__}))
    made = Report(
        title=one_line(wishes.title) or title,
        about=tuple(line for line in told if line),
        language=spoken(),
        sections=tuple(
            Section(name=name, heading=text_of(HEADINGS[name]), blocks=blocks)
            for name, blocks in found.items()
            if blocks
        ),
    )
    return printable(made)


def facts_of_card(card: ModelCard) -> ReportFacts:
    """Return what a model file says of itself."""
    return ReportFacts(
        evaluation=card.evaluation,
        plan=card.plan,
        table=card.table,
        learned=card.created,
        table_sha256=card.table_sha256,
        versions=card.versions,
        schema=card.schema,
        decision=card.decision,
    )


def _without_rows(evaluation: Evaluation) -> Evaluation:
    """Return the evaluation without the single rows of the results page: a report is handed on."""
    misses = evaluation.misses
    return replace(evaluation, misses=misses and replace(misses, pairs=(), of=0), typical=())
