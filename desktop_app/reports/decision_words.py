"""Where the line is drawn between two answers, in words."""

from dataclasses import replace

from desktop_app import counting
from desktop_app.records.decisions import Costs, Decision
from desktop_app.records.insights import Cut
from desktop_app.records.results import Evaluation
from desktop_app.reports.deciding import USUAL, Steps, cost_of
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_numbers import found_values


def place_text(cut: Cut) -> str:
    """Return from where on a class is answered: "From 30 of 100 on"."""
    if cut.chance == USUAL:
        return text_of("decide.place_usual")
    return text_of("decide.place", counting.line(cut.chance))


def line_text(steps: Steps, cut: Cut) -> str:
    """Return the same as a sentence."""
    if cut.chance == USUAL:
        return text_of("decide.usual", {"yes": steps.cuts.value})
    return text_of("decide.line", {"yes": steps.cuts.value, **counting.line(cut.chance)})


def cut_text(evaluation: Evaluation, steps: Steps, cut: Cut) -> str:
    """Return how many are found from a cut on, and how many of those that are named are right."""
    of, yes, answered = counting.page_of(evaluation), steps.cuts.value, cut.found + cut.false
    found = found_values(cut.found, steps.cuts.positives, of)
    if not answered:
        return text_of("why.threshold_never", {"yes": yes, "found_of": steps.cuts.positives})
    true = found_values(cut.found, answered, of, name="true")
    return text_of("why.threshold", {"yes": yes, **found, **true})


def cost_text(steps: Steps, cut: Cut, costs: Costs) -> str:
    """Return what the mistakes of 100 rows cost at a cut."""
    return text_of("decide.cost", {"cost": cost_of(steps.cuts, cut, costs)})


def other_costs(steps: Steps, costs: Costs, best: Cut, chosen: str = "") -> tuple[str, ...]:
    """Return what it would cost without the model or by itself, and how the *best* cut was *chosen*.

    That is on the tested rows, if nothing else is said.
    """
    never, always, usual, least = (
        cost_of(steps.cuts, cut, costs) for cut in (steps.never, steps.always, steps.usual, best)
    )
    values = {"yes": steps.cuts.value, "never": never, "always": always, "usual": usual}
    lines = [text_of("decide.cost_others", values)]
    if never <= min(least, always):
        lines.append(text_of("decide.cheapest_never", values))
    elif always <= least:
        lines.append(text_of("decide.cheapest_always", values))
    return (*lines, chosen or text_of("decide.chosen", {"rows": steps.cuts.rows}))


def first_text(evaluation: Evaluation) -> str:
    """Return how the line was chosen that follows from costs which were given before learning."""
    if evaluation.costs and evaluation.tested == "repeated":
        return text_of("decide.chosen_in_turn", {"cost": evaluation.costs.cost})
    return text_of("decide.chosen_before")


def kept_text(decision: Decision | None, first: Decision | None = None) -> str:
    """Return what was decided about a model, *first* by costs alone; nothing where it answers by itself."""
    code = "decide.kept_by_costs" if decision == first else "decide.kept"
    return _said(code, decision) if decision else ""


def decided_text(decision: Decision | None) -> str:
    """Return by what decision rows are answered; nothing where there is none."""
    return _said("apply.decided", decision) if decision else ""


def since_text(now: Decision | None, then: Decision | None) -> str:
    """Return what was decided after rows had been answered; nothing where they are answered so."""
    if _line(now) == _line(then):
        return ""
    if now:
        return _said("apply.decided_since", now)
    return text_of("apply.undecided_since", {"yes": then.value}) if then else ""


def counted_text(now: Decision | None, then: Decision | None) -> str:
    """Return where the line was when figures were counted; nothing where it is by itself, then and now."""
    if _line(now) is None and _line(then) is None:
        return ""
    known = then or (replace(now, chance=USUAL) if now else None)
    return _said("groups.counted", known) if known else ""


def _line(decision: Decision | None) -> tuple[str, float] | None:
    """Return where the line is drawn, whatever mistakes cost; None where it is by itself."""
    return (decision.value, decision.chance) if decision and decision.chance != USUAL else None


def _said(code: str, decision: Decision) -> str:
    return text_of(code, {"yes": decision.value, **counting.line(decision.chance)})
