"""Every row of a new table put into an old group, or told how odd it is beside the old rows."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.stats import binom

from desktop_app.engine.anomalies.detecting import limit_of
from desktop_app.engine.anomalies.finding import shared_fault, with_stand_ins
from desktop_app.engine.anomalies.normal import Normal
from desktop_app.engine.arrays import Floats
from desktop_app.engine.clustering.placing import Placer
from desktop_app.models.answer_file import AnswerFile
from desktop_app.models.batches import Batch, read_batches
from desktop_app.models.cautions import Say, Texts, caution_texts
from desktop_app.models.changed_units import cautions_of_units
from desktop_app.records.compared_files import GroupShare, Placing, Scoring
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.models import Feature
from desktop_app.records.notices import Notice
from desktop_app.records.oddness import Oddness, OddReason, OddRow
from desktop_app.records.tables import Table

MOST_TOLD = 1_000  # rows whose reasons are sought
UPPER = 90  # of 100 old rows, which 10 of 100 are odder than
_UPPER_SHARE = 0.1
_SURELY = 0.999  # of files whose rows are like the old ones
_TIMES = 2.0  # as many as are to be expected: fewer are no other rows, however sure it is
_DECIMALS = 2  # of the fit


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRows:
    """The rows of a new table, and the columns that are read."""

    folder: Path
    table: Table
    features: Sequence[Feature]
    say: Say  # gives a caution its words
    reasons: int = MOST_TOLD  # of how many of the oddest rows it is sought why they are odd

    def batches(self) -> Iterator[Batch]:
        """Yield the rows, some at a time."""
        return read_batches(self.folder, self.table, self.features)

    def cautions(self, batch: Batch) -> Texts:
        """Return (rows,) what speaks against what a row is told."""
        always = cautions_of_units(self.features, self.table)
        return caution_texts(batch.frame, self.features, batch.unread, self.say, always=always)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What came of all rows."""

    are_others: bool
    cautions: int
    placing: Placing | None = None
    scoring: Scoring | None = None


def place_rows(
    placer: Placer, new: NewRows, words: tuple[dict[str, int], str], file: Path, report: Report
) -> Told:
    """Leave the group of each row in *file*, how well it fits, and cautions.

    *words* are the groups with their old rows, and what is said of a row that fits none.
    """
    before, none = words
    names, counts, cautious = [*before, none], Counter[int](), 0
    with AnswerFile(file, ("VARCHAR", "DOUBLE", "VARCHAR"), "groups") as answers:
        for batch in new.batches():
            placed = placer.place(batch.frame)
            groups = np.where(placed.fits_none, len(before), placed.groups)
            cautions = new.cautions(batch)
            counts.update(groups.tolist())
            cautious += int(np.count_nonzero(cautions != ""))
            fit = np.where(placed.fits_none, 0.0, placed.fit).round(_DECIMALS)
            answers.add([[names[group] for group in groups], fit, cautions])
            report(Progress(fraction=counts.total() / new.table.rows, notice=Notice(code="clusters.placing")))
        answers.finish()
    shares = tuple(
        GroupShare(name=name, before=rows, now=counts[place])
        for place, (name, rows) in enumerate(before.items())
    )
    reach, fit_none = placer.reach, counts[len(before)]
    usual = (reach.beyond + 1) / (reach.held + 2)
    return Told(
        are_others=are_more(fit_none, new.table.rows, usual),
        cautions=cautious,
        placing=Placing(shares=shares, none=fit_none),
    )


def are_more(count: int, rows: int, share: float) -> bool:
    """Return whether so many of so many rows are far more than a *share* of all, and not by chance."""
    return count > max(float(binom.ppf(_SURELY, rows, share)), _TIMES * share * rows)


def score_rows(
    normal: Normal, new: NewRows, words: Callable[[OddRow], str], file: Path, report: Report
) -> Told:
    """Leave how odd each row is in *file*, the reasons of those that stand out, in *words*, and cautions."""
    found = []
    for batch in new.batches():
        found.append(normal.scores(batch.frame))
        report(Progress(fraction=0.5 * batch.start / new.table.rows, notice=Notice(code="odd.comparing")))
    scores = np.concatenate(found)
    oddest = _oddest(scores, new.reasons)
    reasons, cautious = dict[int, tuple[OddReason, ...]](), 0
    cautions = list[Texts]()
    for batch in new.batches():
        rows = range(batch.start, batch.start + len(batch.frame))
        for row in (row for row in oddest if row in rows):
            reasons[row] = normal.reasons(batch.frame, row - batch.start)
        cautions.append(new.cautions(batch))
        cautious += int(np.count_nonzero(cautions[-1] != ""))
        done = 0.5 + 0.5 * rows.stop / new.table.rows
        report(Progress(fraction=done, notice=Notice(code="odd.explaining")))
    less_odd = np.searchsorted(normal.usual, [scores[row] for row in oddest])
    odd = with_stand_ins(
        [
            OddRow(row=row, less_odd=int(less), reasons=reasons[row])
            for row, less in zip(oddest, less_odd, strict=True)
        ]
    )
    _leave(normal, (scores, {row.row: words(row) for row in odd}), cautions, file)
    upper = int(np.count_nonzero(normal.oddness(scores) >= UPPER))
    return Told(
        are_others=are_more(upper, len(scores), _UPPER_SHARE),
        cautions=cautious,
        scoring=Scoring(oddness=_oddness(normal, scores, odd), usual=len(normal.usual), upper=upper),
    )


def _oddest(scores: Floats, most: int) -> list[int]:
    order = np.argsort(-scores, kind="stable")[:most]
    return [int(row) for row in order[scores[order] > limit_of(len(scores))]]


def _oddness(normal: Normal, scores: Floats, odd: tuple[OddRow, ...]) -> Oddness:
    shared = shared_fault(odd)
    return Oddness(
        rows=len(scores),
        count=int(np.count_nonzero(scores > limit_of(len(scores)))),
        by_chance=normal.expected(len(scores)),
        are_far=normal.are_far(scores),
        odd=odd,
        features=normal.layout.names,
        shared=shared.reason if shared else None,
        sharing=shared.rows if shared else 0,
        looked_at=shared.of if shared else 0,
    )


def _leave(normal: Normal, told: tuple[Floats, dict[int, str]], cautions: list[Texts], file: Path) -> None:
    scores, reasons = told
    start = 0
    with AnswerFile(file, ("DOUBLE", "VARCHAR", "VARCHAR"), "oddness") as answers:
        for texts in cautions:
            rows = range(start, start + len(texts))
            why = [reasons.get(row, "") for row in rows]
            answers.add([normal.oddness(scores[rows.start : rows.stop]), why, texts])
            start = rows.stop
        answers.finish()
