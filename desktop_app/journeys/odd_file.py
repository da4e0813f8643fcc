"""Read a file, find the rows that are odd, and save each row with its oddness where that is wanted."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from desktop_app.engine.anomalies.detecting import limit_of
from desktop_app.engine.anomalies.finding import MOST_COUNTED, Finder, shared_fault, with_stand_ins
from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.comparable import columns_for
from desktop_app.journeys.found_rows import Columns, deliver_found
from desktop_app.journeys.keep_compared import Counted, keep_normal
from desktop_app.journeys.row_identity import identified, nearly_in, repeats_in
from desktop_app.journeys.rows_asked import beside_rows, rows_asked
from desktop_app.journeys.stages import staged
from desktop_app.models.answer_file import AnswerFile, Kind
from desktop_app.records.found import FOUND_FILE
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.oddness import OddFile, OddFileOrder, Oddness, OddReason, OddRow
from desktop_app.records.orders import ANSWERS_FILE, Written
from desktop_app.records.tables import ColumnType, Table
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.odd_words import reasons_text
from desktop_app.tables.out.delivering import deliver
from desktop_app.tables.stored.cells import draw_of
from desktop_app.tables.stored.frames import read_frame, read_frames

HEADINGS: dict[str, Kind] = {"oddness": "DOUBLE", "reasons": "VARCHAR"}
MARK = "mark"
MOST_TOLD, LEAST_TOLD = 1_000, 100  # rows whose reasons are sought
_JUST = 1e-9  # above the limit
_READ, _LEARNED, _SCORED, _TOLD = 0.2, 0.4, 0.6, 0.9  # of the time
_BATCH = 50_000  # rows


def odd_file(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of it; the file with the oddness of each row is then at `out`, whole.

    Raises UsageError for a misspelt column, and DataError where the rows cannot be compared.
    """
    began = time.monotonic()
    order = from_json(OddFileOrder, params)
    if order.found:
        return deliver_found(order, folder, _headings(order), partial(_with_marks, order), report)
    table, rows_in = rows_asked(order, folder, staged(report, 0.0, _READ))
    columns = columns_for(table, order.plan)
    rows = _Rows(rows_in, table, dict(columns.features))
    frame = read_frame(rows_in, table, rows.wanted, draw_of(table.rows, MOST_COUNTED, order.plan.seed))
    finder = Finder.learn(frame, columns, order.plan.seed, staged(report, _READ, _LEARNED))
    scores = _scores(finder, rows, staged(report, _LEARNED, _SCORED))
    count = int(np.count_nonzero(scores > limit_of(table.rows)))
    told = identified(rows_in, table, _oddest(finder, rows, scores, staged(report, _SCORED, _TOLD)))
    odd = with_stand_ins(told[:count])
    shared = shared_fault(odd)
    written = _saved(order, folder, rows, partial(_place, order, finder, scores, odd))
    oddness = Oddness(
        rows=table.rows,
        count=count,
        by_chance=finder.by_chance,
        are_far=finder.are_far(scores),
        odd=odd,
        after=told[count:],
        repeats=repeats_in(rows_in, table),
        nearly=nearly_in(rows_in, table),
        features=tuple(columns.features),
        left_out=columns.left_out,
        shared=shared.reason if shared else None,
        sharing=shared.rows if shared else 0,
        looked_at=shared.of if shared else 0,
        seconds=time.monotonic() - began,
    )
    if order.model:
        keep_normal(Path(order.model), oddness, finder, order.plan, Counted(table, frame, columns))
    return to_json(
        OddFile(oddness=oddness, written=written, warnings=table.warnings, questions=table.questions)
    )


class _Rows:
    """The rows of a stored table, so many at a time."""

    def __init__(self, folder: Path, table: Table, wanted: dict[str, ColumnType]) -> None:
        self.folder, self.table, self.wanted = folder, table, wanted
        self.count = table.rows
        self.parts = [range(start, min(start + _BATCH, table.rows)) for start in range(0, table.rows, _BATCH)]

    def frames(self, parts: list[range]) -> Iterator[pd.DataFrame]:
        """Return each of these parts."""
        return iter(read_frames(self.folder, self.table, self.wanted, parts))


def _scores(finder: Finder, rows: _Rows, report: Report) -> Floats:
    """Return (rows,) how odd each is; one with a number far from all others stands out in any case."""
    found = []
    least = limit_of(rows.count) + _JUST
    for done, frame in enumerate(rows.frames(rows.parts)):
        report(Progress(fraction=done / len(rows.parts), notice=Notice(code="odd.comparing")))
        scores, lone = finder.scores_and_lone(frame)
        found.append(np.where(lone, np.maximum(scores, least), scores))
    return np.concatenate(found)


def _oddest(finder: Finder, rows: _Rows, scores: Floats, report: Report) -> tuple[OddRow, ...]:
    """Return the rows that stand out, the oddest first, at least some and no more than are told."""
    order = np.argsort(-scores, kind="stable")[:MOST_TOLD]
    oddest = order[: max(LEAST_TOLD, int(np.count_nonzero(scores[order] > limit_of(len(scores)))))]
    parts = [part for part in rows.parts if _within(oddest, part).size]
    reasons: dict[int, tuple[OddReason, ...]] = {}
    for part, frame in zip(parts, rows.frames(parts), strict=True):
        for place in map(int, _within(oddest, part)):
            report(Progress(fraction=len(reasons) / len(oddest), notice=Notice(code="odd.explaining")))
            (reasons[place],) = finder.reasons(frame, [place - part.start])
    less_odd = np.searchsorted(np.sort(scores), scores[oddest])
    return tuple(
        OddRow(row=int(place), less_odd=int(less), reasons=reasons[int(place)])
        for place, less in zip(oddest, less_odd, strict=True)
    )


def _within(places: Ints, part: range) -> Ints:
    return places[(places >= part.start) & (places < part.stop)]


def _saved(order: OddFileOrder, folder: Path, rows: _Rows, place: Callable[[Path], None]) -> Written | None:
    """Save each row with its oddness where that is wanted; for a table that is here it is kept for later."""
    if order.out:
        place(answers := folder / ANSWERS_FILE)
        beside = beside_rows(order, rows.table, rows.folder, answers, tuple(_headings(order)))
        return deliver(beside, Path(order.out))
    if order.table_folder:
        place(folder / FOUND_FILE)
    return None


def _place(order: OddFileOrder, finder: Finder, scores: Floats, odd: tuple[OddRow, ...], file: Path) -> None:
    """Leave the oddness of each row in *file*, why some stand out, and how they are marked."""
    told = {row.row: reasons_text(row) for row in odd}
    with AnswerFile(file, [*_headings(order).values()], "oddness") as answers:
        for start in range(0, len(scores), _BATCH):
            part = scores[start : start + _BATCH]
            reasons = [told.get(row, "") for row in range(start, start + len(part))]
            answers.add(_with_marks(order, start, [finder.oddness(part).tolist(), reasons]))
        answers.finish()


def _headings(order: OddFileOrder) -> dict[str, Kind]:
    return {**HEADINGS, MARK: "VARCHAR"} if order.marked else HEADINGS


def _with_marks(order: OddFileOrder, start: int, columns: Columns) -> Columns:
    """Return the columns of some rows with their marks in words, where any row is marked."""
    if not order.marked:
        return columns
    words = {int(place): text_of(f"odd.mark_{mark}") for place, mark in order.marked.items()}
    return [*columns, [words.get(start + row, "") for row in range(len(columns[0]))]]
