"""A model file becomes a predictor again, after every check that keeps a crafted file from doing harm.

The order: whether it may be opened (`admission`), the file itself (`package`), the inner archives, every
type and structure (`payload`), the parts of our own, and at last the stored answers. The first check that
fails ends it, each with a code.
"""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.engine.brought.audit.refused import RefusedGraphError
from desktop_app.engine.brought.model import Brought
from desktop_app.engine.parts import OlderPartsError
from desktop_app.engine.predictor import Parts, Predictor
from desktop_app.errors import ModelError
from desktop_app.models.admission import Admitted, admitted
from desktop_app.models.archive import TooBigError
from desktop_app.models.arrays import read_array
from desktop_app.models.card import card_of
from desktop_app.models.content import Unpacked, content_of, unpack
from desktop_app.models.golden import Golden, still_agrees
from desktop_app.models.grammar import ForbiddenError, UnsoundError
from desktop_app.models.package import Package, too_big
from desktop_app.models.payload import Estimators, read_estimators
from desktop_app.models.versions import versions
from desktop_app.records.models import ModelCard, Schema
from desktop_app.records.notices import Notice
from desktop_app.records.trust import Trust

# All that the libraries raise at content that is of the right form and still does not fit together. Nothing
# else may escape: whoever opens a file that somebody sent must get a refusal, not a fault of the program.
MISFITS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)


_LIBRARY = "scikit-learn"
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
    try:
        _check_schema(card.schema)
        unpacked = unpack(package.members)
        if content_of(package.members, unpacked) != package.manifest.content:
            raise ModelError("model.changed", model=package.name, part="content")
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            estimators = read_estimators(unpacked.estimators)
            predictor = _predictor(package, unpacked, estimators, card)
            golden = package.record(Golden, "golden.json")
            _check_together(card, predictor, golden)
            agrees = still_agrees(predictor, card.schema, golden)
    except TooBigError as error:
        raise too_big(package.name, error.size) from error
    except RefusedGraphError as error:
        raise ModelError(error.code, **error.values, file=package.name) from error
    except ForbiddenError as error:
        raise ModelError("model.forbidden", model=package.name, what=str(error)) from error
    except MISFITS as error:
        raise unsound(package) from error
    if not agrees:
        raise refused(package)
    # What needs no estimator of scikit-learn has no stamp of it but the one in the manifest.
    older = estimators.other_version or package.manifest.versions.get(_LIBRARY) != versions()[_LIBRARY]
    return OpenedModel(card, predictor, (Notice(code="model.older_verified"),) if older else ())


def _predictor(package: Package, unpacked: Unpacked, estimators: Estimators, card: ModelCard) -> Predictor:
    if estimators.types != package.manifest.estimator_types:
        raise UnsoundError("it holds other types than it says")
    for estimator in estimators.by_name.values():
        _check_classes(getattr(estimator, "classes_", None), len(card.schema.classes))
    # Copies, because compiled code wants aligned numbers and the file has them at any place.
    arrays = {name: read_array(content).copy() for name, content in unpacked.arrays.items()}
    parts = Parts(features=package.json("features.json"), arrays=arrays, estimators=estimators.by_name)
    try:
        return Predictor.from_parts(parts)
    except OlderPartsError as error:
        raise ModelError("model.older_form", model=package.name, version=_maker(package)) from error


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


def unsound(package: Package) -> ModelError:
    """Return the refusal of what does not hold together; made by another scikit-learn, that is the reason."""
    if _release(package.manifest.versions) != _release(versions()):
        return refused(package)
    return ModelError("model.unsound", model=package.name)


def refused(package: Package) -> ModelError:
    """Return the refusal of what gives other answers than when it was saved."""
    return ModelError("model.older_refused", model=package.name, version=_maker(package))


def _maker(package: Package) -> str:
    return package.manifest.versions.get("hunch", "?")


def _release(versions_of: Mapping[str, str]) -> tuple[str, ...]:
    """Return the release of scikit-learn, whose last number does not change how fitted models are kept."""
    return tuple(versions_of.get(_LIBRARY, "").split(".")[:2])
