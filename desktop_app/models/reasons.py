"""What moved the answer to each row most: three cells a row, as files of answers have them.

The reasons are those of one row asked alone (`engine.explanation.contributions`), found for many at once:
the usual answer and what all columns add sum to the answer, of which the greatest amounts are told.
"""

import numpy as np

from desktop_app.engine.cells import Cells
from desktop_app.engine.explanation.contributions import REST, ManyContributions
from desktop_app.engine.explanation.mixing import cell_of
from desktop_app.models.cautions import Say, Texts
from desktop_app.records.models import REASONS
from desktop_app.records.notices import Notice, Value


def reasons_of(rows: Cells, found: ManyContributions, digits: int, say: Say) -> list[Texts]:
    """Return three columns of texts, the strongest reason first; empty where a reason would be none.

    *digits*: decimals that are told of what a column adds.
    """
    texts = [np.full(len(rows), "", dtype=np.object_) for _ in REASONS]
    # What stands for all columns that are not told apart is no reason.
    named = found.amounts[:, : len(found.names) - (REST in found.names)].round(digits)
    for column, strongest in zip(texts, np.argsort(-abs(named), axis=1, kind="stable").T, strict=False):
        for row, place in enumerate(strongest.tolist()):
            if amount := named[row, place]:
                cell = cell_of(rows, row, found.names[place])
                column[row] = say(_reason(found.names[place], cell, f"{amount:+.{digits}f}"))
    return texts


def _reason(name: str, cell: Value | None, amount: str) -> Notice:
    values: dict[str, Value] = {"column": name, "amount": amount}
    if cell is None:
        return Notice(code="moved.empty", values=values)
    return Notice(code="moved.value", values={**values, "value": cell})
