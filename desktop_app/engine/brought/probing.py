"""What a graph does when it is asked: whether it answers, with what it should, and each row by itself."""

import numpy as np

from desktop_app.engine.arrays import Codes, Floats, Texts
from desktop_app.engine.brought.answering import are_chances
from desktop_app.engine.brought.audit.refused import RefusedGraphError, cannot_run
from desktop_app.engine.brought.feeding import feeds_of
from desktop_app.engine.brought.fitting import UnfitError
from desktop_app.engine.brought.model import Brought
from desktop_app.engine.brought.parts import layout_of
from desktop_app.engine.cells import Cells
from desktop_app.records.brought import BroughtColumn

ROWS = 24
NEAR = 1e-4  # absolute and relative: most graphs compute in single precision
_WORDS = ("a", "b", "one two", "x")
_DAY = 86_400.0  # seconds
_THESE_YEARS = (18_000.0, 20_000.0)  # days since 1970


def made_up(columns: tuple[BroughtColumn, ...], seed: int) -> Cells:
    """Return some rows that a schema allows."""
    dice, layout = np.random.default_rng(seed), layout_of(columns)
    by_name = {column.name: column for column in columns}
    levels = tuple(by_name[name].values or _WORDS for name in layout.categories)
    codes: Codes = np.zeros((ROWS, len(levels)), dtype=np.int32)
    for place, values in enumerate(levels):
        codes[:, place] = dice.integers(0, len(values), ROWS)
    texts: Texts = dice.choice(np.array(_WORDS, dtype=np.object_), (ROWS, len(layout.texts)))
    return Cells(
        layout=layout,
        numbers=_drawn([_range(by_name[name]) for name in layout.numbers], dice),
        days=_drawn([_days(by_name[name]) for name in layout.dates], dice),
        codes=codes,
        levels=levels,
        texts=texts,
    )


def check_answers(model: Brought, cells: Cells) -> Floats:
    """Return the graph's answers to some rows, NaN in rows without one.

    Raises UnfitError where no row has an answer, or none of the kind that is said, and RefusedGraphError
    where it cannot be asked, or answers a row otherwise when others stand beside it.
    """
    _check_kind(model, cells)
    answers = model.found(cells)
    if not np.isfinite(answers).any():
        raise UnfitError("schema.no_answers")
    least = NEAR * min(1.0, float(np.nanmax(np.abs(answers))))
    backwards = np.arange(len(cells))[::-1]
    some, single = backwards[: max(1, len(cells) // 2)], backwards[-1:]
    for rows in (backwards, some, single):
        again = model.found(cells.take(rows))
        if not np.allclose(again, answers[rows], rtol=NEAR, atol=least, equal_nan=True):
            raise RefusedGraphError("onnx.rows_mixed")
    return answers


def _check_kind(model: Brought, cells: Cells) -> None:
    """Refuse chances that are none, and a graph that cannot be asked about a single row."""
    output, last = model.schema.output, ValueError()
    for row in range(len(cells)):
        fed = feeds_of(cells.take(slice(row, row + 1)), model.inputs)
        try:
            found = model.session.answers(fed, [output.name])[output.name]
            is_so = output.form != "probabilities" or are_chances(found, model.schema.classes)
        except ValueError as error:
            last = error
            continue
        if not is_so:
            raise UnfitError("schema.not_chances", path="output.as")
        return
    raise cannot_run(last) from last


def _range(column: BroughtColumn) -> tuple[float, float]:
    """Return between which numbers to draw."""
    least, most = column.minimum, column.maximum
    if least is None:
        least = 0.0 if most is None else most - 1
    return least, least + 1 if most is None else most


def _days(column: BroughtColumn) -> tuple[float, float]:
    if column.minimum is None and column.maximum is None:
        return _THESE_YEARS
    least, most = _range(column)
    return least / _DAY, most / _DAY


def _drawn(ranges: list[tuple[float, float]], dice: np.random.Generator) -> Floats:
    low, high = (np.array([ends[side] for ends in ranges]) for side in (0, 1))
    return np.asarray(low + (high - low) * dice.random((ROWS, len(ranges))))
