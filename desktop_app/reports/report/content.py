"""A report before it has a format: sections of a few kinds of blocks, every text already in words."""

from typing import Literal

from desktop_app.records.record import dataclass
from desktop_app.records.reporting import SectionName
from desktop_app.reports.expert_facts import Fact
from desktop_app.reports.pictures.picture import Picture

Tone = Literal["good", "accent", "caution", "problem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One or more sentences; an aside is set in smaller type."""

    text: str
    is_aside: bool = False
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList:
    """Sentences of one kind, each by itself."""

    sentences: tuple[str, ...]
    kind: Literal["list"] = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a line of names; the first cell of a row names it."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    amounts: tuple[int, ...] = ()  # columns of numbers, which end at the same place
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture under the sentence that it shows; its numbers follow as a table where they are wanted."""

    picture: Picture
    has_numbers: bool = False
    kind: Literal["figure"] = "figure"

    @property
    def amounts(self) -> tuple[int, ...]:
        """The columns of its table that hold numbers: all but the first."""
        return tuple(range(1, len(self.picture.header)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Facts one under the other."""

    caption: str
    facts: tuple[Fact, ...]
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict: a badge with its colour, what it says, and what it rests on."""

    badge: str
    tone: Tone
    line: str
    headline: str
    support: str
    kind: Literal["judgement"] = "judgement"


Block = Paragraph | BulletList | Table | Figure | Facts | Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What stands under one heading."""

    name: SectionName
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole report."""

    title: str
    about: tuple[str, ...]  # lines under the title
    language: str
    sections: tuple[Section, ...]
