"""Whether what a model file says of the model before it can be shown."""

import datetime
import re

from desktop_app.records.lineage import Against
from desktop_app.records.results import Evaluation
from desktop_app.tables.names import clean_name

_HASH = re.compile("[0-9a-f]{64}")
_MOST_ROWS = 2**53  # which a number holds without loss
_ALL = 1 + 1e-9  # of the rows, as a sum of shares may come out
_MOST = 1e300  # what an amount may be, so that none overflows on its way to a page


def is_lineage_sound(evaluation: Evaluation) -> bool:
    """Return whether an evaluation names a model, a day and counts that can be, or no model before it."""
    lineage = evaluation.lineage
    if lineage is None:
        return True
    is_number = evaluation.score.metric == "mean_absolute_error"
    return (
        _HASH.fullmatch(lineage.content) is not None
        and lineage.name == clean_name(lineage.name) != ""
        and is_moment(lineage.created)
        and all(0 <= count <= _MOST_ROWS for count in (lineage.rows_then, lineage.rows_new))
        and (lineage.against is None or _is_sound(lineage.against, _MOST if is_number else _ALL))
    )


def _is_sound(against: Against, most: float) -> bool:
    """Return whether two scores can be that are at *most* so large, and the range between them."""
    fewest = 0 if against.problem else 1
    return (
        fewest <= against.rows <= _MOST_ROWS
        and 0 <= against.k <= _MOST_ROWS
        and all(0 <= score <= most for score in (against.now, against.before))
        and -most <= against.low <= against.high <= most
    )


def is_moment(text: str) -> bool:
    """Return whether a text is a day and time."""
    try:
        datetime.datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        return False
    return True
