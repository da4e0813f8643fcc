"""Compare what two models of one table answered for the rows that tested both of them."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.pairing import are_alike, difference, in_common
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.models.tested_file import read_tested
from desktop_app.records.comparing import CompareOrder, Comparison
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice

FEWEST = 50  # rows in common


def compare(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return how far two models differ, and whether that is more than luck.

    Raises DataError where the rows that tested one of them are not kept.
    """
    order = from_json(CompareOrder, params)
    report(Progress(fraction=0.0, notice=Notice(code="compare.reading")))
    first, second = (
        read_tested(Path(path), len(order.classes), folder) for path in (order.first, order.second)
    )
    ours, theirs = in_common(first.unseen, second.unseen)
    plain = Comparison(metric=order.metric, rows=len(np.unique(ours.rows)))
    if first.numbering != second.numbering or not are_alike(ours, theirs):
        found = replace(plain, problem="rows", rows=0)
    elif plain.rows < FEWEST:
        found = replace(plain, problem="few")
    else:
        report(Progress(fraction=0.5, notice=Notice(code="compare.drawing")))
        found = _measured(plain, ours, theirs, order)
    return to_json(found)


def _measured(plain: Comparison, ours: Unseen, theirs: Unseen, order: CompareOrder) -> Comparison:
    rare = order.classes.index(order.rare) if order.metric == "precision_at_k" else -1
    found = difference(ours, theirs, Measure(metric=order.metric, rare=rare), order.seed)
    if not np.isfinite([found.first, found.second, found.low, found.high]).all():
        return replace(plain, problem="few")  # none of them is of the class that is looked for
    return replace(
        plain,
        first=found.first,
        second=found.second,
        low=found.low,
        high=found.high,
        k=int(np.count_nonzero(ours.values == rare)) // ours.repeats if rare >= 0 else 0,
    )
