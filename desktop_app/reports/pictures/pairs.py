"""The picture of two columns whose effects do not add up: a field for each two values."""

from desktop_app.language import name, say
from desktop_app.records.explained import Explained, Pair
from desktop_app.records.results import Evaluation
from desktop_app.reports.effect_words import answer_text, pair_text
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.axes import RIGHT, TOP, WIDTH, left_of
from desktop_app.reports.pictures.effect_frame import answer_name, letters
from desktop_app.reports.pictures.picture import Box, Picture, Word

_FIELD = 40.0  # height of a field
_GAP = 3.0
_PALEST, _STRONGEST = 0.06, 0.55  # so that the number in a field can be read
_LINE = 16.0  # of words below the fields
_LETTER = 6.8  # width of one below a field, where a value has two lines
_LONGEST = 20


def pair_picture(pair: Pair, place: int, explained: Explained, evaluation: Evaluation) -> Picture:
    """Return the picture of a pair, the *place*-th on its page."""
    labels = [_cut(label, _LONGEST) for label in pair.first_labels]
    left, height = left_of(labels), _FIELD * len(labels)
    width = (RIGHT - left) / len(pair.second_labels)
    corners = [left + width * column for column in range(len(pair.second_labels))]
    texts = [[answer_text(mean, explained, evaluation) for mean in row] for row in pair.means]
    middles = [TOP + _FIELD * (row + 0.5) for row in range(len(labels))]
    return Picture(
        name=f"pair-{letters(place)}",
        title=pair_text(pair, explained, evaluation),
        about=say(
            'The average answer by "{first}" and "{second}"', {"first": pair.first, "second": pair.second}
        ),
        width=WIDTH,
        height=round(TOP + height + 4 * _LINE),
        left=left,
        right=RIGHT,
        top=TOP,
        bottom=TOP + height,
        header=(name(pair.first), *(name(label) for label in pair.second_labels)),
        rows=tuple((name(label), *row) for label, row in zip(pair.first_labels, texts, strict=True)),
        across_name=name(pair.second),
        up_name=name(pair.first),
        boxes=_boxes(pair, corners, width, texts),
        words=(
            *_numbers(corners, width, texts),
            *(
                Word(x=left - _GAP, y=y + 4, text=label, anchor="end")
                for y, label in zip(middles, labels, strict=True)
            ),
            *_names(pair, corners, width, TOP + height),
        ),
        notes=(f"{answer_name(explained, evaluation)}. {text_of('why.pair_read')}",),
    )


def _boxes(pair: Pair, corners: list[float], width: float, texts: list[list[str]]) -> tuple[Box, ...]:
    means = [mean for row in pair.means for mean in row]
    lowest, span = min(means), max(means) - min(means)
    return tuple(
        Box(
            x=round(x + _GAP / 2, 1),
            y=TOP + _FIELD * row + _GAP / 2,
            width=round(width - _GAP, 1),
            height=_FIELD - _GAP,
            title=f"{name(pair.first_labels[row])}, {name(pair.second_labels[column])}: {texts[row][column]}",
            weight=round(_PALEST + (_STRONGEST - _PALEST) * (mean - lowest) / span, 3) if span else _PALEST,
        )
        for row, line in enumerate(pair.means)
        for column, (x, mean) in enumerate(zip(corners, line, strict=True))
    )


def _numbers(corners: list[float], width: float, texts: list[list[str]]) -> tuple[Word, ...]:
    return tuple(
        Word(x=round(x + width / 2, 1), y=TOP + _FIELD * (row + 0.5) + 4, text=text, anchor="middle")
        for row, line in enumerate(texts)
        for x, text in zip(corners, line, strict=True)
    )


def _names(pair: Pair, corners: list[float], width: float, bottom: float) -> tuple[Word, ...]:
    """Return the values of the second column below its fields, each in two lines at most."""
    return tuple(
        Word(x=round(x + width / 2, 1), y=bottom + _LINE * line, text=text, anchor="middle")
        for x, label in zip(corners, pair.second_labels, strict=True)
        for line, text in enumerate(_two_lines(name(label), int(width / _LETTER)), start=1)
    )


def _two_lines(label: str, letters: int) -> list[str]:
    if len(label) <= letters:
        return [label]
    cut = max(label.rfind(" ", 0, letters + 1), 0) or letters
    return [label[:cut].strip(), _cut(label[cut:].strip(), letters)]


def _cut(label: str, longest: int) -> str:
    label = name(label)
    return label if len(label) <= longest else f"{label[: longest - 1]}…"
