"""A model file becomes a predictor again, after every check that keeps a crafted file from doing harm.

The order: whether it may be opened (`admission`), the file itself (`package`), the inner archives, every
type and structure (`payload`), the parts of our own, and at last the stored answers. The first check that
fails ends it, each with a code.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop_app.engine.brought.model import Brought
from desktop_app.engine.parts import OlderPartsError
from desktop_app.engine.predictor import Parts, Predictor
from desktop_app.errors import ModelError
from desktop_app.models.admission import Admitted, admitted
from desktop_app.models.card import card_of
from desktop_app.models.golden import Golden, still_agrees
from desktop_app.models.grammar import UnsoundError
from desktop_app.models.package import Package
from desktop_app.models.whole_parts import maker_of, parts_in, refused, refusing
from desktop_app.records.models import ModelCard, Schema
from desktop_app.records.notices import Notice
from desktop_app.records.trust import Trust

_LAST_DAY = 9_000 * 366 * 86_400.0  # seconds since 1970


@dataclass(frozen=True, slots=True)
class OpenedModel:
    """A model that passed every check."""

    card: ModelCard
    predictor: Predictor
    notices: tuple[Notice, ...] = ()


def open_model(path: Path, trust: Trust | None = None) -> OpenedModel:
    """Return the model in the file at *path*. Raises ModelError with the first check that failed.

    With *trust*, it must be allowed to be opened here, else PolicyError is raised.
    """
    return open_admitted(admitted(path, trust))


def open_admitted(found: Admitted) -> OpenedModel:
    """Return the model in a file that may be opened, with what is said of its signatures."""
    opened = open_package(found.package)
    return replace(opened, notices=(*found.notices, *opened.notices))


def open_package(package: Package) -> OpenedModel:
    """Return the model in a package whose parts are whole. Raises ModelError."""
    card = card_of(package)
    with refusing(package):
        _check_schema(card.schema)
        parts, notices = parts_in(package)
        predictor = _predictor(package, parts, card)
        golden = package.record(Golden, "golden.json")
        _check_together(card, predictor, golden)
        agrees = still_agrees(predictor, card.schema, golden)
    if not agrees:
        raise refused(package)
    return OpenedModel(card, predictor, notices)


def _predictor(package: Package, parts: Parts, card: ModelCard) -> Predictor:
    for estimator in parts.estimators.values():
        _check_classes(getattr(estimator, "classes_", None), len(card.schema.classes))
    try:
        return Predictor.from_parts(parts)
    except OlderPartsError as error:
        raise ModelError("model.older_form", model=package.name, version=maker_of(package)) from error


def _check_schema(schema: Schema) -> None:
    """Refuse columns that cannot be: two of one name, the answer among them, days that no calendar has."""
    names = schema.names
    if len(set(names)) != len(names) or schema.target in names or not names:
        raise UnsoundError("its columns are not in their form")
    if (schema.task == "classification") != (len(schema.classes) > 1) or len(set(schema.classes)) != len(
        schema.classes
    ):
        raise UnsoundError("its classes are not in their form")
    for feature in schema.features:
        ends = [end for end in (feature.minimum, feature.maximum) if end is not None]
        if feature.type == "date" and any(abs(end) > _LAST_DAY for end in ends):
            raise UnsoundError("a day is in no calendar")


def _check_together(card: ModelCard, predictor: Predictor, golden: Golden) -> None:
    """Refuse parts of which each is sound but which speak of other columns, classes or stored rows."""
    if predictor.classes != card.schema.classes:
        raise UnsoundError("its classes are not those it names")
    if set(predictor.layout.names) != set(card.schema.names):
        raise UnsoundError("its columns are not those it names")
    if len(golden.answers) != card.golden_rows:
        raise UnsoundError("its stored rows are not as many as it says")
    if isinstance(predictor.model, Brought) != card.evaluation.is_brought:
        raise UnsoundError("it was not made where it says")
    if isinstance(predictor.model, Brought):
        _check_brought(card, predictor.model)
    elif _groups_of(card) != (predictor.model.own.column if predictor.model.own else ""):
        raise UnsoundError("its groups are not those it names")


def _groups_of(card: ModelCard) -> str:
    """Return the column of which each value has a model of its own, as the card says; "" where none has."""
    return card.evaluation.apart.column if card.evaluation.apart else ""


def _check_brought(card: ModelCard, model: Brought) -> None:
    """Refuse a graph whose columns, or whose question, are of another kind than those that are named."""
    asked = {column.name: column.type for column in model.schema.columns}
    if asked != {feature.name: feature.type for feature in card.schema.features}:
        raise UnsoundError("its columns are of other kinds than it says")
    if (model.schema.target, model.schema.task) != (card.schema.target, card.schema.task):
        raise UnsoundError("it answers another question")


def _check_classes(classes: Any, count: int) -> None:
    """Refuse an estimator that tells apart what the schema does not name; it need not know every class."""
    if classes is not None and not set(classes.tolist()) <= set(range(count)):
        raise UnsoundError("it tells other classes apart than it says")
