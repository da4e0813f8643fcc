"""Rows whose group has no model of its own: one that was never seen, is too small, or is not said."""

import pandas as pd

from desktop_app.engine.arrays import Flags
from desktop_app.models.cautions import Say, Texts, added
from desktop_app.records.each import Each
from desktop_app.records.notices import Notice


def with_groups(texts: Texts, frame: pd.DataFrame, each: Each | None, say: Say) -> Texts:
    """Return the cautions of rows with a word on those that the model for all answers."""
    if each is None:
        return texts
    return added(texts, _are_without(frame, each).nonzero()[0], _notice(each), say)


def notices_of_group(frame: pd.DataFrame, each: Each | None) -> tuple[Notice, ...]:
    """Return the same of a frame of one row, as notices."""
    if each is None or not _are_without(frame, each).any():
        return ()
    return (_notice(each),)


def _notice(each: Each) -> Notice:
    return Notice(code="caution.no_group", values={"column": each.column})


def _are_without(frame: pd.DataFrame, each: Each) -> Flags:
    names = {group.name for group in each.groups if group.own > 0}
    if each.column not in frame:
        return pd.Series(data=True, index=frame.index).to_numpy()
    values = frame[each.column]
    known: Flags = values.astype(object).map(lambda value: str(value) in names).to_numpy(dtype=bool)
    return ~known
