"""A learning curve: how good it is with more and more rows, beside the simplest guess."""

import math

from desktop_app.language import _, number, say
from desktop_app.records.insights import Pace
from desktop_app.records.results import Evaluation
from desktop_app.reports.measured import measure_text, measured, on_axis
from desktop_app.reports.pace_words import pace_text
from desktop_app.reports.pictures.axes import apart, field_over, round_numbers
from desktop_app.reports.pictures.picture import GREY, Dot, Field, Key, Picture, Tick
from desktop_app.reports.verdict_numbers import amounts_of

MODEL, GUESS = 1, GREY  # colours
_INSIDE = 0.04  # of the axis of rows, on either side: dots and their labels stand within the field


def pace(evaluation: Evaluation) -> Picture | None:
    """Return the picture of the score by rows; None where there is nothing to say of it."""
    known, title = evaluation.pace, pace_text(evaluation)
    if not title:
        return None
    field = _field(evaluation)
    guess = on_axis(evaluation, evaluation.baseline.value)
    line = field.line(((math.log2(one.rows), on_axis(evaluation, one.value)) for one in known), slot=MODEL)
    measure = measure_text(evaluation)
    return Picture(
        name="more-rows",
        title=title,
        about=_("The rows it learned from across, how good it was up; broken: the simplest guess."),
        field=field,
        across=apart(
            [Tick(at=x, label=number(one.rows)) for one, (x, _y) in zip(known, line.points, strict=True)]
        ),
        across_name=_("Rows it learned from"),
        up_name=measure,
        curves=(field.broken((field.across.low, guess), (field.across.high, guess)), line),
        dots=tuple(
            Dot(x=x, y=y, title=_told(one, evaluation), slot=MODEL)
            for one, (x, y) in zip(known, line.points, strict=True)
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


def _field(evaluation: Evaluation) -> Field:
    """Return the field, across which twice as many rows are always as far away."""
    known = evaluation.pace
    values = (evaluation.baseline.value, *(one.value for one in known))
    shown = [on_axis(evaluation, value) for value in values]
    is_count = evaluation.score.metric != "mean_absolute_error"
    low, high = math.log2(known[0].rows), math.log2(known[-1].rows)
    inside = _INSIDE * (high - low)
    marks = round_numbers(min(shown), max(shown), whole=is_count)
    return field_over(marks, low - inside, high + inside)


def _written(evaluation: Evaluation, value: float) -> str:
    if evaluation.score.metric == "mean_absolute_error":
        return amounts_of(evaluation).alike(one.value for one in evaluation.pace).near(value)
    shown = measured(evaluation, value)
    return shown if isinstance(shown, str) else number(shown)


def _told(one: Pace, evaluation: Evaluation) -> str:
    return say("{rows} rows: {value}", {"rows": number(one.rows), "value": _written(evaluation, one.value)})
