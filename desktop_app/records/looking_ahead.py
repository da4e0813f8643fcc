"""What comes next in the rows of a file: what is asked, what came of it, and what a model file says of it."""

from dataclasses import field

from desktop_app.records.forecasts import ForecastAsked, ForecastFound, ForecastFuture
from desktop_app.records.notices import Notice
from desktop_app.records.orders import PredictedFile, Written
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Recipe, Wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastFileOrder:
    """Read a file, find out what comes next in it, and save the model where the person wants it."""

    path: str
    asked: ForecastAsked
    out: str
    all_known: bool = False  # every column that can be is known for the time ahead
    exclude: tuple[str, ...] = ()  # columns that are not, whatever else is said
    wishes: Wishes = field(default_factory=Wishes)
    recipe: Recipe | None = None  # of another file, which this one is read like


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastFile:
    """What came of it. Of the series, the first few."""

    found: ForecastFound
    future: ForecastFuture
    unused: tuple[str, ...] = ()  # columns that could have been named as known
    warnings: tuple[Notice, ...] = ()  # of reading the file


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedOnFile:
    """What comes next in the newer rows of a file, and where all steps of all series were saved."""

    found: ForecastFound  # of the model
    future: ForecastFuture  # the first few series
    rows: int  # that were saved: one for each step of each series
    cautions: int  # of them with a caution
    written: Written
    warnings: tuple[Notice, ...] = ()  # of reading the file


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredFile:
    """What came of bringing a file to a model, whichever kind the model is of: one of both."""

    rows: PredictedFile | None = None
    ahead: MovedOnFile | None = None

    @property
    def answers(self) -> PredictedFile:
        """What came of answering rows. Raises ValueError where that is not what was done."""
        if self.rows is None:
            raise ValueError("no rows were answered")
        return self.rows
