"""A report as its page shows it: what is wanted of it, what can be in it, and what it is made of."""

import datetime
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from werkzeug.datastructures import MultiDict

from desktop_app.errors import AppError
from desktop_app.records.models import ModelCard
from desktop_app.records.record import dataclass
from desktop_app.records.remarks import SENT, SENT_NOT, Decided
from desktop_app.records.reporting import SECTIONS, Audience, ReportFacts, ReportWishes, SectionName
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.report.composing import HEADINGS, compose, facts_of_card
from desktop_app.reports.report.content import Report
from desktop_app.reports.report.printable import one_line
from desktop_app.reports.result_words import question_title
from desktop_app.web.comparing import comparisons_of
from desktop_app.web.context import context
from desktop_app.web.groups import groups_found
from desktop_app.web.new_data import Saved, saved_of
from desktop_app.web.watching import Watch, doing, job_shown

Told = MultiDict[str, str]
JOURNEY = "write_report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A section that can be in the report."""

    name: SectionName
    words: str
    is_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """All that the page shows but for the preview."""

    wishes: ReportWishes
    question: str  # the title that it has by itself
    choices: dict[str, Any]  # the wishes, as they stand in an address
    doing: Watch | None  # a file that is on its way, or that could not be written
    saved: Saved | None
    ticks: tuple[Tick, ...] = ()  # none where all that is known stands in it
    note: str = ""


def reporting_of(training: StoredTraining, evaluation: Evaluation, told: Told) -> Reporting:
    """Return what the page shows of the report that an address or a form asks for."""
    plain = reporting_on(training.id, question_title(evaluation), told)
    return replace(plain, ticks=_ticks(training, evaluation, plain.wishes), note=training.note)


def reporting_on(model_id: str, question: str, told: Told) -> Reporting:
    """Return the same of a model whose report has no ticks and no note; *question*: its title by itself."""
    wishes, job = wishes_of(told), job_shown(model_id, told.get("job", ""), JOURNEY)
    return Reporting(
        wishes=wishes,
        question=question,
        choices=choices_of(wishes),
        doing=doing(job),
        saved=saved_of(job),
    )


def wishes_of(told: Told) -> ReportWishes:
    """Return what is wanted of a report; who is to read it chooses the sections anew."""
    audience: Audience = "experts" if told.get("for") == "experts" else "everyone"
    is_chosen = "chosen" in told and told.get("was", audience) == audience
    return ReportWishes(
        title=one_line(told.get("title", "")),
        audience=audience,
        sections=_chosen(told, audience) if is_chosen else None,
        made=datetime.datetime.now().astimezone().date().isoformat(),
    )


def _chosen(told: Told, audience: Audience) -> tuple[SectionName, ...]:
    """Return the sections that are ticked, and usual ones that there was no tick for yet, such as a note."""
    ticked, offered = told.getlist("part"), told.getlist("offered") or SECTIONS
    usual = ReportWishes(audience=audience).wanted
    return tuple(name for name in SECTIONS if name in ticked or (name in usual and name not in offered))


def choices_of(wishes: ReportWishes) -> dict[str, Any]:
    """Return the wishes as an address has them."""
    told: dict[str, Any] = {"title": wishes.title, "for": wishes.audience}
    if wishes.sections is not None:
        told |= {"chosen": "yes", "part": list(wishes.sections)}
    return {name: value for name, value in told.items() if value}


def report_of(training: StoredTraining, evaluation: Evaluation, told: Told) -> Report:
    """Return the report that an address asks for."""
    return compose(facts_of(training, evaluation), wishes_of(told))


def told_in_files(decided: tuple[Decided, ...]) -> tuple[Decided, ...]:
    """Return the log without the addresses of clusters: they are no business of whoever gets the file."""
    return tuple(one for one in decided if one.notice.code not in (SENT, SENT_NOT))


def facts_of(training: StoredTraining, evaluation: Evaluation) -> ReportFacts:
    """Return all that is known of the model of a training."""
    card, (groups, counted) = _card(training.model), groups_found(training.id)
    plain = ReportFacts(
        evaluation=evaluation, plan=training.plan, table=training.table_name, learned=training.created
    )
    return replace(
        facts_of_card(card) if card else plain,
        evaluation=evaluation,
        explained=training.explained,
        groups=groups,
        counted=counted,
        compared=comparisons_of(training),
        decision=training.decision,
        decided=told_in_files(context().workspace.remarks.decisions_of(training_id=training.id)),
        note=training.note,
    )


def _ticks(training: StoredTraining, evaluation: Evaluation, wishes: ReportWishes) -> tuple[Tick, ...]:
    """Return the sections of which something is known."""
    everything = ReportWishes(audience="experts", sections=SECTIONS)
    there = {section.name for section in compose(facts_of(training, evaluation), everything).sections}
    return tuple(
        Tick(name=name, words=text_of(HEADINGS[name]), is_on=name in wishes.wanted)
        for name in SECTIONS
        if name in there
    )


def _card(model: str) -> ModelCard | None:
    """Return what a model file says of itself; None where it is no longer whole: the rest is in the store."""
    try:
        path = Path(model)
        return _read_card(path, path.stat().st_mtime_ns)
    except (AppError, OSError):
        return None


@lru_cache(maxsize=4)
def _read_card(path: Path, _changed: int) -> ModelCard:
    from desktop_app.models.card import read_card  # late: no page of the start needs it

    return read_card(path)
