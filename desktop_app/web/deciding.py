"""Where the line is drawn between two answers, as the Results page shows it and as its form comes back."""

from collections.abc import Mapping
from typing import Literal

from desktop_app.errors import UsageError
from desktop_app.language import _, mark, number
from desktop_app.records.decisions import Costs, Decision
from desktop_app.records.insights import Cut
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.deciding import Steps, cheapest, counts_at, first_decision, place_of, steps_of
from desktop_app.reports.decision_words import (
    cost_text,
    cut_text,
    first_text,
    kept_text,
    line_text,
    other_costs,
    place_text,
)
from desktop_app.reports.notice_words import text_of
from desktop_app.web.amounts import amount_text, checked_place, cost_in

Part = Literal["found", "missed", "false", "right"]
WORDS: dict[Part, str] = {
    "found": mark("right"),
    "missed": mark("missed"),
    "false": mark("false alarm"),
    "right": mark("right"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the slider, with all that is said of it."""

    text: str  # from where on, in a word or two
    line: str  # the same as a sentence
    sentence: str
    cost: str  # empty until costs are said
    found: str
    missed: str
    false: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """Rows of one kind that were answered with one kind: which number of a place counts them."""

    said: str
    part: Part
    word: str

    @property
    def is_right(self) -> bool:
        """Whether that answer is right."""
        return self.part in ("found", "right")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """All rows that are really of one kind."""

    really: str
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the person asks for: a place of the slider, and what mistakes cost, as it was written.

    What is written may be no cost: then there is a problem, and no costs.
    """

    place: int | None = None
    missed: str = ""
    false: str = ""

    @property
    def problem(self) -> UsageError | None:
        """Why what was written is not what mistakes cost."""
        try:
            for written in (self.missed, self.false):
                cost_in(written)
        except UsageError as error:
            return error
        return None

    @property
    def costs(self) -> Costs | None:
        """What both cost; None until that is known, or where both cost nothing."""
        if self.problem:
            return None
        missed, false = cost_in(self.missed), cost_in(self.false)
        if missed is None or false is None:
            return None
        return Costs(missed=missed, false=false) if missed or false else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """All that the section shows."""

    yes: str
    lines: tuple[Line, ...]  # of the table of right and wrong answers, in the order that the page has
    places: tuple[Place, ...]
    at: int  # where the slider stands
    kept: str  # what was decided; empty: nothing
    wanted: Wanted
    costs_told: tuple[str, ...]

    @property
    def shown(self) -> Place:
        """The place where the slider stands."""
        return self.places[self.at]


def deciding_of(training: StoredTraining, told: Mapping[str, str]) -> Deciding | None:
    """Return what the page shows of a decision, at the place that its address or form asks for.

    None where there is nothing to decide. Raises UsageError where what is asked for cannot be.
    """
    steps, evaluation = _steps(training), training.evaluation
    if steps is None or evaluation is None:
        return None
    asked, kept, first = read_wanted(told, steps), training.decision, first_decision(evaluation)
    wanted, is_first = asked or _as_kept(kept, steps), asked is None and kept == first
    costs, at = wanted.costs, wanted.place
    if at is None:
        at = cheapest(steps, costs) if costs else place_of(steps, steps.usual.chance)
    return Deciding(
        yes=steps.cuts.value,
        lines=tuple(_line(really, evaluation.classes, steps.cuts.value) for really in evaluation.classes),
        places=tuple(_place(evaluation, steps, cut, costs) for cut in steps.steps),
        at=at,
        kept=kept_text(kept, first),
        wanted=wanted,
        costs_told=_costs_told(wanted, steps, first_text(evaluation) if is_first else ""),
    )


def decision_of(training: StoredTraining, told: Mapping[str, str]) -> Decision:
    """Return what a form decides. Raises UsageError where there is nothing to decide so."""
    steps = _steps(training)
    wanted = read_wanted(told, steps) if steps else None
    if steps is None or wanted is None or wanted.place is None:
        raise UsageError("error.not_understood")
    if wanted.problem:
        raise wanted.problem
    if training.decision and wanted == _as_kept(training.decision, steps):
        return training.decision  # which may lie between two places: what is not moved stays
    chance = steps.steps[wanted.place].chance
    return Decision(value=steps.cuts.value, chance=chance, costs=wanted.costs or Costs())


def read_wanted(told: Mapping[str, str], steps: Steps) -> Wanted | None:
    """Return what an address or a form asks for; None where it asks for nothing."""
    if not told.keys() & {"cut", "missed", "false"}:
        return None
    return Wanted(
        place=checked_place(told["cut"], len(steps.steps)) if told.get("cut") else None,
        missed=told.get("missed", "").strip(),
        false=told.get("false", "").strip(),
    )


def _steps(training: StoredTraining) -> Steps | None:
    """Return where the line can be drawn: nowhere for a model that should not be used at all."""
    evaluation = training.evaluation
    return steps_of(evaluation) if evaluation and evaluation.verdict.is_for_use else None


def _as_kept(decision: Decision | None, steps: Steps) -> Wanted:
    if decision is None:
        return Wanted()
    costs, is_said = decision.costs, decision.costs != Costs()
    return Wanted(
        place=place_of(steps, decision.chance),
        missed=amount_text(costs.missed) if is_said else "",
        false=amount_text(costs.false) if is_said else "",
    )


def _place(evaluation: Evaluation, steps: Steps, cut: Cut, costs: Costs | None) -> Place:
    counts = counts_at(steps.cuts, cut)
    return Place(
        text=place_text(cut),
        line=line_text(steps, cut),
        sentence=cut_text(evaluation, steps, cut),
        cost=cost_text(steps, cut, costs) if costs else "",
        found=number(counts.found),
        missed=number(counts.missed),
        false=number(counts.false),
        right=number(counts.right),
    )


def _line(really: str, classes: tuple[str, ...], yes: str) -> Line:
    parts: tuple[Part, Part] = ("found", "missed") if really == yes else ("false", "right")
    told = ((said, parts[said != yes]) for said in classes)
    return Line(
        really=really,
        squares=tuple(Square(said=said, part=part, word=_(WORDS[part])) for said, part in told),
    )


def _costs_told(wanted: Wanted, steps: Steps, chosen: str) -> tuple[str, ...]:
    if costs := wanted.costs:
        return other_costs(steps, costs, steps.steps[cheapest(steps, costs)], chosen)
    if wanted.problem or not (wanted.missed or wanted.false):
        return ()
    return (text_of("decide.no_costs" if wanted.missed and wanted.false else "decide.one_cost"),)
