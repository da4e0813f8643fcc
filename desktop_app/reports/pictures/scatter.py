"""Real against answered values, on one scale both ways: on the broken line an answer is exactly right."""

from desktop_app.language import _, number, say
from desktop_app.records.results import Evaluation, Misses
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
from desktop_app.reports.pictures.picture import Curve, Dot, Picture
from desktop_app.reports.result_words import misses_text

SIDE = 360  # of the square between the axes
MOST_PAIRS = 200  # rows of numbers
_FAINT = 0.45  # so that dots on top of each other look darker


def scatter(evaluation: Evaluation) -> Picture | None:
    """Return the picture of real against answered values; None without pairs to draw."""
    misses = evaluation.misses
    if misses is None or not misses.pairs:
        return None
    values = [value for pair in misses.pairs for value in pair]
    marks = round_numbers(min(values), max(values))
    left = left_of(labels_of(marks))
    across = Scale(low=marks[0], high=marks[-1], start=left, end=left + SIDE)
    up = Scale(low=marks[0], high=marks[-1], start=TOP + SIDE, end=TOP)
    return Picture(
        name="real-and-answered",
        title=misses_text(evaluation),
        about=_(
            "Each dot is a row: the real value across, the answer up. On the broken line both are equal."
        ),
        width=left + SIDE + WIDTH - RIGHT,
        height=TOP + SIDE + HEIGHT - BOTTOM,
        left=left,
        right=left + SIDE,
        top=TOP,
        bottom=TOP + SIDE,
        across=apart(ticks_of(marks, across)),
        up=ticks_of(marks, up),
        across_name=say('Real "{target}"', {"target": evaluation.target}),
        up_name=_("Its answer"),
        curves=(Curve(points=((across.start, up.start), (across.end, up.end)), slot=0, is_broken=True),),
        dots=tuple(
            Dot(x=across.place(real), y=up.place(answer), weight=_FAINT) for real, answer in misses.pairs
        ),
        header=(_("Real value"), _("Its answer")),
        rows=tuple(
            (number(real, digits=4), number(answer, digits=4)) for real, answer in misses.pairs[:MOST_PAIRS]
        ),
        notes=_notes(misses),
    )


def _notes(misses: Misses) -> tuple[str, ...]:
    """Return how to read it, and how many of the tested rows are drawn where those are not all."""
    read_so = _("Each dot is a row. On the broken line the answer is exactly right.")
    if misses.of <= len(misses.pairs):
        return (read_so,)
    values = {"shown": len(misses.pairs), "rows": misses.of}
    return read_so, say("{shown} of {rows} rows are drawn. The numbers use all of them.", values)
