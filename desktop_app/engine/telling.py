"""How a training says how far it is: shares of the whole, and milestones for the list that a person sees."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.choice import practise
from desktop_app.engine.finished import Finished
from desktop_app.engine.question import Question
from desktop_app.engine.scoring import practice_of
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.notices import Notice, Value

SEARCH = (0.05, 0.75)  # the part of the whole that the search takes
_STEADY = 0.1  # below it an estimate of the time left would jump


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Reports on one training."""

    report: Report
    clock: Callable[[], float]
    began: float
    question: Question

    def at(self, fraction: float, notice: Notice | None = None) -> None:
        """Say how much of the whole is done, with a milestone if there is one."""
        taken = self.clock() - self.began
        left = taken * (1 - fraction) / fraction if fraction >= _STEADY else None
        self.report(
            Progress(fraction=fraction, notice=notice, milestone=notice is not None, seconds_left=left)
        )

    def begins(self) -> None:
        """Say what the simplest guess is."""
        target = self.question.material.target
        self.at(0.02, Notice(code="learn.checked", values={"count": len(self.question.warnings)}))
        if target.classes:
            guess = float(target.counts.max() / len(target.rows))
            values: dict[str, Value] = {"common": target.common, "guess": guess, "tested": len(target.rows)}
            self.at(SEARCH[0], Notice(code="learn.baseline", values=values))
        else:
            mean = float(np.mean(target.values))
            miss = float(np.mean(np.abs(target.values - mean)))
            self.at(SEARCH[0], Notice(code="learn.baseline_number", values={"mean": mean, "miss": miss}))

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
        value, tested = practice_of(material, practice), len(practice.losses)
        values: dict[str, Value]
        if material.target.classes:
            values = {"kind": kind, "right": value, "tested": tested}
            self.at(fraction, Notice(code="learn.candidate_done", values=values))
        else:
            values = {"kind": kind, "miss": value}
            self.at(fraction, Notice(code="learn.candidate_done_number", values=values))

    def tests(self) -> None:
        """Say that the rows kept aside come now."""
        material = self.question.material
        rows = len(material.split.locked) or len(material.target.rows)
        self.at(SEARCH[1], Notice(code="learn.final_test", values={"rows": rows}))
