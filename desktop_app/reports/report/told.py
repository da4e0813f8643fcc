"""The sections around a model: its limits, how it was tested, what was decided, and how to prove it."""

import datetime
from collections.abc import Iterable

from desktop_app.language import _, date, duration, name, number, of_day, readable
from desktop_app.models.prose import learned_text, limit_text, people_text, purpose_text, receipt_text
from desktop_app.records.decisions import Costs, Decision
from desktop_app.records.handover import FORM_NAMES
from desktop_app.records.notices import Notice, first_few
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.remarks import FINDING, FINE
from desktop_app.records.reporting import ReportFacts
from desktop_app.records.results import Evaluation
from desktop_app.reports.deciding import USUAL, first_decision, place_of, steps_of
from desktop_app.reports.decision_words import cost_text, cut_text, decided_text, first_text
from desktop_app.reports.expert_facts import facts_of
from desktop_app.reports.lineage_words import lineage_lines
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.plan_changes import costs_notice
from desktop_app.reports.report.content import Block, Table, asides, bullets, paragraphs
from desktop_app.reports.report.printable import lines
from desktop_app.reports.result_words import left_out_text, told_warnings
from desktop_app.reports.verdict_words import verdict_words

_MOST_NAMED = 6  # columns in one line of the log


def limits_blocks(facts: ReportFacts) -> tuple[Block, ...]:
    """Return what to be careful about, what was left out, and what the model is not for."""
    evaluation = facts.evaluation
    cautions = (
        *verdict_words(evaluation).extras[:-1],
        *(notice_text(notice) for notice in told_warnings(evaluation)),
    )
    left_out = [left_out_text(one, evaluation.rows, evaluation.target) for one in evaluation.left_out]
    return (
        *paragraphs(_purpose(facts), limit_text()),
        *bullets(*cautions),
        *bullets(*left_out, lead=text_of("report.left_out")),
    )


def _purpose(facts: ReportFacts) -> str:
    """Return what the model is for; of one that was made elsewhere, only its maker knows for which rows."""
    if facts.evaluation.is_brought:
        return text_of("brought.purpose", {"target": facts.evaluation.target})
    return purpose_text(facts.evaluation.target, facts.table)


def tested_blocks(facts: ReportFacts, *, is_expert: bool) -> tuple[Block, ...]:
    """Return how it was tested, and what it learned from."""
    evaluation = facts.evaluation
    details = ((fact.name, fact.value) for fact in facts_of(evaluation))
    return (
        *paragraphs(*verdict_words(evaluation).extras[-1:], learned_text(evaluation)),
        *(_came(facts) if evaluation.is_brought else _learned(facts)),
        *(_facts(_("Details for experts"), details) if is_expert else ()),
    )


def _learned(facts: ReportFacts) -> tuple[Table, ...]:
    known = (
        (_("File"), name(facts.table)),
        (_("Learned on"), name(of_day(facts.learned[:10]))),
        (_("Rows"), number(facts.evaluation.rows)),
        (_("The model file"), people_text(facts.schema) if facts.schema else ""),
    )
    return _facts(_("What it learned from"), known)


def _came(facts: ReportFacts) -> tuple[Table, ...]:
    known = (
        (_("File"), name(facts.table)),
        (_("Brought on"), name(of_day(facts.learned[:10]))),
        (_("Rows that came with it"), number(facts.evaluation.score.rows)),
        (_("The model file"), people_text(facts.schema, is_brought=True) if facts.schema else ""),
    )
    return _facts(_("Where it comes from"), known)


def decisions_blocks(facts: ReportFacts) -> tuple[Block, ...]:
    """Return what was decided and when; nothing where nothing was."""
    decided = tuple(
        (date(datetime.datetime.fromisoformat(one.moment).astimezone()), text)
        for one in facts.decided
        if (text := _logged(one.notice))
    )
    header = (_("When"), _("What"))
    table = Table(caption=_("In the order in which it was decided"), header=header, rows=decided)
    return (
        *(_decision(facts.decision, facts.evaluation) if facts.decision else ()),
        *((table,) if decided else ()),
    )


