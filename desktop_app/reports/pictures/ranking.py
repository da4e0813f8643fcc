"""ROC and precision-recall curves: how well percentages tell a class from the others, at each strictness."""

from collections.abc import Callable, Iterable

from desktop_app.language import _, mark, number, say
from desktop_app.records.insights import Cut, Cuts
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.reports.insight_words import alarms_text, pairs_text
from desktop_app.reports.pictures.axes import HUNDRED, field_over, ticks_of
from desktop_app.reports.pictures.picture import Key, Picture, Point
from desktop_app.reports.ranked import (
    average_precision,
    found_by_false,
    hardest,
    looked_for,
    pairs_right,
    ranked,
    right_by_found,
)

MOST_KINDS = 6  # colours that can be told apart
MOST_CUTS = 20  # of a class, in the table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One of the two ways to draw the same counts."""

    name: str
    about: str
    across: str
    up: str
    shares_of: Callable[[Cuts], tuple[Point, ...]]
    area_of: Callable[[Cuts], float]
    luck_of: Callable[[Cuts], tuple[Point, Point]]  # what percentages that say nothing would give


def _coin(_cuts: Cuts) -> tuple[Point, Point]:
    return (0.0, 0.0), (1.0, 1.0)


def _at_random(cuts: Cuts) -> tuple[Point, Point]:
    share = cuts.positives / cuts.rows
    return (0.0, share), (1.0, share)


_ROC = _Way(
    name="order-of-rows",
    about=mark("Wrong alarms across, rows found up; the broken line is a coin toss."),
    across=mark("Wrong alarms, of 100 others"),
    up=mark("Found, of 100"),
    shares_of=found_by_false,
    area_of=pairs_right,
    luck_of=_coin,
)
_PRECISION = _Way(
    name="found-and-right",
    about=mark("Rows found across, alarms that are right up; the broken line is picking at random."),
    across=mark("Found, of 100"),
    up=mark("Right, of 100 alarms"),
    shares_of=right_by_found,
    area_of=average_precision,
    luck_of=_at_random,
)


def roc(evaluation: Evaluation) -> Picture | None:
    """Return the ROC curves of the classes; None where there are no counts."""
    drawn = _drawn(evaluation)
    return _picture(drawn, _ROC, pairs_text(evaluation)) if drawn else None


def precision_recall(evaluation: Evaluation) -> Picture | None:
    """Return the precision-recall curves of the classes; None where there are no counts."""
    drawn, told = _drawn(evaluation), looked_for(evaluation) or hardest(evaluation)
    if not drawn or told is None:
        return None
    title = alarms_text(told) or _("How many are found, and how many of the alarms are right.")
    return _picture(drawn, _PRECISION, title)


def _drawn(evaluation: Evaluation) -> tuple[Cuts, ...]:
    """Return the class looked for, of more than two the most frequent ones."""
    two = looked_for(evaluation)
    if two:
        return (two,)
    return tuple(sorted(ranked(evaluation), key=lambda cuts: -cuts.positives)[:MOST_KINDS])


def _picture(drawn: tuple[Cuts, ...], way: _Way, title: str) -> Picture:
    field = field_over(HUNDRED, 0, 100)
    lines = [
        field.line(_of_hundred(way.shares_of(cuts)), slot=slot) for slot, cuts in enumerate(drawn, start=1)
    ]
    if way is _ROC or len(drawn) == 1:  # picked at random, each kind has its own
        lines.insert(0, field.broken(*_of_hundred(way.luck_of(drawn[0]))))
    return Picture(
        name=way.name,
        title=title,
        about=_(way.about),
        field=field,
        across=ticks_of(HUNDRED, field.across),
        across_name=_(way.across),
        up_name=_(way.up),
        curves=tuple(lines),
        keys=tuple(
            Key(slot=slot, text=_area(cuts, way.area_of(cuts))) for slot, cuts in enumerate(drawn, start=1)
        ),
        header=(_("Kind"), _("From this percentage on"), _("Found"), _("Wrong alarms")),
        rows=tuple(_row(cuts.value, cut) for cuts in drawn for cut in _some(cuts)),
    )


def _of_hundred(shares: Iterable[Point]) -> list[Point]:
    return [(100 * share, 100 * other) for share, other in shares]


def _area(cuts: Cuts, area: float) -> str:
    return say('"{value}": area under the curve {area}', {"value": cuts.value, "area": f"{area:.2f}"})


def _some(cuts: Cuts) -> tuple[Cut, ...]:
    """Return cuts for the table, evenly chosen where there are many."""
    return cuts.cuts[:: max(1, -(-len(cuts.cuts) // MOST_CUTS))]


def _row(value: str, cut: Cut) -> tuple[str, ...]:
    return value, number(round(100 * cut.chance)), number(cut.found), number(cut.false)
