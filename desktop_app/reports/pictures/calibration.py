"""Said against happened: on the broken line, percentages are what they say."""

from desktop_app.language import _, number, say, say_count
from desktop_app.records.insights import Bin, Calibration
from desktop_app.records.results import Evaluation
from desktop_app.reports.insight_words import calibration_text
from desktop_app.reports.pictures.axes import HUNDRED, field_over, ticks_of
from desktop_app.reports.pictures.picture import GREY, Area, Box, Dot, Field, Picture

NORMAL = 1.96  # standard deviations, within which 95 of 100 lie
_BARS = 0.16  # of the height: the tallest bar of rows
_THIN = 8  # width of such a bar


def calibration(evaluation: Evaluation) -> Picture | None:
    """Return the picture of what was said and what happened; None where nothing of it is known."""
    known = evaluation.calibration
    bins = tuple(one for one in known.bins if one.rows) if known else ()
    if known is None or not bins:
        return None
    field = field_over(HUNDRED, 0, 100)
    line = field.line((100 * one.said, 100 * one.happened) for one in bins)
    return Picture(
        name="percentages",
        title=calibration_text(evaluation),
        about=_("What it said across, how often it really was so up: a point for each group of rows."),
        field=field,
        across=ticks_of(HUNDRED, field.across),
        across_name=_said_name(known),
        up_name=_happened_name(known),
        areas=_range(bins, field),
        boxes=_bars(bins, field),
        curves=(field.broken((0, 0), (100, 100)), line),
        dots=tuple(Dot(x=x, y=y, title=_told(one)) for one, (x, y) in zip(bins, line.points, strict=True)),
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


def _range(bins: tuple[Bin, ...], field: Field) -> tuple[Area, ...]:
    """Return the band in which chance alone may move what happened."""
    if len(bins) < 2:
        return ()
    ends = [(100 * one.said, range_of(one.happened, one.rows)) for one in bins]
    lows, highs = ([(said, 100 * both[which]) for said, both in ends] for which in (0, 1))
    return (field.area(lows, highs),)


def _bars(bins: tuple[Bin, ...], field: Field) -> tuple[Box, ...]:
    most = max(one.rows for one in bins)
    bars = []
    for one in bins:
        height = round((field.bottom - field.top) * _BARS * one.rows / most, 1)
        x = min(max(field.across.place(100 * one.said) - _THIN / 2, field.left), field.right - _THIN)
        bars.append(
            Box(
                x=x,
                y=round(field.bottom - height, 1),
                width=_THIN,
                height=height,
                title=say_count("{count} row", "{count} rows", one.rows, {"count": one.rows}),
                slot=GREY,
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