def note_blocks(facts: ReportFacts) -> tuple[Block, ...]:
    """Return what the person wrote down, line by line."""
    return paragraphs(*lines(facts.note))


def proof_blocks(facts: ReportFacts, *, is_expert: bool) -> tuple[Block, ...]:
    """Return by what the model is known again, and how it could be learned once more."""
    if facts.evaluation.is_brought:
        return _graph_proof(facts)
    receipt = receipt_text(facts.table_sha256, facts.plan.seed, facts.versions.get("hunch", ""))
    lineage = facts.evaluation.lineage
    known = (
        (_("Hash of the file it learned from (SHA-256)"), facts.table_sha256),
        *_choices(facts.plan),
        (_("Random seed"), str(facts.plan.seed)),
        (_("Hash of the model before it (SHA-256)"), lineage.content if lineage else ""),
        (_("Versions"), _versions(facts)),
    )
    return (
        *paragraphs(*lineage_lines(facts.evaluation), receipt),
        *(_facts(_("What the model depends on"), known) if is_expert else ()),
        *asides(text_of("report.how_to_repeat") if receipt else ""),
    )


def _graph_proof(facts: ReportFacts) -> tuple[Block, ...]:
    """Return by what a model that was made elsewhere is known again."""
    known = ((_("Hash of the ONNX file (SHA-256)"), facts.table_sha256), (_("Versions"), _versions(facts)))
    return _facts(_("What the model depends on"), known)


def _versions(facts: ReportFacts) -> str:
    return ", ".join(f"{name(part)} {name(version)}" for part, version in facts.versions.items())


def _facts(caption: str, known: Iterable[tuple[str, str]]) -> tuple[Table, ...]:
    told = tuple((what, value) for what, value in known if value)
    return (Table(caption=caption, header=(), rows=told),) if told else ()


def _choices(plan: TrainingPlan) -> tuple[tuple[str, str], ...]:
    """Return what was asked for; what was left to the program is not among it."""
    return (
        (_("Column to predict"), name(plan.target)),
        (_("Left out by choice"), readable(list(plan.exclude))),
        (_("Taken in by choice"), readable(list(plan.include))),
        (_("Known in time, as was said"), _("all columns") if plan.all_known else readable(list(plan.known))),
        (_("Kept together"), name(plan.group)),
        (_("A model for each value of"), name(plan.each)),
        (_("Tested on the latest by"), name(plan.time)),
        (_("What mistakes cost"), notice_text(costs_notice(plan.costs)) if plan.costs else ""),
        (_("So that it can be held by"), FORM_NAMES[plan.for_form] if plan.for_form else ""),
        (_("Time to learn, at most"), duration(plan.budget)),
    )


def _logged(notice: Notice) -> str:
    """Return what was decided; of a finding only its columns, as its own words may hold cells of rows."""
    if FINDING not in notice.values:
        return notice_text(notice)
    is_fine, columns = notice.code == FINE, first_few(notice.columns, _MOST_NAMED)
    if not columns:
        return text_of("decided.fine_table" if is_fine else "decided.not_fine_table")
    code = "decided.fine_columns" if is_fine else "decided.not_fine_columns"
    return text_of(code, {"columns": columns})


def _decision(decision: Decision, evaluation: Evaluation) -> tuple[Block, ...]:
    """Return where the line was drawn between two answers, and what comes of it on the tested rows."""
    if decision.chance == USUAL:
        return ()
    steps = steps_of(evaluation)
    if steps is None:
        return paragraphs(decided_text(decision))
    cut, costs = steps.steps[place_of(steps, decision.chance)], decision.costs
    chosen = first_text(evaluation) if decision == first_decision(evaluation) else ""
    if cut.chance != decision.chance:  # so near to an end that to count it would tell of single rows
        return paragraphs(decided_text(decision), chosen)
    cost = cost_text(steps, cut, costs) if costs != Costs() else ""
    return paragraphs(decided_text(decision), cut_text(evaluation, steps, cut), cost, chosen)
