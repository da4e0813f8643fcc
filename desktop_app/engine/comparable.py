"""Which columns count where whole rows are compared, as for groups and for odd rows."""

from desktop_app.engine.roles import features_of, reasons_of
from desktop_app.errors import DataError
from desktop_app.records.clusters import GroupingPlan
from desktop_app.records.oddness import OddnessPlan
from desktop_app.records.plans import LeftOut, Role, TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns that count, in the order of the table, and those that do not."""

    features: dict[str, Role]
    left_out: tuple[LeftOut, ...]


def columns_for(table: Table, plan: GroupingPlan | OddnessPlan) -> Columns:
    """Return which columns count; texts do not, as for a rule that a person can read.

    Raises DataError where none is left.
    """
    wanted = TrainingPlan(target="", exclude=plan.exclude, include=plan.include, readable=True)
    features, left_out = features_of(table, wanted)
    if not features:
        raise DataError("compare.no_columns", columns_and_reasons=reasons_of(left_out))
    return Columns(features=features, left_out=left_out)
