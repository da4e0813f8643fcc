"""What comes of being stricter or catching more, counted on the tested rows; and where it is cheapest."""

from desktop_app.records.decisions import Costs, Decision
from desktop_app.records.insights import Cut, Cuts
from desktop_app.records.record import dataclass
from desktop_app.records.results import Confusion, Evaluation
from desktop_app.reports.answers_meant import yes_and_no

USUAL = 0.5  # the chance from which on it answers the likelier of two classes
DIGITS = 4  # of a chance from which on a class is answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The tested rows, by what they are and what is answered from a cut on."""

    found: int  # of the class, and answered so
    missed: int
    false: int  # of the other class, and answered as this one
    right: int  # of the other class, and answered so


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """All places for a cut, the strictest first, and the one that it has by itself."""

    cuts: Cuts
    steps: tuple[Cut, ...]
    usual: Cut

    @property
    def never(self) -> Cut:
        """The cut from which on nothing is answered with the class."""
        return Cut(chance=1.0, found=0, false=0)

    @property
    def always(self) -> Cut:
        """The cut from which on everything is."""
        return Cut(chance=0.0, found=self.cuts.positives, false=self.cuts.rows - self.cuts.positives)


def steps_of(evaluation: Evaluation) -> Steps | None:
    """Return where the class that is looked for can be cut off; None where it is not one of two."""
    yes = yes_and_no(evaluation)[0]
    cuts = next((cuts for cuts in evaluation.cuts if cuts.value == yes), None)
    if cuts is None or len(evaluation.classes) != 2 or not 0 < cuts.positives < cuts.rows:
        return None
    usual = _usual(cuts, evaluation.confusion)
    others = [cut for cut in cuts.cuts if 0 < cut.chance < 1 and cut.chance != USUAL]
    steps = sorted((usual, *others), key=lambda cut: -cut.chance)
    return Steps(cuts=cuts, steps=tuple(steps), usual=usual)


def first_decision(evaluation: Evaluation) -> Decision | None:
    """Return what follows from costs that were given before learning, said of the class that is looked for.

    Nothing does where none were given, or where the model should not be used at all.
    """
    check = evaluation.costs
    if check is None or not evaluation.verdict.is_for_use:
        return None
    yes, first = yes_and_no(evaluation)[0], check.decision
    if first.value == yes:
        return first
    costs = Costs(missed=first.costs.false, false=first.costs.missed)
    return Decision(value=yes, chance=round(1 - first.chance, DIGITS), costs=costs)


def counts_at(cuts: Cuts, cut: Cut) -> Counts:
    """Return the four counts of a cut."""
    return Counts(
        found=cut.found,
        missed=cuts.positives - cut.found,
        false=cut.false,
        right=cuts.rows - cuts.positives - cut.false,
    )


def cost_of(cuts: Cuts, cut: Cut, costs: Costs) -> float:
    """Return what the mistakes of 100 rows cost, where the tested rows are like them."""
    counts = counts_at(cuts, cut)
    return 100 * (counts.missed * costs.missed + counts.false * costs.false) / cuts.rows


def cheapest(steps: Steps, costs: Costs) -> int:
    """Return the place of the step whose mistakes cost least on the tested rows.

    Of equal ones it is the nearest to the chance from which on it pays where percentages fit.
    """
    ranked = [
        (cost_of(steps.cuts, step, costs), abs(step.chance - costs.pays_from), place)
        for place, step in enumerate(steps.steps)
    ]
    return min(ranked)[2]


def place_of(steps: Steps, chance: float) -> int:
    """Return the place of the step at a chance, or of the nearest one."""
    return min(range(len(steps.steps)), key=lambda place: abs(steps.steps[place].chance - chance))


def _usual(cuts: Cuts, confusion: Confusion | None) -> Cut:
    """Return the cut at one half: the very counts of the table of right and wrong answers."""
    if confusion is None:
        return next(cut for cut in cuts.cuts if cut.chance == USUAL)
    yes = confusion.labels.index(cuts.value)
    found, said = confusion.counts[yes][yes], sum(row[yes] for row in confusion.counts)
    return Cut(chance=USUAL, found=found, false=said - found)
