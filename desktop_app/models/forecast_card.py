"""What the file of a forecast says of itself, read without running anything in it."""

from desktop_app.errors import ModelError
from desktop_app.models.package import FORECAST, Package
from desktop_app.models.sound_forecast import can_be
from desktop_app.models.sound_lineage import is_moment
from desktop_app.records.forecast_cards import ForecastCard, ForecastColumns
from desktop_app.records.forecasts import ForecastFound
from desktop_app.records.tables import Recipe
from desktop_app.tables.recipes import is_sound

_LARGEST = 64 * 2**20  # bytes of the part with all that was found


def forecast_card_of(package: Package) -> ForecastCard:
    """Return the card of a package that is a forecast. Raises ModelError where a part is not in its form."""
    manifest = package.manifest
    if len(package.members[FORECAST]) > _LARGEST:
        raise ModelError("model.unsound", model=package.name)
    recipe = package.record(Recipe, "recipe.json")
    columns = package.record(ForecastColumns, "schema.json")
    found = package.record(ForecastFound, FORECAST)
    if not (is_sound(recipe) and can_be(found) and _fit(columns, found) and is_moment(manifest.created)):
        raise ModelError("model.unsound", model=package.name)
    return ForecastCard(
        **manifest.on_card(),
        columns=columns,
        recipe=recipe,
        found=found,
    )


def _fit(columns: ForecastColumns, found: ForecastFound) -> bool:
    """Whether each column that is read has a kind, and stands for one thing alone."""
    asked = found.asked
    read = [asked.target, asked.time, *([asked.group] if asked.group else []), *asked.known]
    return (
        len(set(read)) == len(read)
        and set(read) == set(columns.types)
        and columns.types[asked.target] == "number"
        and columns.types[asked.time] in ("date", "number")
        and (not asked.group or columns.types[asked.group] == "category")
        and all(columns.types[name] in ("number", "category") for name in asked.known)
        and "" not in read
        and columns.months == (asked.time if asked.form else "")
        and (not columns.months or columns.types[asked.time] == "date")
    )
