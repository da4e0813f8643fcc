"""How much worse a model gets without what each column says, as bars."""

from desktop_app.language import _, name
from desktop_app.records.results import Evaluation
from desktop_app.reports.charts import ImportanceBar, importances
from desktop_app.reports.pictures.axes import WIDTH, Scale, left_of
from desktop_app.reports.pictures.picture import Box, Curve, Picture, Tick, Word
from desktop_app.reports.result_words import (
    importance_limit,
    importance_others,
    importance_short,
    importance_text,
    importance_title,
    unused_text,
)

_TOP = 8  # over the first line
_LINE, _BAR = 26, 14  # height of a column's line, and of its bar
_LONGEST = 20  # letters of a column's name beside its bar
_ROOM = 108  # for the number behind a bar
_GAP = 8  # before it
_BASE = 4  # the letters of a line stand so far below its middle
_DARK = 6  # the colour that is seen on a bar and beside it


def importance(evaluation: Evaluation) -> Picture | None:
    """Return the picture of the columns that matter, the most first; None where none measurably does."""
    bars = tuple(bar for bar in importances(evaluation) if not bar.is_noise)
    if not bars:
        return None
    labels = [_cut(name(bar.column)) for bar in bars]
    left, right, bottom = left_of(labels), WIDTH - _ROOM, _TOP + _LINE * len(bars)
    across = Scale(low=0, high=100, start=left, end=right)
    heights = [_TOP + _LINE * (row + 0.5) for row in range(len(bars))]
    numbers = [importance_short(bar.importance, evaluation) for bar in bars]
    placed = list(zip(heights, bars, strict=True))
    return Picture(
        name="what-matters",
        title=importance_title(evaluation),
        about=_("A bar for each column: how much worse it gets when the column is mixed up between rows."),
        width=WIDTH,
        height=bottom + _TOP,
        left=left,
        right=right,
        top=_TOP,
        bottom=bottom,
        up=tuple(Tick(at=y, label=label) for y, label in zip(heights, labels, strict=True)),
        boxes=tuple(_box(y, bar, across, evaluation) for y, bar in placed),
        curves=tuple(_range(y, bar, across) for y, bar in placed),
        words=tuple(
            Word(x=right + _GAP, y=y + _BASE, text=text) for y, text in zip(heights, numbers, strict=True)
        ),
        header=(_("Column"), _("Worse by")),
        rows=tuple((name(bar.column), text) for bar, text in zip(bars, numbers, strict=True)),
        notes=_notes(evaluation, len(bars)),
    )


def _box(y: float, bar: ImportanceBar, across: Scale, evaluation: Evaluation) -> Box:
    return Box(
        x=across.start,
        y=y - _BAR / 2,
        width=round(across.place(bar.length) - across.start, 1),
        height=_BAR,
        title=importance_text(bar.importance, evaluation),
        weight=0.85,
    )


def _range(y: float, bar: ImportanceBar, across: Scale) -> Curve:
    return Curve(points=((across.place(bar.low), y), (across.place(bar.high), y)), slot=_DARK)


def _notes(evaluation: Evaluation, drawn: int) -> tuple[str, ...]:
    named = drawn + sum(one.low <= 0 for one in evaluation.importances)
    told = (
        _("How much worse it gets when this column is mixed up between rows; the thin line is its range."),
        importance_others(evaluation, named),
        unused_text(evaluation),
        importance_limit(evaluation),
    )
    return tuple(text for text in told if text)


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"
