"""A forecast comes as a file: what it says of itself, and what is kept of it once it passed every check."""

from desktop_app.errors import ModelError
from desktop_app.models.admission import Admitted
from desktop_app.models.forecast_card import forecast_card_of
from desktop_app.models.forecast_file import open_forecast
from desktop_app.models.package import Package
from desktop_app.models.sound_evaluation import is_showable
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.model_files import AcceptedOther, AcceptOrder, Looked, Origin
from desktop_app.records.reporting import SECTIONS, ReportWishes
from desktop_app.reports.report.ahead import compose_ahead

_EVERYTHING = ReportWishes(audience="experts", sections=SECTIONS)


def looked_ahead(package: Package, name: str) -> Looked:
    """Return what a forecast's file says of itself. Raises ModelError where a page could not show it."""
    card = _shown(package)
    return Looked(
        name=name,
        version=card.versions.get("hunch", "?"),
        made=card.created,
        table=card.table,
        target=card.found.asked.target,
        rows=card.rows,
        columns=tuple(card.columns.types),
        kind="forecast",
    )


def accepted_ahead(found: Admitted, order: AcceptOrder) -> AcceptedOther:
    """Return what is kept of a forecast. Raises ModelError with the first check that it does not pass."""
    card = _shown(found.package)
    opened = open_forecast(found)
    origin = Origin(
        file=order.name,
        version=card.versions.get("hunch", "?"),
        made=card.created,
        notices=(*order.notices, *(one for one in opened.notices if one not in order.notices)),
    )
    return AcceptedOther(kind="forecast", origin=origin, card=card)


def accepted_here(card: ForecastCard) -> AcceptedOther:
    """Return what is kept of a forecast that was made here just now, and came as no file."""
    origin = Origin(file="", version=card.versions.get("hunch", "?"), made=card.created)
    return AcceptedOther(kind="forecast", origin=origin, card=card)


def _shown(package: Package) -> ForecastCard:
    """Return the card of a file whose words and numbers a page can show."""
    if not is_showable(package):
        raise ModelError("model.unsound", model=package.name)
    card = forecast_card_of(package)
    try:
        compose_ahead(card, _EVERYTHING)  # which says what its page does, and more
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ModelError("model.unsound", model=package.name) from error
    return card
