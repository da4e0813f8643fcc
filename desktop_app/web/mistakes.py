"""Which mistake is worse, as the page asks before learning and as its form answers."""

from collections.abc import Mapping

from desktop_app.errors import UsageError
from desktop_app.language import _
from desktop_app.records.decisions import ClassCosts, Costs
from desktop_app.records.plans import Task
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Column
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.questions import two_kinds
from desktop_app.web.amounts import amount_in, amount_text, cost_in

TIMES = 5  # that the worse mistake counts, where no amounts are given
MISSED, FALSE, SAME, AMOUNTS = "missed", "false", "same", "amounts"  # the answers
RATIOS = {
    MISSED: Costs(missed=float(TIMES), false=1.0),
    FALSE: Costs(missed=1.0, false=float(TIMES)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Worse:
    """What was answered, with amounts as they were written."""

    answer: str = SAME
    missed: str = ""
    false: str = ""

    @property
    def costs(self) -> Costs | None:
        """What either mistake costs; None where both count alike, or amounts are not said yet."""
        if self.answer != AMOUNTS:
            return RATIOS.get(self.answer)
        missed, false = amount_in(self.missed), amount_in(self.false)
        is_said = missed is not None and false is not None and missed + false > 0
        return Costs(missed=missed or 0.0, false=false or 0.0) if is_said else None

    def check(self) -> None:
        """Raise UsageError where amounts are to decide and are not said, or are none."""
        if self.answer != AMOUNTS:
            return
        for written in (self.missed, self.false):
            cost_in(written)
        if self.costs is None:
            raise UsageError("plan.costs_half")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One answer, as the form sends it, and in words."""

    value: str
    text: str
    note: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CostQuestion:
    """What is asked, and all that can be answered."""

    question: str
    effect: str
    ways: tuple[Way, ...]
    yes: str
    worse: Worse

    @property
    def is_open(self) -> bool:
        """Whether it was answered: who does not need it need not see it."""
        return self.worse.answer != SAME


def read_worse(form: Mapping[str, str]) -> Worse:
    """Return what a form answers."""
    answer = form.get("worse", SAME)
    return Worse(
        answer=answer if answer in (*RATIOS, AMOUNTS) else SAME,
        missed=form.get("cost_missed", "").strip(),
        false=form.get("cost_false", "").strip(),
    )


def worse_of(said: ClassCosts | None) -> Worse:
    """Return the answer that a kept plan stands for."""
    if said is None:
        return Worse()
    ratio = next((answer for answer, costs in RATIOS.items() if costs == said.costs), "")
    if ratio:
        return Worse(answer=ratio)
    missed, false = amount_text(said.costs.missed), amount_text(said.costs.false)
    return Worse(answer=AMOUNTS, missed=missed, false=false)


def class_costs(worse: Worse, column: Column | None) -> ClassCosts | None:
    """Return what mistakes about a column of two kinds cost; None of another, or where it is not said."""
    kinds = two_kinds(column) if column else None
    return ClassCosts(value=kinds.yes, costs=worse.costs) if kinds and worse.costs else None


def cost_question(worse: Worse, column: Column, task: Task) -> CostQuestion | None:
    """Return the question; None where there are not two kinds to tell apart."""
    kinds = two_kinds(column) if task == "classification" else None
    if kinds is None:
        return None
    times = text_of("plan.cost_times", {"count": TIMES})
    ways = (
        (MISSED, _("The first"), times),
        (FALSE, _("The second"), times),
        (SAME, _("About the same"), ""),
        (AMOUNTS, _("Give amounts"), ""),
    )
    return CostQuestion(
        question=text_of("plan.cost_question", kinds._asdict()),
        effect=text_of("plan.cost_effect", {"count": TIMES}),
        ways=tuple(
            Way(value=value, text=text, note=note, is_chosen=value == worse.answer)
            for value, text, note in ways
        ),
        yes=kinds.yes,
        worse=worse,
    )
