"""A report before it has a format: sections of a few kinds of blocks, every text already in words."""

from itertools import zip_longest
from typing import Literal

from desktop_app.language import _
from desktop_app.records.record import dataclass
from desktop_app.records.reporting import SectionName
from desktop_app.reports.pictures.picture import Picture

Tone = Literal["good", "accent", "caution", "problem"]
MOST_NUMBERS = 12  # rows of numbers under a picture, for experts
_NARROW, _WIDE = 9, 30  # letters that the narrowest and the widest column of a table are counted as
_OF_A_NAME = 12  # that a name over a column is counted as at most: it may take several lines
_AIR = 3  # letters that have room between two columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One or more sentences; an aside is set in smaller type."""

    text: str
    is_aside: bool = False
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList:
    """Sentences of one kind, each by itself, behind words that lead to them, if there are any."""

    sentences: tuple[str, ...]
    lead: str = ""
    kind: Literal["list"] = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a line of names, or facts without one; the first cell of a row names it."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    amounts: tuple[int, ...] = ()  # columns of numbers, which end at the same place
    kind: Literal["table"] = "table"

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of its columns beside each other: those of their longest texts, within bounds."""
        longest = [max(map(len, column)) for column in zip(*self.rows, strict=True)]
        names = [min(_OF_A_NAME, max(map(len, name.split()), default=0)) for name in self.header]
        return tuple(
            _AIR + min(_WIDE, max(_NARROW, *letters)) for letters in zip_longest(longest, names, fillvalue=0)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture under the sentence that it shows; its numbers follow as a table where they are wanted."""

    picture: Picture
    has_numbers: bool = False
    kind: Literal["figure"] = "figure"

    @property
    def numbers(self) -> Table:
        """Its numbers: all columns but the first hold some."""
        header, rows = self.picture.header, self.picture.rows
        amounts = tuple(range(1, len(header)))
        return Table(caption=_("The numbers of the picture"), header=header, rows=rows, amounts=amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict: a badge with its colour, what it says, and what it rests on."""

    badge: str
    tone: Tone
    line: str
    headline: str
    support: str
    kind: Literal["judgement"] = "judgement"


Block = Paragraph | BulletList | Table | Figure | Judgement


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


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    """Return a paragraph for each text that says something."""
    return tuple(Paragraph(text=text) for text in texts if text)


def asides(*texts: str) -> tuple[Paragraph, ...]:
    """Return the same in smaller type."""
    return tuple(Paragraph(text=text, is_aside=True) for text in texts if text)


def bullets(*texts: str, lead: str = "") -> tuple[BulletList, ...]:
    """Return a list of the texts that say something; nothing where none does."""
    told = tuple(text for text in texts if text)
    return (BulletList(sentences=told, lead=lead),) if told else ()


def figures(*drawn: Picture | None, is_expert: bool = False) -> tuple[Figure, ...]:
    """Return the pictures that there are; experts read their numbers, too, where they are few."""
    return tuple(
        Figure(picture=picture, has_numbers=is_expert and 0 < len(picture.rows) <= MOST_NUMBERS)
        for picture in drawn
        if picture
    )
