"""What was asked of the learner."""

from collections.abc import Collection
from dataclasses import replace
from typing import Literal

from desktop_app.records.decisions import ClassCosts
from desktop_app.records.handover import NarrowForm
from desktop_app.records.record import dataclass

Task = Literal["classification", "regression"]
Role = Literal["number", "category", "date", "text"]
GivingAway = Literal["gives_away", "filled_later", "average"]
Reason = Literal["id", "repeated_id", "constant", "empty", "same", "text", "personal", "asked"] | GivingAway
# How a column gives the answer away, and the code of what is said of it where it is learned from.
GIVEN_AWAY: dict[GivingAway, str] = {
    "gives_away": "plan.gives_away",
    "filled_later": "plan.filled_later",
    "average": "plan.average",
}
# What is asked about how a model will be used, where that decides how it should be tested.
APART_QUESTIONS = ("plan.group_question", "plan.time_question")
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
    group: str = ""  # rows with the same value of this column are learned from or tested on, never both
    time: str = ""  # it is tested on the rows that are the latest by this column; where no group is named
    any_row: bool = False  # the person said that neither matters: any row may test
    budget: float = 60.0  # seconds
    seed: int = 0
    each: str = ""  # each value of this column gets a model of its own, on top of one for all
    readable: bool = False  # only a rule that fits on one page is learned
    for_form: NarrowForm | Literal[""] = ""  # only what this form can hold is learned; "": anything
    costs: ClassCosts | None = None  # of mistakes: by them it is decided how sure it must be

    @property
    def wanted(self) -> tuple[str, ...]:
        """The columns that are learned from though the program would leave them out."""
        return (*self.include, self.each) if self.each else self.include

    @property
    def longer(self) -> float | None:
        """How long the next more careful learning takes, in seconds; None for the most careful."""
        return next((seconds for seconds in BUDGETS if seconds > self.budget), None)

    def among(self, columns: Collection[str]) -> "TrainingPlan":
        """Return the same of a table that has these columns, without what is said of others."""

        def there(names: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(name for name in names if name in columns)

        return replace(
            self,
            exclude=there(self.exclude),
            include=there(self.include),
            known=there(self.known),
            group=self.group if self.group in columns else "",
            time=self.time if self.time in columns else "",
            each=self.each if self.each in columns else "",
        )
