"""The picture of two columns whose effects do not add up: a field for each two values."""

from collections.abc import Iterator

from desktop_app.language import name, say
from desktop_app.records.explained import Explained, Pair
from desktop_app.records.results import Evaluation
from desktop_app.reports.effect_words import answer_text, pair_text
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.axes import RIGHT, TOP, left_of
from desktop_app.reports.pictures.effect_frame import answer_name, letters
from desktop_app.reports.pictures.labels import short, two_lines
from desktop_app.reports.pictures.picture import Box, Field, Picture, Scale, Word
from desktop_app.reports.value_words import bin_names

_CELL, _GAP = 40.0, 3.0  # height of a cell, and what lies between two of them
_PALEST, _STRONGEST = 0.06, 0.55  # so that the number in a cell can be read
_LINE, _BASE = 16.0, 4.0  # of words: the height of a line, and how far they stand below its middle


def pair_picture(pair: Pair, place: int, explained: Explained, evaluation: Evaluation) -> Picture:
    """Return the picture of a pair, the *place*-th on its page."""
    firsts, seconds = bin_names(pair.first), bin_names(pair.second)
    labels = short(firsts)
    field = Field(
        across=Scale(low=0, high=len(seconds), start=left_of(labels), end=RIGHT),
        up=Scale(low=0, high=len(firsts), start=TOP, end=TOP + _CELL * len(firsts)),
    )
    names = {"first": pair.first.column, "second": pair.second.column}
    rows = tuple(
        (name(first), *(answer_text(mean, explained, evaluation) for mean in means))
        for first, means in zip(firsts, pair.means, strict=True)
    )
    header = (name(names["first"]), *map(name, seconds))
    return Picture(
        name=f"pair-{letters(place)}",
        title=pair_text(pair, explained, evaluation),
        about=say('The average answer by "{first}" and "{second}"', names),
        field=field,
        foot=round(4 * _LINE),
        across_name=name(names["second"]),
        up_name=name(names["first"]),
        boxes=tuple(_boxes(pair, field, header, rows)),
        words=(*_numbers(field, rows), *_beside(field, labels), *_below(field, seconds)),
        header=header,
        rows=rows,
        notes=(f"{answer_name(explained, evaluation)}. {text_of('why.pair_read')}",),
    )


def _boxes(
    pair: Pair, field: Field, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> Iterator[Box]:
    means = [mean for line in pair.means for mean in line]
    lowest, span = min(means), (max(means) - min(means)) or 1.0
    for row, (first, *answers) in enumerate(rows):
        for column, answer in enumerate(answers):
            (x, y), (end, _y) = field.place(column, row), field.place(column + 1, row)
            told = {"first": first, "second": header[column + 1], "answer": answer}
            strength = (pair.means[row][column] - lowest) / span
            yield Box(
                x=round(x + _GAP / 2, 1),
                y=y + _GAP / 2,
                width=round(end - x - _GAP, 1),
                height=_CELL - _GAP,
                title=say("{first}, {second}: {answer}", told),
                weight=round(_PALEST + (_STRONGEST - _PALEST) * strength, 3),
            )


def _numbers(field: Field, rows: tuple[tuple[str, ...], ...]) -> Iterator[Word]:
    room = field.across.place(1) - field.left - _GAP
    for row, (_first, *answers) in enumerate(rows):
        for column, answer in enumerate(answers):
            lines = two_lines(answer, room)
            x, y = field.place(column + 0.5, row + 0.5)
            yield from _stacked(x, y + _BASE - _LINE * (len(lines) - 1) / 2, lines)


def _beside(field: Field, labels: list[str]) -> Iterator[Word]:
    for row, label in enumerate(labels):
        yield Word(x=field.left - _GAP, y=field.up.place(row + 0.5) + _BASE, text=label, anchor="end")


def _below(field: Field, seconds: tuple[str, ...]) -> Iterator[Word]:
    """Yield the values of the second column below its cells, each in two lines at most."""
    room = field.across.place(1) - field.left
    for column, label in enumerate(seconds):
        yield from _stacked(field.across.place(column + 0.5), field.bottom + _LINE, two_lines(label, room))


def _stacked(x: float, y: float, lines: list[str]) -> Iterator[Word]:
    for line, text in enumerate(lines):
        yield Word(x=x, y=y + _LINE * line, text=text, anchor="middle")
