"""The parts of the Results page: which there are, and in which of its two columns each stands."""

from desktop_app.language import _
from desktop_app.records.record import dataclass
from desktop_app.web.explained import Looked
from desktop_app.web.insights import Insights
from desktop_app.web.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What the list of the page leads to."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A card of the page."""

    name: str  # of its template
    places: tuple[Place, ...]
    lines: int  # about how many it is high


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All cards in the order in which they are read: over both columns, then one column after the other."""

    wide: tuple[Part, ...]
    left: tuple[Part, ...]
    right: tuple[Part, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """What the list of the page leads to, with what stands under the columns."""
        parts = (*self.wide, *self.left, *self.right)
        notes = Place(anchor="notes-title", text=_("Notes and decisions"))
        return (*(place for part in parts for place in part.places), notes)


def parts_of(result: Result, insights: Insights, looked: Looked | None, *, decides: bool) -> Parts:
    """Return the parts of the page; the last ones stand where there is room: both columns end about alike."""
    wrong = _wrong(result, decides=decides)
    wide, beside = (wrong, ()) if result.is_wide else ((), wrong)
    left, right = [*beside, *_each(result), *_answers(insights)], [*_columns(result, insights, looked)]
    for last in (*_texts(insights), *_how(result)):
        shorter = min(left, right, key=lambda column: sum(part.lines for part in column))
        shorter.append(last)
    return Parts(wide=wide, left=tuple(left), right=tuple(right))


def _part(name: str, lines: int, anchor: str, text: str) -> Part:
    return Part(name=name, places=(Place(anchor=anchor, text=text),), lines=lines)


def _wrong(result: Result, *, decides: bool) -> tuple[Part, ...]:
    wrong = Place(anchor="wrong", text=_("Right and wrong"))
    if decides:
        line = Place(anchor="decide-title", text=_("Where to draw the line"))
        return (Part(name="decide", places=(wrong, line), lines=24),)
    lines = 34 if result.scatter else 12
    return (Part(name="wrong", places=(wrong,), lines=lines),) if result.has_pictures else ()


def _each(result: Result) -> tuple[Part, ...]:
    if result.each is None:
        return ()
    lines = 4 + 2 * len(result.each.lines) + (18 if result.each.picture else 0)
    return (_part("each", lines, "each", _("Each group")),)


def _answers(insights: Insights) -> tuple[Part, ...]:
    """Return what is said of its answers."""
    rule = len(insights.rule.lines) if insights.rule else 0
    fails = 6 + 2 * len(insights.fails)
    parts = (
        (insights.percentages, _part("trusted", 23, "trusted", _("Percentages"))),
        (insights.sizes, _part("sizes", 24, "sizes", _("Large and small answers"))),
        (insights.fails or insights.fails_none, _part("fails", fails, "fails", _("Where it fails"))),
        (insights.rule, _part("rule", 9 + 3 * rule, "rule", _("A rule on one page"))),
    )
    return tuple(part for is_there, part in parts if is_there)


def _columns(result: Result, insights: Insights, looked: Looked | None) -> tuple[Part, ...]:
    """Return what is said of the columns and the rows that it learned from."""
    lines = 24 + 2 * len(looked.curves) + 18 * len(looked.pairs) if looked else 0
    parts = (
        (result.matters_title, _part("matters", 19, "matters", _("What matters"))),
        (looked, _part("explained", lines, "explained-title", _("What each column does"))),
        (insights.more_rows, _part("more_rows", 24, "more", _("More rows"))),
    )
    return tuple(part for is_there, part in parts if is_there)


def _texts(insights: Insights) -> tuple[Part, ...]:
    """Return what is said of columns of text."""
    words = 8 + sum(5 + len(answer.rows) for answer in insights.words[:4])
    typical = 5 + sum(2 + 4 * len(answer.rows) for answer in insights.typical[:3])
    parts = (
        (insights.words_lead, _part("words", words, "words", _("Words"))),
        (insights.typical, _part("typical", typical, "typical", _("Typical rows"))),
    )
    return tuple(part for is_there, part in parts if is_there)


def _how(result: Result) -> tuple[Part, ...]:
    """Return how it was tested, and the models that were tried: none for one that was made elsewhere."""
    lines, tried = 8 + 2 * len(result.verdict.extras), 8 + 2 * len(result.tried)
    tested = _part("tested", lines, "tested", _("How it was tested"))
    if not result.tried:
        return (tested,)
    return tested, _part("tried", tried, "tried", _("Models that were tried"))
