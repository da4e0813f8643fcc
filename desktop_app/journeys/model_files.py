"""A model comes as a file: first it says what it is, then it is opened with every check.

In between a person is asked. What is opened is the copy that was looked at: nothing can take its place.
"""

from dataclasses import replace
from pathlib import Path

from desktop_app.errors import AppError, ModelError
from desktop_app.journeys.compared_looked_at import accepted_beside, looked_beside
from desktop_app.journeys.forecast_looked_at import accepted_ahead, looked_ahead
from desktop_app.models.admission import Admitted, admitted
from desktop_app.models.card import card_of
from desktop_app.models.kinds import by_kind
from desktop_app.models.opening import open_admitted
from desktop_app.models.package import LARGEST_FILE, Package, too_big
from desktop_app.models.sound_evaluation import is_consistent, is_showable
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.model_files import Accepted, AcceptOrder, Looked, LookOrder, Origin
from desktop_app.records.models import ModelCard
from desktop_app.records.orders import MODEL_FILE
from desktop_app.records.reporting import SECTIONS, ReportWishes
from desktop_app.reports.report.composing import compose, facts_of_card
from desktop_app.tables.kinds.signatures import read_head

_EVERYTHING = ReportWishes(audience="experts", sections=SECTIONS)


def look_at_model(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:  # noqa: ARG001 - as every journey
    """Return what a model file says of itself; its copy is then in *folder*.

    Raises FileError where it cannot be read, and ModelError or PolicyError where it is refused.
    """
    order = from_json(LookOrder, params)
    copy = folder / MODEL_FILE
    copy.write_bytes(_content(Path(order.path), order.name))
    try:
        found = admitted(copy, order.trust)
        looked = by_kind(
            found.package,
            rows=lambda: _looked(_shown(found.package), order.name),
            forecast=lambda: looked_ahead(found.package, order.name),
            compared=lambda: looked_beside(found.package, order.name),
        )
    except AppError as error:
        raise _named(error, order.name) from error
    return to_json(replace(looked, notices=found.notices))


def _looked(card: ModelCard, name: str) -> Looked:
    return Looked(
        name=name,
        version=card.versions.get("hunch", "?"),
        made=card.created,
        table=card.table,
        target=card.schema.target,
        rows=card.evaluation.rows,
        columns=card.schema.names,
        is_brought=card.evaluation.is_brought,
    )


def accept_model(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:  # noqa: ARG001 - as every journey
    """Return what a model file holds that passes every check. Raises ModelError with the first that fails."""
    order = from_json(AcceptOrder, params)
    try:
        found = admitted(Path(order.path), order.trust)
        accepted = by_kind(
            found.package,
            rows=lambda: to_json(_accepted(found, order)),
            forecast=lambda: to_json(accepted_ahead(found, order)),
            compared=lambda: to_json(accepted_beside(found, order)),
        )
    except AppError as error:
        raise _named(error, order.name) from error
    return accepted


def _accepted(found: Admitted, order: AcceptOrder) -> Accepted:
    _shown(found.package)
    opened = open_admitted(found)
    card = opened.card
    if not _can_be_told(card):
        raise ModelError("model.unsound", model=order.name)
    origin = Origin(
        file=order.name,
        version=card.versions.get("hunch", "?"),
        made=card.created,
        notices=(*order.notices, *opened.notices),
    )
    return Accepted(
        origin=origin,
        table=card.table,
        plan=card.plan,
        evaluation=card.evaluation,
        decision=card.decision,
    )


def _content(path: Path, name: str) -> bytes:
    data = read_head(path, name, LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise too_big(name, path.stat().st_size)
    return data


def _shown(package: Package) -> ModelCard:
    """Return the card of a file whose words and numbers a page can show."""
    if not is_showable(package):
        raise ModelError("model.unsound", model=package.name)
    card = card_of(package)
    if not is_consistent(card):
        raise ModelError("model.unsound", model=package.name)
    return card


def _can_be_told(card: ModelCard) -> bool:
    """Whether all that is known of the model makes a report, which says and draws what its pages do."""
    try:
        compose(facts_of_card(card), _EVERYTHING)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return False
    return True


def _named(error: AppError, name: str) -> AppError:
    """Return the same refusal with the name that the person knows: a copy of ours has another."""
    values = {key: name if key in ("model", "file") else value for key, value in error.values.items()}
    return type(error)(error.code, **values)
