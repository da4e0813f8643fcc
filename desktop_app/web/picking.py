"""Rows to act on, picked from an answered file: which somebody asks for, and what the page shows of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from desktop_app.errors import UsageError
from desktop_app.records.decisions import Decision
from desktop_app.records.models import Answers
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.records.picks import Acting, Pick
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.reports.answers_meant import yes_and_no
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pick_words import amounts_lines, gain_lines, kinds_lines
from desktop_app.tables.stored.picked import Picked, read_first, read_picked
from desktop_app.web.amounts import amount_text, checked_amount
from desktop_app.web.preview import Preview, preview_of_rows

ROWS = 20  # that are shown
MOST_ROWS = 200  # on a list, before somebody says how many
LIKELY = 60.0  # of 100
_BEYOND_ALL = 2.0  # of chances

Way = Literal["number", "chance", "gain"]
WAYS: dict[str, Way] = {"number": "number", "chance": "chance", "gain": "gain"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which rows somebody wants: so many, those that are likely, or those where acting pays."""

    by: Way
    value: int  # which class it is about
    is_lowest: bool  # of a number
    count: int
    chance: float  # of 100
    benefit: float | None
    cost: float | None

    @property
    def acting(self) -> Acting | None:
        """What acting brings and costs; None as long as not both are said."""
        if self.benefit is None or self.cost is None:
            return None
        return Acting(benefit=self.benefit, cost=self.cost)

    @property
    def fields(self) -> dict[str, Any]:
        """The same as an address or a form has it."""
        said = {"by": self.by, "value": self.value, "count": self.count, "chance": amount_text(self.chance)}
        said |= {"lowest": "1"} if self.is_lowest else {}
        amounts = {"benefit": self.benefit, "cost": self.cost}
        return said | {name: amount_text(amount) for name, amount in amounts.items() if amount is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picking:
    """A list as the page shows it."""

    asked: Asked
    kinds: tuple[str, ...]  # the classes it could be about; none for a number
    about: str  # the class it is about
    lines: tuple[str, ...]
    preview: Preview | None  # none where there is no row to show
    rows: int


def read_asked(told: Mapping[str, str], evaluation: Evaluation, decision: Decision | None = None) -> Asked:
    """Return what an address or a form asks for. Raises UsageError where that cannot be.

    Rows are likely enough from the chance on that was decided, if nothing else is said.
    """
    by, value = WAYS.get(told.get("by", "number")), _class(told.get("value", ""), evaluation)
    if by is None:
        raise UsageError("error.not_understood")
    return Asked(
        by=by if evaluation.classes else "number",
        value=value,
        is_lowest=told.get("lowest") == "1",
        count=int(checked_amount(told.get("count", ""), least=1) or MOST_ROWS),
        chance=_percent(told.get("chance", ""), _likely(decision, evaluation.classes[value : value + 1])),
        benefit=checked_amount(told.get("benefit", "")),
        cost=checked_amount(told.get("cost", "")),
    )


def pick_of(asked: Asked, answers: Answers, evaluation: Evaluation) -> Pick | None:
    """Return the rows that are asked for; None as long as it is not said what they bring and cost."""
    if not evaluation.classes:
        return Pick(column=0, is_lowest=asked.is_lowest, most=asked.count)
    column = answers.headings.index(f"probability: {evaluation.classes[asked.value]}")
    if asked.by == "number":
        return Pick(column=column, most=asked.count)
    if asked.by == "chance":
        return Pick(column=column, limit=asked.chance / 100)
    if asked.acting is None:
        return None
    pays_from = asked.acting.pays_from
    return Pick(column=column, limit=_BEYOND_ALL if pays_from is None else pays_from)


def picking_of(stored: StoredAnswers, training: StoredTraining, asked: Asked) -> Picking | None:
    """Return the list that is asked for; None before the rows are answered."""
    answers, evaluation = stored.answers, training.evaluation
    if answers is None or evaluation is None:
        return None
    pick, file = pick_of(asked, answers, evaluation), Path(stored.folder) / ANSWERS_FILE
    about = evaluation.classes[asked.value] if evaluation.classes else ""
    picked = read_picked(file, pick, len(answers.headings) - 1) if pick else None
    first = read_first(file, pick, len(answers.headings), ROWS) if pick else []
    return Picking(
        asked=asked,
        kinds=evaluation.classes,
        about=about,
        lines=_lines(asked, picked, evaluation),
        preview=preview_of_rows(stored, first, evaluation.decimals) if first else None,
        rows=picked.rows if picked else 0,
    )


def _lines(asked: Asked, picked: Picked | None, evaluation: Evaluation) -> tuple[str, ...]:
    if picked is None:
        return (text_of("pick.both"),)
    if not evaluation.classes:
        return amounts_lines(picked, evaluation)
    lines = kinds_lines(picked, evaluation.classes[asked.value])
    if asked.by == "gain" and asked.acting:
        lines = (*lines, *gain_lines(picked, asked.acting))
    return lines


def _class(text: str, evaluation: Evaluation) -> int:
    classes = evaluation.classes
    if not classes:
        return 0
    found = checked_amount(text, most=len(classes) - 1)
    return classes.index(yes_and_no(evaluation)[0]) if found is None else int(found)


def _likely(decision: Decision | None, about: tuple[str, ...]) -> float:
    return 100 * decision.chance if decision and decision.value in about else LIKELY


def _percent(text: str, usual: float) -> float:
    found = checked_amount(text, most=100)
    return usual if found is None else found
