"""A forecaster becomes a model file and comes back out of it, after the same checks as every model.

The file holds the past of each series, since what comes next goes on from there.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from desktop_app.engine.forecasting.forecaster import Forecaster
from desktop_app.engine.forecasting.pieces import put_together, take_apart
from desktop_app.models.admission import Admitted
from desktop_app.models.canonical import write_json
from desktop_app.models.forecast_card import forecast_card_of
from desktop_app.models.forecast_prose import forecast_card_text
from desktop_app.models.grammar import UnsoundError
from desktop_app.models.package import FORECAST, WITHOUT_COMPARED, Package
from desktop_app.models.saving import begun, check_opens, write_parts
from desktop_app.models.sound_forecast import is_of
from desktop_app.models.stored_answers import TOLERANCE, answers_of
from desktop_app.models.whole_parts import parts_in, refused, refusing
from desktop_app.records.forecast_cards import ForecastCard, ForecastColumns
from desktop_app.records.forecasts import MOST_TOLD, ForecastFound, ForecastFuture
from desktop_app.records.jsonable import to_json
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Table
from desktop_app.tables.out.placing import placed

_STORED = 3  # series whose steps are stored, to be asked for again


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
    found = replace(found, series=found.series[:MOST_TOLD])
    parts = take_apart(forecaster)
    stored = _stored(forecaster.future())
    card = ForecastCard(
        **begun(table),
        rows=table.rows,
        columns=columns,
        found=found,
        stored_answers=len(stored.answers),
    )
    own = {
        "schema.json": write_json(to_json(card.columns)),
        FORECAST: write_json(to_json(found)),
        "golden.json": write_json(to_json(stored)),
        "card.md": forecast_card_text(card).encode(),
    }
    with placed(path) as draft:
        card = write_parts(draft, card, parts, own, WITHOUT_COMPARED)
        check_opens(draft, path.name, open_forecast_package)
    return card


def open_forecast(found: Admitted) -> OpenedForecast:
    """Return the forecast in a file that may be opened, with what is said of its signatures."""
    opened = open_forecast_package(found.package)
    return replace(opened, notices=(*found.notices, *opened.notices))


def open_forecast_package(package: Package) -> OpenedForecast:
    """Return the forecast in a package whose parts are whole. Raises ModelError."""
    card = forecast_card_of(package)
    with refusing(package):
        parts, notices = parts_in(package)
        forecaster = put_together(parts)
        if not is_of(card.found, forecaster):
            raise UnsoundError("it speaks of other series")
        agrees = _still_agrees(forecaster, package.record(Stored, "golden.json"), card)
    if not agrees:
        raise refused(package)
    return OpenedForecast(card, forecaster, notices)


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
    if (pair := answers_of(one.answers, other.answers)) is None:
        return False
    then, again = pair
    near = TOLERANCE * max(float(np.abs(again).max(initial=0.0)), 1e-300)
    return bool(np.isclose(again, then, rtol=TOLERANCE, atol=near).all())
