"""A forecaster becomes a model file and comes back out of it, after the same checks as every model.

The file holds the past of each series, since what comes next goes on from there.
"""

import platform
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from desktop_app.engine.forecasting.forecaster import Forecaster
from desktop_app.engine.parts import Parts
from desktop_app.errors import ModelError
from desktop_app.models.admission import Admitted
from desktop_app.models.archive import TooBigError
from desktop_app.models.arrays import read_array, write_arrays
from desktop_app.models.canonical import write_json
from desktop_app.models.content import content_of, unpack
from desktop_app.models.forecast_card import forecast_card_of
from desktop_app.models.forecast_prose import forecast_card_text
from desktop_app.models.grammar import ForbiddenError, UnsoundError
from desktop_app.models.opening import MISFITS, refused, unsound
from desktop_app.models.package import FORECAST, KIND, WITHOUT_COMPARED, Manifest, Package, pack, too_big
from desktop_app.models.payload import read_estimators, types_of, write_estimators
from desktop_app.models.saving import for_others, now
from desktop_app.models.sound_forecast import is_of
from desktop_app.models.versions import versions
from desktop_app.records.forecast_cards import ForecastCard, ForecastColumns
from desktop_app.records.forecasts import ForecastFound, ForecastFuture
from desktop_app.records.jsonable import to_json
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Table
from desktop_app.tables.out.placing import placed

_STORED = 3  # series whose steps are stored, to be asked for again
_TOLERANCE = 1e-6  # of an answer
_LIBRARY = "scikit-learn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """The answers that are asked for again at each opening: value, low and high of each step."""

    answers: list[list[float]]


@dataclass(frozen=True, slots=True)
class OpenedForecast:
    """A forecast that passed every check."""

    card: ForecastCard
    forecaster: Forecaster
    notices: tuple[Notice, ...] = ()


def save_forecast(
    path: Path, found: ForecastFound, forecaster: Forecaster, table: Table, columns: ForecastColumns
) -> ForecastCard:
    """Write the forecast to *path*, whole or not at all, and return its card. Raises SaveError."""
    parts = forecaster.to_parts()
    stored = _stored(forecaster.future())
    estimators = write_estimators(parts.estimators)
    card = ForecastCard(
        created=now(),
        versions=versions(),
        table=table.name,
        table_sha256=table.sha256,
        rows=table.rows,
        columns=columns,
        recipe=for_others(table),
        found=found,
        stored_answers=len(stored.answers),
        estimator_types=types_of(estimators),
    )
    members = {
        "schema.json": write_json(to_json(card.columns)),
        "recipe.json": write_json(to_json(card.recipe)),
        "features.json": write_json(parts.features),
        "arrays.npz": write_arrays(parts.arrays),
        "estimators.skops": estimators,
        FORECAST: write_json(to_json(found)),
        "golden.json": write_json(to_json(stored)),
        "card.md": forecast_card_text(card).encode(),
    }
    data = pack(_manifest(card, members), members)
    with placed(path) as draft:
        draft.write_bytes(data)
    return card


def open_forecast(found: Admitted) -> OpenedForecast:
    """Return the forecast in a file that may be opened, with what is said of its signatures."""
    opened = open_forecast_package(found.package)
    return replace(opened, notices=(*found.notices, *opened.notices))


def open_forecast_package(package: Package) -> OpenedForecast:
    """Return the forecast in a package whose parts are whole. Raises ModelError."""
    card = forecast_card_of(package)
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            forecaster, is_older = _forecaster(package)
            if not is_of(card.found, forecaster):
                raise UnsoundError("it speaks of other series")
            agrees = _still_agrees(forecaster, package.record(Stored, "golden.json"), card)
    except TooBigError as error:
        raise too_big(package.name, error.size) from error
    except ForbiddenError as error:
        raise ModelError("model.forbidden", model=package.name, what=str(error)) from error
    except MISFITS as error:
        raise unsound(package) from error
    if not agrees:
        raise refused(package)
    is_older = is_older or package.manifest.versions.get(_LIBRARY) != versions()[_LIBRARY]
    return OpenedForecast(card, forecaster, (Notice(code="model.older_verified"),) if is_older else ())


def _forecaster(package: Package) -> tuple[Forecaster, bool]:
    """Return the forecaster, and whether another scikit-learn made what is in it."""
    unpacked = unpack(package.members)
    if content_of(package.members, unpacked) != package.manifest.content:
        raise ModelError("model.changed", model=package.name, part="content")
    estimators = read_estimators(unpacked.estimators)
    if estimators.types != package.manifest.estimator_types:
        raise UnsoundError("it holds other types than it says")
    # Copies, because compiled code wants aligned numbers and the file has them at any place.
    arrays = {name: read_array(content).copy() for name, content in unpacked.arrays.items()}
    parts = Parts(features=package.json("features.json"), arrays=arrays, estimators=estimators.by_name)
    return Forecaster.from_parts(parts), estimators.other_version


def _stored(future: ForecastFuture) -> Stored:
    steps = [step for series in future.series[:_STORED] for step in series.future]
    return Stored(answers=[[step.value, step.low, step.high] for step in steps])


def stored_agree(one: Package, other: Package) -> bool:
    """Return whether two packages have the same stored answers, within what computers differ by."""
    return _agree(*(package.record(Stored, "golden.json") for package in (one, other)))


def _still_agrees(forecaster: Forecaster, stored: Stored, card: ForecastCard) -> bool:
    """Return whether it gives the stored answers. Raises ValueError where they are not as many as it says."""
    if len(stored.answers) != card.stored_answers:
        raise ValueError("its stored answers are not as many as it says")
    return _agree(stored, _stored(forecaster.future()))


def _agree(one: Stored, other: Stored) -> bool:
    then, again = (np.array(stored.answers, dtype=np.float64) for stored in (one, other))
    if then.shape != again.shape or not np.isfinite(again).all():
        return False
    near = _TOLERANCE * max(float(np.abs(again).max(initial=0.0)), 1e-300)
    return bool(np.isclose(again, then, rtol=_TOLERANCE, atol=near).all())


def _manifest(card: ForecastCard, members: Mapping[str, bytes]) -> Manifest:
    return Manifest(
        format=WITHOUT_COMPARED,
        kind=KIND,
        created=card.created,
        versions=card.versions,
        platform=f"{platform.system()} {platform.machine()}",
        estimator_types=card.estimator_types,
        table=card.table,
        table_sha256=card.table_sha256,
        rows=card.rows,
        golden_rows=card.stored_answers,
        content=content_of(members, unpack(members)),
        files={},  # filled by pack()
    )
