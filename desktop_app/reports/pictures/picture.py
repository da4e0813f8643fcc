"""A picture as marks with their places: `components/pictures.html` draws it, on pages and on paper."""

from collections.abc import Iterable, Sequence
from typing import Literal

from desktop_app.records.record import dataclass
from desktop_app.reports.pictures.labels import fitted

Point = tuple[float, float]
GREY, INK = 0, 7  # slots beside the six colours of a series: what stands back, and what is seen on all
WIDTH = 440  # of a picture that stands in one of two columns
KEY_LINE = 20  # height of a key
_FOOT = 52  # room under the field, for the labels of an axis and its name
_START, _KEY_TEXT = 8, 26  # where the name over the field begins, and the text of a key
_BAR, _STRONG = 14.0, 0.85  # height of the bar of a line, and how strong its colour is: a range is seen on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A number or a name on an axis and its place."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A line through points; *slot* is one of the six colours of a series, 0 is grey, 7 that of text."""

    points: tuple[Point, ...]
    slot: int = 1
    is_broken: bool = False  # a dashed line: what would be perfect, or what stands for nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A filled outline behind the lines: a range."""

    points: tuple[Point, ...]
    slot: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A bar, or a cell of a table of colours (*weight*: how strong its colour is, 0 to 1)."""

    x: float
    y: float
    width: float
    height: float
    title: str
    slot: int = 1
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A point, and what is said of it."""

    x: float
    y: float
    title: str = ""
    slot: int = 1
    weight: float = 1.0  # how strong its colour is, 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word in the picture."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What a colour stands for."""

    slot: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """An axis from *low* to *high*, drawn from *start* to *end* in the units of the picture."""

    low: float
    high: float
    start: float
    end: float

    def place(self, value: float) -> float:
        """Return where a number lies."""
        return round(self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The field between two axes: where pairs of numbers lie in it, and what stands at its left.

    Of one that holds lines, line 0 on top, the middle of a line is half a number further down.
    """

    across: Scale
    up: Scale
    has_floor: bool = True  # a line below: where the field is a map, it would mean nothing
    ticks: tuple[Tick, ...] = ()  # round numbers, or the names of the lines

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.across.start

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.across.end

    @property
    def center(self) -> float:
        """Its middle across."""
        return (self.left + self.right) / 2

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(self.up.start, self.up.end)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(self.up.start, self.up.end)

    def place(self, x: float, y: float) -> Point:
        """Return where a pair of numbers lies."""
        return self.across.place(x), self.up.place(y)

    def line(self, pairs: Iterable[Point], *, slot: int = 1) -> Curve:
        """Return a line through pairs of numbers."""
        return Curve(points=tuple(self.place(x, y) for x, y in pairs), slot=slot)

    def broken(self, start: Point, end: Point) -> Curve:
        """Return a broken line from one pair of numbers to another."""
        return Curve(points=(self.place(*start), self.place(*end)), slot=GREY, is_broken=True)

    def area(self, lows: Sequence[Point], highs: Sequence[Point], *, slot: int = 1) -> Area:
        """Return what lies between two lines through pairs of numbers."""
        return Area(points=self.line((*lows, *reversed(highs))).points, slot=slot)

    def bar(self, line: int, low: float, high: float, title: str) -> Box:
        """Return the bar of a line, which is seen however short it is."""
        (start, y), end = self.place(low, line + 0.5), self.across.place(high)
        width = max(1.0, round(end - start, 1))
        return Box(x=start, y=y - _BAR / 2, width=width, height=_BAR, title=title, weight=_STRONG)

    def range(self, line: int, low: float, high: float) -> Curve:
        """Return the range that is drawn over the bar of a line."""
        return self.line(((low, line + 0.5), (high, line + 0.5)), slot=INK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture, the sentence over it, and its numbers as a table."""

    name: str  # of a file that it is saved as, and of its place on the page: letters and "-" only
    title: str
    about: str  # for who cannot see it
    field: Field
    header: tuple[str, ...]  # the numbers: names of the columns, and rows
    rows: tuple[tuple[str, ...], ...]
    foot: int = _FOOT
    across: tuple[Tick, ...] = ()
    across_name: str = ""
    up_name: str = ""
    areas: tuple[Area, ...] = ()
    boxes: tuple[Box, ...] = ()
    curves: tuple[Curve, ...] = ()
    dots: tuple[Dot, ...] = ()
    words: tuple[Word, ...] = ()
    keys: tuple[Key, ...] = ()
    notes: tuple[str, ...] = ()  # sentences under it

    @property
    def width(self) -> int:
        """The width: that of all pictures, so that their letters have one size."""
        return WIDTH

    @property
    def height(self) -> int:
        """The height without the keys."""
        return round(self.field.bottom) + self.foot

    @property
    def whole_height(self) -> int:
        """The height with the keys."""
        return self.height + KEY_LINE * len(self.keys)

    @property
    def axis_names(self) -> tuple[str, str]:
        """The names of both axes as they have room: below the middle of the field, and over it."""
        below = 2 * min(self.field.center, WIDTH - self.field.center)
        return fitted(self.across_name, below), fitted(self.up_name, WIDTH - 2 * _START)

    @property
    def key_places(self) -> tuple[tuple[float, int, str], ...]:
        """How far down each key stands, its slot and text: under the field, so that it is saved with it."""
        return tuple(
            (self.height + KEY_LINE * (place + 0.5), key.slot, fitted(key.text, WIDTH - _KEY_TEXT))
            for place, key in enumerate(self.keys)
        )
