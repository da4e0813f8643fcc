"""Whether to use a model, asked in one order: no better than guessing, too good to be true, and how good."""

from dataclasses import dataclass, replace

from desktop_app.engine.leaks.giveaway import STRONG
from desktop_app.records.insights import CostCheck
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import EASY, GiveAway, Skill, Verdict, VerdictLevel

WEAK = 0.10
GOOD_LOW = 0.30
LEANS_ON = 3  # columns that must be confirmed where no single one gives the answer away


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a verdict is made from."""

    skill: Skill
    give_away: GiveAway | None
    strongest: tuple[str, ...]  # the columns it leans on most


def level_of(evidence: Evidence, plan: TrainingPlan) -> VerdictLevel:
    """Return the level of the verdict."""
    skill = evidence.skill
    if skill.low <= 0:
        return "guessing"
    if _too_good(evidence) and not _confirmed(evidence, plan):
        return "suspicious"
    if skill.value < WEAK:
        return "weak"
    return "good" if skill.value >= STRONG and skill.low >= GOOD_LOW else "useful"


def _too_good(evidence: Evidence) -> bool:
    return evidence.skill.value >= EASY or evidence.give_away is not None


def _confirmed(evidence: Evidence, plan: TrainingPlan) -> bool:
    """Return whether the person said that the columns behind it are known in time."""
    behind = {evidence.give_away.column} if evidence.give_away else set(evidence.strongest[:LEANS_ON])
    return plan.all_known or (bool(behind) and behind <= set(plan.known))


def capped(verdict: Verdict, costs: CostCheck | None) -> Verdict:
    """Return a verdict that is weak at most where mistakes cost as much as one answer for all rows would."""
    if costs is None or costs.saves or verdict.level not in ("useful", "good"):
        return verdict
    return replace(verdict, level="weak")
