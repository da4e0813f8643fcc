"""Said against happened: on the broken line, percentages are what they say."""

from desktop_app.language import _, number, say, say_count
from desktop_app.records.insights import Bin, Calibration
from desktop_app.records.results import Evaluation
from desktop_app.reports.insight_words import calibration_text
from desktop_app.reports.pictures.axes import (
    BOTTOM,
    HEIGHT,
    RIGHT,
    TOP,
    WIDTH,
    Scale,
    left_of,
    round_numbers,
    ticks_of,
)
from desktop_app.reports.pictures.picture import Area, Box, Curve, Dot, Picture

NORMAL = 1.96  # standard deviations, within which 95 of 100 lie
_BARS = 0.16  # of the height: the tallest bar of rows
_THIN = 8  # width of such a bar


def calibration(evaluation: Evaluation) -> Picture | None:
    """Return the picture of what was said and what happened; None where nothing of it is known."""
    known = evaluation.calibration
    bins = tuple(one for one in known.bins if one.rows) if known else ()
    if known is None or not bins:
        return None
    marks = round_numbers(0, 100, whole=True)
    across = Scale(low=0, high=100, start=left_of(["100"]), end=RIGHT)
    up = Scale(low=0, high=100, start=BOTTOM, end=TOP)
    return Picture(
        name="percentages",
        title=calibration_text(evaluation),
        about=_("What it said across, how often it really was so up: a point for each group of rows."),
        width=WIDTH,
        height=HEIGHT,
        left=across.start,
        right=RIGHT,
        top=TOP,
        bottom=BOTTOM,
        across=ticks_of(marks, across),
        up=ticks_of(marks, up),
        across_name=_said_name(known),
        up_name=_happened_name(known),
        areas=_range(bins, across, up),
        boxes=_bars(bins, across, up),
        curves=_curves(bins, across, up),
        dots=tuple(
            Dot(x=across.place(100 * one.said), y=up.place(100 * one.happened), title=_told(one))
            for one in bins
        ),
        header=(_("It said, of 100"), _happened_name(known), _("Rows")),
        rows=tuple((*_shares(one), number(one.rows)) for one in bins),
        notes=(
            _(
                "Each dot: rows for which it said about the same; the pale band is the range that chance "
                "leaves. On the broken line it happens as often as it says. The grey bars: how many rows."
            ),
        ),
    )


def range_of(share: float, rows: int) -> tuple[float, float]:
    """Return the 95 % range of a share of so many rows (Wilson, Probable inference, 1927)."""
    spread = NORMAL**2 / rows
    middle = (share + spread / 2) / (1 + spread)
    half = NORMAL * (share * (1 - share) / rows + spread / (4 * rows)) ** 0.5 / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def _said_name(known: Calibration) -> str:
    if not known.value:
        return _("How sure it was of its answer, of 100")
    return say('It said "{value}", of 100', {"value": known.value})


def _happened_name(known: Calibration) -> str:
    return _("Really so, of 100") if known.value else _("Right, of 100")


def _curves(bins: tuple[Bin, ...], across: Scale, up: Scale) -> tuple[Curve, ...]:
    perfect = Curve(points=((across.start, up.start), (across.end, up.end)), slot=0, is_broken=True)
    line = Curve(points=tuple((across.place(100 * one.said), up.place(100 * one.happened)) for one in bins))
    return perfect, line


def _range(bins: tuple[Bin, ...], across: Scale, up: Scale) -> tuple[Area, ...]:
    """Return the band in which chance alone may move what happened."""
    if len(bins) < 2:
        return ()
    ends = [range_of(one.happened, one.rows) for one in bins]
    places = [across.place(100 * one.said) for one in bins]
    lows = [(x, up.place(100 * low)) for x, (low, _high) in zip(places, ends, strict=True)]
    highs = [(x, up.place(100 * high)) for x, (_low, high) in zip(places, ends, strict=True)]
    return (Area(points=(*highs, *reversed(lows))),)


def _bars(bins: tuple[Bin, ...], across: Scale, up: Scale) -> tuple[Box, ...]:
    most = max(one.rows for one in bins)
    bars = []
    for one in bins:
        height = round((up.start - up.end) * _BARS * one.rows / most, 1)
        x = min(max(across.place(100 * one.said) - _THIN / 2, across.start), across.end - _THIN)
        bars.append(
            Box(
                x=x,
                y=round(up.start - height, 1),
                width=_THIN,
                height=height,
                title=say_count("{count} row", "{count} rows", one.rows, {"count": one.rows}),
                slot=0,
                weight=0.35,
            )
        )
    return tuple(bars)


def _told(one: Bin) -> str:
    said, happened = _shares(one)
    values = {"said": said, "happened": happened, "rows": one.rows}
    return say("Said {said} of 100, happened {happened} of 100, {rows} rows", values)


def _shares(one: Bin) -> tuple[str, str]:
    return number(round(100 * one.said)), number(round(100 * one.happened))
