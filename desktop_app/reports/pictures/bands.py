"""How far a number is off, by the size of the answer."""

from desktop_app.language import _, number, say
from desktop_app.records.insights import Band
from desktop_app.records.results import Evaluation
from desktop_app.reports.insight_words import band_ends, bands_text, leaning_text, misses_of
from desktop_app.reports.pictures.axes import apart, field_over, round_numbers
from desktop_app.reports.pictures.picture import Box, Field, Key, Picture, Tick

HALF, TENTH = 1, 0  # colours
_GAP = 0.14  # of the width of a band, on either side of its bars


def bands(evaluation: Evaluation) -> Picture | None:
    """Return the picture of half of the misses and nine in ten of them; None without two sizes of answer."""
    known = evaluation.bands
    if len(known) < 2:
        return None
    field = field_over(round_numbers(0, max(one.tenth for one in known)), 0, len(known))
    rows = tuple(_row(one, evaluation) for one in known)
    leaning = leaning_text(evaluation)
    return Picture(
        name="misses-by-size",
        title=bands_text(evaluation),
        about=_("The answer across, how far it is off up: two bars for each size of answer."),
        field=field,
        across=_edges(evaluation, field),
        across_name=say('Its answer for "{target}"', {"target": evaluation.target}),
        up_name=_("Off by"),
        boxes=tuple(
            _box(field, (place, one.half if slot == HALF else one.tenth), _told(row), slot)
            for slot in (TENTH, HALF)
            for place, (one, row) in enumerate(zip(known, rows, strict=True))
        ),
        keys=(Key(slot=HALF, text=_("Half are within")), Key(slot=TENTH, text=_("Nine in ten are within"))),
        header=(_("Its answer"), _("Half are within"), _("Nine in ten are within"), _("Rows")),
        rows=rows,
        notes=(leaning,) if leaning else (),
    )


def _edges(evaluation: Evaluation, field: Field) -> tuple[Tick, ...]:
    ends = [band_ends(one, evaluation) for one in evaluation.bands]
    labels = [ends[0][0], *(high for _low, high in ends)]
    return apart([Tick(at=field.across.place(place), label=label) for place, label in enumerate(labels)])


def _box(field: Field, corner: tuple[int, float], title: str, slot: int) -> Box:
    place, miss = corner
    x, top = field.place(place + _GAP, miss)
    return Box(
        x=x,
        y=top,
        width=round(field.across.place(place + 1 - _GAP) - x, 1),
        height=round(field.bottom - top, 1),
        title=title,
        slot=slot,
        weight=1.0 if slot == HALF else 0.45,
    )


def _told(row: tuple[str, str, str, str]) -> str:
    values = dict(zip(("answers", "half", "tenth", "rows"), row, strict=True))
    return say("{answers}: half within {half}, nine in ten within {tenth}, {rows} rows", values)


def _row(one: Band, evaluation: Evaluation) -> tuple[str, str, str, str]:
    low, high = band_ends(one, evaluation)
    written = misses_of(evaluation)
    answers = say("{low} to {high}", {"low": low, "high": high})
    return answers, written.near(one.half), written.near(one.tenth), number(one.rows)
