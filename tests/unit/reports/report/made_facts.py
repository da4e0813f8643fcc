"""What is known of made-up models, and the reports that come of it."""

from dataclasses import replace
from typing import Any

from desktop_app.records.comparing import Compared, Comparison
from desktop_app.records.decisions import Costs, Decision
from desktop_app.records.insights import Cut, Cuts
from desktop_app.records.models import Feature, Schema
from desktop_app.records.notices import Notice
from desktop_app.records.plans import LeftOut, TrainingPlan
from desktop_app.records.remarks import Decided
from desktop_app.records.reporting import ReportFacts, ReportWishes
from desktop_app.records.results import Candidate, Confusion, Evaluation, Importance
from desktop_app.reports.report.composing import compose
from desktop_app.reports.report.content import (
    Block,
    BulletList,
    Figure,
    Judgement,
    Paragraph,
    Report,
    Section,
    Table,
)
from tests.unit.reports.explained import TOGETHER, curve, explained, kinds
from tests.unit.reports.insight_parts import BANDS, FITS, RULE, STILL_RISING, spot
from tests.unit.reports.made import a_number, two_kinds
from tests.unit.reports.made_groups import GROUPS

LEARNED = "2026-03-04T05:06:07+00:00"
SCRIPT = "<script>alert(1)</script>"
TRIED = (
    Candidate(name="baseline", metric="log_loss", score=0.58, practice=0.73, seconds=0.0),
    Candidate(name="linear", metric="log_loss", score=0.41, practice=0.81, seconds=2.0, weight=0.4),
    Candidate(name="boosting", metric="log_loss", score=0.38, practice=0.84, seconds=9.0, weight=0.6),
    Candidate(name="together", metric="log_loss", score=0.37, practice=0.85, seconds=11.0, chosen=True),
)
CUTS = Cuts(
    value="yes",
    rows=100,
    positives=30,
    cuts=(
        Cut(chance=0.9, found=8, false=1),
        Cut(chance=0.5, found=20, false=6),
        Cut(chance=0.3, found=26, false=17),
        Cut(chance=0.05, found=30, false=60),
    ),
)
SCHEMA = Schema(
    target="left",
    task="classification",
    classes=("no", "yes"),
    features=(Feature(name="calls", type="number", minimum=0.0, maximum=9.0),),
)
COMPARED = Compared(
    comparison=Comparison(metric="accuracy", rows=200, first=0.88, second=0.8, low=0.02, high=0.14),
    names=("left (2)", "left"),
    place=0,
    evaluation=two_kinds(),
    differences=(Notice(code="compare.columns_out", values={"columns": ["age"]}),),
)


def rich() -> Evaluation:
    """Return an evaluation of which everything is known."""
    return two_kinds(
        candidates=TRIED,
        calibration=FITS,
        pace=STILL_RISING,
        weak_spots=(spot(),),
        rule=RULE,
        cuts=(CUTS,),
        left_out=(LeftOut(column="id", reason="id"),),
        warnings=(Notice(code="plan.few_rows", values={"rows": 300, "need": 1200}),),
    )


def named(name: str) -> Evaluation:
    """Return an evaluation in which everything from the file has this name."""
    return two_kinds(
        target=name,
        classes=(name, "no"),
        features=(name,),
        confusion=Confusion(labels=(name, "no"), counts=((200, 70), (50, 680))),
        importances=(Importance(column=name, loss=0.12, low=0.1, high=0.15),),
        left_out=(LeftOut(column=name, reason="id"),),
        cuts=(replace(CUTS, value=name),),
    )


def of_a_number() -> Evaluation:
    return a_number(bands=BANDS)


def known(evaluation: Evaluation | None = None, **changes: Any) -> ReportFacts:
    """Return what a model file tells, and no more."""
    facts = ReportFacts(
        evaluation=evaluation or rich(),
        plan=TrainingPlan(target="left", exclude=("notes",), seed=7),
        table="customers.csv",
        learned=LEARNED,
        table_sha256="ab" * 32,
        versions={"hunch": "0.1.0", "python": "3.11.7"},
        schema=SCHEMA,
    )
    return replace(facts, **changes)


def all_known() -> ReportFacts:
    """Return all that can be known."""
    return known(
        explained=replace(explained(curve(0.1, 0.5, 0.8), kinds(West=0.5, East=0.2)), together=(TOGETHER,)),
        groups=GROUPS,
        compared=(COMPARED,),
        decision=Decision(value="yes", chance=0.3, costs=Costs(missed=100.0, false=10.0)),
        decided=(Decided(moment="2026-03-05T10:00:00+00:00", notice=Notice(code="decided.no_threshold")),),
        note="Seen by the board.\n\nAsk Mia about <b>May</b>.",
    )


def report(facts: ReportFacts | None = None, **wishes: Any) -> Report:
    return compose(facts or known(), ReportWishes(**wishes))


def section(made: Report, name: str) -> Section:
    return next(one for one in made.sections if one.name == name)


def names(made: Report) -> list[str]:
    return [one.name for one in made.sections]


def texts(block: Block) -> list[str]:
    """Return everything that a block says."""
    match block:
        case Paragraph(text=text):
            return [text]
        case BulletList(sentences=sentences, lead=lead):
            return [lead, *sentences] if lead else list(sentences)
        case Table(caption=caption, header=header, rows=rows):
            return [caption, *header, *(cell for row in rows for cell in row)]
        case Figure(picture=picture):
            return [picture.title, picture.about, *picture.notes]
        case Judgement(badge=badge, line=line, headline=headline, support=support):
            return [badge, line, headline, support]


def said(part: Section | Report) -> str:
    """Return everything that a section or a report says, a line each."""
    parts = part.sections if isinstance(part, Report) else (part,)
    return "\n".join(text for one in parts for block in one.blocks for text in texts(block))
