"""What a report is made of and how it is wanted, before it has words."""

from dataclasses import field
from typing import Literal, get_args

from desktop_app.records.clusters import Grouping
from desktop_app.records.comparing import Compared
from desktop_app.records.decisions import Decision
from desktop_app.records.explained import Explained
from desktop_app.records.groups import ComparedGroups
from desktop_app.records.looking_ahead import WentOn
from desktop_app.records.models import Schema
from desktop_app.records.oddness import OddMark, Oddness
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.remarks import Decided
from desktop_app.records.results import Evaluation
from desktop_app.records.trust import Trust

Audience = Literal["everyone", "experts"]
SectionName = Literal[
    "short",
    "next",
    "good",
    "wrong",
    "groups",
    "matters",
    "limits",
    "tried",
    "compared",
    "data",
    "tested",
    "decisions",
    "note",
    "proof",
]
SECTIONS: tuple[SectionName, ...] = get_args(SectionName)  # in the one order in which they stand
FOR_EXPERTS: frozenset[SectionName] = frozenset({"tried"})  # left out for everyone else, unless asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """All that is known of a model; what is empty or None is not known, and a report says nothing of it."""

    evaluation: Evaluation
    plan: TrainingPlan
    table: str  # name of the file it learned from
    learned: str  # the moment, ISO 8601, UTC
    table_sha256: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    schema: Schema | None = None
    explained: Explained | None = None
    groups: ComparedGroups | None = None  # those that were compared last
    counted: Decision | None = None  # what was decided when the groups were counted
    compared: tuple[Compared, ...] = ()  # with other models of its table
    decision: Decision | None = None
    decided: tuple[Decided, ...] = ()  # in the order in which it was
    note: str = ""  # what the person wrote down, on one or more lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWishes:
    """How a report is wanted."""

    title: str = ""  # empty: the question that the model answers
    audience: Audience = "everyone"
    sections: tuple[SectionName, ...] | None = None  # None: those that the audience usually gets
    made: str = ""  # the day, ISO 8601; empty: it stands nowhere

    @property
    def wanted(self) -> tuple[SectionName, ...]:
        """The sections to write, in their one order."""
        if self.sections is not None:
            return tuple(name for name in SECTIONS if name in self.sections)
        return tuple(name for name in SECTIONS if self.audience == "experts" or name not in FOR_EXPERTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsFacts:
    """What was found of which rows are alike, or of which are odd: one of both."""

    table: str  # what it is called
    grouping: Grouping | None = None
    oddness: Oddness | None = None
    marks: tuple[OddMark, ...] = ()
    note: str = ""  # what the person wrote down about the table


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """Write the report of a model to a file, whose ending says in which format."""

    out: str
    wishes: ReportWishes = ReportWishes()
    path: str = ""  # of a model file, which says all of it
    facts: ReportFacts | None = None  # instead of a model file
    went: WentOn | None = None  # of a forecast: what came of newer rows
    note: str = ""  # of a forecast: what the person wrote down
    rows: RowsFacts | None = None  # instead of both, where there is no model
    trust: Trust | None = None  # the worker fills in whose models are believed
