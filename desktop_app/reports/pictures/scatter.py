"""Real against answered values, on one scale both ways: on the broken line an answer is exactly right."""

from desktop_app.language import _, number, say
from desktop_app.records.results import Evaluation, Misses
from desktop_app.reports.pictures.axes import apart, field_over, round_numbers, ticks_of
from desktop_app.reports.pictures.picture import Dot, Picture
from desktop_app.reports.result_words import misses_text
from desktop_app.reports.value_words import decimals_of

MOST_PAIRS = 200  # rows of numbers
_FAINT = 0.45  # so that dots on top of each other look darker


def scatter(evaluation: Evaluation) -> Picture | None:
    """Return the picture of real against answered values; None without pairs to draw."""
    misses = evaluation.misses
    if misses is None or not misses.pairs:
        return None
    values = [value for pair in misses.pairs for value in pair]
    marks, decimals = round_numbers(min(values), max(values)), decimals_of(values, 4)
    first, last = marks[0], marks[-1]
    field = field_over(marks, first, last, is_square=True)
    return Picture(
        name="real-and-answered",
        title=misses_text(evaluation),
        about=_(
            "Each dot is a row: the real value across, the answer up. On the broken line both are equal."
        ),
        field=field,
        across=apart(ticks_of(marks, field.across)),
        across_name=say('Real "{target}"', {"target": evaluation.target}),
        up_name=_("Its answer"),
        curves=(field.broken((first, first), (last, last)),),
        dots=tuple(Dot(x=x, y=y, weight=_FAINT) for x, y in field.line(misses.pairs).points),
        header=(_("Real value"), _("Its answer")),
        rows=tuple(
            (number(real, decimals=decimals), number(answer, decimals=decimals))
            for real, answer in misses.pairs[:MOST_PAIRS]
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
