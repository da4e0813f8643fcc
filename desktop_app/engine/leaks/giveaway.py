"""Whether one column alone nearly gives the answer, as one does that is filled in afterwards."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from desktop_app.engine.evaluation.measures import Measure, skill_of
from desktop_app.engine.evaluation.resampling import once
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.material import Material
from desktop_app.records.results import GiveAway

STRONG = 0.5  # skill from which one column may be the whole of it
ALONE = 0.95  # share of the skill that such a column reaches
ACCUSED_ALONE = 0.80  # and one that was accused before anything was learned
MOST_TRIED = 5

Tested = Callable[[Material], Unseen]  # learns the same recipe from other columns and tests it


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """What is needed to find a column that gives the answer away."""

    material: Material
    tested: Tested
    measure: Measure
    pool: Executor

    def skill_of_one(self, name: str) -> float:
        """Return the skill of the same recipe on one column alone."""
        unseen = self.tested(self.material.with_columns(frozenset({name})))
        losses, guesses = unseen.losses(unseen.answers), unseen.losses(unseen.guesses)
        return once(skill_of(losses, guesses), len(losses)) if guesses.sum() > 0 else 0.0


def find_give_away(
    suspicion: Suspicion, skill: float, columns: Sequence[str], share: float = ALONE
) -> GiveAway | None:
    """Return the column that alone reaches that share of the skill; *columns* come strongest first."""
    names = frozenset(suspicion.material.cells.layout.names)
    if skill < STRONG or len(names) < 2 or not columns:
        return None
    tried = columns[:MOST_TRIED]
    alone = list(suspicion.pool.map(suspicion.skill_of_one, tried))
    best = max(alone, default=0.0)
    if best < share * skill:
        return None
    column = tried[alone.index(best)]
    without = suspicion.tested(suspicion.material.with_columns(names - {column}))
    measured = suspicion.measure.of(without, without.answers)
    return GiveAway(column=column, alone=best / skill, without=once(measured, len(without.rows)))
