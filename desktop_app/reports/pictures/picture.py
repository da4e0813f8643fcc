"""A picture as marks with their places: `components/pictures.html` draws it, on pages and on paper."""

from typing import Literal

from desktop_app.records.record import dataclass

Point = tuple[float, float]
KEY_LINE = 20  # height of a key


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A number or a name on an axis and its place."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A line through points; *slot* is one of the six colours of a series, 0 is grey."""

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
class Picture:
    """A picture, the sentence over it, and its numbers as a table."""

    name: str  # of a file that it is saved as, and of its place on the page: letters and "-" only
    title: str
    about: str  # for who cannot see it
    width: int
    height: int
    left: float  # of the field between the axes
    right: float
    top: float
    bottom: float
    header: tuple[str, ...]  # the numbers: names of the columns, and rows
    rows: tuple[tuple[str, ...], ...]
    across: tuple[Tick, ...] = ()
    up: tuple[Tick, ...] = ()
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
    def center(self) -> float:
        """The middle of the field across."""
        return (self.left + self.right) / 2

    @property
    def key_places(self) -> tuple[tuple[float, Key], ...]:
        """How far down each key stands: one a line under the field, so that it is saved with it."""
        return tuple((self.height + KEY_LINE * (place + 0.5), key) for place, key in enumerate(self.keys))

    @property
    def whole_height(self) -> float:
        """The height with the keys."""
        return self.height + KEY_LINE * len(self.keys)
