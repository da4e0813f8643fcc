"""Whether newer rows are such as a forecast learned from: numbers, at the same pace."""

import numpy as np
import pandas as pd

from desktop_app.errors import DataError
from desktop_app.models.forecast_file import OpenedForecast
from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Table

_ODD = "find.not_numbers"
_SPARSE = 0.5  # of the moments since the past, below which too few have a value
_DENSE = 1.5  # rows for a moment, from which on too many share it
_FEWEST = 4  # moments of which that can be said


def check_values(model: OpenedForecast, frame: pd.DataFrame, table: Table) -> None:
    """Raise DataError where rows behind the past have values that are no numbers, and none that are."""
    asked, panel = model.card.found.asked, model.forecaster.panel
    timed, numbers = (frame[name].notna().to_numpy() for name in (asked.time, asked.target))
    new = np.zeros(len(frame), dtype=bool)
    new[timed] = panel.form.timeline.places(frame[asked.time].to_numpy()[timed]) >= panel.moments
    odd = [note.values for note in table.warnings if note.code == _ODD and asked.target in note.columns]
    cells = sum(count for values in odd if isinstance(count := values.get("count"), int))
    unread = cells - int((~new & ~numbers).sum())  # so many of them at least are newer
    if unread > 0 and not (new & numbers).any():
        raise DataError("forecast.new_no_numbers", target=asked.target, file=table.name, count=unread)


def another_pace(model: OpenedForecast, frame: pd.DataFrame) -> tuple[Notice, ...]:
    """Return whether the rows behind the past leave most moments out, or share them, as none did before."""
    found, panel = model.card.found, model.forecaster.panel
    asked = found.asked
    rows = frame[frame[asked.time].notna() & frame[asked.target].notna()]
    places = panel.form.timeline.places(rows[asked.time].to_numpy())
    new = places >= panel.moments
    if not new.any():
        return ()
    groups = rows[asked.group].astype(str).to_numpy()[new] if asked.group else np.full(int(new.sum()), "")
    cells = len(set(zip(groups.tolist(), places[new].tolist(), strict=True)))
    of = (int(np.ptp(places[new])) + 1) * len(set(groups.tolist()))  # a gap before them is said elsewhere
    values: dict[str, Value] = {"count": cells, "of": of}
    was_sparse = found.gaps > (1 - _SPARSE) * found.steps * found.series_count
    if of >= _FEWEST and cells < _SPARSE * of and not was_sparse:
        return (Notice(code="forecast.sparser", values=values, level="caution"),)
    if cells >= _FEWEST and len(groups) > _DENSE * cells and not found.repeats:
        values = {"count": len(groups), "of": cells}
        return (Notice(code="forecast.denser", values=values, level="caution"),)
    return ()
