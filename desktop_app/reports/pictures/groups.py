"""The figures of groups as bars, each with the range that other rows could have given."""

from typing import NamedTuple

from desktop_app.language import _, name, number, say
from desktop_app.records.groups import Figure, Group, GroupMeasure
from desktop_app.reports.group_words import AMOUNTS, GroupWords
from desktop_app.reports.pictures.axes import TOP, Scale, left_of, round_numbers, ticks_of
from desktop_app.reports.pictures.picture import Box, Curve, Picture, Tick

WIDTH, RIGHT = 560, 536
_LINE, _BAR, _FOOT = 30, 16, 52  # height of a group's line, of its bar, and of what stands under all
_LONGEST = 20  # letters of a group's name beside its bar
_PALE = 0.45  # so that the range is seen on the bar


class _Shown(NamedTuple):
    """A group that is drawn, its figure, and the middle of its line."""

    group: Group
    figure: Figure
    y: float


def groups_picture(words: GroupWords, measure: GroupMeasure) -> Picture:
    """Return a bar for each group with enough rows, in their order, for one measure.

    A share is drawn from 0 to all of them, an amount from 0 to the farthest end of a range.
    """
    found = [(group, figure) for group in words.compared.groups if (figure := group.figure(measure))]
    shown = [_Shown(*pair, TOP + _LINE * (row + 0.5)) for row, pair in enumerate(found)]
    labels, title = [_cut(words.name(one.group)) for one in shown], words.title(measure)
    farthest = max(one.figure.high for one in shown) if measure in AMOUNTS else float(words.of)
    marks = round_numbers(0, farthest, whole=measure not in AMOUNTS)
    across = Scale(low=0, high=marks[-1], start=left_of(labels), end=RIGHT)
    bottom = TOP + _LINE * len(shown)
    return Picture(
        name="groups",
        title=title,
        about=_("A bar for each value; the line over it is its range."),
        width=WIDTH,
        height=bottom + _FOOT,
        left=across.start,
        right=RIGHT,
        top=TOP,
        bottom=bottom,
        header=(words.compared.column, _("Rows"), _("Figure"), _("Low end"), _("High end")),
        rows=tuple(_row(words, one) for one in shown),
        across=ticks_of(marks, across),
        up=tuple(Tick(at=one.y, label=label) for one, label in zip(shown, labels, strict=True)),
        across_name=_across_name(words, measure),
        boxes=tuple(_bar(words, one, across) for one in shown),
        curves=tuple(_range(words, one, across) for one in shown),
        notes=(_("The line over a bar is its range: other rows of this kind could have given as much."),),
    )


def _bar(words: GroupWords, one: _Shown, across: Scale) -> Box:
    return Box(
        x=across.start,
        y=one.y - _BAR / 2,
        width=max(1.0, round(_place(words, one.figure.value, one, across) - across.start, 1)),
        height=_BAR,
        title=_told(words, one),
        weight=_PALE,
    )


def _range(words: GroupWords, one: _Shown, across: Scale) -> Curve:
    ends = (_place(words, end, one, across) for end in (one.figure.low, one.figure.high))
    return Curve(points=tuple((end, one.y) for end in ends), slot=0)


def _place(words: GroupWords, value: float, one: _Shown, across: Scale) -> float:
    return across.place(value if one.figure.measure in AMOUNTS else value * words.of)


def _row(words: GroupWords, one: _Shown) -> tuple[str, ...]:
    written = words.written(one.figure.measure, one.figure.value)
    return (words.name(one.group), number(one.figure.rows), written, *words.range(one.figure))


def _told(words: GroupWords, one: _Shown) -> str:
    low, high = words.range(one.figure)
    figure = words.written(one.figure.measure, one.figure.value)
    values = {"name": words.name(one.group), "figure": figure, "low": low, "high": high}
    return say("{name}: {figure} ({low} to {high})", values)


def _across_name(words: GroupWords, measure: GroupMeasure) -> str:
    if measure in AMOUNTS:
        return _("Off by on average")
    return say("Of {of}", {"of": words.of})


def _cut(text: str) -> str:
    """Return a name as it has room beside its bar."""
    line = name(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
