"""Two models of one table, compared on the rows that tested both."""

from typing import Literal

from desktop_app.records.record import dataclass
from desktop_app.records.results import Metric


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareOrder:
    """Compare what two models answered for the rows that tested both of them."""

    first_id: str  # of the trainings
    second_id: str
    first: str  # paths of the rows that tested them
    second: str
    metric: Metric
    classes: tuple[str, ...] = ()
    rare: str = ""  # of precision at k: the class that it is about
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What came of it, in the measure of the first one."""

    first_id: str
    second_id: str
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
