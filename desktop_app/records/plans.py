"""What was asked of the learner."""

from typing import Literal

from desktop_app.records.record import dataclass

Task = Literal["classification", "regression"]
Role = Literal["number", "category", "date", "text"]
Reason = Literal["id", "repeated_id", "constant", "empty", "same", "text", "personal", "asked"]
BUDGETS = (15.0, 60.0, 300.0)  # seconds: quick, normal, thorough


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A column that is not learned from, and why."""

    column: str
    reason: Reason
    count: int = 0  # the cells that speak for the reason: empty ones, or those equal to the target


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """How a table's columns are used to answer one question."""

    task: Task
    features: dict[str, Role]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPlan:
    """The question and how to answer it; with the table, all that a training depends on."""

    target: str
    task: Literal["auto", "classification", "regression"] = "auto"
    exclude: tuple[str, ...] = ()  # columns the person leaves out
    include: tuple[str, ...] = ()  # columns the person wants back that the program would leave out
    known: tuple[str, ...] = ()  # columns confirmed as known at the time of the prediction
    all_known: bool = False
    budget: float = 60.0  # seconds
    seed: int = 0

    @property
    def longer(self) -> float | None:
        """How long the next more careful learning takes, in seconds; None for the most careful."""
        return next((seconds for seconds in BUDGETS if seconds > self.budget), None)
