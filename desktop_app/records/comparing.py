"""Two models of one table, compared on the rows that tested both."""

from typing import Literal

from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation, Metric


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareOrder:
    """Compare what two models answered for the rows that tested both of them."""

    second_id: str  # of the training; that of the first is the subject of the job
    first: str  # paths of the rows that tested them
    second: str
    metric: Metric
    classes: tuple[str, ...] = ()
    rare: str = ""  # of precision at k: the class that it is about
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What came of it, in the measure of the first one."""

    metric: Metric
    rows: int  # that tested both
    problem: Literal["", "few", "rows"] = ""  # too few rows in common, or not counted alike: no figures then
    first: float = 0.0
    second: float = 0.0
    low: float = 0.0  # 95 % range of the first less the second
    high: float = 0.0
    k: int = 0  # of precision at k: among how many rows each looks for the class

    @property
    def is_clear(self) -> bool:
        """Whether the difference is more than luck."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A comparison of one model with another, and what it takes to tell of it in its report."""

    comparison: Comparison
    names: tuple[str, str]  # of the first and the second
    place: int  # 0 or 1: which of them is the one that is reported on
    evaluation: Evaluation  # of the first, in whose measure they are compared
    differences: tuple[Notice, ...] = ()  # what was otherwise for the other one
