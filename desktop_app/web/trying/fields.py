"""The fields of the form: one for each column that the model reads, as that column is."""

import math
from typing import Literal

from desktop_app.language import name
from desktop_app.records.record import dataclass
from desktop_app.reports.notice_words import text_of
from desktop_app.web.trying.cells import Said, read_cell
from desktop_app.web.trying.known import Known
from desktop_app.web.trying.written import day_words, number_in, number_text

FEW_LEVELS = 2  # buttons in a row
MOST_CHOICES = 12  # that are seen at one glance; of more, the first letters are typed
_STEPS = 100  # of a slider from end to end, about

Shape = Literal["number", "buttons", "choices", "list", "day", "moment", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value to choose."""

    value: str  # empty: an empty cell
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Slider:
    """A slider beside a number; *decimals* is how many it writes."""

    start: str
    end: str
    step: str
    at: str
    decimals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field as the page shows it."""

    key: str
    name: str
    shape: Shape
    text: str
    usual: str
    unit: str
    options: tuple[Option, ...]
    slider: Slider | None
    said: Said | None


def field_of(known: Known, text: str) -> Field:
    """Return the field of a column with a text in it."""
    shape = shape_of(known)
    if shape == "day" and "T" in text:
        shape = "moment"  # the row of the table has a time, too
    return Field(
        key=known.key,
        name=known.name,
        shape=shape,
        text=text,
        usual=_usual(known),
        unit=known.unit if shape == "number" else "",
        options=_options(known, shape, text),
        slider=_slider(known, text) if shape == "number" else None,
        said=read_cell(known, text).said,
    )


def shape_of(known: Known) -> Shape:
    """Return which sort of field a column has."""
    match known.kind:
        case "number":
            return "number"
        case "date":
            return "moment" if known.has_time else "day"
        case "kind" if known.has_all_levels and 0 < len(known.levels) <= MOST_CHOICES:
            return "buttons" if len(known.levels) <= FEW_LEVELS else "choices"
        case "kind":
            return "list"
    return "text"


def _usual(known: Known) -> str:
    if known.low is None or known.high is None:
        return ""
    # Nothing is grouped: what stands here must be the same number when it is typed.
    written = day_words if known.kind == "date" else number_text
    ends = {"low": written(known.low, known), "high": written(known.high, known)}
    return text_of("why.try_usual", ends)


def _options(known: Known, shape: Shape, text: str) -> tuple[Option, ...]:
    if shape == "list":
        return tuple(Option(value=level, label=level, is_chosen=False) for level in known.levels)
    if shape not in ("buttons", "choices"):
        return ()
    chosen = read_cell(known, text).cell
    # What no level is may come from a row of a table that was changed.
    levels = known.levels if chosen is None or chosen in known.levels else (*known.levels, str(chosen))
    options = [Option(value=level, label=name(level), is_chosen=level == chosen) for level in levels]
    if known.has_empty or chosen is None:
        options.append(Option(value="", label=text_of("why.empty"), is_chosen=chosen is None))
    return tuple(options)


def _slider(known: Known, text: str) -> Slider | None:
    """Return a slider over the numbers that are usual, and a good part beyond: the ends may be far away."""
    if known.minimum is None or known.maximum is None or known.low is None or known.high is None:
        return None
    room = (known.high - known.low) or (known.maximum - known.minimum)
    least, most = max(known.minimum, known.low - room), min(known.maximum, known.high + room)
    finest = 0 if known.whole else known.decimals
    if not room or not math.isfinite(most - least) or most <= least:
        return None
    power = max(-finest, math.floor(math.log10((most - least) / _STEPS)))
    step = 10.0**power
    start, end = math.ceil(least / step) * step, math.floor(most / step) * step
    if start >= end:
        return None
    decimals = max(0, -power)
    return Slider(
        start=f"{start:.{decimals}f}",
        end=f"{end:.{decimals}f}",
        step=f"{step:.{decimals}f}",
        at=_at(known, text, (start + end) / 2),
        decimals=decimals,
    )


def _at(known: Known, text: str, middle: float) -> str:
    try:
        number = number_in(text, known)
    except ValueError:
        number = middle
    return f"{number:.12g}"  # a slider reads no other signs
