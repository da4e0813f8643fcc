"""What goes when a table is forgotten everywhere."""

from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One table, model or answered file that holds rows of a table, or learned from them."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """All that holds rows of a table, or learned from them."""

    tables: tuple[Kept, ...]  # itself first; then what was opened from the same file, or joined with it
    models: tuple[Kept, ...]
    others: tuple[Kept, ...]  # models that answer no rows
    answers: tuple[Kept, ...]  # of these models, and the same file brought to others
    watches: int  # folders that are watched for these models
    readings: tuple[str, ...]  # folders of rows
    jobs: tuple[str, ...]  # ids of work on any of these, past or under way
    active: tuple[str, ...]  # those that are under way
    written: tuple[str, ...] = ()  # paths of what these jobs read or wrote
