"""A learning curve: how good it is with more and more rows, beside the simplest guess."""

import math

from desktop_app.language import _, mark, number, say
from desktop_app.records.insights import Pace
from desktop_app.records.results import Evaluation
from desktop_app.reports.measured import measured, out_of
from desktop_app.reports.pace_words import pace_text
from desktop_app.reports.pictures.axes import (
    BOTTOM,
    HEIGHT,
    RIGHT,
    TOP,
    WIDTH,
    Scale,
    apart,
    labels_of,
    left_of,
    round_numbers,
    ticks_of,
)
from desktop_app.reports.pictures.picture import Curve, Dot, Key, Picture, Tick

MODEL, GUESS = 1, 0  # colours
_INSIDE = 14  # of the field: dots and their labels stand within it
_NAMES = {
    "accuracy": mark("Right, of {of}"),
    "balanced_accuracy": mark("Right, of {of}, each kind alike"),
    "precision_at_k": mark("Right, of the {of} surest"),
    "mean_absolute_error": mark("Off by on average"),
}


def pace(evaluation: Evaluation) -> Picture | None:
    """Return the picture of the score by rows; None where there is nothing to say of it."""
    known, title = evaluation.pace, pace_text(evaluation)
    if not title:
        return None
    marks = _marks(evaluation)
    left = left_of(labels_of(marks))
    up = Scale(low=marks[0], high=marks[-1], start=BOTTOM, end=TOP)
    across = _across(known, left)
    guess = up.place(_shown(evaluation, evaluation.baseline.value))
    points = tuple(
        (across.place(math.log2(one.rows)), up.place(_shown(evaluation, one.value))) for one in known
    )
    measure = say(_NAMES[evaluation.score.metric], {"of": out_of(evaluation)})
    return Picture(
        name="more-rows",
        title=title,
        about=_("The rows it learned from across, how good it was up; broken: the simplest guess."),
        width=WIDTH,
        height=HEIGHT,
        left=left,
        right=RIGHT,
        top=TOP,
        bottom=BOTTOM,
        across=apart([Tick(at=across.place(math.log2(one.rows)), label=number(one.rows)) for one in known]),
        up=ticks_of(marks, up),
        across_name=_("Rows it learned from"),
        up_name=measure,
        curves=(
            Curve(points=((left, guess), (RIGHT, guess)), slot=GUESS, is_broken=True),
            Curve(points=points, slot=MODEL),
        ),
        dots=tuple(
            Dot(x=x, y=y, title=_told(one, evaluation), slot=MODEL)
            for (x, y), one in zip(points, known, strict=True)
        ),
        keys=(Key(slot=MODEL, text=_("What it learned")), Key(slot=GUESS, text=_("Simplest guess"))),
        header=(_("Rows it learned from"), measure),
        rows=tuple((number(one.rows), _written(evaluation, one.value)) for one in known),
        notes=_notes(evaluation),
    )


def _notes(evaluation: Evaluation) -> tuple[str, ...]:
    """Return what to know of the points: the last one need not be the score of several kinds together."""
    same_rows = _("Each point was tested on the same rows.")
    last = evaluation.pace[-1].value
    if measured(evaluation, last) == measured(evaluation, evaluation.score.value):
        return (same_rows,)
    alone = _("The strongest kind of model was measured alone, so its last point differs from the result.")
    return same_rows, alone


def _shown(evaluation: Evaluation, value: float) -> float:
    """Return a value as the axis carries it: a count of the page's denominator, or an amount."""
    return value if evaluation.score.metric == "mean_absolute_error" else value * out_of(evaluation)


def _marks(evaluation: Evaluation) -> list[float]:
    values = [evaluation.baseline.value, *(one.value for one in evaluation.pace)]
    shown = [_shown(evaluation, value) for value in values]
    is_count = evaluation.score.metric != "mean_absolute_error"
    return round_numbers(min(shown), max(shown), whole=is_count)


def _across(known: tuple[Pace, ...], left: float) -> Scale:
    """Return the axis of rows, on which twice as many are always as far away."""
    low, high = math.log2(known[0].rows), math.log2(known[-1].rows)
    return Scale(low=low, high=max(high, low + 1e-9), start=left + _INSIDE, end=RIGHT - _INSIDE)


def _written(evaluation: Evaluation, value: float) -> str:
    shown = measured(evaluation, value)
    return shown if isinstance(shown, str) else number(shown)


def _told(one: Pace, evaluation: Evaluation) -> str:
    return say("{rows} rows: {value}", {"rows": number(one.rows), "value": _written(evaluation, one.value)})
