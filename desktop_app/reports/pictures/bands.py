"""How far a number is off, by the size of the answer."""

from desktop_app.language import _, number, say
from desktop_app.records.insights import Band
from desktop_app.records.results import Evaluation
from desktop_app.reports.insight_words import band_ends, bands_text, leaning_text
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
from desktop_app.reports.pictures.picture import Box, Key, Picture, Tick
from desktop_app.reports.verdict_numbers import amounts_of

HALF, TENTH = 1, 0  # colours
_FILLED = 0.72  # of the width of a band


def bands(evaluation: Evaluation) -> Picture | None:
    """Return the picture of half of the misses and nine in ten of them; None without two sizes of answer."""
    known = evaluation.bands
    if len(known) < 2:
        return None
    marks = round_numbers(0, max(one.tenth for one in known))
    left = left_of(labels_of(marks))
    across = Scale(low=0, high=len(known), start=left, end=RIGHT)
    up = Scale(low=marks[0], high=marks[-1], start=BOTTOM, end=TOP)
    leaning = leaning_text(evaluation)
    return Picture(
        name="misses-by-size",
        title=bands_text(evaluation),
        about=_("The answer across, how far it is off up: two bars for each size of answer."),
        width=WIDTH,
        height=HEIGHT,
        left=left,
        right=RIGHT,
        top=TOP,
        bottom=BOTTOM,
        across=_edges(evaluation, across),
        up=ticks_of(marks, up),
        across_name=say('Its answer for "{target}"', {"target": evaluation.target}),
        up_name=_("Off by"),
        boxes=(
            *_boxes(evaluation, across, up, is_half=False),
            *_boxes(evaluation, across, up, is_half=True),
        ),
        keys=(Key(slot=HALF, text=_("Half are within")), Key(slot=TENTH, text=_("Nine in ten are within"))),
        header=(_("Its answer"), _("Half are within"), _("Nine in ten are within"), _("Rows")),
        rows=tuple(_row(one, evaluation) for one in known),
        notes=(leaning,) if leaning else (),
    )


def _edges(evaluation: Evaluation, across: Scale) -> tuple[Tick, ...]:
    ends = [band_ends(one, evaluation) for one in evaluation.bands]
    labels = [ends[0][0], *(high for _low, high in ends)]
    return apart([Tick(at=across.place(place), label=label) for place, label in enumerate(labels)])


def _boxes(evaluation: Evaluation, across: Scale, up: Scale, *, is_half: bool) -> tuple[Box, ...]:
    gap = (1 - _FILLED) / 2
    made = []
    for place, one in enumerate(evaluation.bands):
        x, top = across.place(place + gap), up.place(one.half if is_half else one.tenth)
        made.append(
            Box(
                x=x,
                y=top,
                width=round(across.place(place + 1 - gap) - x, 1),
                height=round(up.start - top, 1),
                title=_told(one, evaluation),
                slot=HALF if is_half else TENTH,
                weight=1.0 if is_half else 0.45,
            )
        )
    return tuple(made)


def _told(one: Band, evaluation: Evaluation) -> str:
    answers, half, tenth, rows = _row(one, evaluation)
    values = {"answers": answers, "half": half, "tenth": tenth, "rows": rows}
    return say("{answers}: half within {half}, nine in ten within {tenth}, {rows} rows", values)


def _row(one: Band, evaluation: Evaluation) -> tuple[str, str, str, str]:
    low, high = band_ends(one, evaluation)
    written = amounts_of(evaluation)
    answers = say("{low} to {high}", {"low": low, "high": high})
    return answers, written.near(one.half), written.near(one.tenth), number(one.rows)
