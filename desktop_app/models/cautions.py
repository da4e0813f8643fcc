"""Why the answer for a row should not be trusted, in one cell: phrases that are joined by "; "."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.counting import as_read
from desktop_app.engine.cells import coded_values
from desktop_app.engine.predictor import Predictions
from desktop_app.language import name
from desktop_app.models.frames import day_text, numbers_of
from desktop_app.records.models import Feature
from desktop_app.records.notices import Notice, Value
from desktop_app.records.results import Verdict

GUESSED = "caution.guessed"  # the model has no answer for a row
MANY_EMPTY = 0.5  # of the columns
_BEYOND_USUAL = 2.0  # times as many empty cells as a row had when it learned
_BETWEEN = "; "
_PLACE = "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}value\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"

Say = Callable[[Notice], str]
Texts = npt.NDArray[np.object_]
Unread = Mapping[str, Sequence[str | None]]


def about_model(verdict: Verdict) -> list[Notice]:
    """Return why no answer of a model should be trusted, if it is not for use."""
    return [] if verdict.is_for_use else [Notice(code=f"caution.{verdict.level}")]


def caution_texts(
    frame: pd.DataFrame,
    features: Sequence[Feature],
    unread: Unread,
    say: Say,
    *,
    always: Sequence[Notice] = (),
) -> Texts:
    """Return one cell a row: why its answer should not be trusted, or nothing.

    What is in *always* is said of every row. *unread* holds, for a column in which something could not be
    understood, the text of those cells and None for the others. A feature that is not in *frame* was allowed
    to be missing.
    """
    sheet = _Sheet(len(frame), say)
    _look(sheet, frame, features, unread, always)
    return sheet.cells


def caution_notices(
    frame: pd.DataFrame, features: Sequence[Feature], *, always: Sequence[Notice] = ()
) -> tuple[Notice, ...]:
    """Return the same of a frame of one row, each thing that is said as a notice."""
    found = _Notices()
    _look(found, frame, features, {}, always)
    return tuple(found.notices)


class _Taker(Protocol):
    """What is told of some rows."""

    def add(self, rows: npt.NDArray[Any], notice: Notice, shown: Sequence[str] | None = None) -> None:
        """Take a notice of these rows; where there is one *shown* text a row, with that as value."""


def _look(
    sheet: _Taker,
    frame: pd.DataFrame,
    features: Sequence[Feature],
    unread: Unread,
    always: Sequence[Notice],
) -> None:
    """Tell the sheet what speaks against the answers of a frame."""
    everywhere, count = np.arange(len(frame)), np.zeros(len(frame), dtype=np.int64)
    for notice in always:
        sheet.add(everywhere, notice)
    for feature in features:
        if feature.name not in frame:
            notice = Notice(code="caution.column_missing", values={"column": feature.name})
            sheet.add(everywhere, notice)
            continue
        _add_unread(sheet, unread.get(feature.name, ()), feature)
        empty = frame[feature.name].isna().to_numpy()
        count += empty
        _add_empty(sheet, empty, unread.get(feature.name, ()), feature)
        if feature.type in ("number", "date"):
            _add_beyond(sheet, frame[feature.name], feature)
        elif feature.levels:
            _add_unseen(sheet, frame[feature.name], feature)
        elif feature.is_withheld:
            notice = Notice(code="caution.withheld", values={"column": feature.name})
            sheet.add(np.flatnonzero(~empty), notice)
    _add_many_empty(sheet, count, [feature for feature in features if feature.name in frame])


def added(cells: Texts, rows: npt.NDArray[np.intp], notice: Notice, say: Say) -> Texts:
    """Return the cells with one more thing said of some rows."""
    sheet = _Sheet(len(cells), say, cells)
    sheet.add(rows, notice)
    return sheet.cells


def with_guesses(cells: Texts, predictions: Predictions, say: Say) -> Texts:
    """Return the cells of rows for which a model has no answer with a word on the guess that stands in."""
    if predictions.guessed is None:
        return cells
    return added(cells, np.flatnonzero(predictions.guessed), Notice(code=GUESSED), say)


class _Sheet:
    """The cells as they fill with phrases."""

    def __init__(self, rows: int, say: Say, cells: Texts | None = None) -> None:
        self.cells: Texts = np.full(rows, "", dtype=np.object_) if cells is None else cells.copy()
        self._say = say

    def add(self, rows: npt.NDArray[Any], notice: Notice, shown: Sequence[str] | None = None) -> None:
        """Say the notice of each of these rows; where there is one *shown* text a row, with that as value."""
        if not rows.size:
            return
        if shown is None:
            phrases = np.full(len(rows), self._say(notice), dtype=np.object_)
        else:
            # One sentence, filled a million times: making each anew would take minutes.
            sentence = self._say(replace(notice, values={**notice.values, "value": _PLACE}))
            phrases = np.array([sentence.replace(_PLACE, text) for text in shown], dtype=np.object_)
        before = self.cells[rows]
        self.cells[rows] = np.where(before == "", phrases, before + _BETWEEN + phrases)


class _Notices:
    """What is said of one row."""

    def __init__(self) -> None:
        self.notices: list[Notice] = []

    def add(self, rows: npt.NDArray[Any], notice: Notice, shown: Sequence[str] | None = None) -> None:
        """Take the notice if it is of the row."""
        if rows.size:
            value: dict[str, Value] = {"value": shown[0]} if shown else {}
            self.notices.append(replace(notice, values={**notice.values, **value}))


def _add_unread(sheet: _Taker, texts: Sequence[str | None], feature: Feature) -> None:
    found = [(row, text) for row, text in enumerate(texts) if text is not None]
    rows = np.array([row for row, _ in found], dtype=np.intp)
    notice = Notice(code="caution.not_read", values={"column": feature.name})
    sheet.add(rows, notice, [name(text) for _, text in found])


def _add_empty(
    sheet: _Taker, empty: npt.NDArray[np.bool_], unread: Sequence[str | None], feature: Feature
) -> None:
    """Say where a cell is empty in a column that never had an empty one."""
    if feature.missing_share > 0:
        return
    if unread:
        empty = empty & np.array([text is None for text in unread])
    sheet.add(np.flatnonzero(empty), Notice(code="caution.empty", values={"column": feature.name}))


def _add_unseen(sheet: _Taker, values: "pd.Series[Any]", feature: Feature) -> None:
    codes, present = coded_values(values)
    known = set(feature.levels)
    strange = np.array([*(level not in known for level in present), False])  # the last: code -1, empty
    rows = np.flatnonzero(strange[codes])
    names = {code: name(present[code]) for code in np.unique(codes[rows]).tolist()}
    shown = [names[code] for code in codes[rows].tolist()]
    sheet.add(rows, Notice(code="caution.unseen", values={"column": feature.name}), shown)


def _add_beyond(sheet: _Taker, values: "pd.Series[Any]", feature: Feature) -> None:
    numbers = numbers_of(values, feature)
    for code, end, limit, is_beyond in (
        ("caution.above", "max", feature.maximum, np.greater),
        ("caution.below", "min", feature.minimum, np.less),
    ):
        if limit is None:
            continue
        rows = np.flatnonzero(is_beyond(numbers, limit))
        beyond = numbers[rows].tolist()
        nearest = min(beyond, key=lambda number: abs(number - limit), default=limit)
        notice = Notice(code=code, values={"column": feature.name, end: _shown(limit, feature, nearest)})
        sheet.add(rows, notice, [_shown(number, feature, limit) for number in beyond])


def _add_many_empty(sheet: _Taker, empty: npt.NDArray[np.int64], there: Sequence[Feature]) -> None:
    """Say where many cells are empty; *empty* says how many, of the features that are there."""
    if len(there) < 2:
        return
    usual = sum(feature.missing_share for feature in there)
    rows = np.flatnonzero(empty > max(MANY_EMPTY * len(there), _BEYOND_USUAL * usual))
    rows = np.union1d(rows, np.flatnonzero(empty == len(there)))
    for count in np.unique(empty[rows]).tolist():
        values: dict[str, Value] = {"columns": len(there), "count": count}
        sheet.add(rows[empty[rows] == count], Notice(code="caution.many_empty", values=values))


def _shown(number: float, feature: Feature, beside: float) -> str:
    return day_text(number) if feature.type == "date" else as_read(number, beside=(beside,))
