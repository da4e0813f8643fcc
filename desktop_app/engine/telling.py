"""How a training says how far it is: shares of the whole, and milestones for the list that a person sees."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.evaluation.scoring import practice_of
from desktop_app.engine.question import Question
from desktop_app.engine.search.finished import Finished
from desktop_app.engine.search.practice import practise
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.notices import Notice, Value
from desktop_app.records.results import KindName

SEARCH = (0.05, 0.75)  # the part of the whole that the search takes
_JUDGED = 0.9  # of the whole, when it is judged
_STEADY = 0.1  # below it an estimate of the time left would jump
_KNOWN = 0.5  # of the whole, from which on the pace so far tells the rest; the first kinds are the fastest


@dataclass(slots=True, kw_only=True)
class Teller:
    """Reports on one training; remembers what it does now and how long it said that this takes still."""

    report: Report
    clock: Callable[[], float]
    began: float
    question: Question
    doing: Notice | None = None
    least: float = math.inf  # seconds left, as last said: an estimate that grows is taken for a fault

    def at(self, fraction: float, notice: Notice | None = None) -> None:
        """Say how much of the whole is done, with a milestone if there is one."""
        self.report(
            Progress(
                fraction=fraction,
                notice=notice or self.doing,
                milestone=notice is not None,
                seconds_left=self._left(fraction),
            )
        )

    def _left(self, fraction: float) -> float | None:
        """Return about how many seconds are left: from the budget at first, from the pace later."""
        taken = self.clock() - self.began
        if fraction < _STEADY:
            return None
        by_budget = max(0.0, self.question.plan.budget - taken)
        if not by_budget and fraction < SEARCH[1]:
            return None  # a large table takes longer, and how much is not known
        by_pace = taken * (1 - fraction) / fraction
        known = min(1.0, fraction / _KNOWN)
        self.least = min(self.least, by_budget, known * by_pace + (1 - known) * by_budget)
        return self.least

    def begins(self) -> None:
        """Say what the simplest guess is."""
        target = self.question.material.target
        values: dict[str, Value]
        notes = len(self.question.warnings) + len(self.question.left_out)
        self.at(
            0.02,
            Notice(
                code="learn.checked" if notes else "learn.checked_clean",
                values={"count": notes, "way": self.question.material.effort.tested},
            ),
        )
        if target.classes:
            guess = float(target.counts.max() / len(target.rows))
            values = {"common": target.common, "guess": guess, "tested": len(target.rows)}
            self.at(SEARCH[0], Notice(code="learn.baseline", values=values))
        else:
            mean = float(np.mean(target.values))
            miss = float(np.mean(np.abs(target.values - mean)))
            values = {"mean": mean, "miss": miss, "tested": len(target.rows)}
            self.at(SEARCH[0], Notice(code="learn.baseline_number", values=values))

    def begins_kind(self, kind: KindName, share: float) -> None:
        """Say which kind of model is tried now."""
        self.doing = Notice(code="learn.trying", values={"kind": kind})
        self.searched(share)

    def searched(self, share: float) -> None:
        """Say how much of the search is done."""
        self.at(SEARCH[0] + (SEARCH[1] - SEARCH[0]) * share)

    def tried(self, finished: Finished, share: float) -> None:
        """Say how one kind of model did, on rows that were hidden from it."""
        kind = finished.facts.kind
        fraction = SEARCH[0] + (SEARCH[1] - SEARCH[0]) * share
        if finished.facts.failed:
            self.at(fraction, Notice(code="learn.candidate_failed", values={"kind": kind}, level="caution"))
            return
        material = self.question.material
        practice = practise(material, [finished], material.split.outer)[-1]
        if practice.kind != kind:  # the time was up before it could be compared
            self.at(fraction)
            return
        value, tested = practice_of(material, practice), len(practice.losses)
        values: dict[str, Value]
        if material.target.classes:
            values = {"kind": kind, "right": value, "tested": tested}
            self.at(fraction, Notice(code="learn.candidate_done", values=values))
        else:
            values = {"kind": kind, "miss": value, "tested": tested}
            self.at(fraction, Notice(code="learn.candidate_done_number", values=values))

    def learned_groups(self, done: int, of: int) -> None:
        """Say for how many groups a correction of their own is learned."""
        self.doing = Notice(code="learn.groups", values={"done": done, "groups": of})
        self.at(SEARCH[1] + (_JUDGED - SEARCH[1]) * done / max(1, of))

    def tests(self) -> None:
        """Say that the rows kept aside come now."""
        rows = self.question.material.split.tested
        self.at(SEARCH[1], Notice(code="learn.final_test", values={"rows": rows}))
        self.doing = Notice(code="learn.judging")
        self.at(SEARCH[1])

    def judges(self) -> None:
        """Say that the model is judged that will answer."""
        self.doing = Notice(code="learn.judging")
        self.at(_JUDGED)
