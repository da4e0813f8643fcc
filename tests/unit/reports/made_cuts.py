"""Row rows that were made up, and what each place for the line between two answers brings on them."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.records.insights import Cut, Cuts
from desktop_app.records.results import Confusion, Evaluation
from tests.unit.reports.made import score, two_kinds


class Row(NamedTuple):
    """A tested row: the chance of "yes" that was said, and whether it is one."""

    chance: float
    is_yes: bool


def rows_tried(seed: int = 1, rows: int = 200) -> list[Row]:
    """Return rows whose chances mean something and whose answers still surprise."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    chances = [round(dice.betavariate(1, 2), 2) for _ in range(rows)]
    return [Row(min(max(chance, 0.01), 0.99), dice.random() < chance) for chance in chances]


def cut_at(tested: Sequence[Row], chance: float) -> Cut:
    """Count the rows from a chance on."""
    caught = [row.is_yes for row in tested if row.chance >= chance]
    return Cut(chance=chance, found=sum(caught), false=len(caught) - sum(caught))


def cuts_of(tested: Sequence[Row]) -> Cuts:
    """Return every place at which something changes, and the usual one."""
    places = sorted({0.5, *(row.chance for row in tested)}, reverse=True)
    return Cuts(
        value="yes",
        rows=len(tested),
        positives=sum(row.is_yes for row in tested),
        cuts=tuple(cut_at(tested, place) for place in places),
    )


def evaluation_of(tested: Sequence[Row]) -> Evaluation:
    """Return the evaluation of a model that was tested on these rows."""
    return evaluation_with(cuts_of(tested))


def evaluation_with(cuts: Cuts) -> Evaluation:
    """Return an evaluation with these cuts, and the table of right and wrong answers that goes with them."""
    above = [cut for cut in cuts.cuts if cut.chance >= 0.5]
    usual = above[-1] if above else Cut(chance=0.5, found=0, false=0)
    others = cuts.rows - cuts.positives
    counts = ((others - usual.false, usual.false), (cuts.positives - usual.found, usual.found))
    return two_kinds(
        cuts=(cuts,),
        confusion=Confusion(labels=("no", "yes"), counts=counts),
        score=score(0.8, 0.75, 0.85, rows=cuts.rows),
    )
