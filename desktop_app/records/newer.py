"""Newer rows that are brought to a model which answers none."""

from desktop_app.records.matching import ColumnMatch
from desktop_app.records.record import dataclass
from desktop_app.records.trust import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerOrder:
    """Go on with the rows of a file, or of a table of the workspace, or compare them, as the model does."""

    model: str
    model_name: str  # as the person knows it
    name: str  # of the file or the table, as the person knows it
    path: str = ""
    table_folder: str = ""  # instead of a file
    series: str = ""  # the file of all series beside the model, if there are many
    matches: tuple[ColumnMatch, ...] = ()  # columns of newer rows that are used as some of the model's
    trust: Trust | None = None  # the worker fills in whose models are believed
