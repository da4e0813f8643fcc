"""What the file of a forecast says of itself."""

from desktop_app.records.forecasts import ForecastFound
from desktop_app.records.record import dataclass
from desktop_app.records.tables import ColumnType, Recipe

MOST_STEPS = 1_000  # that anybody looks ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastColumns:
    """The columns that a forecast reads, and as what."""

    types: dict[str, ColumnType]
    months: str = ""  # the time, where its cells name months, quarters or weeks and no days


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastCard:
    """All that the file of a forecast says of itself without anything in it being run."""

    created: str  # ISO 8601, UTC
    versions: dict[str, str]
    table: str  # name of the file it learned from
    table_sha256: str
    rows: int
    columns: ForecastColumns
    recipe: Recipe
    found: ForecastFound
    stored_answers: int
    estimator_types: tuple[str, ...] = ()
