"""What compares rows comes as a file: what it says of itself, and what is kept once it passed every check."""

from desktop_app.errors import ModelError
from desktop_app.models.admission import Admitted
from desktop_app.models.compared_card import compared_card_of
from desktop_app.models.compared_file import open_compared
from desktop_app.models.package import Package
from desktop_app.models.sound_evaluation import is_showable
from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.model_files import AcceptedOther, AcceptOrder, Looked, Origin
from desktop_app.records.notices import Notice
from desktop_app.reports.beside_card_words import beside_card_words


def looked_beside(package: Package, name: str) -> Looked:
    """Return what such a file says of itself. Raises ModelError where a page could not show it."""
    card = _shown(package)
    return Looked(
        name=name,
        version=card.versions.get("hunch", "?"),
        made=card.created,
        table=card.table,
        target=card.found.kind,
        rows=card.rows,
        columns=card.schema.names,
        kind="compared",
    )


def accepted_beside(found: Admitted, order: AcceptOrder) -> AcceptedOther:
    """Return what is kept of it. Raises ModelError with the first check that it does not pass."""
    card = _shown(found.package)
    opened = open_compared(found)
    notices = (*order.notices, *(one for one in opened.notices if one not in order.notices))
    return kept_beside(card, order.name, notices)


def kept_beside(card: ComparedCard, file: str = "", notices: tuple[Notice, ...] = ()) -> AcceptedOther:
    """Return what is kept of it; one that was made here just now came as no file."""
    version = card.versions.get("hunch", "?")
    origin = Origin(file=file, version=version, made=card.created, notices=notices)
    return AcceptedOther(kind="compared", origin=origin, card=card)


def _shown(package: Package) -> ComparedCard:
    """Return the card of a file whose words and numbers a page can show."""
    if not is_showable(package):
        raise ModelError("model.unsound", model=package.name)
    card = compared_card_of(package)
    try:
        beside_card_words(card)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ModelError("model.unsound", model=package.name) from error
    return card
