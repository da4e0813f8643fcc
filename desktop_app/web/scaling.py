"""Columns of numbers that can be multiplied for a model, or are: the buttons, and what they say."""

from collections.abc import Mapping

from desktop_app.language import _
from desktop_app.records.matching import Scaling
from desktop_app.records.models import Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.reports.notice_words import text_of
from desktop_app.web.amounts import checked_place

_MOST_REMEMBERED = 500  # of one model
_OFFERING = ("check.unit", "check.factor", "check.factor_less")
_SAYING = ("check.divided", "check.multiplied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A button behind a line, and what its form says."""

    words: str
    fields: dict[str, str]
    goes_to: str = "apply.scale"  # the page's name of the address


def scaling_act(found: Preflight, notice: Notice) -> Act | None:
    """Return what can be done about a column of another size or unit: multiply it, or undo that."""
    column = notice.columns[0] if notice.columns else ""
    if notice.code in _SAYING:
        place = _place(found.scaled, column)
        return None if place is None else Act(words=_("Undo"), fields={"undo": str(place)})
    place = _place(found.offers, column)
    if place is None or notice is not _first(found, column):
        return None
    offer = found.offers[place]
    words = text_of("check.divide" if offer.divides else "check.multiply", {"factor": offer.said})
    return Act(words=words, fields={"place": str(place)})


def scaled_so(found: Preflight, form: Mapping[str, str]) -> tuple[Scaling, ...]:
    """Return by what columns are multiplied once a form is followed; raises UsageError."""
    if "undo" in form:
        place = checked_place(form["undo"], len(found.scaled))
        return (*found.scaled[:place], *found.scaled[place + 1 :])
    offer = found.offers[checked_place(form.get("place", ""), len(found.offers))]
    return (*(one for one in found.scaled if one.column != offer.column), offer)


def known_scalings(
    before: tuple[Scaling, ...], found: Preflight, scaled: tuple[Scaling, ...]
) -> tuple[Scaling, ...]:
    """Return what to remember for a model: the new ones first, and none that was taken back."""
    kept = (one for one in before if one not in scaled and one not in found.scaled)
    return (*scaled, *kept)[:_MOST_REMEMBERED]


def _place(scalings: tuple[Scaling, ...], column: str) -> int | None:
    return next((place for place, one in enumerate(scalings) if one.column == column), None)


def _first(found: Preflight, column: str) -> Notice | None:
    """Return the first line that offers something about a column: one button is enough."""
    said = (one for code in _OFFERING for one in found.notices if one.code == code)
    return next((one for one in said if column in one.columns), None)
